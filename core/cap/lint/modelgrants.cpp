// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/lint/model.h"
#include "core/cap/say.h"

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
        return say(u"word.create-and-update");
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
            m_report.add(
                u"open-to-anonymous.restrict-not-a-list"_s,
                m_entity,
                restrict_,
                say(u"lint.restrict-not-a-list", {{u"name", nameOf(m_entity)}}),
                say(u"advice.restrict-not-a-list", {{u"example", u"@restrict: [{ … }]"_s}}));
        for (const auto &privilege : restrict_->elements()) {
            const auto *to = privilege.find(u"to");
            if (to && to->isString() && to->toString().isEmpty())
                m_report.add(u"open-to-anonymous.empty-role"_s,
                             m_entity,
                             to,
                             say(u"lint.to-empty", {{u"name", nameOf(m_entity)}}),
                             say(u"advice.name-a-role"));
            const bool hasRole = to && !to->isNull();
            if (!hasRole && privilege.contains(u"where") && isAnonymous())
                m_report.add(u"open-to-anonymous.condition-without-role"_s,
                             m_entity,
                             &privilege,
                             say(u"lint.condition-without-role", {{u"name", nameOf(m_entity)}}),
                             say(u"advice.condition-without-role"));
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
                    m_rules.crudIsOpen
                        ? say(u"lint.grant-opens",
                              {{u"grant", grant}, {u"name", nameOf(m_entity)}, {u"whom", openTo()}})
                        : say(u"lint.grant-passed-over",
                              {{u"grant", grant}, {u"name", nameOf(m_entity)}}),
                    meant.isEmpty() ? say(u"advice.grant-spelling")
                                    : say(u"advice.write", {{u"better", meant}}),
                    severity);
            }
        }
        if (m_rules.crudIsOpen && !strange)
            m_report.add(
                u"open-to-anonymous.no-crud-grant"_s,
                m_entity,
                restrict_,
                say(m_rules.isReadonly ? u"lint.reading-is-open" : u"lint.all-is-open",
                    {{u"name", nameOf(m_entity)}, {u"whom", openTo()}}),
                say(u"advice.no-crud-grant", {{u"example", u"{ grant: 'READ', to: '…' }"_s}}),
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
                     say(u"lint.nobody-reads", {{u"name", nameOf(m_entity)}}),
                     say(u"advice.nobody-reads", {{u"example", u"{ grant: 'READ', to: '…' }"_s}}));
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
                         say(u"lint.draft-without-create",
                             {{u"name", nameOf(m_entity)}, {u"whom", openTo()}}),
                         say(u"advice.draft-without-create",
                             {{u"example", u"{ grant: 'CREATE', to: '…' }"_s}}),
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
