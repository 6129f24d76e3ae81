// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/lanes/claimmodel.h"

#include "core/xsuaa/capuser.h"
#include "core/xsuaa/tokenstory.h"
#include "ui/lanes/hopwords.h"
#include "ui/widgets/colours.h"
#include "ui/widgets/fonts.h"

#include <QApplication>
#include <QDateTime>
#include <QLocale>
#include <QSet>

#include <algorithm>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

namespace {

bool isTime(QStringView claim)
{
    return claim == u"exp" || claim == u"iat" || claim == u"nbf" || claim == u"auth_time";
}

QString shown(QStringView claim, const text::Json &value)
{
    if (value.isString())
        return value.toString();
    if (value.isNumber() && isTime(claim)) {
        const auto time = QDateTime::fromSecsSinceEpoch(value.toInteger());
        return ClaimModel::tr("%1 (%2)").arg(QLocale().toString(time, QLocale::ShortFormat),
                                             QString::fromUtf8(value.toCompact()));
    }
    if (value.isArray()
        && std::all_of(value.elements().begin(), value.elements().end(), [](const auto &one) {
               return one.isString();
           }))
        return value.toStringList().join(u", "_s);
    return QString::fromUtf8(value.toCompact());
}

// A client's token says nothing about a person's, however close they are.
bool sameLine(const trail::TokenSeen &one, const trail::TokenSeen &other)
{
    const auto kind = xsuaa::kindOf(one.claims);
    if (kind != xsuaa::kindOf(other.claims))
        return false;
    const auto same = [&](QStringView claim) {
        return one.claims[claim] == other.claims[claim];
    };
    if (kind == xsuaa::TokenKind::User)
        return same(u"user_name") && same(u"origin");
    return same(u"cid") && same(u"client_id");
}

} // namespace

TokenBefore tokenBefore(const trail::Trail &trail, const trail::Hop &hop, int tokenIndex)
{
    TokenBefore before;
    const auto &token = hop.tokens.at(tokenIndex);
    for (const auto &earlier : trail.hops) {
        const auto isThis = earlier.id == hop.id;
        for (qsizetype i = 0; i < (isThis ? tokenIndex : earlier.tokens.size()); ++i) {
            const auto &seen = earlier.tokens.at(i);
            if (seen.fingerprint == token.fingerprint && !seen.fingerprint.isEmpty())
                return {nullptr, numberOf(trail, earlier.id), true};
            const auto exchanged = isThis && token.role == trail::TokenRole::Issued
                && seen.role == trail::TokenRole::Assertion;
            if (seen.claims.isObject() && (exchanged || sameLine(seen, token)))
                before = {&seen, numberOf(trail, earlier.id), false};
        }
        if (isThis)
            break;
    }
    return before;
}

ClaimModel::ClaimModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void ClaimModel::setTokens(const trail::TokenSeen &token, const trail::TokenSeen *before)
{
    beginResetModel();
    m_rows.clear();
    m_comparing = before != nullptr;
    for (const auto &member : token.claims.members()) {
        Row row{member.name, shown(member.name, member.value), {}, {}, Change::Same};
        if (before) {
            const auto *old = before->claims.find(member.name);
            row.before = old ? shown(member.name, *old) : QString();
            if (!old)
                row.change = Change::Added;
            else if (!(*old == member.value))
                row.change = Change::Changed;
        }
        m_rows.append(row);
    }
    if (before) {
        for (const auto &member : before->claims.members()) {
            if (!token.claims.contains(member.name))
                m_rows.append(
                    {member.name, {}, shown(member.name, member.value), {}, Change::Gone});
        }
    }
    for (auto &row : m_rows)
        row.meaning = xsuaa::meaningOfClaim(row.name);
    std::stable_partition(
        m_rows.begin(), m_rows.end(), [](const Row &row) { return row.change != Change::Same; });
    endResetModel();
}

int ClaimModel::changes() const
{
    return static_cast<int>(std::count_if(
        m_rows.begin(), m_rows.end(), [](const Row &row) { return row.change != Change::Same; }));
}

int ClaimModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ClaimModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ClaimModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const auto &row = m_rows.at(index.row());
    const auto colours = Colours::of(QApplication::palette());
    const auto column = static_cast<Column>(index.column());
    if (role == ChangeRole)
        return static_cast<int>(row.change);
    if (role == Qt::FontRole && (column == Name || column == Value || column == Before))
        return column == Name && row.change != Change::Same ? semiBold(codeFont()) : codeFont();
    if (role == Qt::ForegroundRole) {
        if (column == Before && row.change != Change::Same)
            return colours.error.ink;
        if (column == Value && row.change != Change::Same)
            return colours.person.ink;
        return column == Meaning || column == Before ? colours.muted : colours.text;
    }
    if (role == Qt::ToolTipRole && column == Meaning)
        return row.meaning;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (column) {
    case Name:
        return row.name;
    case Value:
        return row.change == Change::Gone ? tr("not in this token") : row.value;
    case Before:
        if (!m_comparing)
            return {};
        if (row.change == Change::Added)
            return tr("was not there");
        return row.change == Change::Same ? tr("the same") : row.before;
    case Meaning:
        return row.meaning;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ClaimModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (static_cast<Column>(section)) {
    case Name:
        return tr("Claim");
    case Value:
        return tr("This token");
    case Before:
        return tr("Token before");
    case Meaning:
        return tr("In plain words");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace tokentrail::ui
