// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/destination/sdktexts.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace tokentrail::destination::sdk {

QString keyStoreMissing(const QString &name)
{
    return u"No certificate with name %1 could be found on the destination!"_s.arg(name);
}

QString userTokenMissing(const QString &authentication)
{
    return u"No user token (JWT) has been provided. This is strictly necessary for '%1'."_s.arg(
        authentication);
}

QString refreshTokenMissing(const QString &authentication)
{
    return u"No refresh token has been provided. This is strictly necessary for '%1'."_s.arg(
        authentication);
}

QString notResolved(const QString &destinationName)
{
    return u"Failed to resolve the destination 'name: %1'."_s.arg(destinationName);
}

QString urlMissing(const QString &destinationName)
{
    return u"The 'url' property is not set for destination %1 which is mandatory if you use it as "
           u"an 'HTTP destination"_s.arg(destinationName);
}

QString unsupported(const QString &authentication)
{
    return u"The destination used \"%1\" as authentication type which is not supported by the SAP "
           u"Cloud SDK."_s.arg(authentication);
}

QString noAuthTokens(const QString &authentication)
{
    return u"`AuthenticationType` is \"%1\", but no auth tokens could be fetched from the "
           u"destination service."_s.arg(authentication);
}

QString authTokensFailed(const QStringList &errors)
{
    const QStringList lines{
        u"The destination tried to provide authorization tokens but failed in all cases. This is "
        u"most likely due to misconfiguration."_s,
        u"Original error messages:"_s};
    return (lines + errors).join(u'\n');
}

QString statusFailed(int status)
{
    return u"Request failed with status code %1"_s.arg(status);
}

QString bindingMissing(const QString &label)
{
    return u"Could not find service binding of type '%1'."_s.arg(label);
}

QString serviceTokenFailed(const QString &label)
{
    return u"Could not fetch client credentials token for service of type \"%1\"."_s.arg(label);
}

QString clientCredentialsFailed(const QString &label, const QString &because)
{
    return u"Could not fetch client credentials token for service of type %1: %2"_s.arg(label,
                                                                                        because);
}

QString jwtBearerFailed(const QString &label, const QString &because)
{
    return u"Could not fetch JWT bearer token for service of type %1: %2"_s.arg(label, because);
}

QString tokenAnswerWas(const QString &url, int status, const QString &body)
{
    // Not chained: the body could hold a place marker of its own.
    return u"HTTP response from %1 was %2: "_s.arg(url).arg(status) + body + u'.';
}

QString tokenRequestNotSent(const QString &call, const QString &url, const QString &because)
{
    return u"HTTP request [XsuaaService.%1] to %2 could not be sent due to: %3"_s.arg(
        call, url, because);
}

} // namespace tokentrail::destination::sdk
