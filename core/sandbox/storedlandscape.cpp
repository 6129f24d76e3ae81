// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/storedlandscape.h"

#include "core/sandbox/registry.h"

#include <QSaveFile>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

Json setting(const State &state, const QString &name)
{
    return state.document(QString::fromLatin1(kind::setting), name).value_or(Json::object());
}

} // namespace

QString caFilePath(const State &state)
{
    return state.filePath(u"ca.pem"_s);
}

Ports storedPorts(const State &state)
{
    return portsFromJson(setting(state, u"ports"_s));
}

std::optional<Endpoints> storedEndpoints(const State &state)
{
    const auto ports = storedPorts(state);
    if (ports.https == 0)
        return std::nullopt;
    return endpointsFor(ports, caFilePath(state));
}

Json storedKeys(const State &state)
{
    return setting(state, u"keys"_s);
}

QByteArray storedVerificationKey(const State &state)
{
    const auto key = jose::Jwk::fromPem(storedKeys(state)[u"signingKey"].toString().toLatin1());
    return key ? key->toPublicPem() : QByteArray();
}

std::optional<Certificate> storedAuthority(const State &state)
{
    const auto authority = storedKeys(state)[u"authority"];
    if (!authority.isObject())
        return std::nullopt;
    return Certificate{authority[u"certificate"].toString().toLatin1(),
                       Secret(authority[u"key"].toString())};
}

Result<void> storePorts(State &state, const Ports &ports)
{
    return state.put(document(kind::setting, u"ports"_s, toJson(ports)));
}

Result<void> storeKeys(State &state, const KeyMaterial &keys)
{
    if (keys.changed) {
        if (const auto stored = state.put(document(kind::setting, u"keys"_s, toJson(keys)));
            !stored)
            return stored;
    }
    QSaveFile file(caFilePath(state));
    if (!file.open(QIODevice::WriteOnly) || file.write(keys.authority.pem) < 0 || !file.commit())
        return Error{ErrorCode::Io,
                     u"%1 cannot be written: %2."_s.arg(file.fileName(), file.errorString())};
    return {};
}

} // namespace tokentrail::sandbox
