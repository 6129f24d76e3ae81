// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/jose/jws.h"

#include "core/jose/base64url.h"

#include <QList>

namespace tokentrail::jose {

using namespace Qt::StringLiterals;

namespace {

Error refusal(const QString &sentence)
{
    return {ErrorCode::InvalidInput, sentence};
}

Result<QByteArray> decodedPart(const QByteArray &part, QLatin1StringView what)
{
    auto bytes = fromBase64Url(part);
    if (!bytes)
        return refusal(u"The %1 cannot be decoded: %2"_s.arg(what, bytes.error().sentence));
    return bytes;
}

// RFC 7515 §4: unique names; §4.1.11: what "crit" names must be understood, and we know none.
Result<text::Json> parseHeader(const QByteArray &bytes)
{
    auto header = text::parseJson(bytes);
    if (!header || !header->isObject())
        return refusal(u"The header is no JSON object."_s);
    if (!text::duplicateNames(bytes, *header).empty())
        return refusal(u"The header has a member twice."_s);
    if (!(*header)[u"alg"].isString())
        return refusal(u"The header names no algorithm."_s);
    if (const auto *keyId = header->find(u"kid"); keyId && !keyId->isString())
        return refusal(u"The header's \"kid\" is no text."_s);
    if (header->contains(u"crit"))
        return refusal(u"The header demands extensions (\"crit\") that are not known here."_s);
    if (const auto *encoded = header->find(u"b64"); encoded && !encoded->toBool())
        return refusal(u"The payload is not encoded (\"b64\"), which is not supported."_s);
    return header;
}

using Candidates = std::vector<const Jwk *>;

// RFC 7515 appendix D: by id where the header names one (keys without an id stay candidates),
// otherwise every key that fits.
Result<Candidates> candidates(const JwkSet &keys, const text::Json &header, Algorithm algorithm)
{
    const auto *wanted = keys.lone ? nullptr : header.find(u"kid");
    Candidates named, unnamed;
    QString misfit;
    int ofThatId = 0;
    for (const auto &key : keys.keys) {
        const bool matches = wanted && key.keyId() == wanted->toString();
        if (wanted && !matches && !key.keyId().isEmpty())
            continue;
        ofThatId += matches && key.canCompute(algorithm) ? 1 : 0;
        if (const auto reason = key.misfit(algorithm); !reason.isEmpty())
            misfit = reason;
        else
            (matches ? named : unnamed).push_back(&key);
    }
    if (ofThatId > 1)
        return refusal(u"The key set has more than one key of that id."_s);
    if (!named.empty())
        return named;
    if (!unnamed.empty())
        return unnamed;
    if (!misfit.isEmpty())
        return refusal(misfit);
    if (keys.keys.empty() && !keys.skipped.empty())
        return refusal(keys.skipped.front().sentence);
    return refusal(wanted ? u"The key set has no key \"%1\"."_s.arg(wanted->toString())
                          : u"The key set has no key that can be used."_s);
}

} // namespace

Result<CompactJws> parseCompact(const QByteArray &compact)
{
    const auto parts = compact.split('.');
    if (parts.size() != 3)
        return refusal(
            u"A compact JWS has three parts between dots; this has %1."_s.arg(parts.size()));
    CompactJws jws{parts[0], parts[1], parts[2], {}, {}, {}};
    const auto headerBytes = decodedPart(jws.headerPart, "header"_L1);
    if (!headerBytes)
        return headerBytes.error();
    auto header = parseHeader(*headerBytes);
    if (!header)
        return header.error();
    auto payload = decodedPart(jws.payloadPart, "payload"_L1);
    if (!payload)
        return payload.error();
    auto signature = decodedPart(jws.signaturePart, "signature"_L1);
    if (!signature)
        return signature.error();
    jws.header = std::move(*header);
    jws.payload = std::move(*payload);
    jws.signature = std::move(*signature);
    return jws;
}

Result<QByteArray>
signCompact(const QByteArray &payload, const Jwk &key, Algorithm algorithm, text::Json header)
{
    auto full = text::Json::object({{u"alg"_s, nameOf(algorithm)}});
    for (const auto &member : header.members()) {
        if (member.name != "alg"_L1)
            full.set(member.name, member.value);
    }
    if (!key.keyId().isEmpty() && !full.contains(u"kid"))
        full.set(u"kid"_s, key.keyId());
    QByteArray compact = toBase64Url(full.toCompact()) + '.' + toBase64Url(payload);
    const auto signature = sign(compact, key, algorithm);
    if (!signature)
        return signature.error();
    compact += '.' + toBase64Url(*signature);
    return compact;
}

Result<CompactJws> verifyCompact(const QByteArray &compact, const JwkSet &keys)
{
    auto jws = parseCompact(compact);
    if (!jws)
        return jws;
    const auto name = jws->header[u"alg"].toString();
    const auto algorithm = algorithmFromName(name);
    if (!algorithm)
        return refusal(u"The algorithm \"%1\" is not accepted."_s.arg(name));
    const auto chosen = candidates(keys, jws->header, *algorithm);
    if (!chosen)
        return chosen.error();
    const auto input = jws->signingInput();
    for (const auto *key : *chosen) {
        if (verify(input, jws->signature, *key, *algorithm))
            return jws;
    }
    return refusal(u"The signature does not match."_s);
}

} // namespace tokentrail::jose
