// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/signinsheet.h"

#include "ui/widgets/cardbutton.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/wrappedlabel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace tokentrail::ui {

SignInSheet::SignInSheet(QWidget *window)
    : Sheet(tr("Who shall call?"), window)
    , m_users(new QGridLayout)
    , m_pasted(nullptr)
    , m_use(new QPushButton(tr("Call with this token"), card()))
{
    auto *note = new WrappedLabel(
        tr("Users of the sandbox sign in with one click; their password is their name. No token "
           "leaves this machine."),
        card());
    note->setMuted(true);
    body()->addWidget(note);
    body()->addLayout(m_users);
    m_users->setSpacing(6);

    auto *others = new QHBoxLayout;
    others->setSpacing(6);
    auto *application = new CardButton(tr("The application itself"),
                                       tr("Client credentials: nobody in person."),
                                       ChipMark::Client,
                                       Tone::Client,
                                       card());
    auto *nobody = new CardButton(
        tr("Nobody"), tr("No credentials at all."), ChipMark::None, Tone::Neutral, card());
    others->addWidget(application);
    others->addWidget(nobody);
    body()->addLayout(others);

    auto *editor = new CodeView(tr("A token that you have"), card());
    editor->setReadOnly(false);
    editor->setTextInteractionFlags(Qt::TextEditorInteraction);
    editor->setPlaceholderText(tr("Or paste a token that you have: eyJ…"));
    editor->setFixedHeight(72);
    editor->makeFramed();
    m_pasted = editor;
    body()->addSpacing(4);
    body()->addWidget(m_pasted);
    body()->addWidget(m_use, 0, Qt::AlignRight);
    m_use->setEnabled(false);

    connect(application, &CardButton::clicked, this, [this] {
        dismiss();
        Q_EMIT applicationChosen();
    });
    connect(nobody, &CardButton::clicked, this, [this] {
        dismiss();
        Q_EMIT nobodyChosen();
    });
    connect(m_pasted, &QPlainTextEdit::textChanged, this, [this] {
        m_use->setEnabled(!m_pasted->toPlainText().trimmed().isEmpty());
    });
    connect(m_use, &QPushButton::clicked, this, &SignInSheet::takePastedToken);
}

void SignInSheet::takePastedToken()
{
    const Secret token(m_pasted->toPlainText().trimmed());
    m_pasted->clear();
    dismiss();
    Q_EMIT tokenPasted(token);
}

void SignInSheet::setUsers(const QList<UserCardView> &users)
{
    while (auto *item = m_users->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const auto &user : users) {
        auto *button =
            new CardButton(user.name, user.detail, ChipMark::Person, Tone::Person, card());
        const auto place = m_users->count();
        m_users->addWidget(button, place / 2, place % 2);
        connect(button, &CardButton::clicked, this, [this, name = user.name] {
            dismiss();
            Q_EMIT userChosen(name);
        });
    }
}

} // namespace tokentrail::ui
