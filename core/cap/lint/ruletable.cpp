// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/lint.h"

namespace tokentrail::cap {

using namespace Qt::StringLiterals;

const std::vector<LintRule> &lintRules()
{
    using enum ProblemSeverity;
    static const std::vector<LintRule> rules = {
        // configuration
        {u"config-file-broken"_s, Error, u"A file with configuration cannot be read"_s},
        {u"config-file-not-read"_s, Warning, u"cds does not read a file of this name"_s},
        {u"config-variable-splits"_s, Warning, u"One underscore starts a new member"_s},
        {u"default-env-malformed"_s, Error, u"default-env.json is not what cds expects"_s},
        {u"default-env-in-production"_s, Hint, u"default-env.json counts in production too"_s},
        {u"secrets-not-ignored"_s, Warning, u"A file with credentials may get into git"_s},
        {u"forward-auth-token-without-effect"_s,
         Warning,
         u"forwardAuthToken does nothing beside a destination's name"_s},
        // authentication
        {u"auth-strategy-ignored"_s, Error, u"requires.auth.strategy is an old spelling"_s},
        {u"auth-kind-unknown"_s, Error, u"There is no such authentication kind"_s},
        {u"auth-impl-not-found"_s, Error, u"The file of the custom authentication is missing"_s},
        {u"mocked-auth-in-production"_s, Error, u"Production does not check who calls"_s},
        {u"services-open-in-production"_s, Error, u"restrict_all_services is off in production"_s},
        {u"requires-uaa-without-effect"_s, Warning, u"requires.uaa does not authenticate"_s},
        {u"xssec-missing"_s, Error, u"@sap/xssec is not among the dependencies"_s},
        // bindings
        {u"binding-missing"_s, Error, u"The authentication kind needs a binding"_s},
        {u"binding-wrapped-twice"_s, Error, u"The credentials are wrapped once too often"_s},
        {u"binding-incomplete"_s, Error, u"The credentials lack what tokens are checked with"_s},
        {u"binding-not-found-by-kind"_s, Error, u"The binding is there, but not found"_s},
        // mock users
        {u"mock-user-accepts-any-password"_s, Hint, u"Any password will do"_s},
        {u"mock-user-wildcard"_s, Hint, u"Any name logs in"_s},
        {u"mock-password-never-matches"_s, Error, u"This password can never match"_s},
        {u"mock-roles-crash-server"_s, Error, u"Roles of this shape crash the server"_s},
        {u"mock-user-stops-server"_s, Error, u"A user that is null stops the server"_s},
        {u"mock-user-without-id"_s, Warning, u"The user has no id"_s},
        {u"mock-user-hidden-by-brackets"_s, Warning, u"Brackets make a profile of the user"_s},
        {u"mock-user-old-property"_s, Warning, u"An old spelling"_s},
        {u"mock-attribute-not-a-list"_s, Warning, u"Attributes of real tokens are lists"_s},
        // model
        {u"open-to-anonymous.grant-spelling"_s, Error, u"A grant that cds does not know"_s},
        {u"open-to-anonymous.no-crud-grant"_s,
         Error,
         u"@restrict of actions alone leaves the entity open"_s},
        {u"open-to-anonymous.restrict-not-a-list"_s, Error, u"@restrict must be a list"_s},
        {u"open-to-anonymous.empty-role"_s, Error, u"An empty role is everybody"_s},
        {u"open-to-anonymous.requires-empty-list"_s, Error, u"@requires with an empty list"_s},
        {u"open-to-anonymous.condition-without-role"_s,
         Warning,
         u"A condition without roles counts for everybody"_s},
        {u"open-to-anonymous.create-not-checked"_s,
         Warning,
         u"The condition is not checked on CREATE"_s},
        {u"open-to-anonymous.number-comparison"_s, Warning, u"Attributes are texts, not numbers"_s},
        {u"open-to-anonymous.expand-into-restricted"_s,
         Warning,
         u"$expand does not check its target"_s},
        {u"open-to-anonymous.composition-child"_s,
         Error,
         u"The child does not take its parent's restrictions"_s},
        {u"open-to-anonymous.service-condition-ignored"_s,
         Error,
         u"grant and where of a service do nothing"_s},
        {u"open-to-anonymous.join-drops-restrictions"_s,
         Error,
         u"Joins do not inherit restrictions"_s},
        {u"open-to-anonymous.draft-without-create"_s, Error, u"Anyone may create drafts"_s},
        {u"open-to-anonymous.tenant-is-an-attribute"_s,
         Error,
         u"$user.tenant and $user.locale are plain attributes"_s},
        {u"restriction-without-matching-grant"_s, Hint, u"Nobody may do this at all"_s},
        {u"condition-unreadable"_s, Error, u"CAP cannot read the condition"_s},
        {u"attribute-structured"_s, Warning, u"cds compile refuses structured attributes"_s},
        // xs-security.json
        {u"role-template-missing"_s, Error, u"No role template gives a role of the model"_s},
        {u"role-not-in-model"_s, Hint, u"The model does not ask for this scope"_s},
        {u"xs-security-problem"_s, Error, u"XSUAA does not accept this descriptor"_s},
        // approuter
        {u"approuter-login-switched-off"_s, Warning, u"authenticationMethod none means no login"_s},
        {u"route-does-not-forward-token"_s, Error, u"The destination does not get the token"_s},
        {u"route-scope-without-prefix"_s, Warning, u"A scope without $XSAPPNAME"_s},
        {u"approuter-file-broken"_s, Error, u"A file of the approuter cannot be read"_s},
        // code
        {u"custom-middleware-ends-the-call"_s, Error, u"A middleware never calls next()"_s},
        {u"passport-strategy-moved"_s, Error, u"JWTStrategy is not where it was"_s},
        {u"xsenv-query-name-mismatch"_s, Error, u"The query has another name"_s},
        {u"route-pattern-refused-by-express-5"_s, Error, u"Express 5 refuses this path"_s},
        {u"passport-user-without-roles"_s, Warning, u"passport's user has no roles"_s},
        {u"custom-user-class-loses-overrides"_s,
         Error,
         u"Overrides of a class that extends cds.User are lost"_s},
    };
    return rules;
}

} // namespace tokentrail::cap
