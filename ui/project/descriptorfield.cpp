// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/project/descriptorfield.h"

#include "ui/project/problemlabel.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/wrappedlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace tokentrail::ui {

bool asksForRedo(const QKeyEvent &key)
{
    return key.matches(QKeySequence::Redo)
        || (key.key() == Qt::Key_Y && key.modifiers() == Qt::ControlModifier);
}

DescriptorField::DescriptorField(const cap::XsSecurityMember &member, const QStringList &path)
    : m_member(member)
    , m_path(path)
    , m_body(new QWidget)
    , m_limits(new WrappedLabel(cap::limitsOf(member)))
    , m_strange(new WrappedLabel)
    , m_problems(new ProblemLabel)
{
    auto *name = new QLabel(member.name.toString());
    name->setFont(semiBold(name->font()));
    m_limits->setMuted(true);
    m_limits->setAlignment(Qt::AlignRight);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(name, 0, Qt::AlignTop);
    head->addWidget(m_limits, 1);

    auto *help = new WrappedLabel(cap::helpOf(member));
    help->setMuted(true);
    m_controls = new QVBoxLayout(m_body);
    m_controls->setContentsMargins(0, 0, 0, 0);
    m_controls->setSpacing(4);
    m_strange->setText(tr("Something else stands here, which this form does not show; it stays. "
                          "The text shows it."));
    m_strange->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    layout->addLayout(head);
    layout->addWidget(m_body);
    layout->addWidget(m_strange);
    layout->addWidget(m_problems);
    layout->addWidget(help);
}

void DescriptorField::adopt(QWidget *control)
{
    if (control->accessibleName().isEmpty())
        control->setAccessibleName(m_member.name.toString());
    control->setAccessibleDescription(cap::helpOf(m_member));
    control->installEventFilter(this);
}

void DescriptorField::addControl(QWidget *control)
{
    adopt(control);
    m_controls->addWidget(control);
}

void DescriptorField::setHint(const QString &words)
{
    QStringList told;
    for (const auto &each : {words, cap::limitsOf(m_member)}) {
        if (!each.isEmpty())
            told << each;
    }
    m_limits->setText(told.join(QStringLiteral(" · ")));
}

void DescriptorField::retell(const text::Json &document)
{
    const text::Json *value = &document;
    for (const auto &step : m_path) {
        if (!value)
            break;
        bool isIndex = false;
        const auto index = step.toULongLong(&isIndex);
        if (value->isArray())
            value =
                isIndex && index < value->elements().size() ? &value->elements()[index] : nullptr;
        else
            value = value->find(step);
    }
    const bool isShown = !value || (cap::fits(m_member, *value) && canShow(*value));
    m_body->setVisible(isShown);
    m_strange->setVisible(!isShown);
    if (isShown)
        fill(value, document);
}

void DescriptorField::setProblems(const QList<DescriptorProblem> &problems)
{
    m_problems->clearProblems();
    for (const auto &problem : problems) {
        if (problem.path.first(std::min(problem.path.size(), m_path.size())) == m_path)
            m_problems->addProblem(problem.tone, problem.sentence);
    }
}

void DescriptorField::ask(const DescriptorChange &change)
{
    m_isTyping = false;
    Q_EMIT changed(change, false);
}

void DescriptorField::typed(const DescriptorChange &change)
{
    const bool continues = m_isTyping;
    m_isTyping = true;
    Q_EMIT changed(change, continues);
}

// The text has the one history, so that no control has another.
bool DescriptorField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut) // once the control has said its last
        QMetaObject::invokeMethod(
            this, [this] { m_isTyping = false; }, Qt::QueuedConnection);
    const bool isKey =
        event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isUndo = key->matches(QKeySequence::Undo);
    if (!isUndo && !asksForRedo(*key))
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress && !(isUndo && takeBack())) {
        m_isTyping = false;
        if (isUndo)
            Q_EMIT undoRequested();
        else
            Q_EMIT redoRequested();
    }
    return true;
}

} // namespace tokentrail::ui
