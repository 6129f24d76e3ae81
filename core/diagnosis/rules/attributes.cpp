// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
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
        return Verdict(
                   0.85,
                   u"%1 has the role %2 without a restriction of %3, and the role %4 with one: "
                   "the token can only say %5, which restricts both."_s.arg(facts.who(),
                                                                            it->unrestricted,
                                                                            it.key(),
                                                                            it->restricted,
                                                                            values.join(u", "_s)),
                   facts.call)
            .because(u"The directory assigns both roles."_s)
            .because(u"xs.user.attributes.%1 is %2."_s.arg(it.key(), values.join(u", "_s)),
                     facts.call)
            .fix(u"Give the user one of the two roles only, or separate the grants in the model: "
                 "one role, one attribute."_s);
    }
    return {};
}

} // namespace tokentrail::diagnosis::rules
