// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/lint.h"
#include "core/cap/say.h"

namespace tokentrail::cap {

using namespace Qt::StringLiterals;

const std::vector<LintRule> &lintRules()
{
    using enum ProblemSeverity;
    static const std::vector<LintRule> rules = {
        // configuration
        {u"config-file-broken"_s, Error, say(u"rule.config-file-broken")},
        {u"config-file-not-read"_s, Warning, say(u"rule.config-file-not-read")},
        {u"config-variable-splits"_s, Warning, say(u"rule.config-variable-splits")},
        {u"default-env-malformed"_s, Error, say(u"rule.default-env-malformed")},
        {u"default-env-in-production"_s, Hint, say(u"rule.default-env-in-production")},
        {u"secrets-not-ignored"_s, Warning, say(u"rule.secrets-not-ignored")},
        {u"forward-auth-token-without-effect"_s,
         Warning,
         say(u"rule.forward-auth-token-without-effect")},
        // authentication
        {u"auth-strategy-ignored"_s, Error, say(u"rule.auth-strategy-ignored")},
        {u"auth-kind-unknown"_s, Error, say(u"rule.auth-kind-unknown")},
        {u"auth-impl-not-found"_s, Error, say(u"rule.auth-impl-not-found")},
        {u"mocked-auth-in-production"_s, Error, say(u"rule.mocked-auth-in-production")},
        {u"services-open-in-production"_s, Error, say(u"rule.services-open-in-production")},
        {u"requires-uaa-without-effect"_s, Warning, say(u"rule.requires-uaa-without-effect")},
        {u"xssec-missing"_s, Error, say(u"rule.xssec-missing")},
        // bindings
        {u"binding-missing"_s, Error, say(u"rule.binding-missing")},
        {u"binding-wrapped-twice"_s, Error, say(u"rule.binding-wrapped-twice")},
        {u"binding-incomplete"_s, Error, say(u"rule.binding-incomplete")},
        {u"binding-not-found-by-kind"_s, Error, say(u"rule.binding-not-found-by-kind")},
        // mock users
        {u"mock-user-accepts-any-password"_s, Hint, say(u"rule.mock-user-accepts-any-password")},
        {u"mock-user-wildcard"_s, Hint, say(u"rule.mock-user-wildcard")},
        {u"mock-password-never-matches"_s, Error, say(u"rule.mock-password-never-matches")},
        {u"mock-roles-crash-server"_s, Error, say(u"rule.mock-roles-crash-server")},
        {u"mock-user-stops-server"_s, Error, say(u"rule.mock-user-stops-server")},
        {u"mock-user-without-id"_s, Warning, say(u"rule.mock-user-without-id")},
        {u"mock-user-hidden-by-brackets"_s, Warning, say(u"rule.mock-user-hidden-by-brackets")},
        {u"mock-user-old-property"_s, Warning, say(u"rule.mock-user-old-property")},
        {u"mock-attribute-not-a-list"_s, Warning, say(u"rule.mock-attribute-not-a-list")},
        // model
        {u"open-to-anonymous.grant-spelling"_s, Error, say(u"rule.grant-spelling")},
        {u"open-to-anonymous.no-crud-grant"_s, Error, say(u"rule.no-crud-grant")},
        {u"open-to-anonymous.restrict-not-a-list"_s, Error, say(u"rule.restrict-not-a-list")},
        {u"open-to-anonymous.empty-role"_s, Error, say(u"rule.empty-role")},
        {u"open-to-anonymous.requires-empty-list"_s, Error, say(u"rule.requires-empty-list")},
        {u"open-to-anonymous.condition-without-role"_s,
         Warning,
         say(u"rule.condition-without-role")},
        {u"open-to-anonymous.create-not-checked"_s, Warning, say(u"rule.create-not-checked")},
        {u"open-to-anonymous.number-comparison"_s, Warning, say(u"rule.number-comparison")},
        {u"open-to-anonymous.expand-into-restricted"_s,
         Warning,
         say(u"rule.expand-into-restricted")},
        {u"open-to-anonymous.composition-child"_s, Error, say(u"rule.composition-child")},
        {u"open-to-anonymous.service-condition-ignored"_s,
         Error,
         say(u"rule.service-condition-ignored")},
        {u"open-to-anonymous.join-drops-restrictions"_s,
         Error,
         say(u"rule.join-drops-restrictions")},
        {u"open-to-anonymous.unrestricted-entity"_s, Warning, say(u"rule.unrestricted-entity")},
        {u"open-to-anonymous.draft-without-create"_s, Error, say(u"rule.draft-without-create")},
        {u"open-to-anonymous.tenant-is-an-attribute"_s, Error, say(u"rule.tenant-is-an-attribute")},
        {u"restriction-without-matching-grant"_s,
         Hint,
         say(u"rule.restriction-without-matching-grant")},
        {u"condition-unreadable"_s, Error, say(u"rule.condition-unreadable")},
        {u"attribute-structured"_s, Warning, say(u"rule.attribute-structured")},
        // xs-security.json
        {u"role-template-missing"_s, Error, say(u"rule.role-template-missing")},
        {u"role-not-in-model"_s, Hint, say(u"rule.role-not-in-model")},
        {u"xs-security-problem"_s, Error, say(u"rule.xs-security-problem")},
        // approuter
        {u"approuter-login-switched-off"_s, Warning, say(u"rule.approuter-login-switched-off")},
        {u"route-does-not-forward-token"_s, Error, say(u"rule.route-does-not-forward-token")},
        {u"route-scope-without-prefix"_s, Warning, say(u"rule.route-scope-without-prefix")},
        {u"approuter-file-broken"_s, Error, say(u"rule.approuter-file-broken")},
        // code
        {u"custom-middleware-ends-the-call"_s, Error, say(u"rule.custom-middleware-ends-the-call")},
        {u"passport-strategy-moved"_s, Error, say(u"rule.passport-strategy-moved")},
        {u"xsenv-query-name-mismatch"_s, Error, say(u"rule.xsenv-query-name-mismatch")},
        {u"route-pattern-refused-by-express-5"_s,
         Error,
         say(u"rule.route-pattern-refused-by-express-5")},
        {u"passport-user-without-roles"_s, Warning, say(u"rule.passport-user-without-roles")},
        {u"custom-user-class-loses-overrides"_s,
         Error,
         say(u"rule.custom-user-class-loses-overrides")},
    };
    return rules;
}

} // namespace tokentrail::cap
