// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accesskeys.h"

#include "core/cap/odatareader.h"
#include "core/cap/splitoutside.h"

#include <QUrl>

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;

QString decoded(QStringView text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

Value literal(const QString &text)
{
    if (text.size() > 1 && text.startsWith(u'\'') && text.endsWith(u'\'')) {
        auto inner = text.mid(1, text.size() - 2);
        return Value::of(inner.replace("''"_L1, "'"_L1));
    }
    if (text == "true"_L1 || text == "false"_L1)
        return Value::of(text == "true"_L1);
    if (text == "null"_L1)
        return {};
    bool exact = false;
    const auto number = text.toDouble(&exact);
    return exact ? Value::of(number) : Value::of(text);
}

QString plainValue(const Value &value)
{
    return QString::fromUtf8(value.toJson().toCompact());
}

bool hasBareWord(const QString &keys)
{
    const auto parts = splitOutside(keys, u',');
    return std::any_of(parts.begin(), parts.end(), [](const QString &part) {
        const auto pair = splitOutside(part, u'=');
        const auto value = decoded(pair.back()).trimmed();
        QString text;
        OdataReader reader(value);
        return !value.isEmpty() && value.front().isLetterOrNumber() && !reader.literal(text);
    });
}

bool isNoKey(const QString &keys)
{
    const auto parts = splitOutside(keys, u',');
    return parts.size() > 1 && std::any_of(parts.begin(), parts.end(), [](const QString &part) {
               return splitOutside(part, u'=').size() < 2;
           });
}

} // namespace tokentrail::cap
