// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/keymaterial.h"

#include "core/sandbox/randomtext.h"

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

constexpr qint64 renewBeforeSeconds = 30LL * 24 * 60 * 60;

QString pemText(const QByteArray &pem)
{
    return QString::fromLatin1(pem);
}

Certificate certificateFrom(const Json &json)
{
    return {json[u"certificate"].toString().toLatin1(), Secret(json[u"key"].toString())};
}

Json certificateJson(const Certificate &certificate)
{
    return Json::object({{u"certificate"_s, pemText(certificate.pem)},
                         {u"key"_s, pemText(certificate.keyPem.reveal())}});
}

Result<void> completeSigningKey(const Json &stored, KeyMaterial &keys)
{
    const bool known = stored.contains(u"signingKey");
    auto key = known ? jose::Jwk::fromPem(stored[u"signingKey"].toString().toLatin1())
                     : jose::Jwk::generate(jose::Algorithm::RS256, 2048);
    if (!key)
        return key.error();
    key->setKeyId(known ? stored[u"keyId"].toString() : u"default-jwt-key-"_s + randomHex(5));
    keys.signing = std::move(*key);
    keys.changed = keys.changed || !known;
    return {};
}

Result<void> completeCertificates(const Json &stored, qint64 nowSeconds, KeyMaterial &keys)
{
    keys.authority = certificateFrom(stored[u"authority"]);
    keys.server = certificateFrom(stored[u"server"]);
    if (expiryOf(keys.authority.pem) < nowSeconds + renewBeforeSeconds) {
        auto made = makeAuthority(nowSeconds);
        if (!made)
            return made.error();
        keys.authority = std::move(*made);
        keys.changed = true;
    }
    if (expiryOf(keys.server.pem) < nowSeconds + renewBeforeSeconds
        || !isIssuedBy(keys.server.pem, keys.authority.pem)) {
        auto made = issueServerCertificate(keys.authority, nowSeconds);
        if (!made)
            return made.error();
        keys.server = std::move(*made);
        keys.changed = true;
    }
    return {};
}

} // namespace

Result<KeyMaterial> completeKeyMaterial(const Json &stored, qint64 nowSeconds)
{
    KeyMaterial keys;
    if (const auto done = completeSigningKey(stored, keys); !done)
        return done.error();
    if (const auto done = completeCertificates(stored, nowSeconds, keys); !done)
        return done.error();
    keys.refreshSecret = Secret(stored[u"refreshSecret"].toString());
    if (keys.refreshSecret.isEmpty()) {
        keys.refreshSecret = Secret(randomHex(32));
        keys.changed = true;
    }
    return keys;
}

Json toJson(const KeyMaterial &keys)
{
    return Json::object({{u"keyId"_s, keys.signing->keyId()},
                         {u"signingKey"_s, pemText(keys.signing->toPrivatePem().reveal())},
                         {u"authority"_s, certificateJson(keys.authority)},
                         {u"server"_s, certificateJson(keys.server)},
                         {u"refreshSecret"_s, pemText(keys.refreshSecret.reveal())}});
}

} // namespace tokentrail::sandbox
