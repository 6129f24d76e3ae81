// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/xsuaa/directory.h"

#include <vector>

namespace tokentrail::cap {

// What becomes of a role template when the service instance is made.
struct TemplateOutcome
{
    QString name;
    bool yieldsRole = false;
    xsuaa::Role role; // that XSUAA makes of it
    QStringList scopes; // that the role gives, as written
    QString missing; // attribute without values, for which there is no role
};

struct CollectionOutcome
{
    QString name;
    QStringList roles; // that it holds
    QStringList without; // references that bring no role into it, as written
};

struct XsSecurityOutcome
{
    std::vector<TemplateOutcome> templates; // in the order of the file
    std::vector<CollectionOutcome> collections;
};

// The roles and role collections that XSUAA makes of an xs-security.json by itself, as the sandbox
// makes them. Fails where the descriptor has members of a wrong kind.
Result<XsSecurityOutcome> outcomeOfXsSecurity(const QByteArray &source, const QString &file = {});

QString attributesInWords(const xsuaa::Role &role); // "country = DE, AT; level unrestricted"

} // namespace tokentrail::cap
