// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/clientauthentication.h"

#include "core/sandbox/certificates.h"

#include <QCryptographicHash>
#include <QUrl>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;

namespace {

struct Pair
{
    QString id;
    QString secret;
};

QString formDecoded(QByteArray text)
{
    return QUrl::fromPercentEncoding(text.replace('+', ' '));
}

std::optional<std::pair<QByteArray, QByteArray>> basicPair(const http::Request &request)
{
    const auto credentials = http::credentialsOf(request.headers.value("Authorization"));
    if (credentials.scheme.compare("Basic", Qt::CaseInsensitive) != 0)
        return std::nullopt;
    const auto decoded = QByteArray::fromBase64Encoding(credentials.value);
    const auto colon = decoded ? decoded.decoded.indexOf(':') : -1;
    if (colon < 0)
        return std::nullopt;
    return std::pair(decoded.decoded.first(colon), decoded.decoded.sliced(colon + 1));
}

// An unknown client costs the comparison of a secret too.
const OAuthClient *check(const Registry &registry, const Pair &pair)
{
    const auto *client = registry.client(pair.id);
    const auto expected = client == nullptr ? Secret(u"nobody"_s) : client->secret;
    const bool same = expected.equals(Secret(pair.secret));
    return client != nullptr && same ? client : nullptr;
}

const OAuthClient *
byCertificate(const Registry &registry, const http::Connection &connection, const QString &clientId)
{
    const auto *client = registry.client(clientId);
    const bool fits = connection.clientCertificateTrusted && client != nullptr
        && commonNameOf(connection.clientCertificatePem).toLatin1() == certificateNameOf(clientId);
    return fits ? client : nullptr;
}

} // namespace

QByteArray certificateNameOf(const QString &clientId)
{
    const auto hash = QCryptographicHash::hash(clientId.toUtf8(), QCryptographicHash::Sha256);
    return "binding-" + hash.toHex().first(32);
}

std::variant<const OAuthClient *, http::Response>
authenticateClient(const Registry &registry,
                   const http::Request &request,
                   const http::Connection &connection,
                   const Form &form)
{
    if (request.headers.contains("Authorization")) {
        const auto basic = basicPair(request);
        if (!basic)
            return badCredentials();
        const auto &[id, secret] = *basic;
        if (const auto *client =
                check(registry, {QString::fromUtf8(id), QString::fromUtf8(secret)}))
            return client;
        if (const auto *client = check(registry, {formDecoded(id), formDecoded(secret)}))
            return client;
        return badCredentials();
    }
    if (!form.has(u"client_id"))
        return oauthError(
            401, u"unauthorized"_s, u"Full authentication is required to access this resource"_s);
    if (!form.has(u"client_secret") && !connection.clientCertificatePem.isEmpty()) {
        if (const auto *client = byCertificate(registry, connection, form.value(u"client_id")))
            return client;
        return badCredentials();
    }
    if (const auto *client =
            check(registry, {form.value(u"client_id"), form.value(u"client_secret")}))
        return client;
    return badCredentials();
}

} // namespace tokentrail::sandbox
