// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
// Signs for the cross-check; the product itself offers no signing to users.
//   jose_signer ALGORITHM KEY.json PAYLOAD   with that private JWK
//   jose_signer ALGORITHM - PAYLOAD          with a key of its own making
// Prints {"compact":"…","key":{public JWK}}; an oct key of its own cannot be shown.
#include "core/jose/jws.h"

#include <QFile>

#include <cstdio>

using namespace tokentrail;
using namespace Qt::StringLiterals;

namespace {

Result<jose::Jwk> keyFrom(const char *name, jose::Algorithm algorithm)
{
    if (qstrcmp(name, "-") == 0)
        return jose::Jwk::generate(algorithm);
    QFile file(QString::fromLocal8Bit(name));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io, u"The key cannot be opened."_s};
    const auto json = text::parseJson(file.readAll());
    if (!json)
        return json.error();
    return jose::Jwk::fromJson(*json);
}

int failed(const Error &error)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(error.toString()));
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    const auto algorithm =
        argc == 4 ? jose::algorithmFromName(QString::fromLatin1(argv[1])) : std::nullopt;
    if (!algorithm)
        return failed({ErrorCode::Usage, u"jose_signer ALGORITHM KEY.json|- PAYLOAD"_s});
    const auto key = keyFrom(argv[2], *algorithm);
    if (!key)
        return failed(key.error());
    const auto compact = jose::signCompact(argv[3], *key, *algorithm);
    if (!compact)
        return failed(compact.error());
    const auto answer = text::Json::object(
        {{u"compact"_s, QString::fromLatin1(*compact)}, {u"key"_s, key->toJson()}});
    std::printf("%s\n", answer.toCompact().constData());
    return 0;
}
