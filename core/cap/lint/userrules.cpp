// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/lint/report.h"
#include "core/cap/mockusers.h"
#include "core/cap/say.h"

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
                        say(u"lint.user-null", {{u"user", m_name}}),
                        say(u"advice.user-null", {{u"example", u"{}"_s}}));
        if (m_name == "*"_L1) {
            if (!m_entry.isBool() || m_entry.toBool())
                tell(u"mock-user-wildcard"_s,
                     m_entry,
                     say(u"lint.user-wildcard"),
                     say(u"advice.user-wildcard"));
            return;
        }
        if (m_entry.isBool() && m_entry.toBool())
            tell(u"mock-user-without-id"_s,
                 m_entry,
                 say(u"lint.user-without-id", {{u"user", m_name}}),
                 say(u"advice.user-without-id", {{u"example", u"{}"_s}}));
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
                 say(u"lint.any-password", {{u"user", m_name}}),
                 say(u"advice.any-password"));
        else if (!password.isString())
            tell(u"mock-password-never-matches"_s,
                 password,
                 say(u"lint.password-no-text", {{u"user", m_name}}),
                 say(u"advice.password-no-text"));
        else if (password.toString().contains(u':'))
            tell(u"mock-password-never-matches"_s,
                 password,
                 say(u"lint.password-colon", {{u"user", m_name}}),
                 say(u"advice.password-colon"));
    }

    void checkRoles()
    {
        const auto *roles = m_entry.find(u"roles");
        if (!roles || roles->isArray() || roles->isObject())
            return;
        const Draft draft{u"mock-roles-crash-server"_s,
                          m_report.placeIn(m_file, *roles),
                          say(u"lint.roles-shape", {{u"user", m_name}}),
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
                     say(u"lint.user-old-property", {{u"property", old}, {u"user", m_name}}),
                     say(u"advice.write", {{u"better", now}}));
        }
        if (const auto *value = m_entry.find(u"is"))
            tell(u"mock-roles-crash-server"_s,
                 *value,
                 say(u"lint.user-is", {{u"user", m_name}}),
                 say(u"advice.user-is"));
    }

    void checkAttributes()
    {
        for (const auto &attribute : m_entry[u"attr"].members()) {
            if (attribute.value.isString() || attribute.value.isNumber())
                tell(u"mock-attribute-not-a-list"_s,
                     attribute.value,
                     say(u"lint.attribute-plain",
                         {{u"attribute", attribute.name}, {u"user", m_name}}),
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
                    report.add({u"mock-user-hidden-by-brackets"_s,
                                report.placeIn(config.name, member.value),
                                say(u"lint.user-in-brackets", {{u"name", member.name}}),
                                say(u"advice.user-in-brackets")});
            }
        });
    }
}

} // namespace tokentrail::cap::lint
