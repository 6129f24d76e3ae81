// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accesscapabilities.h"

#include "core/cap/say.h"

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

bool bears(const Rules &rules, RelevantFor annotations)
{
    switch (annotations) {
    case RelevantFor::Authorization:
        return rules.hasRequires || rules.hasRestrict;
    case RelevantFor::Readonly:
        return rules.hasReadonly;
    case RelevantFor::Insertonly:
        return rules.hasInsertonly;
    }
    return false;
}

bool dependsOnOthers(const Definition &entity, RelevantFor annotations)
{
    return entity.authDependsOn || entity.name.endsWith(".DraftAdministrativeData"_L1)
        || (entity.isAutoExposed && !entity.isAutoExpose && !bears(entity.rules, annotations));
}

struct Capability
{
    QStringView restriction;
    QStringView operation;
};

Capability capabilityOf(Event event)
{
    switch (event) {
    case Event::Create:
        return {u"InsertRestrictions", u"Insertable"};
    case Event::Read:
        return {u"ReadRestrictions", u"Readable"};
    case Event::Update:
        return {u"UpdateRestrictions", u"Updatable"};
    case Event::Delete:
        return {u"DeleteRestrictions", u"Deletable"};
    case Event::New:
    case Event::Edit:
    case Event::Operation:
        break;
    }
    return {};
}

const Json *firstOf(const Json *one, const Json *other)
{
    return one && !one->isNull() ? one : other;
}

// What NavigationRestrictions say of this step; null: nothing.
const Json *navigationCapability(const Access &access, const Capability &capability)
{
    if (access.segments.size() < 2)
        return nullptr;
    const auto &parent = *access.segments[access.segments.size() - 2].entity;
    const auto &name = access.segments.back().association->name;
    const auto *restricted =
        parent.annotation(u"@Capabilities.NavigationRestrictions.RestrictedProperties");
    if (!restricted)
        return nullptr;
    const QString flat = capability.restriction + u'.' + capability.operation;
    for (const auto &each : restricted->elements()) {
        const auto &members = each.members();
        const bool speaks =
            std::any_of(members.begin(), members.end(), [&](const Json::Member &member) {
                return member.name.startsWith(capability.restriction);
            });
        if (each[u"NavigationProperty"][u"="].toString() != name || !speaks)
            continue;
        const auto &nested = each[capability.restriction];
        const auto &read = each[u"ReadRestrictions"];
        const auto *byKey = firstOf(read.find(u"ReadByKeyRestrictions.Readable"),
                                    read[u"ReadByKeyRestrictions"].find(u"Readable"));
        const bool keyed = access.event == Event::Read && access.isOne && byKey;
        return keyed ? byKey : firstOf(each.find(flat), nested.find(capability.operation));
    }
    return nullptr;
}

// The long form counts; @Capabilities.Insertable is a short one for it.
const Json *capabilityAnnotation(const Definition &entity, const Capability &capability)
{
    const QString name = u"@Capabilities."_s + capability.restriction + u'.' + capability.operation;
    const QString brief = u"@Capabilities."_s + capability.operation;
    return firstOf(entity.annotation(name), entity.annotation(brief));
}

bool isFalse(const Json *json)
{
    return json && json->isBool() && !json->toBool();
}

Verdict checkAnnotatedCapability(const Access &access)
{
    const auto capability = capabilityOf(access.event);
    const auto &target = *access.target();
    if (capability.restriction.isEmpty())
        return {};
    const auto *viaNavigation = navigationCapability(access, capability);
    if (isFalse(viaNavigation))
        return {405,
                Cause::NavigationCapability,
                access.segments[access.segments.size() - 2].entity,
                nullptr,
                capability.operation.toString()};
    if (viaNavigation && viaNavigation->toBool())
        return {};
    const QString name = u"@Capabilities."_s + capability.restriction + u'.' + capability.operation;
    const auto *byKey =
        target.annotation(u"@Capabilities.ReadRestrictions.ReadByKeyRestrictions.Readable");
    const bool keyed = access.event == Event::Read && access.isOne && byKey;
    if (isFalse(keyed ? byKey : capabilityAnnotation(target, capability)))
        return {405, Cause::Capability, &target, nullptr, name};
    return {};
}

Verdict checkAutoExposure(const Access &access)
{
    const auto &root = *access.segments.front().entity;
    const bool reads = access.event == Event::Read;
    if (root.isAutoExposed && !root.isDraftEnabled()) {
        if (!root.isAutoExpose)
            return {405, Cause::AutoExposed, &root, nullptr, {}};
        if (!reads)
            return {405, Cause::AutoExposeReadonly, &root, nullptr, {}};
    }
    const auto &target = *access.target();
    const bool generated = (target.isAutoExpose && target.isAutoExposed)
        || target.name.endsWith(".DraftAdministrativeData"_L1);
    if (!reads && generated)
        return {405, Cause::AutoExposeReadonly, &target, nullptr, {}};
    return {};
}

} // namespace

const Definition *relevantEntity(const Access &access, RelevantFor annotations)
{
    const auto *target = access.target();
    if (!target || !dependsOnOthers(*target, annotations))
        return target;
    if (access.segments.size() == 1) {
        if (target->authDependsOn)
            return target->authDependsOn;
        return target->draftRoot; // null outside of drafts
    }
    for (auto segment = access.segments.rbegin(); segment != access.segments.rend(); ++segment) {
        if (!dependsOnOthers(*segment->entity, annotations))
            return segment->entity;
    }
    return nullptr;
}

Verdict checkCapabilities(const Access &access)
{
    if (!access.target())
        return {};
    const bool isDraft = access.event == Event::New; // drafts shed most of these
    if (access.event != Event::Operation) {
        const auto *readonly = relevantEntity(access, RelevantFor::Readonly);
        if (readonly && readonly->rules.isReadonly && access.event != Event::Read)
            return {405, Cause::Readonly, readonly, nullptr, {}};
    }
    if (access.event != Event::Operation && !isDraft) {
        const auto *insertonly = relevantEntity(access, RelevantFor::Insertonly);
        const bool inserts =
            access.event == Event::Create && insertonly && !insertonly->isDraftEnabled();
        if (insertonly && insertonly->rules.isInsertonly && !inserts)
            return {405, Cause::Insertonly, insertonly, nullptr, {}};
        auto verdict = checkAnnotatedCapability(access);
        if (!verdict.passed())
            return verdict;
    }
    return checkAutoExposure(access);
}

Verdict checkDraftOf(const Definition &entity, Event event)
{
    if (entity.rules.isReadonly)
        return {405, Cause::Readonly, &entity, nullptr, {}};
    if (event == Event::Update && entity.rules.isInsertonly)
        return {405, Cause::Insertonly, &entity, nullptr, {}};
    const auto capability = capabilityOf(event);
    if (isFalse(capabilityAnnotation(entity, capability)))
        return {405,
                Cause::Capability,
                &entity,
                nullptr,
                u"@Capabilities."_s + capability.restriction + u'.' + capability.operation};
    return {};
}

bool isOpenForDrafts(const Definition &entity)
{
    const auto &clauses = entity.rules.clauses;
    return clauses && std::none_of(clauses->begin(), clauses->end(), [](const Clause &clause) {
               return clause.grant == "CREATE"_L1
                   || (clause.grant == "*"_L1 && clause.grantIsWritten);
           });
}

QString restrictedExpand(const Definition &entity, const QStringList &expanded)
{
    const auto *names =
        entity.annotation(u"@Capabilities.ExpandRestrictions.NonExpandableProperties");
    if (names) {
        for (const auto &each : names->elements()) {
            const auto name = each[u"="].toString();
            if (expanded.contains(name) || expanded.contains("*"_L1))
                return say(u"because.not-expanded", {{u"name", name}, {u"entity", entity.name}});
        }
    }
    const bool none = isFalse(entity.annotation(u"@Capabilities.ExpandRestrictions.Expandable"));
    const auto *levels = entity.annotation(u"@Capabilities.ExpandRestrictions.MaxLevels");
    if (!expanded.isEmpty() && (none || (levels && levels->isNumber() && levels->toInteger() < 1)))
        return say(u"because.nothing-expanded", {{u"entity", entity.name}});
    return {};
}

} // namespace tokentrail::cap
