// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/cardbutton.h"

#include "ui/widgets/fonts.h"

#include <QPainter>
#include <QResizeEvent>

namespace tokentrail::ui {

namespace {
constexpr qsizetype mostTitleLines = 3; // of a compact card
constexpr int padding = 10;
constexpr int markSize = 10;
constexpr int wrap = Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop;
} // namespace

CardButton::CardButton(
    const QString &title, const QString &sentence, ChipMark mark, Tone tone, QWidget *parent)
    : QAbstractButton(parent)
    , m_title(title)
    , m_sentence(sentence)
    , m_mark(mark)
    , m_tone(tone)
{
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void CardButton::setCompact(bool compact)
{
    m_compact = compact;
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    policy.setHeightForWidth(!compact);
    setSizePolicy(policy);
    if (compact)
        setToolTip(QString(m_title + u'\n' + m_sentence));
    updateGeometry();
}

QFont CardButton::titleFont() const
{
    return semiBold(font());
}

int CardButton::textLeft() const
{
    return padding + (m_mark == ChipMark::None ? 0 : markSize + 8);
}

QRect CardButton::textRect(int width) const
{
    if (m_sentence.isEmpty())
        return {};
    return fontMetrics().boundingRect(
        QRect(0, 0, qMax(60, width - textLeft() - padding), 10000), wrap, m_sentence);
}

int CardButton::heightForWidth(int width) const
{
    const auto title = QFontMetrics(titleFont()).height();
    const auto sentence = m_sentence.isEmpty() ? 0 : textRect(width).height() + 2;
    return 2 * padding + title + sentence;
}

namespace {

// Where a line of a path is best broken: before a slash, else before a capital letter.
qsizetype breakOf(const QString &text, qsizetype fitting)
{
    const auto slash = text.lastIndexOf(u'/', fitting);
    if (slash > 0)
        return slash;
    for (auto at = fitting; at > 1; --at) {
        if (text.at(at).isUpper() && text.at(at - 1).isLower())
            return at;
    }
    return fitting;
}

} // namespace

QStringList CardButton::titleLines() const
{
    const auto width = rect().width() - textLeft() - padding;
    const QFontMetrics metrics(titleFont());
    QStringList lines;
    auto rest = m_title;
    while (m_compact && lines.size() + 1 < mostTitleLines
           && metrics.horizontalAdvance(rest) > width) {
        auto fitting = rest.size() - 1;
        while (fitting > 1 && metrics.horizontalAdvance(rest.first(fitting)) > width)
            --fitting;
        const auto cut = breakOf(rest, fitting);
        lines << rest.first(cut);
        rest = rest.sliced(cut);
    }
    lines << metrics.elidedText(rest, m_compact ? Qt::ElideMiddle : Qt::ElideRight, width);
    return lines;
}

void CardButton::resizeEvent(QResizeEvent *event)
{
    QAbstractButton::resizeEvent(event);
    if (m_compact && event->size().width() != event->oldSize().width())
        updateGeometry();
}

QSize CardButton::sizeHint() const
{
    if (m_compact)
        return {120, (static_cast<int>(titleLines().size()) + 1) * fontMetrics().height() + 14};
    return {280, heightForWidth(280)};
}

QSize CardButton::minimumSizeHint() const
{
    return {m_compact ? 60 : 160, sizeHint().height()};
}

void CardButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto colours = Colours::of(palette());
    const auto strong = underMouse() || isDown() || isChecked();
    const auto frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    const auto edge = m_compact && !colours.system
        ? QPen(Qt::NoPen)
        : QPen(strong ? colours.accent.ink : colours.line);
    painter.setPen(hasFocus() ? QPen(colours.accent.ink, 2) : edge);
    painter.setBrush(strong          ? colours.accent.ground
                         : m_compact ? QColor(Qt::transparent)
                                     : colours.panel);
    painter.drawRoundedRect(frame, 7, 7);

    const QFontMetrics title(titleFont());
    const auto top = m_compact ? 7 : padding;
    const auto ink = m_mark == ChipMark::None ? colours.text : colours.pair(m_tone).ink;
    paintMark(painter,
              QRectF(padding, top + (title.height() - markSize) / 2.0, markSize, markSize),
              m_mark,
              ink);
    const auto width = rect().width() - textLeft() - padding;
    painter.setFont(titleFont());
    painter.setPen(colours.text);
    const auto lines = titleLines();
    for (qsizetype i = 0; i < lines.size(); ++i)
        painter.drawText(
            QRect(textLeft(), top + static_cast<int>(i) * title.height(), width, title.height()),
            Qt::AlignLeft | Qt::AlignVCenter,
            lines.at(i));
    painter.setFont(font());
    painter.setPen(colours.muted);
    const auto titleHeight = static_cast<int>(lines.size()) * title.height();
    const QRect below(textLeft(), top + titleHeight + (m_compact ? 0 : 2), width, height());
    if (m_compact)
        painter.drawText(below, wrap, fontMetrics().elidedText(m_sentence, Qt::ElideRight, width));
    else
        painter.drawText(below, wrap, m_sentence);
}

} // namespace tokentrail::ui
