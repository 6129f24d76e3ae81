// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/xssecurity.h"

#include "core/cap/csn.h"

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

// Names in the order in which JavaScript lists the members of an object: whole numbers first.
class NameSet
{
public:
    void add(const QString &name)
    {
        if (!m_names.contains(name))
            m_names << name;
    }

    QStringList names() const
    {
        auto sorted = m_names;
        std::stable_sort(
            sorted.begin(), sorted.end(), [](const QString &left, const QString &right) {
                const auto a = indexOf(left);
                const auto b = indexOf(right);
                return a && (!b || *a < *b);
            });
        return sorted;
    }

private:
    static std::optional<uint> indexOf(const QString &name)
    {
        bool isNumber = false;
        const auto index = name.toUInt(&isNumber);
        return isNumber && QString::number(index) == name ? std::optional(index) : std::nullopt;
    }

    QStringList m_names;
};

class Collector
{
public:
    void collect(const Definition &definition)
    {
        collectFrom(definition);
        for (const auto &operation : definition.operations)
            collectFrom(*operation);
    }

    // cds has unbound operations among the actions of their service, and so asks them right after
    // it: that decides the order of what it writes.
    void collectUnbound(const Csn &csn, const Definition &service)
    {
        for (const auto &definition : csn.definitions()) {
            if (definition->isOperation() && definition->name.startsWith(service.name + u'.'))
                collectFrom(*definition);
        }
    }

    const QString &failure() const { return m_failure; }
    QStringList scopes() const { return m_scopes.names(); }
    QStringList attributes() const { return m_attributes.names(); }

private:
    void fail(const QString &sentence, const QString &place)
    {
        if (m_failure.isEmpty())
            m_failure = u"%1 (%2)"_s.arg(sentence, place);
    }

    static bool isPseudo(const QString &role)
    {
        static const QStringList roles = {u"system-user"_s,
                                          u"authenticated-user"_s,
                                          u"registered-user"_s,
                                          u"identified-user"_s,
                                          u"internal-user"_s,
                                          u"privileged-user"_s,
                                          u"any"_s};
        return roles.contains(role);
    }

    void addScopes(const Json &roles)
    {
        for (const auto &role : roleNames(roles)) {
            if (!isPseudo(role))
                m_scopes.add(role);
        }
    }

    void collectFrom(const Definition &definition)
    {
        const auto &json = *definition.json;
        addScopes(json[u"@requires"]);
        const auto &restrict_ = json[u"@restrict"];
        if (!restrict_.isArray() && !restrict_.isObject() && !Value::of(restrict_).isTruthy())
            return;
        if (!restrict_.isArray())
            return fail(u"@restrict must be a list"_s, definition.name);
        for (const auto &privilege : restrict_.elements()) {
            addScopes(privilege[u"to"]);
            collectCondition(privilege, definition.name);
        }
    }

    void collectCondition(const Json &privilege, const QString &place)
    {
        const auto &where = privilege[u"where"];
        const bool isFalsy = where.isNull() || (where.isString() && where.toString().isEmpty())
            || (where.isBool() && !where.toBool());
        if (isFalsy)
            return;
        if (where.isObject() && !where.contains(u"xpr") && !where.contains(u"="))
            return fail(u"Invalid expression: "_s + QString::fromUtf8(where.toCompact()), place);
        if (where.isObject() && !where.contains(u"xpr"))
            return;
        const auto condition = readCondition(where, privilege[u"_where"]);
        if (condition.fault == Condition::Fault::Unreadable)
            return fail(u"Invalid expression: '%1'"_s.arg(condition.source), place);
        if (condition.fault == Condition::Fault::None)
            collectAttributes(condition.tokens, place);
    }

    void collectAttributes(const Tokens &tokens, const QString &place)
    {
        for (const auto &token : tokens) {
            if (token.isUserRef())
                collectAttribute(token, place);
            else if (token.kind == Token::Kind::Value && token.value.isNull())
                fail(
                    u"Cannot read properties of null: cds does not get over the value null in a condition"_s,
                    place);
            collectAttributes(token.items, place);
            if (token.isUserRef())
                continue;
            for (const auto &step : token.ref)
                collectAttributes(step.where, place);
        }
    }

    void collectAttribute(const Token &token, const QString &place)
    {
        if (token.ref.size() > 2)
            return fail(u"Structured attributes like '%1' are not supported"_s.arg(toText({token})),
                        place);
        if (token.ref.size() < 2)
            return;
        const auto &name = token.ref[1].id;
        const bool isPlain = std::all_of(name.begin(), name.end(), [](QChar c) {
            return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'_');
        });
        if (!isPlain)
            return fail(
                u"Illegal attribute name '%1' in '%2'. Only characters a-z, A-Z, 0-9, _ are allowed."_s
                    .arg(name, toText({token})),
                place);
        if (name != "id"_L1 && name != "tenant"_L1 && name != "ext_attr"_L1)
            m_attributes.add(name);
    }

    NameSet m_scopes;
    NameSet m_attributes;
    QString m_failure;
};

Json templateFor(const QString &scope)
{
    return Json::object(
        {{u"name"_s, scope},
         {u"description"_s, u"generated"_s},
         {u"scope-references"_s, Json::array(QStringList{u"$XSAPPNAME."_s + scope})},
         {u"attribute-references"_s, Json::array()}});
}

} // namespace

Result<Json> xsSecurityOf(const Csn &csn)
{
    Collector collector;
    for (const auto &definition : csn.definitions()) {
        collector.collect(*definition);
        if (definition->kind == Definition::Kind::Service)
            collector.collectUnbound(csn, *definition);
    }
    if (!collector.failure().isEmpty())
        return Error{ErrorCode::Refused, collector.failure()};

    auto scopes = Json::array();
    auto templates = Json::array();
    for (const auto &scope : collector.scopes()) {
        scopes.append(Json::object(
            {{u"name"_s, QString(u"$XSAPPNAME."_s + scope)}, {u"description"_s, scope}}));
        templates.append(templateFor(scope));
    }
    auto attributes = Json::array();
    for (const auto &attribute : collector.attributes())
        attributes.append(Json::object({{u"name"_s, attribute},
                                        {u"description"_s, attribute},
                                        {u"valueType"_s, u"s"_s},
                                        {u"valueRequired"_s, false}}));
    if (!collector.attributes().isEmpty())
        templates.append(
            Json::object({{u"name"_s, u"userattributes"_s},
                          {u"description"_s, u"generated"_s},
                          {u"default-role-name"_s, u"Attributes of a User"_s},
                          {u"scope-references"_s, Json::array()},
                          {u"attribute-references"_s, Json::array(collector.attributes())}}));
    return Json::object(
        {{u"scopes"_s, scopes}, {u"attributes"_s, attributes}, {u"role-templates"_s, templates}});
}

} // namespace tokentrail::cap
