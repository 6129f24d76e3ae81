// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/oauth/pkce.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <algorithm>

namespace tokentrail::oauth {

namespace {
constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
}

QByteArray randomWord(int bytes)
{
    QByteArray random(bytes, Qt::Uninitialized);
    auto *generator = QRandomGenerator::system(); // of the kernel
    std::generate(
        random.begin(), random.end(), [generator] { return char(generator->bounded(256)); });
    return random.toBase64(base64Url);
}

Pkce makePkce()
{
    const auto verifier = randomWord();
    return {Secret(verifier), challengeOf(verifier)};
}

QByteArray challengeOf(QByteArrayView verifier)
{
    return QCryptographicHash::hash(verifier.toByteArray(), QCryptographicHash::Sha256)
        .toBase64(base64Url);
}

bool isVerifier(QByteArrayView text)
{
    static constexpr QByteArrayView marks("-._~");
    return text.size() >= 43 && text.size() <= 128
        && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
                   || marks.contains(c);
           });
}

} // namespace tokentrail::oauth
