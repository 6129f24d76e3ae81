// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/keymaterial.h"

#include "core/sandbox/randomtext.h"

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

constexpr qint64 retiredLifeSeconds = 2LL * 60 * 60;
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

QString newKeyId()
{
    return u"default-jwt-key-"_s + randomHex(5);
}

Result<void> completeSigningKey(const Json &stored, KeyMaterial &keys)
{
    const bool known = stored.contains(u"signingKey");
    auto key = known ? jose::Jwk::fromPem(stored[u"signingKey"].toString().toLatin1())
                     : jose::Jwk::generate(jose::Algorithm::RS256, 2048);
    if (!key)
        return key.error();
    key->setKeyId(known ? stored[u"keyId"].toString() : newKeyId());
    keys.signing = std::move(*key);
    for (const auto &item : stored[u"retiredKeys"].elements()) {
        auto retired = jose::Jwk::fromPem(item[u"signingKey"].toString().toLatin1());
        if (!retired)
            return retired.error();
        retired->setKeyId(item[u"keyId"].toString());
        keys.retired.append(RetiredKey{std::move(*retired), item[u"until"].toInteger()});
    }
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

Result<void> rotateSigningKey(KeyMaterial &keys, bool force, qint64 nowSeconds)
{
    auto key = jose::Jwk::generate(jose::Algorithm::RS256, 2048);
    if (!key)
        return key.error();
    key->setKeyId(newKeyId());
    if (force)
        keys.retired.clear();
    else
        keys.retired.prepend({*keys.signing, nowSeconds + retiredLifeSeconds});
    keys.retired.removeIf([=](const RetiredKey &old) { return old.untilSeconds <= nowSeconds; });
    keys.signing = std::move(*key);
    keys.changed = true;
    return {};
}

jose::JwkSet trustedKeys(const KeyMaterial &keys, qint64 nowSeconds)
{
    jose::JwkSet set;
    set.keys.push_back(*keys.signing);
    for (const auto &old : keys.retired) {
        if (old.untilSeconds > nowSeconds)
            set.keys.push_back(old.key);
    }
    return set;
}

Json toJson(const KeyMaterial &keys)
{
    auto retired = Json::array();
    for (const auto &old : keys.retired) {
        retired.append(Json::object({{u"keyId"_s, old.key.keyId()},
                                     {u"signingKey"_s, pemText(old.key.toPrivatePem().reveal())},
                                     {u"until"_s, old.untilSeconds}}));
    }
    return Json::object({{u"keyId"_s, keys.signing->keyId()},
                         {u"signingKey"_s, pemText(keys.signing->toPrivatePem().reveal())},
                         {u"retiredKeys"_s, retired},
                         {u"authority"_s, certificateJson(keys.authority)},
                         {u"server"_s, certificateJson(keys.server)},
                         {u"refreshSecret"_s, pemText(keys.refreshSecret.reveal())}});
}

} // namespace tokentrail::sandbox
