// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/randomtext.h"

#include "core/jose/base64url.h"

#include <QUuid>

#include <openssl/rand.h>

namespace tokentrail::sandbox {

namespace {

QByteArray randomBytes(int count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    if (RAND_bytes(reinterpret_cast<unsigned char *>(bytes.data()), count) != 1)
        qFatal("The system has no randomness to give.");
    return bytes;
}

} // namespace

QString randomHex(int bytes)
{
    return QString::fromLatin1(randomBytes(bytes).toHex());
}

QString randomText(int bytes)
{
    return QString::fromLatin1(jose::toBase64Url(randomBytes(bytes)));
}

QString randomUuid()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace tokentrail::sandbox
