// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/csn.h"

#include <QSet>

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

Definition::Kind kindOf(const QString &name)
{
    if (name == "service"_L1)
        return Definition::Kind::Service;
    if (name == "entity"_L1)
        return Definition::Kind::Entity;
    if (name == "action"_L1)
        return Definition::Kind::Action;
    if (name == "function"_L1)
        return Definition::Kind::Function;
    return Definition::Kind::Other;
}

bool isSet(const Json &json, QStringView annotation)
{
    const auto *value = json.find(annotation);
    return value && !value->isNull() && value->toBool(true);
}

std::vector<Element> readElements(const Json &json);

Element readElement(const QString &name, const Json &json)
{
    Element element;
    element.name = name;
    element.json = &json;
    element.type = json[u"type"].toString();
    element.targetName = json[u"target"].toString();
    element.isKey = json[u"key"].toBool();
    element.isComposition = element.type == "cds.Composition"_L1;
    element.isToMany = json[u"cardinality"][u"max"].toString() == "*"_L1
        || json[u"cardinality"][u"max"].toInteger(1) > 1;
    for (const auto &key : json[u"keys"].elements())
        element.foreignKeys.push_back(key[u"ref"].toStringList());
    element.elements = readElements(json[u"elements"]);
    return element;
}

std::vector<Element> readElements(const Json &json)
{
    std::vector<Element> elements;
    elements.reserve(json.members().size());
    for (const auto &member : json.members())
        elements.push_back(readElement(member.name, member.value));
    return elements;
}

bool isOnCollection(const Json &operation)
{
    if (isSet(operation, u"@cds.odata.bindingparameter.collection"))
        return true;
    const auto &parameters = operation[u"params"].members();
    return std::any_of(parameters.begin(), parameters.end(), [](const Json::Member &parameter) {
        return parameter.value[u"items"][u"type"].toString() == "$self"_L1;
    });
}

std::unique_ptr<Definition> readDefinition(const QString &name, const Json &json)
{
    auto definition = std::make_unique<Definition>();
    definition->name = name;
    definition->kind = kindOf(json[u"kind"].toString());
    definition->json = &json;
    definition->elements = readElements(json[u"elements"]);
    definition->isSingleton =
        isSet(json, u"@odata.singleton") || isSet(json, u"@odata.singleton.nullable");
    definition->isAutoExposed = isSet(json, u"@cds.autoexposed");
    definition->isAutoExpose = isSet(json, u"@cds.autoexpose");
    definition->isIgnored = isSet(json, u"@cds.api.ignore");
    definition->isOnCollection = isOnCollection(json);
    definition->hasReturns = json.contains(u"returns");
    for (const auto &member : json[u"actions"].members()) {
        auto operation = readDefinition(member.name, member.value);
        operation->boundTo = definition.get();
        definition->operations.push_back(std::move(operation));
    }
    return definition;
}

void linkTargets(std::vector<Element> &elements, const QHash<QString, Definition *> &index)
{
    for (auto &element : elements) {
        if (element.isAssociation())
            element.target = index.value(element.targetName);
        linkTargets(element.elements, index);
    }
}

} // namespace

const Element *Definition::element(QStringView elementName) const
{
    const auto found =
        std::find_if(elements.begin(), elements.end(), [elementName](const Element &each) {
            return each.name == elementName;
        });
    return found == elements.end() ? nullptr : &*found;
}

const Definition *Definition::operation(QStringView operationName) const
{
    for (const auto &each : operations) {
        if (each->name == operationName)
            return each.get();
    }
    return nullptr;
}

QString Definition::localName() const
{
    return service && service != this ? name.mid(service->name.size() + 1) : name;
}

Result<Csn> Csn::read(const QByteArray &source, const QString &file)
{
    auto document = text::parseJson(source, file);
    if (!document)
        return document.error();
    auto csn = of(*std::move(document));
    if (!csn && !file.isEmpty()) {
        auto error = csn.error();
        error.place = Place{file, 1, 1};
        return error;
    }
    return csn;
}

Result<Csn> Csn::of(Json document)
{
    if (!document[u"definitions"].isObject())
        return Error{
            ErrorCode::InvalidInput,
            u"This is no compiled CAP model: an object \"definitions\" is missing (make one "
            "with cds compile srv --to json)."_s};
    Csn csn;
    csn.m_document = std::make_unique<Json>(std::move(document));
    csn.index();
    csn.link();
    return csn;
}

void Csn::index()
{
    const auto &members = (*m_document)[u"definitions"].members();
    m_definitions.reserve(members.size());
    m_index.reserve(qsizetype(members.size()));
    for (const auto &member : members) {
        m_definitions.push_back(readDefinition(member.name, member.value));
        m_index.insert(member.name, m_definitions.back().get());
    }
}

void Csn::link()
{
    for (auto &definition : m_definitions) {
        linkTargets(definition->elements, m_index);
        linkService(*definition);
    }
    for (auto &definition : m_definitions) {
        definition->rules = readRules(*definition);
        for (auto &operation : definition->operations)
            operation->rules = readRules(*operation);
    }
    for (auto &definition : m_definitions) {
        if (definition->service && definition->service != definition.get()) {
            const auto edmName = definition->localName().replace(u'.', u'_');
            m_exposed[definition->service].insert(edmName, definition.get());
        }
        if (definition->kind != Definition::Kind::Entity || !definition->service)
            continue;
        linkAuthorization(*definition);
        if (isSet(*definition->json, u"@odata.draft.enabled"))
            linkDrafts(*definition);
    }
}

void Csn::linkService(Definition &definition) const
{
    if (definition.kind == Definition::Kind::Service) {
        definition.service = &definition;
        return;
    }
    auto name = definition.name;
    for (auto dot = name.lastIndexOf(u'.'); dot > 0; dot = name.lastIndexOf(u'.')) {
        name.truncate(dot);
        const auto *owner = m_index.value(name);
        if (owner && owner->kind == Definition::Kind::Service) {
            definition.service = owner;
            return;
        }
    }
}

// A composition child that points back with up_ and has no rules of its own takes those of the
// nearest ancestor that has some.
void Csn::linkAuthorization(Definition &entity) const
{
    for (const auto &element : entity.elements) {
        if (!element.isComposition || !element.target || element.target->rules.isRestricted())
            continue;
        const auto *up = element.target->element(u"up_");
        if (!up || up->target != &entity)
            continue;
        QSet<const Definition *> seen;
        const Definition *ancestor = up->target;
        while (ancestor && !ancestor->rules.isRestricted() && !seen.contains(ancestor)) {
            seen.insert(ancestor);
            const auto *further = ancestor->element(u"up_");
            ancestor = further ? further->target : nullptr;
        }
        if (ancestor && ancestor->rules.isRestricted())
            m_index.value(element.target->name)->authDependsOn = ancestor;
    }
}

void Csn::linkDrafts(Definition &root) const
{
    std::vector<Definition *> open = {&root};
    while (!open.empty()) {
        auto *entity = open.back();
        open.pop_back();
        if (entity->draftRoot)
            continue;
        entity->draftRoot = &root;
        for (const auto &element : entity->elements) {
            const auto *child = element.isComposition ? element.target : nullptr;
            if (child && child->service == root.service
                && child->json->find(u"@odata.draft.enabled") == nullptr)
                open.push_back(m_index.value(child->name));
        }
    }
}

const Definition *Csn::findExposed(const Definition &service, const QString &edmName) const
{
    const auto names = m_exposed.constFind(&service);
    return names == m_exposed.constEnd() ? nullptr : names->value(edmName);
}

const Definition *Csn::sourceOf(const Definition &entity) const
{
    const auto &json = *entity.json;
    const auto &query =
        json.contains(u"projection") ? json[u"projection"] : json[u"query"][u"SELECT"];
    const auto &ref = query[u"from"][u"ref"];
    if (ref.size() != 1 || !ref.elements().front().isString())
        return nullptr;
    return find(ref.elements().front().toString());
}

} // namespace tokentrail::cap
