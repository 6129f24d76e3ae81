// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/call/callbar.h"

#include "ui/widgets/fonts.h"
#include "ui/widgets/housestyle.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QResizeEvent>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int widthForDetails = 1000;

QList<Choice> methods()
{
    QList<Choice> list;
    for (const auto &method : {u"GET"_s, u"POST"_s, u"PUT"_s, u"PATCH"_s, u"DELETE"_s, u"HEAD"_s})
        list.append({method, method, {}, {}});
    return list;
}

} // namespace

CallBar::CallBar(QWidget *parent)
    : QWidget(parent)
    , m_session(new ChoiceButton(tr("as"), tr("Call as"), this))
    , m_method(new ChoiceButton({}, tr("Method"), this))
    , m_url(new QLineEdit(this))
    , m_target(new ChoiceButton(tr("to"), tr("Call to"), this))
    , m_via(new ChoiceButton(tr("via"), tr("Call via"), this))
    , m_send(new QPushButton(tr("Send"), this))
{
    m_method->setChoices(methods());
    m_method->setCurrentId(u"GET"_s);
    m_url->setFont(codeFont());
    m_url->setAccessibleName(tr("Path or URL"));
    m_url->setPlaceholderText(tr("/path?query"));
    m_url->setTextMargins(6, 0, 6, 0);
    m_url->setMinimumWidth(140);
    m_target->setDetailShown(false);
    makePrimary(m_send);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_session);
    layout->addWidget(m_method);
    layout->addWidget(m_url, 1);
    layout->addWidget(m_target);
    layout->addWidget(m_via);
    layout->addWidget(m_send);
    setRunning(false);

    for (auto *choice : {m_session, m_method, m_target, m_via})
        connect(choice, &ChoiceButton::chosen, this, &CallBar::edited);
    connect(m_url, &QLineEdit::textEdited, this, &CallBar::edited);
    connect(m_url, &QLineEdit::returnPressed, this, [this] {
        if (!m_running)
            Q_EMIT sendRequested();
    });
    connect(m_send, &QPushButton::clicked, this, [this] {
        if (m_running)
            Q_EMIT cancelRequested();
        else
            Q_EMIT sendRequested();
    });
}

void CallBar::setSessions(const QList<Choice> &sessions)
{
    m_session->setChoices(sessions);
}

void CallBar::addSessionCommand(QAction *action)
{
    m_session->addCommand(action);
}

void CallBar::setTargets(const QList<Choice> &targets)
{
    m_target->setChoices(targets);
}

void CallBar::setVias(const QList<Choice> &vias)
{
    m_via->setChoices(vias);
}

void CallBar::setDraft(const CallDraft &draft)
{
    m_session->setCurrentId(draft.session);
    m_method->setCurrentId(QString::fromLatin1(draft.method));
    setUrl(draft.url);
    m_target->setCurrentId(draft.target);
    m_via->setCurrentId(draft.via);
}

void CallBar::fill(CallDraft &draft) const
{
    draft.session = m_session->currentId();
    draft.method = m_method->currentId().toLatin1();
    draft.url = m_url->text().trimmed();
    draft.target = m_target->currentId();
    draft.via = m_via->currentId();
}

void CallBar::setUrl(const QString &url)
{
    if (m_url->text() == url)
        return;
    m_url->setText(url);
    m_url->setCursorPosition(0);
}

QString CallBar::url() const
{
    return m_url->text();
}

void CallBar::setRunning(bool running)
{
    m_running = running;
    m_send->setText(running ? tr("Cancel") : tr("Send"));
    m_send->setToolTip(running ? tr("Stop waiting (Esc)") : tr("Send the call (Ctrl+Return)"));
    m_send->setAccessibleDescription(m_send->toolTip());
}

void CallBar::selectUrl()
{
    m_url->setFocus(Qt::ShortcutFocusReason);
    m_url->selectAll();
}

void CallBar::focusUrl()
{
    m_url->setFocus(Qt::OtherFocusReason);
    m_url->end(false);
}

void CallBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_session->setDetailShown(event->size().width() >= widthForDetails);
}

} // namespace tokentrail::ui
