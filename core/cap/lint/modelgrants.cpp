// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/lint/model.h"

#include <algorithm>

namespace tokentrail::cap::lint {

using namespace Qt::StringLiterals;
using text::Json;

// What the privileges of one entity grant, and to whom without anybody having meant it.

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

class GrantCheck
{
public:
    GrantCheck(ModelReport &report, const Definition &entity)
        : m_report(report)
        , m_entity(entity)
        , m_rules(entity.rules)
    { }

    void run()
    {
        checkShape();
        checkGrants();
        checkReadable();
        checkDrafts();
    }

private:
    bool isAnonymous() const { return admitsAnonymous(m_entity); }
    QString openTo() const { return openToWhom(m_entity); }

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

    ModelReport &m_report;
    const Definition &m_entity;
    const Rules &m_rules;
};

} // namespace

void checkGrants(ModelReport &report, const Definition &entity)
{
    GrantCheck(report, entity).run();
}

} // namespace tokentrail::cap::lint
