// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/xssecurityoutcome.h"

#include <QCoreApplication>

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tokentrail::cap::XsSecurityOutcome)
};

TemplateOutcome outcomeOf(const xsuaa::Application &application,
                          const xsuaa::RoleTemplate &roleTemplate)
{
    TemplateOutcome outcome;
    outcome.name = roleTemplate.name;
    outcome.scopes = roleTemplate.scopeReferences;
    outcome.yieldsRole = application.yieldsDefaultRole(roleTemplate);
    if (outcome.yieldsRole) {
        outcome.role = xsuaa::defaultRole(application, roleTemplate);
        return outcome;
    }
    auto alone = roleTemplate;
    for (const auto &reference : roleTemplate.attributeReferences) {
        alone.attributeReferences = {reference};
        if (outcome.missing.isEmpty() && !application.yieldsDefaultRole(alone))
            outcome.missing = reference.name;
    }
    return outcome;
}

CollectionOutcome outcomeOf(const xsuaa::DeclaredRoleCollection &declared,
                            const xsuaa::RoleCollection &made)
{
    CollectionOutcome outcome;
    outcome.name = made.name;
    for (const auto &role : made.roles)
        outcome.roles << role.roleName;
    for (const auto &reference : declared.roleTemplateReferences) {
        const auto brings =
            std::any_of(made.roles.begin(), made.roles.end(), [&reference](const auto &role) {
                return reference == QString(u"$XSAPPNAME."_s + role.templateName);
            });
        if (!brings)
            outcome.without << reference;
    }
    return outcome;
}

} // namespace

Result<XsSecurityOutcome> outcomeOfXsSecurity(const QByteArray &source, const QString &file)
{
    const auto application = xsuaa::readApplication(source, file);
    if (!application)
        return application.error();
    XsSecurityOutcome outcome;
    for (const auto &roleTemplate : application->roleTemplates)
        outcome.templates.push_back(outcomeOf(*application, roleTemplate));
    const auto made = xsuaa::declaredCollections(*application);
    for (qsizetype i = 0; i < made.size(); ++i)
        outcome.collections.push_back(outcomeOf(application->roleCollections[i], made[i]));
    return outcome;
}

QString attributesInWords(const xsuaa::Role &role)
{
    QStringList words;
    for (const auto &attribute : role.attributes)
        words << (attribute.origin == xsuaa::RoleAttribute::Origin::Unrestricted
                      ? Words::tr("%1 unrestricted").arg(attribute.name)
                      : QString(attribute.name + u" = "_s + attribute.values.join(", "_L1)));
    return words.join(u"; "_s);
}

} // namespace tokentrail::cap
