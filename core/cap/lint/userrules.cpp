// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/lint/report.h"
#include "core/cap/mockusers.h"

#include <algorithm>

namespace tokentrail::cap::lint {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

// One entry of requires.auth.users, where a file of the project has it.
class UserEntry
{
public:
    UserEntry(Report &report, QString file, const Json::Member &member)
        : m_report(report)
        , m_file(std::move(file))
        , m_name(member.name)
        , m_entry(member.value)
        , m_nameBegin(member.nameSpan.begin)
    { }

    void check()
    {
        if (m_entry.isNull())
            return tell(u"mock-user-stops-server"_s,
                        m_entry,
                        u"The user %1 is null; the server does not start."_s.arg(m_name),
                        u"Write {}, or false to keep the user out."_s);
        if (m_name == "*"_L1) {
            if (!m_entry.isBool() || m_entry.toBool())
                tell(u"mock-user-wildcard"_s,
                     m_entry,
                     u"With \"*\" every other name logs in, as a user without roles."_s,
                     u"\"*\": false lets in only those who are listed."_s);
            return;
        }
        if (m_entry.isBool() && m_entry.toBool())
            tell(u"mock-user-without-id"_s,
                 m_entry,
                 u"%1 logs in as a user whose id is undefined."_s.arg(m_name),
                 u"Write {} in place of true."_s);
        if (m_entry.isString())
            checkPassword(m_entry);
        if (!m_entry.isObject())
            return;
        checkPassword(m_entry[u"password"]);
        checkRoles();
        checkOldProperties();
        checkAttributes();
    }

private:
    void tell(const QString &id, const Json &at, const QString &sentence, const QString &advice)
    {
        const auto offset = at.span().isValid() ? at.span().begin : m_nameBegin;
        m_report.add({id, m_report.placeIn(m_file, offset), sentence, advice});
    }

    void checkPassword(const Json &password)
    {
        const bool isSet = password.isString() ? !password.toString().isEmpty()
            : password.isNumber()              ? password.toDouble() != 0
            : password.isBool()                ? password.toBool()
                                               : !password.isNull();
        if (!isSet)
            tell(u"mock-user-accepts-any-password"_s,
                 password,
                 u"%1 logs in with any password."_s.arg(m_name),
                 u"Set a password to try out wrong ones."_s);
        else if (!password.isString())
            tell(u"mock-password-never-matches"_s,
                 password,
                 u"The password of %1 is no text and never matches what is typed."_s.arg(m_name),
                 u"Write it in quotes."_s);
        else if (password.toString().contains(u':'))
            tell(u"mock-password-never-matches"_s,
                 password,
                 u"The password of %1 has a colon, where cds cuts what was typed; it never "
                 "matches."_s.arg(m_name),
                 u"Choose one without a colon."_s);
    }

    void checkRoles()
    {
        const auto *roles = m_entry.find(u"roles");
        if (!roles || roles->isArray() || roles->isObject())
            return;
        const Draft draft{u"mock-roles-crash-server"_s,
                          m_report.placeIn(m_file, *roles),
                          u"The roles of %1 are neither a list nor an object; the server dies at "
                          "the first check of a role."_s.arg(m_name),
                          u"\"roles\": [\"admin\"]"_s};
        const auto *text = m_report.project().text(m_file);
        if (roles->isString() && text)
            m_report.add(
                draft,
                roles->span().begin,
                roles->span().end,
                '[' + text->mid(roles->span().begin, roles->span().end - roles->span().begin)
                    + ']');
        else
            m_report.add(draft);
    }

    void checkOldProperties()
    {
        static const QList<std::pair<QString, QString>> names = {
            {u"ID"_s, u"id"_s},
            {u"userAttributes"_s, u"attr"_s},
            {u"jwt"_s, u"tenant, roles, attr"_s}};
        for (const auto &[old, now] : names) {
            if (const auto *value = m_entry.find(old))
                tell(u"mock-user-old-property"_s,
                     *value,
                     u"%1 of the user %2 still works, with a warning at every start."_s.arg(old,
                                                                                            m_name),
                     u"Write %1."_s.arg(now));
        }
        if (const auto *value = m_entry.find(u"is"))
            tell(u"mock-roles-crash-server"_s,
                 *value,
                 u"The property \"is\" of the user %1 hides the function that checks roles."_s.arg(
                     m_name),
                 u"Take it out."_s);
    }

    void checkAttributes()
    {
        for (const auto &attribute : m_entry[u"attr"].members()) {
            if (attribute.value.isString() || attribute.value.isNumber())
                tell(u"mock-attribute-not-a-list"_s,
                     attribute.value,
                     u"The attribute %1 of %2 is a plain value; real tokens hold lists of texts, "
                     "and a condition with \"in\" answers 500 here."_s.arg(attribute.name, m_name),
                     u"\"%1\": [\"…\"]"_s.arg(attribute.name));
        }
    }

    Report &m_report;
    QString m_file;
    QString m_name;
    const Json &m_entry;
    qsizetype m_nameBegin;
};

} // namespace

void checkMockUsers(Report &report)
{
    const auto *env = report.project().env(u"development"_s);
    if (!env || !MockUsers::of(*env).usesMockUsers())
        return;
    const QStringList path = {u"requires"_s, u"auth"_s, u"users"_s};
    for (const auto &config : report.project().configs()) {
        visit(*config.config, path, [&](const Json &users, const QString &profile) {
            if (!profile.isEmpty() && !env->profiles.contains(profile))
                return;
            for (const auto &member : users.members()) {
                if (member.name.startsWith(u'[') && !member.value.isObject())
                    continue;
                const auto inner =
                    member.name.mid(1, std::max<qsizetype>(0, member.name.size() - 2));
                const bool isProfile =
                    QStringList{u"development"_s, u"production"_s, u"hybrid"_s, u"test"_s}.contains(
                        inner);
                if (!member.name.startsWith(u'['))
                    UserEntry(report, config.name, member).check();
                else if (!isProfile && !env->profiles.contains(inner))
                    report.add(
                        {u"mock-user-hidden-by-brackets"_s,
                         report.placeIn(config.name, member.value),
                         u"%1 is taken for the block of a profile; there is no such user."_s.arg(
                             member.name),
                         u"Choose a name without brackets."_s});
            }
        });
    }
}

} // namespace tokentrail::cap::lint
