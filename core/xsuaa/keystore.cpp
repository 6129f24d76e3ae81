// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/xsuaa/keystore.h"

#include <algorithm>

namespace tokentrail::xsuaa {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

const QString prefix = u"key/"_s;

Secret toSecret(const KeptKey &kept)
{
    return Secret(Json::object({{u"source"_s, kept.source},
                                {u"addedAt"_s, kept.addedAt},
                                {u"label"_s, kept.key.label},
                                {u"instance"_s, kept.key.name},
                                {u"shape"_s, kept.key.shape},
                                {u"repairs"_s, Json::array(kept.key.repairs)},
                                {u"credentials"_s, kept.key.credentials}})
                      .toCompact());
}

Result<KeptKey> fromSecret(const QString &name, const Secret &secret)
{
    const auto json = text::parseJson(secret.reveal());
    if (!json || !(*json)[u"credentials"].isObject())
        return Error{ErrorCode::InvalidInput,
                     u"What is kept under the name “%1” is no service key."_s.arg(name)};
    const auto &value = *json;
    KeptKey kept;
    kept.name = name;
    kept.source = value[u"source"].toString();
    kept.addedAt = value[u"addedAt"].toInteger();
    kept.key = serviceKeyOf(value[u"credentials"],
                            value[u"label"].toString(),
                            value[u"instance"].toString(),
                            value[u"shape"].toString());
    // What the container had wrong is not seen in the credentials any more.
    for (const auto &repair : value[u"repairs"].toStringList()) {
        if (!kept.key.repairs.contains(repair))
            kept.key.repairs << repair;
    }
    return kept;
}

Error notThere(const QString &name)
{
    return {ErrorCode::NotFound, u"No key of the name “%1” is kept."_s.arg(name)};
}

// Two keys of one instance.
bool isOfSameClient(const ServiceKey &one, const ServiceKey &other)
{
    return one.kind == other.kind && !one.client.clientId.isEmpty()
        && one.client.clientId == other.client.clientId && one.client.url == other.client.url;
}

// Bindings have secrets and certificates of their own, which a new binding does not end; an
// instance has but one secret, whose successor ends it.
bool takesPlaceOf(const ServiceKey &fresh, const ServiceKey &old)
{
    if (fresh.credentialType != old.credentialType)
        return false;
    if (fresh.credentialType == CredentialType::InstanceSecret)
        return true;
    return fresh.client.clientSecret.equals(old.client.clientSecret)
        && fresh.client.certificatePem == old.client.certificatePem;
}

} // namespace

Result<void> saveKey(vault::SecretStore &store, const KeptKey &kept)
{
    return store.write(prefix + kept.name, toSecret(kept));
}

Result<KeptKey> loadKey(const vault::SecretStore &store, const QString &name)
{
    const auto secret = store.read(prefix + name);
    if (!secret)
        return secret.error();
    return *secret ? fromSecret(name, **secret) : notThere(name);
}

Result<std::vector<KeptKey>> loadKeys(const vault::SecretStore &store)
{
    const auto all = store.readAll(prefix);
    if (!all)
        return all.error();
    std::vector<KeptKey> keys;
    for (auto it = all->cbegin(); it != all->cend(); ++it) {
        auto kept = fromSecret(it.key().mid(prefix.size()), it.value());
        if (!kept)
            return kept.error();
        keys.push_back(std::move(*kept));
    }
    return keys;
}

Result<void> removeKey(vault::SecretStore &store, const QString &name)
{
    const auto there = store.read(prefix + name);
    if (!there)
        return there.error();
    if (!*there)
        return notThere(name);
    return store.remove(prefix + name);
}

QString nameFor(const ServiceKey &key, const std::vector<KeptKey> &kept)
{
    const auto same = std::find_if(kept.begin(), kept.end(), [&key](const KeptKey &one) {
        return isOfSameClient(one.key, key) && takesPlaceOf(key, one.key);
    });
    if (same != kept.end())
        return same->name;
    QString base = key.name;
    for (const auto &other : {key.xsappname, key.client.clientId, key.label, nameOf(key.kind)}) {
        if (base.isEmpty())
            base = other;
    }
    const bool isAnother = std::any_of(kept.begin(), kept.end(), [&key](const KeptKey &one) {
        return isOfSameClient(one.key, key);
    });
    if (isAnother && key.credentialType != CredentialType::None)
        base += u'-' + nameOf(key.credentialType);
    auto name = base;
    const auto isTaken = [&kept](const QString &wanted) {
        return std::any_of(
            kept.begin(), kept.end(), [&](const KeptKey &one) { return one.name == wanted; });
    };
    for (int number = 2; isTaken(name); ++number)
        name = base + u'-' + QString::number(number);
    return name;
}

} // namespace tokentrail::xsuaa
