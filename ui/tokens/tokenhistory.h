// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/tokens/tokenview.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace tokentrail::ui {

// The tokens that were looked at, newest first. Expired ones are kept on purpose.
class TokenHistoryModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        WhoRole = Qt::UserRole,
        GrantRole,
        LifeRole,
        IsPersonRole,
        IsReadableRole,
        IsExpiredRole
    };

    using QAbstractListModel::QAbstractListModel;

    void add(const TokenView &view); // a token that is there already moves up
    void replace(int row, const TokenView &view);
    const TokenView &at(int row) const { return m_views[row]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<TokenView> m_views;
};

// A card: whose token it is as a chip, how it was got, how long it lives.
class TokenCardDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace tokentrail::ui
