// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accessinput.h"

#include "core/cap/accessrows.h"
#include "core/cap/say.h"
#include "core/cap/valuetypes.h"

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

bool isSet(const Json &element, QStringView annotation)
{
    const auto *value = element.find(annotation);
    return value && (value->isArray() || value->isObject() || Value::of(*value).isTruthy());
}

QString fieldControl(const Json &element)
{
    return element[u"@Common.FieldControl"][u"#"].toString();
}

// What comes in for it is dropped without a word.
bool isReadonly(const Json &element)
{
    return isSet(element, u"@readonly") || isSet(element, u"@cds.on.insert")
        || isSet(element, u"@cds.on.update") || isSet(element, u"@Core.Computed")
        || fieldControl(element) == "ReadOnly"_L1;
}

bool isMandatory(const Json &element)
{
    return !isReadonly(element)
        && (isSet(element, u"@mandatory") || fieldControl(element) == "Mandatory"_L1);
}

bool isBlank(const Json &value)
{
    return value.isNull() || (value.isString() && value.toString().trimmed().isEmpty());
}

// "@odata.type", "kids@odata.count": OData passes annotations over.
bool isAnnotation(const QString &name)
{
    const auto at = name.indexOf(u'@');
    const auto isWord = [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'_');
    };
    const auto parts = name.mid(at + 1).split(u'.');
    return at >= 0 && std::all_of(name.begin(), name.begin() + at, isWord) && parts.size() == 2
        && std::all_of(parts.begin(), parts.end(), [&](const QString &part) {
               return !part.isEmpty() && std::all_of(part.begin(), part.end(), isWord);
           });
}

class InputCheck
{
public:
    InputCheck(const Csn &csn, const InputRules &rules)
        : m_csn(csn)
        , m_rules(rules)
    { }

    // backlinks: what a row within a composition takes from its parent.
    QString entity(const Definition &entity,
                   const Json &row,
                   bool isRoot,
                   const QStringList &backlinks = {})
    {
        const bool isInsert = isRoot ? m_rules.isInsert : m_rules.isInsert || !hasKeys(entity, row);
        if (isInsert && !m_rules.isDraft) {
            const auto missing = missingIn(entity, row, backlinks);
            if (!missing.isEmpty())
                return missing;
        }
        const auto columns = columnsOf(entity.elements);
        for (const auto &member : row.members()) {
            const auto problem = checkMember(entity, columns, member, isRoot);
            if (!problem.isEmpty())
                return problem;
        }
        return {};
    }

    QString value(const QString &name, const Json &element, const Json &value) const
    {
        if (isMandatory(element) && isBlank(value) && !m_rules.isDraft)
            return say(u"because.mandatory", {{u"name", name}});
        const auto type = valueTypeOf(m_csn, element);
        if (const auto &items = element[u"items"]; value.isArray() && items[u"type"].isString()) {
            for (const auto &each : value.elements()) {
                const auto problem = this->value(name, items, each);
                if (!problem.isEmpty())
                    return problem;
            }
        }
        if (!value.isNull() && !fitsType(type, value))
            return say(
                u"because.value-type",
                {{u"value", QString::fromUtf8(value.toCompact()).left(40)}, {u"type", type.name}});
        return value.isNull() || m_rules.isDraft ? QString()
                                                 : assertionProblem(name, element, value);
    }

private:
    static bool hasKeys(const Definition &entity, const Json &row)
    {
        return std::all_of(
            entity.elements.begin(), entity.elements.end(), [&row](const Element &element) {
                return !element.isKey || element.json->find(u"virtual")
                    || row.contains(element.name);
            });
    }

    static QString
    missingIn(const Definition &entity, const Json &row, const QStringList &backlinks)
    {
        for (const auto &element : entity.elements) {
            const bool isOwn = element.elements.empty() && !element.isAssociation();
            if (isOwn && isMandatory(*element.json) && !row.contains(element.name)
                && !backlinks.contains(element.name))
                return say(u"because.mandatory-missing", {{u"name", element.name}});
        }
        return {};
    }

    QString checkMember(const Definition &entity,
                        const QStringList &columns,
                        const Json::Member &member,
                        bool isRoot)
    {
        const auto &name = member.name;
        const auto *element = entity.element(name);
        const bool isDraftFlag = entity.isDraftEnabled()
            && (name == "IsActiveEntity"_L1 || name == "HasActiveEntity"_L1
                || name == "HasDraftEntity"_L1 || name == "DraftAdministrativeData_DraftUUID"_L1);
        if (isDraftFlag || name.endsWith("@odata.bind"_L1)
            || (m_rules.isOdata && isAnnotation(name)))
            return {};
        const bool isKnown = (element && element->elements.empty()) || columns.contains(name);
        const bool isIgnored = element && isSet(*element->json, u"@cds.api.ignore");
        if (!isKnown || isIgnored)
            return say(u"because.no-property", {{u"entity", entity.name}, {u"name", name}});
        if (element && element->isAssociation())
            return checkTarget(entity, *element, member.value);
        const auto *json = elementOfColumn(entity.elements, name);
        const bool isDropped = json
            && ((isReadonly(*json) && !(*json)[u"key"].toBool())
                || (isRoot && !m_rules.isInsert && isSet(*json, u"@Core.Immutable")));
        if (!json || isDropped || (*json)[u"@cds.validate"].toBool(true) == false)
            return {};
        return value(name, *json, member.value);
    }

    QString checkTarget(const Definition &entity, const Element &element, const Json &value)
    {
        if (value.isNull() || !element.target)
            return {};
        if (!element.isComposition && element.foreignKeys.empty())
            return {}; // an association of its own making is passed over
        const bool wantsList = element.isComposition && element.isToMany && m_rules.cds >= 10;
        if (!value.isArray() && (!value.isObject() || wantsList))
            return element.isToMany ? say(u"because.takes-list", {{u"name", element.name}})
                                    : say(u"because.takes-object", {{u"name", element.name}});
        if (!element.isComposition)
            return checkForeignKey(entity, element, value);
        const auto backlinks = backlinkNames(element);
        if (value.isObject())
            return this->entity(*element.target, value, false, backlinks);
        for (const auto &row : value.elements()) {
            if (!row.isObject() && !row.isNull())
                return say(u"because.takes-rows", {{u"name", element.name}});
            const auto problem = this->entity(*element.target, row, false, backlinks);
            if (!problem.isEmpty())
                return problem;
        }
        return {};
    }

    // Only keys can be given for a managed association.
    QString
    checkForeignKey(const Definition &entity, const Element &element, const Json &value) const
    {
        if (value.isArray())
            return value.size() == 0 ? QString()
                                     : say(u"because.takes-object", {{u"name", element.name}});
        for (const auto &member : value.members()) {
            const QString column = element.name + u'_' + member.name;
            const auto *json = elementOfColumn({element}, column);
            const bool isKey = columnsOf({element}).contains(column);
            if (!isKey && !isAnnotation(member.name))
                return say(u"because.association-no-key",
                           {{u"association", element.name},
                            {u"entity", entity.name},
                            {u"key", member.name}});
            const auto problem =
                isKey && json ? this->value(column, *json, member.value) : QString();
            if (!problem.isEmpty())
                return problem;
        }
        return {};
    }

    static QStringList backlinkNames(const Element &composition)
    {
        QStringList names;
        for (const auto &token : readTokens((*composition.json)[u"on"])) {
            if (token.ref.size() > 1 && token.ref.front().id == composition.name)
                names << token.ref[1].id;
        }
        const auto columns = columnsOf(composition.target->elements);
        const auto roots = names;
        for (const auto &column : columns) {
            const bool isKeyOfThem =
                std::any_of(roots.begin(), roots.end(), [&column](const QString &root) {
                    return column.startsWith(root + u'_');
                });
            if (isKeyOfThem)
                names << column;
        }
        return names;
    }

    const Csn &m_csn;
    const InputRules &m_rules;
};

} // namespace

const Json *elementOfColumn(const std::vector<Element> &elements, const QString &column)
{
    for (const auto &element : elements) {
        if (element.name == column && element.elements.empty())
            return element.json;
        const QString prefix = element.name + u'_';
        if (!column.startsWith(prefix))
            continue;
        const auto &inner = element.target ? element.target->elements : element.elements;
        if (const auto *found = elementOfColumn(inner, column.mid(prefix.size())))
            return found;
    }
    return nullptr;
}

QString
inputProblem(const Csn &csn, const Definition &entity, const Json &body, const InputRules &rules)
{
    return InputCheck(csn, rules).entity(entity, body, true);
}

QString parameterProblem(const Csn &csn, const Definition &operation, const Json &body, bool isRest)
{
    const InputRules rules;
    const InputCheck check(csn, rules);
    const auto &parameters = (*operation.json)[u"params"];
    if (isRest && parameters.members().empty())
        return {};
    for (const auto &parameter : parameters.members()) {
        const bool isBinding = parameter.value[u"items"][u"type"].toString() == "$self"_L1
            || parameter.value[u"type"].toString() == "$self"_L1;
        const bool isNeeded =
            parameter.value[u"notNull"].toBool() && !parameter.value.contains(u"default");
        const bool isWanted = !isBinding && (isNeeded || isMandatory(parameter.value));
        if (isWanted && isBlank(body[parameter.name]))
            return say(u"because.parameter-mandatory", {{u"name", parameter.name}});
    }
    for (const auto &member : body.members()) {
        const auto *parameter = parameters.find(member.name);
        if (!parameter && isAnnotation(member.name))
            continue;
        if (!parameter)
            return say(u"because.no-parameter",
                       {{u"operation", operation.name}, {u"name", member.name}});
        const auto problem = check.value(member.name, *parameter, member.value);
        if (!problem.isEmpty())
            return problem;
    }
    return {};
}

} // namespace tokentrail::cap
