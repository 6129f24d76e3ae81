// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/tokens/claimsmodel.h"

#include "core/xsuaa/tokenstory.h"
#include "ui/widgets/fonts.h"

#include <QDateTime>
#include <QLocale>

namespace tokentrail::ui {

namespace {

bool isTime(const QString &claim)
{
    return claim == QLatin1String("exp") || claim == QLatin1String("iat")
        || claim == QLatin1String("nbf") || claim == QLatin1String("auth_time");
}

QString valueOf(const QString &claim, const text::Json &value)
{
    if (value.isString())
        return value.toString();
    const auto spelt = QString::fromUtf8(value.toCompact());
    if (!isTime(claim) || !value.isNumber())
        return spelt;
    const auto time = QDateTime::fromSecsSinceEpoch(value.toInteger());
    return QStringLiteral("%1 (%2)").arg(spelt, QLocale().toString(time, QLocale::ShortFormat));
}

} // namespace

void ClaimsModel::setToken(const jose::DecodedToken &token)
{
    beginResetModel();
    m_rows.clear();
    for (const auto &member : token.claims.members())
        m_rows << Row{
            member.name, valueOf(member.name, member.value), xsuaa::meaningOfClaim(member.name)};
    for (const auto &member : token.header.members())
        m_rows << Row{tr("header: %1").arg(member.name),
                      valueOf(member.name, member.value),
                      xsuaa::meaningOfClaim(member.name)};
    endResetModel();
}

int ClaimsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ClaimsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ClaimsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &row = m_rows[index.row()];
    const auto &text = index.column() == ClaimColumn ? row.claim
        : index.column() == ValueColumn              ? row.value
                                                     : row.meaning;
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return text;
    if (role == Qt::FontRole && index.column() != MeaningColumn)
        return codeFont();
    return {};
}

QVariant ClaimsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ClaimColumn:
        return tr("Claim");
    case ValueColumn:
        return tr("Value");
    case MeaningColumn:
        return tr("Meaning");
    default:
        return {};
    }
}

} // namespace tokentrail::ui
