// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/sessionpanel.h"

#include "ui/shell/sessionmodel.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/housestyle.h"
#include "ui/widgets/quiettable.h"
#include "ui/widgets/wrappedlabel.h"

#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tokentrail::ui {

namespace {
constexpr int tableHeight = 220;
}

SessionPanel::SessionPanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new SessionModel(this))
    , m_table(new QuietTable(tr("Sessions")))
    , m_stack(new QStackedWidget)
    , m_lack(new WrappedLabel)
    , m_told(new WrappedLabel)
{
    m_table->setModel(m_model);
    m_table->horizontalHeader()->setSectionResizeMode(SessionModel::HowColumn,
                                                      QHeaderView::Stretch);
    m_table->setColumnWidth(SessionModel::NameColumn, 120);
    m_table->setColumnWidth(SessionModel::WhoColumn, 110);
    m_table->setColumnWidth(SessionModel::LifeColumn, 130);
    auto *teaching = new WrappedLabel(
        tr("Nobody is signed in.\n\nSign in with a service key, and the session is kept here and "
           "for “tokentrailctl call --session”: encrypted, with its tokens of before, so that an "
           "expired one can still be looked at."));
    teaching->setAlignment(Qt::AlignCenter);
    teaching->setMuted(true);
    m_stack->addWidget(teaching);
    m_stack->addWidget(m_table);
    m_stack->setMinimumHeight(tableHeight);
    m_told->setMuted(true);
    m_told->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_stack, 1);
    m_lack->hide();
    layout->addWidget(m_lack);
    layout->addWidget(m_told);
    layout->addWidget(buildButtons());
    connect(m_table, &QuietTable::currentRowChanged, this, &SessionPanel::showCurrent);
    connect(
        m_table, &QuietTable::activated, this, [this] { Q_EMIT useRequested(currentSession()); });
    showCurrent();
}

QPushButton *SessionPanel::addButton(const QString &text,
                                     const QString &meaning,
                                     void (SessionPanel::*signal)(const QString &))
{
    auto *button = new QPushButton(text);
    button->setToolTip(meaning);
    button->setAccessibleDescription(meaning);
    connect(button, &QPushButton::clicked, this, [this, signal] {
        Q_EMIT(this->*signal)(currentSession());
    });
    return button;
}

QWidget *SessionPanel::buildButtons()
{
    m_use = addButton(
        tr("Call as this one"), tr("The Call page calls with it"), &SessionPanel::useRequested);
    makePrimary(m_use);
    m_refresh =
        addButton(tr("Refresh"), tr("Get its next token now"), &SessionPanel::refreshRequested);
    m_logIn = addButton(tr("Log in again …"),
                        tr("The same person with the same key; a login asks anew what is assigned, "
                           "a refresh need not"),
                        &SessionPanel::logInRequested);
    m_tokens = addButton(tr("Look at its tokens"),
                         tr("The Tokens page explains them, the ended ones too"),
                         &SessionPanel::tokensRequested);
    m_logOut =
        addButton(tr("Log out"),
                  tr("Give its tokens up and have its refresh token revoked; services take the "
                     "access token until it ends"),
                  &SessionPanel::logOutRequested);
    m_forget =
        addButton(tr("Forget"), tr("Drop it with all its tokens"), &SessionPanel::forgetRequested);
    auto *row = new QWidget;
    auto *layout = new FlowLayout(row, 6);
    for (auto *button : {m_use, m_refresh, m_logIn, m_tokens, m_logOut, m_forget})
        layout->addWidget(button);
    for (auto *button : {m_logOut, m_forget})
        makeQuiet(button);
    return row;
}

void SessionPanel::setSessions(const QList<SessionView> &sessions)
{
    const auto before = currentSession();
    m_model->setSessions(sessions);
    m_stack->setCurrentIndex(sessions.isEmpty() ? 0 : 1);
    if (!sessions.isEmpty() && currentSession() != before) {
        const auto row = m_model->rowOf(before);
        m_table->setCurrentIndex(m_model->index(row < 0 ? 0 : row, 0));
    } else if (!sessions.isEmpty() && !m_table->currentIndex().isValid()) {
        m_table->setCurrentIndex(m_model->index(0, 0));
    }
    showCurrent();
}

QString SessionPanel::currentSession() const
{
    const auto *session = m_model->sessionAt(m_table->currentIndex().row());
    return session ? session->id : QString();
}

void SessionPanel::showCurrent()
{
    const auto *session = m_model->sessionAt(m_table->currentIndex().row());
    m_use->setEnabled(session);
    m_refresh->setEnabled(session && session->renewable);
    m_logIn->setEnabled(session && session->kept);
    m_tokens->setEnabled(session && session->tokens > 0);
    m_logOut->setEnabled(session && session->kept && session->tokens > 0);
    m_forget->setEnabled(session && session->kept);
}

void SessionPanel::setLack(const QString &sentence)
{
    m_lack->setText(sentence);
    m_lack->setVisible(!sentence.isEmpty());
}

void SessionPanel::tell(const QString &sentence)
{
    m_told->setText(sentence);
    m_told->setVisible(!sentence.isEmpty());
}

} // namespace tokentrail::ui
