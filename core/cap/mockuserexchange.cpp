// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/mockuserexchange.h"

#include "core/xsuaa/authorizations.h"

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using xsuaa::Application;
using xsuaa::RoleTemplate;

namespace {

// Roles that CAP knows without any scope of the application.
bool isPseudoRole(const QString &role)
{
    static const QStringList names{u"any"_s,
                                   u"authenticated-user"_s,
                                   u"identified-user"_s,
                                   u"system-user"_s,
                                   u"internal-user"_s};
    return names.contains(role);
}

bool gives(const RoleTemplate &candidate, const QString &scope, const Application &application)
{
    return std::any_of(
        candidate.scopeReferences.cbegin(),
        candidate.scopeReferences.cend(),
        [&](const QString &reference) { return application.resolved(reference) == scope; });
}

// The template that gives the role and the least besides.
const RoleTemplate *templateFor(const QString &role, const Application &application)
{
    const QString scope = application.appId + u'.' + role;
    const RoleTemplate *best = nullptr;
    for (const auto &candidate : application.roleTemplates) {
        if (gives(candidate, scope, application)
            && (!best || candidate.scopeReferences.size() < best->scopeReferences.size()))
            best = &candidate;
    }
    return best;
}

xsuaa::RoleAttribute attributeOf(const QString &name, const text::Json &attributes)
{
    xsuaa::RoleAttribute attribute;
    attribute.name = name;
    const auto *value = attributes.find(name);
    if (!value || value->isNull()) {
        attribute.origin = xsuaa::RoleAttribute::Origin::Unrestricted;
        return attribute;
    }
    if (value->isArray())
        attribute.values = value->toStringList();
    else
        attribute.values << (value->isString() ? value->toString()
                                               : QString::fromUtf8(value->toCompact()));
    return attribute;
}

class Maker
{
public:
    explicit Maker(const Application &application)
        : m_application(application)
    { }

    void add(const MockUser &mock)
    {
        xsuaa::User user;
        user.userName = mock.id.value_or(mock.login);
        xsuaa::RoleCollection collection;
        collection.name = u"Mock user %1 of %2"_s.arg(mock.login, m_application.xsappname);
        collection.description = u"What the mock user of the project may do"_s;
        m_named.clear();
        for (const auto &role : mock.roles)
            addRole(mock, role, collection);
        for (const auto &attribute : mock.attributes.members()) {
            if (!m_named.contains(attribute.name))
                m_made.problems
                    << u"%1: no role of the user has an attribute %2, so no token carries it."_s
                           .arg(mock.login, attribute.name);
        }
        if (!collection.roles.isEmpty()) {
            user.roleCollections << collection.name;
            m_made.collections << collection;
        }
        m_made.users << user;
    }

    RoleCollectionsFromMockUsers made() const { return m_made; }

private:
    void addRole(const MockUser &mock, const QString &role, xsuaa::RoleCollection &collection)
    {
        if (isPseudoRole(role))
            return;
        const auto *from = templateFor(role, m_application);
        if (!from) {
            m_made.problems << u"%1: no role template gives the role %2."_s.arg(mock.login, role);
            return;
        }
        auto name = xsuaa::defaultRole(m_application, *from).name;
        if (!from->attributeReferences.isEmpty()) {
            xsuaa::Role own{m_application.appId, from->name, {}, {}, {}, false};
            name = own.name = from->name + u" of "_s + mock.login;
            for (const auto &reference : from->attributeReferences) {
                own.attributes << attributeOf(reference.name, mock.attributes);
                m_named << reference.name;
            }
            m_made.roles << own;
        }
        const xsuaa::RoleReference reference{m_application.appId, from->name, name};
        if (!collection.roles.contains(reference))
            collection.roles << reference;
    }

    const Application &m_application;
    RoleCollectionsFromMockUsers m_made;
    QStringList m_named; // attributes that a role of the user at hand carries
};

} // namespace

std::vector<MockUserChange> mockUsersFrom(const xsuaa::Directory &directory,
                                          const Application &application)
{
    std::vector<MockUserChange> changes;
    const QString prefix = application.appId + u'.';
    for (const auto &user : directory.users) {
        const auto all = xsuaa::authorizationsOf(directory, user, application);
        MockUserChange change;
        change.login = user.userName;
        QStringList roles;
        for (const auto &scope : all.scopes)
            roles << (scope.startsWith(prefix) ? scope.sliced(prefix.size()) : scope);
        if (roles.isEmpty())
            continue;
        change.roles = roles;
        for (auto it = all.attributes.begin(); it != all.attributes.end(); ++it)
            change.attributes.emplace_back(it.key(), it.value());
        changes.push_back(std::move(change));
    }
    return changes;
}

RoleCollectionsFromMockUsers roleCollectionsFrom(const MockUsers &mockUsers,
                                                 const Application &application)
{
    Maker maker(application);
    for (const auto &user : mockUsers.users()) {
        if (user.enabled && user.login != "*"_L1)
            maker.add(user);
    }
    return maker.made();
}

} // namespace tokentrail::cap
