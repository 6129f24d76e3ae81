// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accesspath.h"
#include "core/cap/accessrows.h"
#include "core/cap/say.h"
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

// What an answer has: an entity, the elements of a structure, or a plain value without any name.
struct Shape
{
    QString name; // for the sentence
    const Definition *entity = nullptr;
    QStringList names;
    bool isPlain = false;
    bool isNothing = false;
    bool isUnknown = false;

    bool has(const QString &member) const
    {
        return isUnknown || (entity ? hasName(*entity, member) : names.contains(member));
    }
};

Shape shapeOfReturns(const Definition &operation, const Csn &csn)
{
    Shape shape;
    const auto *returns = &(*operation.json)[u"returns"];
    if ((*returns)[u"items"].isObject())
        returns = &(*returns)[u"items"];
    const auto type = (*returns)[u"type"].toString();
    shape.name = type.isEmpty() ? operation.name : type;
    shape.isNothing = !operation.hasReturns;
    const auto *definition = csn.find(type);
    const auto &elements = definition ? (*definition->json)[u"elements"] : (*returns)[u"elements"];
    if (definition && definition->kind == Definition::Kind::Entity)
        shape.entity = definition;
    for (const auto &member : elements.members())
        shape.names << member.name;
    shape.isPlain = !shape.entity && !elements.isObject() && type.startsWith("cds."_L1);
    // Types of types, and of elements, are left alone.
    shape.isUnknown = !shape.isNothing && !shape.isPlain && !shape.entity && !elements.isObject();
    return shape;
}

class OptionCheck
{
public:
    OptionCheck(ResourcePath &path, const Shape &shape)
        : m_path(path)
        , m_shape(shape)
    { }

    void run(int cds)
    {
        for (const auto &option : m_path.options)
            checkSyntax(option);
        const auto filter = m_path.option(u"$filter");
        if (m_shape.isNothing && cds < 10)
            return;
        if (m_shape.isPlain && cds < 10 && !filter.isEmpty())
            fail(400, say(u"because.plain-filter"));
        const auto apply = m_path.option(u"$apply");
        if (apply.startsWith("groupby(("_L1))
            require(firstNames(apply.mid(9).section(u')', 0, 0)));
        if (!apply.isEmpty())
            return; // makes names of its own
        require(firstNames(m_path.option(u"$select")));
        require(firstNames(m_path.option(u"$expand")));
        require(firstNames(m_path.option(u"$orderby")));
        if (!filter.contains("/any("_L1) && !filter.contains("/all("_L1))
            require(namesInFilter(filter));
    }

private:
    void fail(int status, const QString &because)
    {
        if (m_path.status != 0)
            return;
        m_path.status = status;
        m_path.because = because;
    }

    void require(const QStringList &names)
    {
        for (const auto &name : names) {
            if (!m_shape.has(name))
                fail(400, u"Property \"%1\" does not exist in \"%2\"."_s.arg(name, m_shape.name));
        }
    }

    void checkSyntax(const QueryOption &option)
    {
        static const QStringList known = {u"$apply"_s,
                                          u"$at"_s,
                                          u"$compute"_s,
                                          u"$count"_s,
                                          u"$deltatoken"_s,
                                          u"$expand"_s,
                                          u"$filter"_s,
                                          u"$format"_s,
                                          u"$from"_s,
                                          u"$orderby"_s,
                                          u"$search"_s,
                                          u"$select"_s,
                                          u"$skip"_s,
                                          u"$skiptoken"_s,
                                          u"$to"_s,
                                          u"$toInclusive"_s,
                                          u"$top"_s};
        static const QStringList mustHaveValue = {
            u"$select"_s, u"$filter"_s, u"$orderby"_s, u"$top"_s, u"$skip"_s};
        const auto &[name, value] = option;
        if (!name.startsWith(u'$'))
            return;
        if (!known.contains(name))
            return fail(400, say(u"because.no-option", {{u"option", name}}));
        bool isInteger = true;
        if (name == "$top"_L1 || name == "$skip"_L1)
            value.toLongLong(&isInteger);
        const bool isCount = name != "$count"_L1
            || value.compare("true"_L1, Qt::CaseInsensitive) == 0
            || value.compare("false"_L1, Qt::CaseInsensitive) == 0;
        if (!isInteger || !isCount || (mustHaveValue.contains(name) && value.isEmpty()))
            fail(400, say(u"because.option-value", {{u"option", name}}));
        if (name == "$format"_L1 && value != "json"_L1)
            fail(501, say(u"because.format"));
    }

    ResourcePath &m_path;
    const Shape &m_shape;
};

} // namespace

void checkOptions(ResourcePath &path, const Csn &csn, int cds)
{
    Shape shape;
    if (path.operation) {
        shape = shapeOfReturns(*path.operation, csn);
    } else {
        shape.entity = path.target();
        shape.name = shape.entity->name;
    }
    OptionCheck(path, shape).run(cds);
}

} // namespace tokentrail::cap
