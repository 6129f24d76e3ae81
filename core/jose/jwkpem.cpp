// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/jose/evp.h"
#include "core/jose/jwk.h"

#include <openssl/pem.h>
#include <openssl/x509.h>

namespace tokentrail::jose {

using namespace Qt::StringLiterals;

namespace {

using Key = std::shared_ptr<EVP_PKEY>;

struct Block
{
    QByteArray label;
    QByteArray der;
};

Error refusal(const QString &sentence)
{
    return {ErrorCode::InvalidInput, sentence};
}

// One block of RFC 7468, however its lines were broken: service keys carry PEM on one line, with
// blanks, or with the two characters \n where a line break was.
Result<Block> nextBlock(const QByteArray &pem, qsizetype &at)
{
    const auto begin = pem.indexOf("-----BEGIN ", at);
    const auto labelAt = begin + 11;
    const auto labelEnd = begin < 0 ? -1 : pem.indexOf("-----", labelAt);
    if (labelEnd < 0)
        return refusal(u"There is no PEM block (-----BEGIN …) in the text."_s);
    Block block;
    block.label = pem.sliced(labelAt, labelEnd - labelAt);
    const QByteArray closing = "-----END " + block.label + "-----";
    const auto end = pem.indexOf(closing, labelEnd + 5);
    if (end < 0)
        return refusal(u"The PEM block %1 has no end; it seems cut off."_s.arg(
            QString::fromUtf8(block.label)));
    auto body = pem.sliced(labelEnd + 5, end - labelEnd - 5);
    at = end + closing.size();
    if (body.contains("ENCRYPTED") || block.label.startsWith("ENCRYPTED"))
        return Error{ErrorCode::Unsupported, u"The private key is encrypted; decrypt it first."_s};
    body.replace("\\r", "").replace("\\n", "");
    QByteArray compact;
    for (const char c : body) {
        if (!isspace(static_cast<unsigned char>(c)))
            compact.append(c);
    }
    const auto decoded =
        QByteArray::fromBase64Encoding(compact, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return refusal(u"The PEM block %1 holds no base64."_s.arg(QString::fromUtf8(block.label)));
    block.der = *decoded;
    return block;
}

EVP_PKEY *keyOfCertificate(const unsigned char *data, long size)
{
    X509 *certificate = d2i_X509(nullptr, &data, size);
    EVP_PKEY *key = certificate ? X509_get_pubkey(certificate) : nullptr;
    X509_free(certificate);
    return key;
}

EVP_PKEY *keyOf(const Block &block, bool &isPrivate)
{
    const auto *data = bytesOf(block.der);
    const auto size = long(block.der.size());
    isPrivate = false;
    if (block.label == "PUBLIC KEY")
        return d2i_PUBKEY(nullptr, &data, size);
    if (block.label == "RSA PUBLIC KEY")
        return d2i_PublicKey(EVP_PKEY_RSA, nullptr, &data, size);
    if (block.label == "CERTIFICATE" || block.label == "X509 CERTIFICATE")
        return keyOfCertificate(data, size);
    isPrivate = true;
    if (block.label == "PRIVATE KEY" || block.label == "RSA PRIVATE KEY"
        || block.label == "EC PRIVATE KEY")
        return d2i_AutoPrivateKey(nullptr, &data, size);
    return nullptr;
}

} // namespace

Result<Jwk> Jwk::fromPem(const QByteArray &pem)
{
    for (qsizetype at = 0;;) {
        const auto block = nextBlock(pem, at);
        if (!block)
            return block.error();
        if (block->label == "EC PARAMETERS") // stands before the key in files of openssl ecparam
            continue;
        bool isPrivate = false;
        const Key key(keyOf(*block, isPrivate), EVP_PKEY_free);
        if (!key)
            return refusal(u"The PEM block %1 holds no key that can be read."_s.arg(
                QString::fromUtf8(block->label)));
        return fromKey(key, isPrivate);
    }
}

} // namespace tokentrail::jose
