// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/say.h"
#include "core/diagnosis/verdict.h"
#include "core/xsuaa/authorizations.h"

namespace tokentrail::diagnosis::rules {

using namespace Qt::StringLiterals;

namespace {

struct Both
{
    QString unrestricted; // names of roles
    QString restricted;
};

QHash<QString, Both> rolesByAttribute(const xsuaa::Directory &directory, const xsuaa::User &user)
{
    QHash<QString, Both> roles;
    for (const auto &name : xsuaa::roleCollectionsOf(directory, user)) {
        const auto *collection = directory.roleCollection(name);
        if (!collection)
            continue;
        for (const auto &reference : collection->roles) {
            const auto role = directory.role(reference);
            if (!role)
                continue;
            for (const auto &attribute : role->attributes) {
                auto &both = roles[attribute.name];
                const bool free = attribute.origin == xsuaa::RoleAttribute::Origin::Unrestricted;
                (free ? both.unrestricted : both.restricted) = role->name;
            }
        }
    }
    return roles;
}

} // namespace

// "I got more roles, and now I see less": a token holds the values of all roles together, and
// has no word for "unrestricted".
QList<Finding> attributeRestrictsUnrestrictedRole(const Facts &facts)
{
    if (!facts.input.directory || !facts.call || !facts.userToken)
        return {};
    const auto &directory = *facts.input.directory;
    const auto *user =
        directory.user(facts.claims[u"user_name"].toString(),
                       facts.claims[u"origin"].toString(QString::fromLatin1(xsuaa::defaultOrigin)));
    if (!user)
        return {};
    const auto roles = rolesByAttribute(directory, *user);
    for (auto it = roles.cbegin(); it != roles.cend(); ++it) {
        const auto values = facts.claims[u"xs.user.attributes"][it.key()].toStringList();
        if (it->unrestricted.isEmpty() || it->restricted.isEmpty() || values.isEmpty())
            continue;
        return Verdict(0.85,
                       say(u"attribute-restricts-unrestricted-role.both",
                           {{u"who", facts.who()},
                            {u"free", it->unrestricted},
                            {u"attribute", it.key()},
                            {u"restricted", it->restricted},
                            {u"values", values.join(u", "_s)}}),
                       facts.call)
            .because(say(u"attribute-restricts-unrestricted-role.directory"))
            .because(say(u"attribute-restricts-unrestricted-role.claim",
                         {{u"attribute", it.key()}, {u"values", values.join(u", "_s)}}),
                     facts.call);
    }
    return {};
}

} // namespace tokentrail::diagnosis::rules
