// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/json.h"

#include <QSet>
#include <QString>

#include <optional>

namespace tokentrail::cap {

// requires.auth.kind, as far as CAP knows it.
enum class AuthKind : quint8 { Mocked, Basic, Jwt, Xsuaa, Ias, Dummy, Custom };
std::optional<AuthKind> authKindOf(QStringView name); // "mocked", "mocked-auth", …
QString nameOf(AuthKind kind);

// req.user as a service sees it.
struct AccessUser
{
    std::optional<QString> id; // nullopt where CAP has undefined, or null
    bool isIdNull = false; // "= null" finds rows without a value, "= undefined" none
    bool isAnonymous = false;
    bool isPrivileged = false; // kind dummy: every role, @restrict skipped
    bool crashesRoleCheck = false; // roles are neither list nor object: the server dies
    QSet<QString> roles;
    text::Json attributes = text::Json::object(); // null where CAP has null

    bool is(const QString &role) const;
    QString shownId() const; // "undefined" where there is none

    static AccessUser anonymous();
    static AccessUser privileged();
};

// What authentication made of a request: a user, or the status that it answers at once.
struct Login
{
    AccessUser user;
    int refusedWith = 0; // 401 or 500; 0: logged in, or anonymous
    bool undecided = false; // a custom implementation, or a token that cannot be judged here
    QString because; // one sentence
};

// What a request says about who calls.
struct Caller
{
    QString authorization; // the header's value; empty: none is sent
    bool sendsAuthorization = false;
    // Instead of a header: a token taken apart, for kinds jwt, xsuaa and ias.
    const text::Json *token = nullptr; // {"header":{},"payload":{},"signature":"valid|invalid"}
    const text::Json *credentials = nullptr; // of the service's binding
    const AccessUser *user = nullptr; // instead of all that: whom the service knows already
};

struct LoginRules
{
    AuthKind kind = AuthKind::Mocked;
    bool loginRequired = false; // auth.login_required, or multitenancy
    const text::Json *users = nullptr; // mock users by login name
    const text::Json *credentials = nullptr; // where the caller brings none
    qint64 nowSeconds = 0;
};

Login logIn(const Caller &caller, const LoginRules &rules);
// kind mocked, basic
Login logInWithBasic(const Caller &caller, const LoginRules &rules);
// kind jwt, xsuaa, ias
Login logInWithToken(const Caller &caller, const LoginRules &rules);
// One entry of requires.auth.users; deprecated spellings included.
AccessUser mockUser(const QString &name, const text::Json &entry);
// "Basic …" for a user name, or "name:password".
QString basicAuthorization(const QString &credentials);
// The users that kind mocked has without any configuration; cds 6 to 10.
const text::Json &builtInUsers();
// Whether all of them stand in there unchanged: then the list is what kind mocked makes
// effective, and kind basic has none of them.
bool holdsAllBuiltInUsers(const text::Json &users);
text::Json withoutBuiltInUsers(const text::Json &users);

} // namespace tokentrail::cap
