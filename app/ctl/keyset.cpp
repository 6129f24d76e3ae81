// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/keyset.h"

#include "app/ctl/input.h"

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;

Result<jose::JwkSet> parseKeySet(const QByteArray &source, const QString &file)
{
    jose::JwkSet set;
    set.lone = true;
    if (source.trimmed().startsWith("-----BEGIN ")) {
        auto key = jose::Jwk::fromPem(source);
        if (!key)
            return Error{ErrorCode::InvalidInput, key.error().sentence, placeOf(source, 0, file)};
        set.keys.push_back(std::move(*key));
        return set;
    }
    const auto json = text::parseJson(source, file);
    if (!json)
        return json.error();
    const auto place = placeOf(source, json->span().begin, file);
    if (!json->isObject() || (!json->contains(u"keys") && !json->contains(u"kty")))
        return Error{ErrorCode::InvalidInput,
                     u"The text is neither a JSON Web Key nor a set of them."_s,
                     place};
    auto read = jose::JwkSet::fromJson(*json);
    if (read)
        return read;
    if (json->contains(u"keys"))
        return Error{ErrorCode::InvalidInput, read.error().sentence, place};
    set.skipped.push_back(read.error()); // a key that is one, but of no use: it verifies nothing
    return set;
}

Result<jose::JwkSet> readKeySet(const QString &name)
{
    const auto source = readInput(name);
    if (!source)
        return source.error();
    return parseKeySet(*source, name == "-"_L1 ? QString() : name);
}

} // namespace tokentrail::ctl
