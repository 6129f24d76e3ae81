// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/adminroutes.h"

namespace tokentrail::sandbox {

// The shapes of the administration, member by member as its description has them.
text::Json appShape(const Registry &registry, const xsuaa::Application &app, bool details = true);
text::Json scopeShape(const xsuaa::Application &app, const xsuaa::Scope &scope);
text::Json templateShape(const xsuaa::Directory &directory,
                         const xsuaa::Application &app,
                         const xsuaa::RoleTemplate &roleTemplate,
                         bool withRoles);
text::Json roleShape(const xsuaa::Directory &directory, const xsuaa::Role &role);

struct CollectionParts
{
    bool roles = true;
    bool users = true;
    bool groups = true;
};
// Made once an answer: finds the users of a collection without asking all of them each time.
class CollectionShaper
{
public:
    CollectionShaper(const xsuaa::Directory &directory, QString zoneId, CollectionParts parts);
    text::Json shape(const xsuaa::RoleCollection &collection) const;

private:
    text::Json rolesOf(const xsuaa::RoleCollection &collection) const;
    text::Json usersOf(const xsuaa::RoleCollection &collection) const;

    const xsuaa::Directory &m_directory;
    QString m_zoneId;
    CollectionParts m_parts;
    QHash<QString, QList<qsizetype>> m_users; // by name of the collection
};
text::Json groupShape(const QString &collection, const xsuaa::GroupReference &group);

text::Json userShape(const xsuaa::User &user, const QString &zoneId); // XSUser
text::Json scimUserShape(const xsuaa::User &user, const QString &zoneId);

// Answers that several have.
http::Response missing(const QString &sentence); // 404
http::Response badRequest(const QString &sentence); // 400
http::Response refused(const Error &error); // by its kind
http::Response done(const Result<void> &result, int status, const text::Json &body);

} // namespace tokentrail::sandbox
