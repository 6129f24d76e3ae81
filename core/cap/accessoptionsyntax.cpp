// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accesspath.h"
#include "core/cap/odatasyntax.h"
#include "core/cap/say.h"

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;

namespace {

void checkSyntax(ResourcePath &path, const QueryOption &option, bool isStrict)
{
    static const QStringList known = {u"$at"_s,
                                      u"$count"_s,
                                      u"$deltatoken"_s,
                                      u"$from"_s,
                                      u"$search"_s,
                                      u"$skip"_s,
                                      u"$format"_s,
                                      u"$skiptoken"_s,
                                      u"$to"_s,
                                      u"$toInclusive"_s,
                                      u"$top"_s};
    static const QStringList parsed = {
        u"$apply"_s, u"$compute"_s, u"$expand"_s, u"$filter"_s, u"$orderby"_s, u"$select"_s};
    const auto &[name, value] = option;
    const auto fail = [&path](int status, const QString &because) {
        path.status = status;
        path.because = because;
    };
    if (!name.startsWith(u'$'))
        return;
    if (parsed.contains(name)) {
        const auto syntax = readQueryOption(name, value);
        if (syntax.status == 501 && syntax.isFunction && !isStrict)
            path.brokenKey = syntax.because; // left to the database, which does not know it either
        else if (syntax.status != 0)
            fail(syntax.status, syntax.because);
        return;
    }
    if (!known.contains(name))
        return fail(400, say(u"because.no-option", {{u"option", name}}));
    bool isInteger = true;
    if (name == "$top"_L1 || name == "$skip"_L1)
        value.trimmed().toLongLong(&isInteger);
    const bool isCount = name != "$count"_L1 || value.compare("true"_L1, Qt::CaseInsensitive) == 0
        || value.compare("false"_L1, Qt::CaseInsensitive) == 0;
    if (!isInteger || !isCount)
        fail(400, say(u"because.option-value", {{u"option", name}}));
    if (name == "$format"_L1 && value.compare("json"_L1, Qt::CaseInsensitive) != 0)
        fail(501, say(u"because.format"));
}

} // namespace

bool isUuidKey(const QString &text, int cds)
{
    const auto isPart = [](QChar c) {
        return c.unicode() < 128 && c.isLetterOrNumber();
    };
    if (cds >= 10) // does not count
        return !text.isEmpty() && text.size() <= 36
            && std::all_of(
                text.begin(), text.end(), [&](QChar c) { return c == u'-' || isPart(c); });
    auto digits = text;
    digits.remove(u'-');
    return digits.size() == 32 && std::all_of(digits.begin(), digits.end(), isPart);
}

bool isSafeInteger(const QString &text)
{
    constexpr double largest = 9007199254740991.0;
    bool isNumber = false;
    const auto digits = text.startsWith(u'+') || text.startsWith(u'-') ? text.mid(1) : text;
    const auto number = digits.toDouble(&isNumber);
    return isNumber && number <= largest
        && std::all_of(digits.begin(), digits.end(), [](QChar c) { return c.isDigit(); });
}

// What stands behind "?" is read before the path is looked up.
void checkOptionSyntax(ResourcePath &path, bool isStrict)
{
    for (const auto &option : path.options) {
        if (path.status == 0)
            checkSyntax(path, option, isStrict);
    }
}

} // namespace tokentrail::cap
