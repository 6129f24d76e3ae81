// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trail/hop.h"

#include <QAbstractTableModel>

#include <optional>

namespace tokentrail::ui {

// The token that came before another one in its line, as far as the trail tells: what it was
// exchanged for, else the token before it of the same person, or of the same client.
struct TokenBefore
{
    const trail::TokenSeen *token = nullptr; // null: none, or the same token
    int hopNumber = 0; // where it was seen; of the same token its first hop
    bool same = false;
};
TokenBefore tokenBefore(const trail::Trail &trail, const trail::Hop &hop, int tokenIndex);

// A token claim by claim, beside the token before it.
class ClaimModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Value, Before, Meaning, ColumnCount };
    enum class Change { Same, Changed, Added, Gone };
    enum Role { ChangeRole = Qt::UserRole + 1 };

    explicit ClaimModel(QObject *parent = nullptr);

    void setTokens(const trail::TokenSeen &token, const trail::TokenSeen *before);
    int changes() const; // rows that differ

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        QString name;
        QString value;
        QString before;
        QString meaning;
        Change change = Change::Same;
    };
    QList<Row> m_rows;
    bool m_comparing = false;
};

} // namespace tokentrail::ui
