// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/diffdialog.h"

#include "ui/widgets/codeview.h"
#include "ui/widgets/housestyle.h"
#include "ui/widgets/seams.h"
#include "ui/widgets/wrappedlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace tokentrail::ui {

DiffDialog::DiffDialog(Seams &seams, const QString &title, const QString &diff, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    resize(720, 460);
    auto *view = new CodeView(tr("The change"), this);
    view->setLineWrapMode(QPlainTextEdit::NoWrap);
    view->setCode(diff, CodeView::Language::Diff);
    auto *copy = new QPushButton(tr("Copy the diff"), this);
    m_make = new QPushButton(this);
    m_make->hide();
    m_close = new QPushButton(tr("Close"), this);
    makePrimary(m_close);
    m_close->setDefault(true);
    m_note = new WrappedLabel(tr("Nothing is changed: this is what you would edit."), this);
    m_note->setMuted(true);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_note, 1);
    buttons->addWidget(copy);
    buttons->addWidget(m_close);
    buttons->addWidget(m_make);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 14, 14, 14);
    layout->addWidget(view, 1);
    layout->addLayout(buttons);
    connect(copy, &QPushButton::clicked, this, [&seams, diff] { seams.copyText(diff); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_make, &QPushButton::clicked, this, &QDialog::accept);
}

void DiffDialog::offer(const QString &action, const QString &note)
{
    m_make->setText(action);
    m_make->show();
    makePrimary(m_make);
    m_make->setDefault(true);
    m_make->setFocus();
    makeQuiet(m_close);
    m_close->setFont(font()); // no longer the one thing to do
    m_close->setText(tr("Leave it"));
    m_note->setText(note);
}

void DiffDialog::offerAgainstAdvice(const QString &action, const QString &note)
{
    m_make->setText(action);
    m_make->setAutoDefault(false);
    m_make->show();
    m_close->setText(tr("Leave it"));
    m_close->setFocus();
    m_note->setText(note);
    m_note->setMuted(false);
}

} // namespace tokentrail::ui
