// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/cardlist.h"

#include "ui/widgets/fonts.h"

#include <QPainter>

#include <algorithm>

namespace tokentrail::ui {

namespace {

constexpr int padding = 10;
constexpr int markSize = 12;
constexpr int gapBelow = 4;

} // namespace

void CardLineModel::setLines(const QList<CardLine> &lines)
{
    beginResetModel();
    m_lines = lines;
    endResetModel();
}

int CardLineModel::rowOf(const QString &id) const
{
    const auto found = std::find_if(
        m_lines.cbegin(), m_lines.cend(), [&](const CardLine &line) { return line.id == id; });
    return found == m_lines.cend() ? -1 : static_cast<int>(found - m_lines.cbegin());
}

int CardLineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant CardLineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &line = m_lines.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return line.title;
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return QString(line.title + QStringLiteral("\n") + line.detail);
    case IdRole:
        return line.id;
    case DetailRole:
        return line.detail;
    case MarkRole:
        return static_cast<int>(line.mark);
    case ToneRole:
        return static_cast<int>(line.tone);
    case QuietRole:
        return line.quiet;
    default:
        return {};
    }
}

QSize CardLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {160, 2 * option.fontMetrics.height() + 18 + gapBelow};
}

void CardLineDelegate::paint(QPainter *painter,
                             const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const auto colours = Colours::of(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool focused = option.state.testFlag(QStyle::State_HasFocus);
    const bool quiet = index.data(CardLineModel::QuietRole).toBool();
    const auto card = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5 - gapBelow);
    painter->setPen(QPen(selected ? colours.accent.ink : colours.line, focused ? 2.0 : 1.0));
    painter->setBrush(selected ? colours.accent.ground : colours.panel);
    painter->drawRoundedRect(card, 6, 6);

    const auto mark = static_cast<ChipMark>(index.data(CardLineModel::MarkRole).toInt());
    const auto tone = static_cast<Tone>(index.data(CardLineModel::ToneRole).toInt());
    const auto height = option.fontMetrics.height();
    auto left = card.left() + padding;
    const auto top = card.top() + 7;
    if (mark != ChipMark::None) {
        paintMark(*painter,
                  QRectF(left, top + (height - markSize) / 2.0, markSize, markSize),
                  mark,
                  quiet ? colours.muted : colours.pair(tone).ink);
        left += markSize + 8;
    }
    const auto width = card.right() - padding - left;
    const auto title = quiet ? option.font : semiBold(option.font);
    painter->setFont(title);
    painter->setPen(quiet ? colours.muted : colours.text);
    painter->drawText(QRectF(left, top, width, height),
                      Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetrics(title).elidedText(index.data(Qt::DisplayRole).toString(),
                                                     Qt::ElideMiddle,
                                                     static_cast<int>(width)));
    painter->setFont(option.font);
    painter->setPen(colours.muted);
    painter->drawText(
        QRectF(left, top + height + 2, width, height),
        Qt::AlignVCenter | Qt::TextSingleLine,
        option.fontMetrics.elidedText(index.data(CardLineModel::DetailRole).toString(),
                                      Qt::ElideRight,
                                      static_cast<int>(width)));
    painter->restore();
}

CardList::CardList(const QString &accessibleName, QWidget *parent)
    : QListView(parent)
    , m_lines(new CardLineModel(this))
{
    setAccessibleName(accessibleName);
    setModel(m_lines);
    setItemDelegate(new CardLineDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(QListView::Adjust);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    viewport()->setAutoFillBackground(false);
}

void CardList::setLines(const QList<CardLine> &lines)
{
    const auto before = currentId();
    m_refilling = true;
    m_lines->setLines(lines);
    const auto row = m_lines->rowOf(before);
    if (row >= 0)
        setCurrentIndex(m_lines->index(row));
    m_refilling = false;
    if (row < 0 && !lines.isEmpty())
        setCurrentIndex(m_lines->index(0));
}

QString CardList::currentId() const
{
    return currentIndex().data(CardLineModel::IdRole).toString();
}

void CardList::setCurrentId(const QString &id)
{
    const auto row = m_lines->rowOf(id);
    if (row >= 0)
        setCurrentIndex(m_lines->index(row));
}

void CardList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!m_refilling && current.isValid())
        Q_EMIT chosen(current.data(CardLineModel::IdRole).toString());
}

} // namespace tokentrail::ui
