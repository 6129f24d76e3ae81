// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/tokens/tokenhistory.h"

#include "ui/widgets/chip.h"
#include "ui/widgets/colours.h"
#include "ui/widgets/fonts.h"

#include <QPainter>

namespace tokentrail::ui {

QString lifeInWords(qint64 expiresAt, qint64 nowSeconds)
{
    if (expiresAt == 0)
        return TokenHistoryModel::tr("no end told");
    const auto left = expiresAt - nowSeconds;
    const auto span = qAbs(left);
    if (left > 0)
        return span < 120 ? TokenHistoryModel::tr("%1 s left").arg(span)
            : span < 7200 ? TokenHistoryModel::tr("%1 min left").arg(span / 60)
                          : TokenHistoryModel::tr("%1 h left").arg(span / 3600);
    return span < 120 ? TokenHistoryModel::tr("expired %1 s ago").arg(span)
        : span < 7200 ? TokenHistoryModel::tr("expired %1 min ago").arg(span / 60)
                      : TokenHistoryModel::tr("expired %1 h ago").arg(span / 3600);
}

void TokenHistoryModel::add(const TokenView &view)
{
    for (int row = 0; row < m_views.size(); ++row) {
        if (m_views[row].token.compact == view.token.compact) {
            beginRemoveRows({}, row, row);
            m_views.removeAt(row);
            endRemoveRows();
            break;
        }
    }
    beginInsertRows({}, 0, 0);
    m_views.prepend(view);
    endInsertRows();
}

void TokenHistoryModel::replace(int row, const TokenView &view)
{
    m_views[row] = view;
    Q_EMIT dataChanged(index(row), index(row));
}

int TokenHistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_views.size());
}

QVariant TokenHistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &view = m_views[index.row()];
    const auto life = lifeInWords(view.story.expiresAt, view.nowSeconds);
    switch (role) {
    case WhoRole:
        return view.who;
    case GrantRole:
        return view.token.isReadable() ? view.grant : tr("not readable");
    case LifeRole: {
        const auto told =
            view.token.isReadable() ? life : tr("%n byte(s)", nullptr, int(view.story.bytes));
        return view.source.isEmpty() ? told : tr("%1 · %2").arg(told, view.source);
    }
    case IsPersonRole:
        return view.kind == xsuaa::TokenKind::User;
    case IsReadableRole:
        return view.token.isReadable();
    case IsExpiredRole:
        return view.story.expiresAt != 0 && view.story.expiresAt <= view.nowSeconds;
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return view.token.isReadable() ? tr("%1, %2, %3").arg(view.who, view.grant, life)
                                       : tr("A token that cannot be read");
    default:
        return {};
    }
}

QSize TokenCardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {100, option.fontMetrics.height() * 2 + 34};
}

void TokenCardDelegate::paint(QPainter *painter,
                              const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const auto colours = Colours::of(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool focused = option.state.testFlag(QStyle::State_HasFocus);
    const auto card = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -6.5);
    painter->setPen(QPen(selected ? colours.accent.ink : colours.line, focused ? 2.0 : 1.0));
    painter->setBrush(selected ? colours.accent.ground : colours.panel);
    painter->drawRoundedRect(card, 6, 6);

    const bool readable = index.data(TokenHistoryModel::IsReadableRole).toBool();
    const bool person = index.data(TokenHistoryModel::IsPersonRole).toBool();
    const ChipLook look{readable ? index.data(TokenHistoryModel::WhoRole).toString() : tr("broken"),
                        !readable    ? Tone::Error
                            : person ? Tone::Person
                                     : Tone::Client,
                        !readable    ? ChipMark::Lost
                            : person ? ChipMark::Person
                                     : ChipMark::Client};
    auto size = chipSize(look, option.font);
    size.setWidth(qMin(size.width(), card.width() * 0.6));
    const QRectF chip(card.topLeft() + QPointF(10, 9), size);
    paintChip(*painter, chip, look, colours);

    painter->setPen(colours.text);
    painter->setFont(semiBold(option.font));
    const QRectF grantRect(
        chip.right() + 8, chip.top(), card.right() - chip.right() - 16, chip.height());
    painter->drawText(
        grantRect,
        Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data(TokenHistoryModel::GrantRole).toString(),
                                          Qt::ElideRight,
                                          int(grantRect.width())));
    painter->setFont(option.font);
    painter->setPen(index.data(TokenHistoryModel::IsExpiredRole).toBool() ? colours.error.ink
                                                                          : colours.muted);
    painter->drawText(
        QRectF(card.left() + 10, chip.bottom() + 5, card.width() - 20, option.fontMetrics.height()),
        Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data(TokenHistoryModel::LifeRole).toString(),
                                          Qt::ElideRight,
                                          int(card.width()) - 20));
    painter->restore();
}

} // namespace tokentrail::ui
