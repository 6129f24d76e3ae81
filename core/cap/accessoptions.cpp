// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accesspath.h"
#include "core/cap/accessrows.h"
#include "core/cap/splitoutside.h"

namespace tokentrail::cap {

using namespace Qt::StringLiterals;

namespace {

// The first names of paths in a comma list: "author($select=name),genre/code desc" → author, genre
QStringList firstNames(const QString &list)
{
    QStringList names;
    for (const auto &item : splitOutside(list, u',')) {
        const auto trimmed = item.trimmed();
        qsizetype end = 0;
        while (end < trimmed.size() && (trimmed[end].isLetterOrNumber() || trimmed[end] == u'_'))
            ++end;
        if (end > 0)
            names << trimmed.left(end);
    }
    return names;
}

bool hasName(const Definition &entity, const QString &name)
{
    static const QStringList ofDrafts = {u"IsActiveEntity"_s,
                                         u"HasActiveEntity"_s,
                                         u"HasDraftEntity"_s,
                                         u"DraftAdministrativeData"_s,
                                         u"SiblingEntity"_s};
    return entity.element(name) || columnsOf(entity.elements).contains(name)
        || (entity.isDraftEnabled() && ofDrafts.contains(name));
}

// Names in a filter that must be elements: neither literals, operators nor functions.
QStringList namesInFilter(const QString &filter)
{
    static const QStringList words = {u"eq"_s,
                                      u"ne"_s,
                                      u"gt"_s,
                                      u"ge"_s,
                                      u"lt"_s,
                                      u"le"_s,
                                      u"and"_s,
                                      u"or"_s,
                                      u"not"_s,
                                      u"in"_s,
                                      u"has"_s,
                                      u"true"_s,
                                      u"false"_s,
                                      u"null"_s,
                                      u"add"_s,
                                      u"sub"_s,
                                      u"mul"_s,
                                      u"div"_s,
                                      u"mod"_s};
    QStringList names;
    bool quoted = false;
    for (qsizetype i = 0; i < filter.size(); ++i) {
        if (filter[i] == u'\'')
            quoted = !quoted;
        if (quoted || !(filter[i].isLetter() || filter[i] == u'_'))
            continue;
        const auto before = i > 0 ? filter[i - 1] : QChar();
        const auto begin = i;
        while (i < filter.size() && (filter[i].isLetterOrNumber() || filter[i] == u'_'))
            ++i;
        const auto after = i < filter.size() ? filter[i] : QChar();
        const bool isPart = before == u'/' || before == u':' || before == u'-' || before.isDigit()
            || before == u'@' || before == u'$' || before == u'.';
        const bool isOther = after == u'(' || after == u':' || after == u'-' || after == u'\'';
        const auto name = filter.mid(begin, i - begin);
        if (!isPart && !isOther && !words.contains(name))
            names << name;
        --i;
    }
    return names;
}

} // namespace

void checkOptions(ResourcePath &path, const Definition &target)
{
    const auto require = [&](const QStringList &names) {
        for (const auto &name : names) {
            if (path.status == 0 && !hasName(target, name)) {
                path.status = 400;
                path.because =
                    u"Property \"%1\" does not exist in \"%2\"."_s.arg(name, target.name);
            }
        }
    };
    if (!path.option(u"$apply").isEmpty())
        return; // makes names of its own
    require(firstNames(path.option(u"$select")));
    require(firstNames(path.option(u"$expand")));
    require(firstNames(path.option(u"$orderby")));
    if (!path.option(u"$filter").contains("/any("_L1)
        && !path.option(u"$filter").contains("/all("_L1))
        require(namesInFilter(path.option(u"$filter")));
}

} // namespace tokentrail::cap
