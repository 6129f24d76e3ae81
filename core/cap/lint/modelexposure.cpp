// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/lint/model.h"
#include "core/cap/say.h"

#include <QSet>

#include <algorithm>

namespace tokentrail::cap::lint {

using namespace Qt::StringLiterals;
using text::Json;

// What can be seen of an entity through another one: $expand, composition children, joins.

namespace {

// What the compiler put into the service for a composition is refused on its own, and through
// others the rules of the nearest one that is exposed on purpose count.
bool takesRulesOfItsOwners(const Definition &entity)
{
    return entity.isAutoExposed && !entity.isAutoExpose && !entity.rules.hasRequires
        && !entity.rules.hasRestrict;
}

class ExposureCheck
{
public:
    ExposureCheck(ModelReport &report, const Definition &entity)
        : m_report(report)
        , m_entity(entity)
        , m_rules(entity.rules)
    { }

    void run()
    {
        checkExpands();
        checkChildren();
        checkJoin();
    }

private:
    bool isAnonymous() const { return admitsAnonymous(m_entity); }
    QString openTo() const { return openToWhom(m_entity); }

    // Whether rows of the entity can be read without a privilege, on its own or through an owner.
    bool isUnrestricted(const Definition &entity, QSet<const Definition *> &seen) const
    {
        if (entity.authDependsOn)
            return false;
        if (!takesRulesOfItsOwners(entity))
            return (!entity.rules.clauses || entity.rules.crudIsOpen) && !entity.rules.requires_;
        seen.insert(&entity);
        const auto &all = m_report.csn().definitions();
        return std::any_of(all.begin(), all.end(), [&](const auto &owner) {
            return owner->kind == Definition::Kind::Entity && owner->service == entity.service
                && !seen.contains(owner.get())
                && std::any_of(owner->elements.begin(),
                               owner->elements.end(),
                               [&](const auto &element) { return element.target == &entity; })
                && isUnrestricted(*owner, seen);
        });
    }

    // Who reads this entity without a role sees those behind its associations with $expand.
    void checkExpands()
    {
        QSet<const Definition *> seen;
        if (!isUnrestricted(m_entity, seen))
            return;
        for (const auto &element : m_entity.elements) {
            const auto *target = element.target;
            if (!target || target == &m_entity || target->service != m_entity.service
                || target->authDependsOn || !demandsMoreToRead(*target))
                continue;
            m_report.add(u"open-to-anonymous.expand-into-restricted"_s,
                         m_entity,
                         element.json,
                         say(u"lint.expand-into-restricted",
                             {{u"name", nameOf(m_entity)},
                              {u"whom", openTo()},
                              {u"element", element.name},
                              {u"target", nameOf(*target)}}),
                         say(u"advice.expand-into-restricted",
                             {{u"name", nameOf(m_entity)}, {u"element", element.name}}));
        }
    }

    static bool demandsMoreToRead(const Definition &target)
    {
        const auto isOpen = [](const QString &role) {
            return role == "any"_L1;
        };
        if (target.rules.requires_
            && std::none_of(target.rules.requires_->begin(), target.rules.requires_->end(), isOpen))
            return true;
        if (!target.rules.clauses || target.rules.crudIsOpen)
            return false;
        return std::none_of(
            target.rules.clauses->begin(), target.rules.clauses->end(), [&](const auto &clause) {
                return (clause.grant == "*"_L1 || clause.grant == "READ"_L1) && !clause.condition
                    && std::any_of(clause.to.begin(), clause.to.end(), isOpen);
            });
    }

    void checkChildren()
    {
        if (!m_rules.isRestricted())
            return;
        for (const auto &element : m_entity.elements) {
            const auto *child = element.target;
            if (!element.isComposition || !child || child->service != m_entity.service
                || child->isAutoExposed || child->isAutoExpose || child->isIgnored
                || child->rules.isRestricted() || child->authDependsOn)
                continue;
            m_report.add(u"open-to-anonymous.composition-child"_s,
                         *child,
                         child->json,
                         say(u"lint.composition-child",
                             {{u"child", nameOf(*child)},
                              {u"parent", nameOf(m_entity)},
                              {u"whom",
                               admitsAnonymous(*child) ? say(u"word.everybody")
                                                       : say(u"word.whoever-passes")}}),
                         say(u"advice.composition-child"),
                         admitsAnonymous(*child) ? ProblemSeverity::Error
                                                 : ProblemSeverity::Warning);
        }
    }

    static void collectSources(const Json &from, QStringList &names)
    {
        if (from[u"ref"].isArray() && from[u"ref"].size() > 0)
            names << from[u"ref"].elements().front().toString();
        for (const auto &argument : from[u"args"].elements())
            collectSources(argument, names);
    }

    void checkJoin()
    {
        const auto &from = (*m_entity.json)[u"query"][u"SELECT"][u"from"];
        if (!from.contains(u"join") || m_rules.isRestricted())
            return;
        QStringList names;
        collectSources(from, names);
        for (const auto &name : std::as_const(names)) {
            const auto *source = m_report.csn().find(name);
            if (!source || !source->rules.isRestricted())
                continue;
            m_report.add(u"open-to-anonymous.join-drops-restrictions"_s,
                         m_entity,
                         m_entity.json,
                         say(u"lint.join-drops-restrictions",
                             {{u"name", nameOf(m_entity)}, {u"source", name}}),
                         say(u"advice.join-drops-restrictions", {{u"name", nameOf(m_entity)}}),
                         isAnonymous() ? ProblemSeverity::Error : ProblemSeverity::Warning);
            return;
        }
    }

    ModelReport &m_report;
    const Definition &m_entity;
    const Rules &m_rules;
};

} // namespace

void checkExposure(ModelReport &report, const Definition &entity)
{
    ExposureCheck(report, entity).run();
}

} // namespace tokentrail::cap::lint
