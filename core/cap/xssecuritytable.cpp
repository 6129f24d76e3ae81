// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/xssecuritymembers.h"

#include <QCoreApplication>

namespace tokentrail::cap {

namespace {

constexpr QStringView tenantModes[] = {u"dedicated", u"shared", u"external"};
constexpr QStringView authorities[] = {u"$ACCEPT_GRANTED_AUTHORITIES"};
constexpr QStringView foreignScopes[] = {
    u"$ACCEPT_GRANTED_SCOPES", u"uaa.user", u"user_attributes", u"xs_user.read"};
constexpr QStringView scopesOfTheService[] = {u"uaa.user"};
constexpr QStringView valueTypes[] = {u"string", u"s", u"int", u"date"};
constexpr QStringView credentialTypes[] = {u"binding-secret", u"x509"};
constexpr QStringView retiredCredentialTypes[] = {u"instance-secret"};
constexpr QStringView systemAttributes[] = {
    u"groups", u"rolecollections", u"ias-token", u"ias-corporate-idp-token"};
constexpr QStringView grantTypes[] = {u"authorization_code",
                                      u"client_credentials",
                                      u"password",
                                      u"refresh_token",
                                      u"user_token",
                                      u"urn:ietf:params:oauth:grant-type:jwt-bearer",
                                      u"urn:ietf:params:oauth:grant-type:saml2-bearer"};

constexpr QStringView own = u"$XSAPPNAME.";
constexpr int nameLength = 64;

// In a class for its translations.
struct Table
{
    Q_DECLARE_TR_FUNCTIONS(tokentrail::cap::XsSecurityMember)
public:
    static constexpr XsSecurityMember members[] = {
        {.owner = u"",
         .name = u"xsappname",
         .help = QT_TR_NOOP(
             "The name of the application; an update of the service instance cannot change "
             "it."),
         .characters = u"-_/\\",
         .mostCharacters = 100},
        {.owner = u"",
         .name = u"tenant-mode",
         .help =
             QT_TR_NOOP("Who uses the application: one tenant (dedicated), or many that subscribe "
                        "(shared)."),
         .values = tenantModes,
         .takesOthers = false,
         .standard = u"dedicated"},
        {.owner = u"",
         .name = u"description",
         .help = QT_TR_NOOP("What the application is for, in words for its administrators.")},
        {.owner = u"",
         .name = u"scopes",
         .shape = MemberShape::Objects,
         .help =
             QT_TR_NOOP("What the application asks for when it decides: each stands in a token of "
                        "whoever may do it."),
         .mostEntries = 500},
        {.owner = u"",
         .name = u"attributes",
         .shape = MemberShape::Objects,
         .help = QT_TR_NOOP("What a role can restrict to values, like a country."),
         .mostEntries = 50},
        {.owner = u"",
         .name = u"role-templates",
         .shape = MemberShape::Objects,
         .help = QT_TR_NOOP("What roles are made of: scopes, and attributes to fill in."),
         .mostEntries = 500},
        {.owner = u"",
         .name = u"role-collections",
         .shape = MemberShape::Objects,
         .help =
             QT_TR_NOOP("What is assigned to people; each holds the default roles of templates."),
         .mostEntries = 250},
        {.owner = u"",
         .name = u"authorities",
         .shape = MemberShape::Texts,
         .help = QT_TR_NOOP(
             "Scopes of other applications that the application takes for itself, without a "
             "user."),
         .values = authorities},
        {.owner = u"",
         .name = u"foreign-scope-references",
         .shape = MemberShape::Texts,
         .help = QT_TR_NOOP("Scopes of other applications that come into the tokens of its users."),
         .values = foreignScopes},
        {.owner = u"",
         .name = u"oauth2-configuration",
         .shape = MemberShape::Object,
         .help = QT_TR_NOOP(
             "How tokens are issued: for how long, with which secrets, to which addresses.")},
        {.owner = u"",
         .name = u"xsenableasyncservice",
         .shape = MemberShape::TextOrFlag,
         .help = QT_TR_NOOP("Whether the service instance is made in the background."),
         .standard = u"\"true\""},
        {.owner = u"",
         .name = u"authorities-inheritance",
         .shape = MemberShape::Flag,
         .help = QT_TR_NOOP(
             "Whether bindings take over the authorities of the instance; cds writes false.")},
        {.owner = u"scopes",
         .name = u"name",
         .help = QT_TR_NOOP("The name of the scope, as code asks for it behind the prefix."),
         .prefix = own,
         .characters = u"-_/\\:.",
         .mostCharacters = 193},
        {.owner = u"scopes",
         .name = u"description",
         .help = QT_TR_NOOP("What the scope allows, in words for administrators.")},
        {.owner = u"scopes",
         .name = u"granted-apps",
         .shape = MemberShape::Texts,
         .help = QT_TR_NOOP("Applications whose users may carry this scope."),
         .refersTo = NamesOf::Applications},
        {.owner = u"scopes",
         .name = u"grant-as-authority-to-apps",
         .shape = MemberShape::Texts,
         .help =
             QT_TR_NOOP("Applications that may have this scope for themselves, without a user."),
         .refersTo = NamesOf::Applications},
        {.owner = u"attributes",
         .name = u"name",
         .help = QT_TR_NOOP("The name of the attribute, as code asks for it."),
         .characters = u"_",
         .mostCharacters = nameLength},
        {.owner = u"attributes",
         .name = u"description",
         .help = QT_TR_NOOP("What the attribute restricts, in words for administrators.")},
        {.owner = u"attributes",
         .name = u"valueType",
         .help = QT_TR_NOOP("The type of its values; an update cannot change it."),
         .values = valueTypes,
         .takesOthers = false,
         .standard = u"string"},
        {.owner = u"attributes",
         .name = u"valueRequired",
         .shape = MemberShape::TextOrFlag,
         .help =
             QT_TR_NOOP("Whether a role must give it values; a template that needs them yields no "
                        "default role."),
         .standard = u"true"},
        {.owner = u"role-templates",
         .name = u"name",
         .help = QT_TR_NOOP("The name of the role template."),
         .characters = u".-_",
         .mostCharacters = nameLength},
        {.owner = u"role-templates",
         .name = u"description",
         .help = QT_TR_NOOP("What its roles are for, in words for administrators.")},
        {.owner = u"role-templates",
         .name = u"default-role-name",
         .help = QT_TR_NOOP("What the role is called that XSUAA makes of the template; else as the "
                            "template."),
         .mostCharacters = 255},
        {.owner = u"role-templates",
         .name = u"scope-references",
         .shape = MemberShape::Texts,
         .help = QT_TR_NOOP("The scopes that its roles give."),
         .values = scopesOfTheService,
         .refersTo = NamesOf::Scopes},
        {.owner = u"role-templates",
         .name = u"attribute-references",
         .shape = MemberShape::References,
         .help = QT_TR_NOOP("The attributes that its roles restrict."),
         .refersTo = NamesOf::Attributes},
        {.owner = u"attribute-references",
         .name = u"name",
         .help = QT_TR_NOOP("The name of an attribute of this descriptor."),
         .refersTo = NamesOf::Attributes},
        {.owner = u"attribute-references",
         .name = u"default-values",
         .shape = MemberShape::Texts,
         .help =
             QT_TR_NOOP("What the default role gives the attribute; an update cannot change it.")},
        {.owner = u"role-collections",
         .name = u"name",
         .help = QT_TR_NOOP(
             "The name of the role collection; another name is another collection, without "
             "the assignments."),
         .mostCharacters = nameLength},
        {.owner = u"role-collections",
         .name = u"description",
         .help = QT_TR_NOOP("What the role collection is for, in words for administrators."),
         .mostCharacters = 1000},
        {.owner = u"role-collections",
         .name = u"role-template-references",
         .shape = MemberShape::Texts,
         .help = QT_TR_NOOP("The role templates whose default roles it holds."),
         .refersTo = NamesOf::RoleTemplates},
        {.owner = u"oauth2-configuration",
         .name = u"token-validity",
         .shape = MemberShape::Number,
         .help = QT_TR_NOOP("How long an access token holds."),
         .least = 60,
         .most = 86400,
         .standard = u"43200"},
        {.owner = u"oauth2-configuration",
         .name = u"refresh-token-validity",
         .shape = MemberShape::Number,
         .help = QT_TR_NOOP("How long a refresh token holds."),
         .least = 60,
         .most = 31536000,
         .standard = u"604800"},
        {.owner = u"oauth2-configuration",
         .name = u"redirect-uris",
         .shape = MemberShape::Texts,
         .help = QT_TR_NOOP(
             "Where a login may lead back to; * stands for a part of the host, ** for any "
             "path, and localhost is always allowed.")},
        {.owner = u"oauth2-configuration",
         .name = u"credential-types",
         .shape = MemberShape::Texts,
         .help = QT_TR_NOOP(
             "What bindings and keys prove themselves with; the first counts where nothing "
             "is asked for."),
         .values = credentialTypes,
         .takesOthers = false,
         .retired = retiredCredentialTypes},
        {.owner = u"oauth2-configuration",
         .name = u"system-attributes",
         .shape = MemberShape::Texts,
         .help = QT_TR_NOOP("What a token tells of its user beside the scopes."),
         .values = systemAttributes,
         .takesOthers = false,
         .standard = u"groups, rolecollections"},
        {.owner = u"oauth2-configuration",
         .name = u"allowedproviders",
         .shape = MemberShape::Texts,
         .help = QT_TR_NOOP("The origins of the identity providers that users may log in with.")},
        {.owner = u"oauth2-configuration",
         .name = u"autoapprove",
         .shape = MemberShape::TextOrFlag,
         .help = QT_TR_NOOP("Whether users are not asked to approve the scopes.")},
        {.owner = u"oauth2-configuration",
         .name = u"grant-types",
         .shape = MemberShape::Texts,
         .help = QT_TR_NOOP("The ways in which the client may ask for a token."),
         .values = grantTypes,
         .takesOthers = false}};
};

} // namespace

std::span<const XsSecurityMember> xsSecurityMembers()
{
    return Table::members;
}

} // namespace tokentrail::cap
