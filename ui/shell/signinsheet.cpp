// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/signinsheet.h"

#include "ui/shell/grantform.h"
#include "ui/shell/sessionpanel.h"
#include "ui/widgets/cardbutton.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/tabstrip.h"
#include "ui/widgets/wrappedlabel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tokentrail::ui {

namespace {
constexpr int sheetWidth = 660;
}

SignInSheet::SignInSheet(QWidget *window)
    : Sheet(tr("Who shall call?"), window)
    , m_tabs(new TabStrip(card()))
    , m_pages(new QStackedWidget(card()))
    , m_form(new GrantForm)
    , m_sessions(new SessionPanel)
{
    setCardWidth(sheetWidth);
    m_tabs->setAccessibleName(tr("Ways to sign in"));
    m_tabs->addTab(tr("At once"));
    m_tabs->addTab(tr("With a service key"));
    m_tabs->addTab(tr("Sessions"));
    m_pages->addWidget(buildQuick());
    m_pages->addWidget(m_form);
    m_pages->addWidget(m_sessions);
    body()->addWidget(m_tabs);
    body()->addWidget(m_pages);
    connect(m_tabs, &TabStrip::currentChanged, this, [this](int index) {
        m_pages->setCurrentIndex(index);
        place();
    });
    connect(m_form, &GrantForm::resized, this, [this] {
        if (isVisible())
            place();
    });
    connect(m_sessions, &SessionPanel::useRequested, this, &Sheet::dismiss);
    connect(m_sessions, &SessionPanel::tokensRequested, this, &Sheet::dismiss);
}

QWidget *SignInSheet::buildQuick()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto *note = new WrappedLabel(
        tr("Users of the sandbox sign in with one click; their password is their name. No token "
           "leaves this machine."));
    note->setMuted(true);
    layout->addWidget(note);
    m_users = new QGridLayout;
    m_users->setSpacing(6);
    layout->addLayout(m_users);
    layout->addLayout(buildOthers());

    auto *editor = new CodeView(tr("A token that you have"));
    editor->setReadOnly(false);
    editor->setTextInteractionFlags(Qt::TextEditorInteraction);
    editor->setPlaceholderText(tr("Or paste a token that you have: eyJ…"));
    editor->setFixedHeight(72);
    editor->makeFramed();
    m_pasted = editor;
    m_use = new QPushButton(tr("Call with this token"));
    layout->addSpacing(4);
    layout->addWidget(m_pasted);
    layout->addWidget(m_use, 0, Qt::AlignRight);
    layout->addStretch();
    m_use->setEnabled(false);
    connect(m_pasted, &QPlainTextEdit::textChanged, this, [this] {
        m_use->setEnabled(!m_pasted->toPlainText().trimmed().isEmpty());
    });
    connect(m_use, &QPushButton::clicked, this, &SignInSheet::takePastedToken);
    return page;
}

QLayout *SignInSheet::buildOthers()
{
    auto *others = new QHBoxLayout;
    others->setSpacing(6);
    auto *application = new CardButton(tr("The application itself"),
                                       tr("Client credentials: nobody in person."),
                                       ChipMark::Client,
                                       Tone::Client);
    auto *nobody =
        new CardButton(tr("Nobody"), tr("No credentials at all."), ChipMark::None, Tone::Neutral);
    others->addWidget(application);
    others->addWidget(nobody);
    connect(application, &CardButton::clicked, this, [this] {
        dismiss();
        Q_EMIT applicationChosen();
    });
    connect(nobody, &CardButton::clicked, this, [this] {
        dismiss();
        Q_EMIT nobodyChosen();
    });
    return others;
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
        auto *button = new CardButton(user.name, user.detail, ChipMark::Person, Tone::Person);
        const auto place = m_users->count();
        m_users->addWidget(button, place / 2, place % 2);
        connect(button, &CardButton::clicked, this, [this, name = user.name] {
            dismiss();
            Q_EMIT userChosen(name);
        });
    }
}

void SignInSheet::setSessions(const QList<SessionView> &sessions)
{
    m_sessions->setSessions(sessions);
    const auto active = std::count_if(
        sessions.begin(), sessions.end(), [](const SessionView &one) { return one.active; });
    m_tabs->setTabText(SessionsTab, tr("Sessions (%1)").arg(active));
}

SignInSheet::Tab SignInSheet::currentTab() const
{
    return Tab(m_tabs->currentIndex());
}

void SignInSheet::openAt(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
    open();
}

// Of what the tab holds the first that Tab reaches; the tabs themselves are one step back.
QWidget *SignInSheet::firstStop() const
{
    const auto stops = stopsIn(*m_pages->currentWidget());
    return stops.isEmpty() ? m_tabs : stops.constFirst();
}

void SignInSheet::showEvent(QShowEvent *event)
{
    Q_EMIT shown();
    Sheet::showEvent(event);
}

} // namespace tokentrail::ui
