// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accessinput.h"
#include "core/cap/accesspath.h"
#include "core/cap/accessrows.h"
#include "core/cap/odatasyntax.h"
#include "core/cap/say.h"
#include "core/cap/splitoutside.h"

#include <algorithm>

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
    const auto *element = entity.element(name);
    if (element && !element->isAssociation() && (*element->json)[u"@cds.api.ignore"].toBool())
        return false;
    const bool isStructure = element && !element->elements.empty(); // flat at run time
    return (element && !isStructure) || columnsOf(entity.elements).contains(name)
        || (entity.isDraftEnabled() && ofDrafts.contains(name));
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

// The type of what a path leads to; empty when there is nothing, or nothing is known.
QString typeAt(const Definition &entity, const QStringList &path)
{
    const auto *at = &entity;
    for (qsizetype i = 0; at && i + 1 < path.size(); ++i) {
        const auto *step = at->element(path[i]);
        at = step ? step->target : nullptr;
    }
    const auto *json = at ? elementOfColumn(at->elements, path.back()) : nullptr;
    return json ? (*json)[u"type"].toString() : QString();
}

// The element that a path leads to; null when there is none, or none is known.
const Element *elementAt(const Definition &entity, const QStringList &path)
{
    const auto *at = &entity;
    for (qsizetype i = 0; at && i + 1 < path.size(); ++i) {
        const auto *step = at->element(path[i]);
        at = step ? step->target : nullptr;
    }
    return at ? at->element(path.back()) : nullptr;
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
        if (m_shape.isNothing && cds < 10)
            return;
        const auto filter = m_path.option(u"$filter");
        if (m_shape.isPlain && cds < 10 && !filter.isEmpty())
            fail(400, say(u"because.plain-filter"));
        const auto apply = m_path.option(u"$apply");
        if (apply.startsWith("groupby(("_L1))
            require(firstNames(apply.mid(9).section(u')', 0, 0)));
        checkTerms(termsOf(u"$apply"_s));
        if (!apply.isEmpty() || !m_path.option(u"$compute").isEmpty())
            return; // they make names of their own
        const auto where = termsOf(u"$filter"_s);
        if (m_shape.entity)
            checkValues(where, *m_shape.entity, cds);
        for (const auto *name : {"$expand", "$select", "$orderby"})
            checkTerms(termsOf(QString::fromLatin1(name)));
        checkTerms(where);
    }

private:
    void fail(int status, const QString &because)
    {
        if (m_path.status != 0)
            return;
        m_path.status = status;
        m_path.because = because;
    }

    void failName(const QString &name, const QString &owner)
    {
        fail(400, say(u"because.no-property", {{u"name", name}, {u"entity", owner}}));
    }

    OptionTerms termsOf(const QString &name) const
    {
        const auto value = m_path.option(name);
        return value.isEmpty() ? OptionTerms() : readQueryOption(name, value).terms;
    }

    void require(const QStringList &names)
    {
        for (const auto &name : names) {
            if (!m_shape.has(name))
                failName(name, m_shape.name);
        }
    }

    void checkTerms(const OptionTerms &terms)
    {
        if (m_shape.entity)
            return checkNames(terms, *m_shape.entity);
        for (const auto &path : terms.paths)
            require({path.front()});
        for (const auto &expand : terms.expands)
            require({expand.name});
    }

    void checkNames(const OptionTerms &terms, const Definition &entity)
    {
        for (const auto &path : terms.paths)
            checkPath(path, entity);
        for (const auto &lambda : terms.lambdas)
            checkLambda(lambda, entity);
        for (const auto &expand : terms.expands)
            checkExpand(expand, entity);
    }

    void checkPath(const QStringList &path, const Definition &entity)
    {
        const auto &name = path.front();
        if (!hasName(entity, name))
            return failName(name, entity.name);
        const auto *element = entity.element(name);
        if (path.size() > 1 && element && element->target)
            checkPath(path.mid(1), *element->target);
    }

    void checkLambda(const OptionTerms::Lambda &lambda, const Definition &entity)
    {
        checkPath(lambda.path, entity);
        const auto *element = elementAt(entity, lambda.path);
        if (!element || m_path.status != 0)
            return;
        if (!element->isAssociation() || !element->isToMany)
            return fail(400, say(u"because.lambda-to-many", {{u"path", lambda.path.join(u'/')}}));
        if (element->target && !lambda.inner.empty())
            checkNames(lambda.inner.front(), *element->target);
    }

    void checkExpand(const OptionTerms::Expand &expand, const Definition &entity)
    {
        static const QStringList ofDrafts = {u"DraftAdministrativeData"_s, u"SiblingEntity"_s};
        if (expand.name == "*"_L1 || (entity.isDraftEnabled() && ofDrafts.contains(expand.name)))
            return;
        const auto *element = entity.element(expand.name);
        const auto *target = element ? element->target : nullptr;
        if (!target || target->service != entity.service)
            return fail(
                400,
                say(u"because.no-navigation", {{u"name", expand.name}, {u"entity", entity.name}}));
        if (!expand.inner.empty())
            checkNames(expand.inner.front(), *target);
    }

    // A value beside an element is turned into the element's type.
    void checkValues(const OptionTerms &terms, const Definition &entity, int cds)
    {
        static const QStringList integers = {
            u"cds.Integer"_s, u"cds.Int16"_s, u"cds.Int32"_s, u"cds.UInt8"_s};
        for (const auto &comparison : terms.comparisons) {
            const auto *element = elementAt(entity, comparison.path);
            const bool isToMany = element && element->isAssociation() && element->isToMany;
            if (isToMany && cds >= 10)
                fail(400, say(u"because.compared-many", {{u"name", element->name}}));
            else if (isToMany || (element && (*element->json)[u"virtual"].toBool()))
                m_path.brokenKey = say(u"because.compared-many", {{u"name", element->name}});
            const auto type = typeAt(entity, comparison.path);
            const auto name = comparison.path.join(u'/');
            const auto &literal = comparison.literal;
            const bool isNegative =
                type == "cds.UInt8"_L1 && literal.startsWith(u'-') && literal != "-0"_L1;
            if (integers.contains(type) && (!isSafeInteger(literal) || isNegative))
                fail(400,
                     say(u"because.compared-no-integer", {{u"name", name}, {u"value", literal}}));
            if (type == "cds.UUID"_L1 && !isUuidKey(literal, cds))
                fail(400, say(u"because.compared-no-uuid", {{u"name", name}, {u"value", literal}}));
        }
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
