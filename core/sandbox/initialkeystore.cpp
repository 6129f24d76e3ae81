// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/initialkeystore.h"

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

constexpr int certificateDays = 365;
const auto authorityName = u"tokentrail-ca.pem"_s;

Json entry(const QString &name, const QByteArray &content)
{
    return Json::object({{u"Name"_s, name},
                         {u"Content"_s, QString::fromLatin1(content.toBase64())},
                         {u"Type"_s, u"CERTIFICATE"_s}});
}

} // namespace

Result<void> fillKeyStore(Registry &registry, const KeyMaterial &keys, qint64 nowSeconds)
{
    const auto authority = entry(authorityName, keys.authority.pem);
    const auto known = registry.item(kind::certificate, authorityName);
    if (known && *known == authority)
        return {};
    const auto made =
        issueClientCertificate(keys.authority, "TECHUSER", certificateDays, nowSeconds);
    if (!made)
        return made.error();
    const auto store = keyStoreOf(*made, Secret(QByteArray(clientKeyStorePassword)));
    if (!store)
        return store.error();
    if (const auto put = registry.putItem(kind::certificate,
                                          entry(QStringView(clientKeyStore).toString(), *store));
        !put)
        return put;
    return registry.putItem(kind::certificate, authority);
}

} // namespace tokentrail::sandbox
