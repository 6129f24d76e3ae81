// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/keys/keydetail.h"

#include "ui/widgets/fonts.h"
#include "ui/widgets/housestyle.h"
#include "ui/widgets/notecard.h"
#include "ui/widgets/wrappedlabel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTimer>

#include <utility>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

namespace {
const QString dots = u"••••••••••••"_s;
}

KeyDetail::KeyDetail(QWidget *parent)
    : QScrollArea(parent)
    , m_timer(new QTimer(this))
{
    setAccessibleName(tr("The key"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    m_timer->setSingleShot(true);
    m_timer->setInterval(shownForMs);
    connect(m_timer, &QTimer::timeout, this, &KeyDetail::mask);
}

QWidget *KeyDetail::makeButtons()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_test = new QPushButton(tr("Does it still work?"));
    makePrimary(m_test);
    auto *signIn = new QPushButton(tr("Sign in with it…"));
    auto *look = new QPushButton(tr("Where is it used?"));
    auto *remove = new QPushButton(tr("Remove"));
    makeQuiet(remove);
    layout->addWidget(m_test);
    layout->addWidget(signIn);
    layout->addWidget(look);
    layout->addStretch(1);
    layout->addWidget(remove);
    connect(m_test, &QPushButton::clicked, this, &KeyDetail::testRequested);
    connect(signIn, &QPushButton::clicked, this, &KeyDetail::signInRequested);
    connect(look, &QPushButton::clicked, this, &KeyDetail::lookRequested);
    connect(remove, &QPushButton::clicked, this, &KeyDetail::removeRequested);
    return row;
}

void KeyDetail::setKey(const KeyView &key)
{
    m_timer->stop();
    m_secrets.clear();
    auto *content = new QWidget;
    content->setAutoFillBackground(false);
    m_layout = new QVBoxLayout(content);
    m_layout->setContentsMargins(14, 10, 14, 14);
    m_layout->setSpacing(8);
    auto *title = new WrappedLabel(key.name);
    title->setFont(semiBold(scaled(font(), 1.2)));
    m_layout->addWidget(title);
    auto *from = new WrappedLabel(key.from);
    from->setMuted(true);
    m_layout->addWidget(from);
    m_layout->addWidget(makeButtons());
    addNotes(key.proofs);
    addNotes(key.notes);
    addMembers(key.members);
    addLines(tr("Certificates, from the client’s own up"), key.chain);
    addLines(tr("Used by"), key.uses);
    m_layout->addStretch(1);
    if (auto *before = takeWidget()) // one of its buttons may be the reason for all this
        before->deleteLater();
    setWidget(content);
    content->setAutoFillBackground(false); // setWidget() turns it on
    if (std::exchange(m_comesBack, false) && key.name == m_name)
        m_test->setFocus(Qt::OtherFocusReason);
    m_name = key.name;
}

void KeyDetail::addHeading(const QString &text)
{
    auto *heading = new WrappedLabel(text);
    heading->setFont(semiBold(font()));
    m_layout->addSpacing(4);
    m_layout->addWidget(heading);
}

void KeyDetail::addNotes(const QList<KeyNoteView> &notes)
{
    for (const auto &note : notes)
        m_layout->addWidget(new NoteCard(note.tone, note.title, note.sentence));
}

void KeyDetail::addLines(const QString &heading, const QStringList &lines)
{
    if (lines.isEmpty())
        return;
    addHeading(heading);
    for (const auto &line : lines)
        m_layout->addWidget(new WrappedLabel(line));
}

void KeyDetail::addMembers(const QList<KeyMemberView> &members)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const auto &member : members) {
        auto *name = new WrappedLabel(member.name);
        name->setMuted(true);
        name->setMinimumWidth(fontMetrics().horizontalAdvance(u"credential-type  "_s));
        grid->addWidget(name, row, 0, member.secret ? Qt::AlignVCenter : Qt::AlignTop);
        if (member.secret) {
            addSecret(grid, row, member.name);
        } else {
            auto *value = new WrappedLabel(member.value);
            value->setFont(codeFont());
            value->setAccessibleName(member.name);
            value->setToolTip(member.value); // a long word is cut in a narrow window
            grid->addWidget(value, row, 1, 1, 3);
        }
        ++row;
    }
    m_layout->addSpacing(4);
    m_layout->addLayout(grid);
}

void KeyDetail::addSecret(QGridLayout *grid, int row, const QString &member)
{
    auto *value = new WrappedLabel(dots);
    value->setFont(codeFont());
    value->setAccessibleName(tr("%1, hidden").arg(member));
    auto *show = new QPushButton(tr("Reveal"));
    show->setAccessibleName(tr("Reveal %1").arg(member));
    auto *copy = new QPushButton(tr("Copy"));
    copy->setAccessibleName(tr("Copy %1").arg(member));
    copy->setToolTip(tr("Leaves the clipboard after ten seconds"));
    makeQuiet(show);
    makeQuiet(copy);
    grid->addWidget(value, row, 1);
    grid->addWidget(show, row, 2, Qt::AlignTop);
    grid->addWidget(copy, row, 3, Qt::AlignTop);
    m_secrets.append({member, value, show});
    connect(show, &QPushButton::clicked, this, [this, member, value] {
        if (value->text() == dots)
            Q_EMIT revealRequested(member);
        else
            mask();
    });
    connect(copy, &QPushButton::clicked, this, [this, member] { Q_EMIT copyRequested(member); });
}

void KeyDetail::reveal(const QString &member, const Secret &value)
{
    mask();
    for (const auto &secret : std::as_const(m_secrets)) {
        if (secret.member != member)
            continue;
        secret.label->setText(QString::fromUtf8(value.reveal()));
        secret.label->setAccessibleName(member);
        secret.button->setText(tr("Hide"));
        m_timer->start();
    }
}

void KeyDetail::mask()
{
    m_timer->stop();
    for (const auto &secret : std::as_const(m_secrets)) {
        secret.label->setText(dots);
        secret.label->setAccessibleName(tr("%1, hidden").arg(secret.member));
        secret.button->setText(tr("Reveal"));
    }
}

void KeyDetail::setBusy()
{
    if (!m_test)
        return;
    m_comesBack = m_test->hasFocus();
    m_test->setEnabled(false);
    m_test->setText(tr("Trying…"));
}

} // namespace tokentrail::ui
