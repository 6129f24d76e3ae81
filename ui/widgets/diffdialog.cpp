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
    auto *close = new QPushButton(tr("Close"), this);
    makePrimary(close);
    close->setDefault(true);
    auto *note = new WrappedLabel(tr("Nothing is changed: this is what you would edit."), this);
    note->setMuted(true);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(note, 1);
    buttons->addWidget(copy);
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 14, 14, 14);
    layout->addWidget(view, 1);
    layout->addLayout(buttons);
    connect(copy, &QPushButton::clicked, this, [&seams, diff] { seams.copyText(diff); });
    connect(close, &QPushButton::clicked, this, &QDialog::close);
}

} // namespace tokentrail::ui
