// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/choicebutton.h"

#include "ui/widgets/colours.h"
#include "ui/widgets/fonts.h"

#include <QActionGroup>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOptionToolButton>

#include <algorithm>

namespace tokentrail::ui {

namespace {
constexpr int padding = 10;
constexpr int gap = 7;
constexpr int arrow = 8;
} // namespace

ChoiceButton::ChoiceButton(const QString &prefix, const QString &accessibleName, QWidget *parent)
    : QToolButton(parent)
    , m_prefix(prefix)
    , m_name(accessibleName)
{
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    setMenu(new QMenu(this));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    retell();
}

void ChoiceButton::setChoices(const QList<Choice> &choices)
{
    m_choices = choices;
    rebuildMenu();
    setCurrentId(m_currentId);
}

void ChoiceButton::addCommand(QAction *action)
{
    m_commands.append(action);
    rebuildMenu();
}

void ChoiceButton::setCurrentId(const QString &id)
{
    const auto found = std::find_if(
        m_choices.cbegin(), m_choices.cend(), [&](const Choice &one) { return one.id == id; });
    m_current = found != m_choices.cend() ? *found : Choice{};
    m_currentId = id;
    for (auto *action : menu()->actions()) {
        if (action->isCheckable())
            action->setChecked(action->data().toString() == id);
    }
    retell();
}

void ChoiceButton::setDetailShown(bool shown)
{
    if (m_detailShown == shown)
        return;
    m_detailShown = shown;
    updateGeometry();
    update();
}

void ChoiceButton::setCodeFont()
{
    setFont(codeFont());
}

void ChoiceButton::rebuildMenu()
{
    menu()->clear();
    auto *group = new QActionGroup(menu());
    QString heading;
    for (const auto &choice : m_choices) {
        if (choice.group != heading) {
            heading = choice.group;
            menu()->addSection(heading);
        }
        const QString text = choice.detail.isEmpty()
            ? choice.text
            : QString(choice.text + QStringLiteral("   ") + choice.detail);
        auto *action = menu()->addAction(text);
        action->setCheckable(true);
        action->setData(choice.id);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, id = choice.id] {
            setCurrentId(id);
            Q_EMIT chosen(id);
        });
    }
    if (!m_commands.isEmpty() && !m_choices.isEmpty())
        menu()->addSeparator();
    for (auto *command : std::as_const(m_commands))
        menu()->addAction(command);
}

void ChoiceButton::retell()
{
    setText(m_current.text);
    const QString told = m_name + QStringLiteral(": ") + m_current.text;
    setAccessibleName(told);
    setAccessibleDescription(m_current.detail);
    setToolTip(m_current.detail.isEmpty()
                   ? told
                   : QString(told + QStringLiteral(" (") + m_current.detail + u')'));
    updateGeometry();
    update();
}

QSize ChoiceButton::sizeHint() const
{
    const QFontMetrics plain(font());
    const QFontMetrics bold(semiBold(font()));
    auto width = 2 * padding + bold.horizontalAdvance(m_current.text) + gap + arrow;
    if (!m_prefix.isEmpty())
        width += plain.horizontalAdvance(m_prefix) + gap;
    if (m_detailShown && !m_current.detail.isEmpty())
        width += plain.horizontalAdvance(m_current.detail) + gap;
    return {width + 2, qMax(32, plain.height() + 14)};
}

QSize ChoiceButton::minimumSizeHint() const
{
    const QFontMetrics metrics(font());
    return {qMin(sizeHint().width(), 2 * padding + metrics.averageCharWidth() * 8 + gap + arrow),
            sizeHint().height()};
}

void ChoiceButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    style()->drawPrimitive(QStyle::PE_PanelButtonTool, &option, &painter, this);
    const auto colours = Colours::of(palette());
    QRect left = rect().adjusted(padding, 0, -padding - arrow - gap, 0);
    const auto write = [&](const QString &text, const QFont &font, const QColor &colour) {
        if (text.isEmpty() || left.width() <= 0)
            return;
        painter.setFont(font);
        painter.setPen(colour);
        const QFontMetrics metrics(font);
        const auto shown = metrics.elidedText(text, Qt::ElideRight, left.width());
        painter.drawText(left, Qt::AlignVCenter | Qt::AlignLeft, shown);
        left.setLeft(left.left() + metrics.horizontalAdvance(shown) + gap);
    };
    write(m_prefix, font(), colours.muted);
    write(m_current.text, semiBold(font()), isEnabled() ? colours.text : colours.muted);
    if (m_detailShown)
        write(m_current.detail, font(), colours.muted);

    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.muted, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF tip(width() - padding - arrow / 2.0, height() / 2.0 + 2);
    QPainterPath chevron(tip + QPointF(-3.5, -3.5));
    chevron.lineTo(tip);
    chevron.lineTo(tip + QPointF(3.5, -3.5));
    painter.drawPath(chevron);
}

void ChoiceButton::step(int by)
{
    if (m_choices.isEmpty())
        return;
    const auto found = std::find_if(m_choices.cbegin(),
                                    m_choices.cend(),
                                    [this](const Choice &one) { return one.id == m_currentId; });
    const auto at = found == m_choices.cend() ? 0 : found - m_choices.cbegin();
    const auto next = qBound<qsizetype>(0, at + by, m_choices.size() - 1);
    if (m_choices.at(next).id == m_currentId)
        return;
    setCurrentId(m_choices.at(next).id);
    Q_EMIT chosen(m_currentId);
}

void ChoiceButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) {
        if (event->modifiers() & Qt::AltModifier)
            showMenu();
        else
            step(event->key() == Qt::Key_Up ? -1 : 1);
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (event->modifiers() == Qt::NoModifier) {
            showMenu();
            return;
        }
    }
    QToolButton::keyPressEvent(event);
}

} // namespace tokentrail::ui
