// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/lint/model.h"

#include <QSet>

#include <algorithm>

namespace tokentrail::cap::lint {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

const QStringList &knownGrants()
{
    static const QStringList names = {u"READ"_s,
                                      u"CREATE"_s,
                                      u"UPDATE"_s,
                                      u"DELETE"_s,
                                      u"WRITE"_s,
                                      u"NEW"_s,
                                      u"PATCH"_s,
                                      u"CANCEL"_s,
                                      u"EDIT"_s,
                                      u"*"_s};
    return names;
}

QStringList writtenGrants(const Json &privilege)
{
    return privilege[u"grant"].toStringList();
}

// What was meant by a grant that cds does not know; empty: no guess.
QString meantGrant(const QString &grant)
{
    const auto upper = grant.toUpper();
    if (knownGrants().contains(upper))
        return upper;
    if (upper == "INSERT"_L1 || upper == "ADD"_L1)
        return u"CREATE"_s;
    if (upper == "UPSERT"_L1)
        return u"CREATE and UPDATE"_s;
    if (upper == "SELECT"_L1 || upper == "GET"_L1)
        return u"READ"_s;
    if (upper == "SAVE"_L1 || upper == "PUT"_L1 || upper == "MODIFY"_L1)
        return u"UPDATE"_s;
    if (upper == "REMOVE"_L1)
        return u"DELETE"_s;
    if (upper == "ALL"_L1 || upper == "ANY"_L1)
        return u"*"_s;
    return {};
}

class EntityCheck
{
public:
    EntityCheck(ModelReport &report, const Definition &entity)
        : m_report(report)
        , m_entity(entity)
        , m_rules(entity.rules)
    { }

    void run()
    {
        checkRequires(m_report, m_entity);
        checkShape();
        checkGrants();
        checkReadable();
        checkDrafts();
        checkExpands();
        checkChildren();
        checkJoin();
    }

    static void checkRequires(ModelReport &report, const Definition &definition)
    {
        const auto *value = definition.annotation(u"@requires");
        if (!value)
            return;
        if (value->isArray() && value->size() == 0)
            report.add(u"open-to-anonymous.requires-empty-list"_s,
                       definition,
                       value,
                       definition.kind == Definition::Kind::Service
                           ? u"@requires: [] of the service %1 refuses everybody with cds 9 and "
                             "opens it to everybody with cds 10."_s.arg(nameOf(definition))
                           : u"@requires: [] lets nobody use %1."_s.arg(nameOf(definition)),
                       u"Name the roles, or take the annotation out."_s,
                       definition.kind == Definition::Kind::Service ? ProblemSeverity::Error
                                                                    : ProblemSeverity::Warning);
        if (value->isString() && value->toString().isEmpty())
            report.add(u"open-to-anonymous.empty-role"_s,
                       definition,
                       value,
                       u"@requires: '' of %1 demands nothing."_s.arg(nameOf(definition)),
                       u"Name a role, or 'authenticated-user'."_s);
    }

private:
    bool isAnonymous() const { return admitsAnonymous(m_entity); }

    void checkShape()
    {
        const auto *restrict_ = m_entity.annotation(u"@restrict");
        if (!restrict_)
            return;
        if (m_rules.brokenRestrict)
            m_report.add(u"open-to-anonymous.restrict-not-a-list"_s,
                         m_entity,
                         restrict_,
                         u"@restrict of %1 is no list, so its privilege does not count."_s.arg(
                             nameOf(m_entity)),
                         u"Put it in brackets: @restrict: [{ … }]."_s);
        for (const auto &privilege : restrict_->elements()) {
            const auto *to = privilege.find(u"to");
            if (to && to->isString() && to->toString().isEmpty())
                m_report.add(u"open-to-anonymous.empty-role"_s,
                             m_entity,
                             to,
                             u"to: '' in @restrict of %1 means everybody, anonymous callers "
                             "too."_s.arg(nameOf(m_entity)),
                             u"Name a role, or 'authenticated-user'."_s);
            const bool hasRole = to && !to->isNull();
            if (!hasRole && privilege.contains(u"where") && isAnonymous())
                m_report.add(u"open-to-anonymous.condition-without-role"_s,
                             m_entity,
                             &privilege,
                             u"A privilege of %1 has a condition and no roles: it counts for "
                             "anonymous callers, too."_s.arg(nameOf(m_entity)),
                             u"Add to: 'authenticated-user'."_s);
        }
    }

    void checkGrants()
    {
        const auto *restrict_ = m_entity.annotation(u"@restrict");
        if (!restrict_ || !m_rules.clauses)
            return;
        const auto severity =
            m_rules.crudIsOpen && isAnonymous() ? ProblemSeverity::Error : ProblemSeverity::Warning;
        bool strange = false;
        for (const auto &privilege : restrict_->elements()) {
            for (const auto &grant : writtenGrants(privilege)) {
                if (knownGrants().contains(grant) || m_entity.operation(grant))
                    continue;
                strange = true;
                const auto meant = meantGrant(grant);
                m_report.add(
                    u"open-to-anonymous.grant-spelling"_s,
                    m_entity,
                    &privilege[u"grant"],
                    u"The grant '%1' in @restrict of %2 is not known to cds%3."_s.arg(
                        grant,
                        nameOf(m_entity),
                        m_rules.crudIsOpen ? u"; as no other privilege grants an event, all of "
                                             "them are open to %1"_s.arg(openTo())
                                           : u" and is passed over"_s),
                    meant.isEmpty() ? u"Use READ, CREATE, UPDATE, DELETE, WRITE, * or the name of "
                                      "an action of the entity."_s
                                    : u"Write %1."_s.arg(meant),
                    severity);
            }
        }
        if (m_rules.crudIsOpen && !strange)
            m_report.add(
                u"open-to-anonymous.no-crud-grant"_s,
                m_entity,
                restrict_,
                u"@restrict of %1 grants actions alone; reading%2 is open to %3."_s.arg(
                    nameOf(m_entity), m_rules.isReadonly ? u""_s : u" and writing"_s, openTo()),
                u"Add the events that shall be allowed, as { grant: 'READ', to: '…' }."_s,
                severity);
    }

    QString openTo() const
    {
        return isAnonymous() ? u"everybody, anonymous callers too"_s
                             : u"everybody who passes @requires"_s;
    }

    bool grants(Event event) const
    {
        if (!m_rules.clauses || m_rules.crudIsOpen)
            return true;
        return std::any_of(m_rules.clauses->begin(), m_rules.clauses->end(), [&](const auto &one) {
            return one.grant == "*"_L1 || one.grant == nameOf(event);
        });
    }

    void checkReadable()
    {
        if (!m_rules.clauses || m_rules.clauses->empty() || grants(Event::Read)
            || m_rules.isInsertonly)
            return;
        m_report.add(u"restriction-without-matching-grant"_s,
                     m_entity,
                     m_entity.annotation(u"@restrict"),
                     u"No privilege of %1 grants READ: reading is refused, whoever asks."_s.arg(
                         nameOf(m_entity)),
                     u"Add { grant: 'READ', to: '…' } if that is not meant."_s);
    }

    void checkDrafts()
    {
        if (m_entity.draftRoot != &m_entity || !m_rules.clauses || m_rules.crudIsOpen)
            return;
        const bool creates =
            std::any_of(m_rules.clauses->begin(), m_rules.clauses->end(), [](const auto &clause) {
                return clause.grant == "CREATE"_L1
                    || (clause.grant == "*"_L1 && clause.grantIsWritten);
            });
        if (!creates)
            m_report.add(u"open-to-anonymous.draft-without-create"_s,
                         m_entity,
                         m_entity.annotation(u"@restrict"),
                         u"No privilege of the draft-enabled %1 grants CREATE, WRITE or *: %2 may "
                         "create drafts."_s.arg(nameOf(m_entity), openTo()),
                         u"Add { grant: 'CREATE', to: '…' } with a role that may."_s,
                         isAnonymous() ? ProblemSeverity::Error : ProblemSeverity::Warning);
    }

    // Who reads this entity without a role sees those behind its associations with $expand.
    void checkExpands()
    {
        if (m_entity.authDependsOn || (m_rules.clauses && !m_rules.crudIsOpen) || m_rules.requires_)
            return;
        for (const auto &element : m_entity.elements) {
            const auto *target = element.target;
            if (!target || target == &m_entity || target->service != m_entity.service
                || target->authDependsOn || !demandsMoreToRead(*target))
                continue;
            m_report.add(
                u"open-to-anonymous.expand-into-restricted"_s,
                m_entity,
                element.json,
                u"%1 is open to %2, and $expand=%3 shows %4 without its restrictions."_s.arg(
                    nameOf(m_entity), openTo(), element.name, nameOf(*target)),
                u"Restrict %1 alike, leave %2 out of the projection, or forbid it with "
                "@Capabilities.ExpandRestrictions.NonExpandableProperties."_s.arg(nameOf(m_entity),
                                                                                  element.name));
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
            m_report.add(
                u"open-to-anonymous.composition-child"_s,
                *child,
                child->json,
                u"%1 is exposed on its own and has no restrictions: those of its parent "
                "%2 do not count, and %3 may read and write it."_s.arg(
                    nameOf(*child),
                    nameOf(m_entity),
                    admitsAnonymous(*child) ? u"everybody"_s : u"everybody who passes @requires"_s),
                u"Annotate it as its parent, or do not expose it."_s,
                admitsAnonymous(*child) ? ProblemSeverity::Error : ProblemSeverity::Warning);
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
            m_report.add(
                u"open-to-anonymous.join-drops-restrictions"_s,
                m_entity,
                m_entity.json,
                u"%1 joins %2, whose restrictions do not come along."_s.arg(nameOf(m_entity), name),
                u"Annotate %1 itself."_s.arg(nameOf(m_entity)),
                isAnonymous() ? ProblemSeverity::Error : ProblemSeverity::Warning);
            return;
        }
    }

    ModelReport &m_report;
    const Definition &m_entity;
    const Rules &m_rules;
};

void checkService(ModelReport &report, const Definition &service)
{
    EntityCheck::checkRequires(report, service);
    const auto *restrict_ = service.annotation(u"@restrict");
    if (!restrict_)
        return;
    for (const auto &privilege : restrict_->elements()) {
        const auto grants = writtenGrants(privilege);
        const bool limits = !grants.isEmpty() && !grants.contains("*"_L1);
        if (!limits && !privilege.contains(u"where"))
            continue;
        report.add(u"open-to-anonymous.service-condition-ignored"_s,
                   service,
                   &privilege,
                   u"%1 in @restrict of the service %2 does nothing: whoever has one of the roles "
                   "may do everything."_s.arg(privilege.contains(u"where")
                                                  ? limits ? u"grant and where"_s : u"where"_s
                                                  : u"grant"_s,
                                              service.name),
                   u"Put it on the entities, and @requires on the service."_s);
    }
}

void checkOperation(ModelReport &report, const Definition &operation)
{
    EntityCheck::checkRequires(report, operation);
    if (operation.rules.brokenRestrict)
        report.add(u"open-to-anonymous.restrict-not-a-list"_s,
                   operation,
                   operation.annotation(u"@restrict"),
                   u"@restrict of %1 is no list."_s.arg(nameOf(operation)),
                   u"Put it in brackets: @restrict: [{ … }]."_s);
}

} // namespace

QString nameOf(const Definition &definition)
{
    return definition.boundTo ? definition.boundTo->name + u'.' + definition.name : definition.name;
}

bool isServed(const Definition &definition)
{
    const auto isSet = [](const Json *value) {
        return value && !(value->isBool() && !value->toBool()) && !value->isNull();
    };
    const auto *service = definition.service;
    if (!service || isSet(service->annotation(u"@cds.external")))
        return false;
    const auto *protocol = service->annotation(u"@protocol");
    return !protocol || protocol->toString() != "none"_L1;
}

bool admitsAnonymous(const Definition &definition)
{
    const auto admits = [](const std::optional<QStringList> &roles) {
        return !roles || roles->contains("any"_L1);
    };
    const auto *service = definition.service;
    const bool byService = !service
        || (admits(service->rules.requires_)
            && (service->rules.requires_ || service->rules.restrictedTo.isEmpty()
                || service->rules.restrictedTo.contains("any"_L1)));
    return byService && (&definition == service || admits(definition.rules.requires_));
}

void ModelReport::add(const QString &id,
                      const Definition &definition,
                      const Json *at,
                      const QString &sentence,
                      const QString &advice,
                      std::optional<ProblemSeverity> severity)
{
    const auto *value = at && at->span().isValid() ? at : definition.json;
    m_report.add(
        {id, m_report.placeIn(m_report.project().csnName(), *value), sentence, advice, severity});
}

void checkModel(Report &report)
{
    if (!report.project().csn())
        return;
    ModelReport model(report);
    for (const auto &definition : model.csn().definitions()) {
        if (!isServed(*definition))
            continue;
        if (definition->kind == Definition::Kind::Service)
            checkService(model, *definition);
        else if (definition->kind == Definition::Kind::Entity && !definition->isIgnored)
            EntityCheck(model, *definition).run();
        else if (definition->isOperation())
            checkOperation(model, *definition);
        for (const auto &operation : definition->operations)
            checkOperation(model, *operation);
    }
}

} // namespace tokentrail::cap::lint
