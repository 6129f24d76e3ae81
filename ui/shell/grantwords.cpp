// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/grantwords.h"

#include <QCoreApplication>

namespace tokentrail::ui {

using call::Grant;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tokentrail::ui::GrantForm)
};

} // namespace

QString titleOf(Grant grant)
{
    switch (grant) {
    case Grant::Password:
        return Words::tr("Password");
    case Grant::ClientCredentials:
        return Words::tr("Client credentials");
    case Grant::AuthorizationCode:
        return Words::tr("Browser");
    case Grant::JwtBearer:
        return Words::tr("Exchange of a token");
    case Grant::Saml2Bearer:
        return Words::tr("SAML assertion");
    case Grant::RefreshToken:
        return Words::tr("Refresh token");
    case Grant::Passcode:
        return Words::tr("Passcode");
    case Grant::Basic:
        return Words::tr("Basic");
    case Grant::PastedToken:
        return Words::tr("Pasted token");
    case Grant::None:
        return Words::tr("No credentials");
    }
    return {};
}

QString meaningOf(Grant grant)
{
    switch (grant) {
    case Grant::Password:
        return Words::tr("The person's name and password go to the token service. It works only "
                         "where the identity provider allows it.");
    case Grant::ClientCredentials:
        return Words::tr("The application itself gets a token; nobody in person is in it.");
    case Grant::AuthorizationCode:
        return Words::tr(
            "A browser opens, the person logs in there, and comes back to this machine "
            "with a one-time code (PKCE).");
    case Grant::JwtBearer:
        return Words::tr("A token of a person becomes one for this client; the person stays in "
                         "it. This is what a service does before it calls another one.");
    case Grant::Saml2Bearer:
        return Words::tr("A signed SAML assertion about a person becomes a token.");
    case Grant::RefreshToken:
        return Words::tr("The next token of a login that was made before.");
    case Grant::Passcode:
        return Words::tr("A one-time code that the person gets in a browser, where single sign-on "
                         "works.");
    case Grant::Basic:
    case Grant::PastedToken:
    case Grant::None:
        break;
    }
    return {};
}

QList<Grant> grantsToSignInWith()
{
    return {Grant::Password,
            Grant::AuthorizationCode,
            Grant::Passcode,
            Grant::ClientCredentials,
            Grant::JwtBearer,
            Grant::Saml2Bearer,
            Grant::RefreshToken};
}

} // namespace tokentrail::ui
