// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

// What the SAP Cloud SDK for JavaScript (4.9) and @sap/xssec (4.15) say, to the letter: users
// search for these sentences, and logs are compared with them.
namespace tokentrail::destination::sdk {

inline constexpr auto loadFailed = u"Failed to load destination.";
inline constexpr auto headersFailed = u"Failed to build headers.";
inline constexpr auto proxyTokenFailed =
    u"Failed to add proxy authorization header - client credentials grant failed!";
inline constexpr auto connectivityMissing =
    u"No binding to a connectivity service found! Please make sure to bind an instance of the "
    u"connectivity service to your app if you want to connect to on-premise destinations.";
inline constexpr auto noTokenForProxy =
    u"Unable to create \"SAP-Connectivity-Authentication\" header: no JWT found on the current "
    u"request.\n     Connecting to on-premise systems via principle propagation is not possible.";
inline constexpr auto noConnectivityHeader =
    u"Principal propagation was selected in destination, but no SAP-Connectivity-Authentication "
    u"bearer header was added by connectivity service.";
inline constexpr auto unreadableJwt =
    u"JwtError: The given jwt payload does not encode valid JSON.";
inline constexpr auto foreignJwt =
    u"Failed to verify the JWT with no JKU! Destination must have `x_user_token.jwks` or "
    u"`x_user_token.jwks_uri` property.";
inline constexpr auto basicIncomplete =
    u"AuthenticationType is \"BasicAuthentication\", but \"username\" and / or \"password\" are "
    u"missing!";

QString keyStoreMissing(const QString &name);
QString userTokenMissing(const QString &authentication);
QString refreshTokenMissing(const QString &authentication);
QString notResolved(const QString &destinationName);
QString urlMissing(const QString &destinationName);
QString unsupported(const QString &authentication);
QString noAuthTokens(const QString &authentication);
QString authTokensFailed(const QStringList &errors);
QString statusFailed(int status);
QString bindingMissing(const QString &label);
QString serviceTokenFailed(const QString &label);
QString clientCredentialsFailed(const QString &label, const QString &because);
QString jwtBearerFailed(const QString &label, const QString &because);
QString tokenAnswerWas(const QString &url, int status, const QString &body);
QString tokenRequestNotSent(const QString &call, const QString &url, const QString &because);

} // namespace tokentrail::destination::sdk
