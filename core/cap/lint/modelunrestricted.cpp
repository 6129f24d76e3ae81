// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/lint/model.h"
#include "core/cap/say.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace tokentrail::cap::lint {

using namespace Qt::StringLiterals;

// Entities that were left out when the others of their service were restricted.

namespace {

bool isRestrictedOnPurpose(const Definition &entity)
{
    const auto &demanded = entity.rules.requires_;
    return entity.rules.isRestricted() && !(demanded && demanded->contains("any"_L1));
}

bool isOpenToWrites(const Definition &entity)
{
    const auto isOff = [&entity](QStringView annotation) {
        const auto *value = entity.annotation(annotation);
        return value && value->isBool() && !value->toBool();
    };
    return !entity.rules.isReadonly
        && !(isOff(u"@Capabilities.InsertRestrictions.Insertable")
             && isOff(u"@Capabilities.UpdateRestrictions.Updatable")
             && isOff(u"@Capabilities.DeleteRestrictions.Deletable"));
}

// A view that is more than a choice of columns and rows: nobody writes through it.
bool isComputed(const Csn &csn, const Definition &entity)
{
    const auto *at = &entity;
    QSet<const Definition *> seen;
    while (at && at->json->contains(u"query") && !seen.contains(at)) {
        seen.insert(at);
        const auto &select = (*at->json)[u"query"][u"SELECT"];
        at = csn.sourceOf(*at);
        if (!at || select.contains(u"groupBy") || select.contains(u"distinct"))
            return true;
    }
    return false;
}

// Whether nothing is said about who may use it, there or at its service; code lists are served for
// all the others.
bool isUnspoken(const Definition &entity)
{
    const auto &service = entity.service->rules;
    return !service.hasRequires && !service.hasRestrict && !entity.rules.hasRequires
        && !entity.rules.hasRestrict && !entity.authDependsOn && !entity.isAutoExposed
        && !entity.isAutoExpose && !entity.name.endsWith(".texts"_L1);
}

} // namespace

void checkUnrestricted(ModelReport &report)
{
    QHash<const Definition *, const Definition *> restricted; // one of each service
    QSet<const Definition *> children; // of restricted ones: told as such
    std::vector<const Definition *> entities;
    for (const auto &definition : report.csn().definitions()) {
        if (definition->kind != Definition::Kind::Entity || definition->isIgnored
            || !definition->service || !isServed(*definition))
            continue;
        entities.push_back(definition.get());
        if (!isRestrictedOnPurpose(*definition))
            continue;
        if (!restricted.contains(definition->service))
            restricted.insert(definition->service, definition.get());
        for (const auto &element : definition->elements) {
            if (element.isComposition)
                children.insert(element.target);
        }
    }
    for (const auto *entity : entities) {
        const auto *sibling = restricted.value(entity->service);
        if (!sibling || !isUnspoken(*entity) || children.contains(entity)
            || !isOpenToWrites(*entity) || isComputed(report.csn(), *entity))
            continue;
        report.add(u"open-to-anonymous.unrestricted-entity"_s,
                   *entity,
                   entity->json,
                   say(u"lint.unrestricted-entity",
                       {{u"name", nameOf(*entity)}, {u"sibling", nameOf(*sibling)}}),
                   say(u"advice.unrestricted-entity"));
    }
}

} // namespace tokentrail::cap::lint
