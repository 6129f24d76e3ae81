// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/vault/seal.h"

#include <QFile>

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/rand.h>

#include <array>
#include <memory>

namespace tokentrail::vault {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView magic("TTVAULT1");
constexpr int saltSize = 16;
constexpr int nonceSize = 12;
constexpr int tagSize = 16;
constexpr int keySize = 32;
constexpr int headSize = 8 + 1 + saltSize + nonceSize;

int headSizeOf(VaultKey::Kind kind)
{
    return kind == VaultKey::Kind::Keychain ? headSize + vaultIdSize : headSize;
}

QString kindInWords(VaultKey::Kind kind)
{
    switch (kind) {
    case VaultKey::Kind::KeyFile:
        return u"a key file"_s;
    case VaultKey::Kind::Passphrase:
        return u"a passphrase"_s;
    case VaultKey::Kind::Keychain:
        return u"a key in the desktop's keychain"_s;
    }
    return {};
}

struct Free
{
    void operator()(EVP_KDF *kdf) const { EVP_KDF_free(kdf); }
    void operator()(EVP_KDF_CTX *context) const { EVP_KDF_CTX_free(context); }
    void operator()(EVP_CIPHER_CTX *context) const { EVP_CIPHER_CTX_free(context); }
};

unsigned char *bytesOf(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

const unsigned char *bytesOf(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

Error crypto(const QString &sentence)
{
    return Error{ErrorCode::Crypto, sentence};
}

OSSL_PARAM octets(const char *name, QByteArrayView bytes)
{
    return OSSL_PARAM_construct_octet_string(
        name, const_cast<char *>(bytes.data()), size_t(bytes.size()));
}

Result<Secret> deriveKey(const VaultKey &key, QByteArrayView salt)
{
    const bool passphrase = key.kind == VaultKey::Kind::Passphrase;
    const std::unique_ptr<EVP_KDF, Free> kdf(
        EVP_KDF_fetch(nullptr, passphrase ? "SCRYPT" : "HKDF", nullptr));
    const std::unique_ptr<EVP_KDF_CTX, Free> context(EVP_KDF_CTX_new(kdf.get()));
    std::array<char, 7> digest{"SHA256"};
    const QByteArrayView info("tokentrail vault");
    uint64_t n = 1 << 15; // 32 MiB: about a tenth of a second
    uint32_t r = 8;
    uint32_t p = 1;
    const std::array<OSSL_PARAM, 6> slow{octets(OSSL_KDF_PARAM_PASSWORD, key.value.reveal()),
                                         octets(OSSL_KDF_PARAM_SALT, salt),
                                         OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_N, &n),
                                         OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_R, &r),
                                         OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_P, &p),
                                         OSSL_PARAM_construct_end()};
    const std::array<OSSL_PARAM, 5> quick{
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest.data(), 0),
        octets(OSSL_KDF_PARAM_KEY, key.value.reveal()),
        octets(OSSL_KDF_PARAM_SALT, salt),
        octets(OSSL_KDF_PARAM_INFO, info),
        OSSL_PARAM_construct_end()};
    QByteArray derived(keySize, '\0');
    const auto *parameters = passphrase ? slow.data() : quick.data();
    if (EVP_KDF_derive(context.get(), bytesOf(derived), keySize, parameters) != 1)
        return crypto(u"The vault's key could not be derived."_s);
    return Secret(std::move(derived));
}

} // namespace

Result<VaultKey> makeKeychainKey()
{
    QByteArray key(keySize, '\0');
    QByteArray id(vaultIdSize, '\0');
    if (RAND_priv_bytes(bytesOf(key), keySize) != 1 || RAND_bytes(bytesOf(id), vaultIdSize) != 1)
        return crypto(u"The system has no random numbers."_s);
    return VaultKey{VaultKey::Kind::Keychain, Secret(std::move(key)), id};
}

bool environmentNamesVaultKey()
{
    return !qEnvironmentVariableIsEmpty("TOKENTRAIL_VAULT_KEY_FILE")
        || !qEnvironmentVariableIsEmpty("TOKENTRAIL_VAULT_PASSPHRASE");
}

Result<SealHead> sealHead(const QByteArray &sealed)
{
    const QByteArrayView view(sealed);
    if (view.size() < headSize + tagSize || !view.startsWith(magic) || view[8] < 1 || view[8] > 3)
        return Error{ErrorCode::InvalidInput, u"This is no vault of Tokentrail."_s};
    const auto kind = VaultKey::Kind(view[8]);
    if (view.size() < headSizeOf(kind) + tagSize)
        return Error{ErrorCode::InvalidInput, u"This vault was cut off."_s};
    if (kind != VaultKey::Kind::Keychain)
        return SealHead{kind, {}};
    return SealHead{kind, view.sliced(headSize, vaultIdSize).toByteArray()};
}

Result<VaultKey> vaultKeyFromEnvironment()
{
    const auto fileName = qEnvironmentVariable("TOKENTRAIL_VAULT_KEY_FILE");
    if (!fileName.isEmpty()) {
        QFile file(fileName);
        if (!file.open(QIODevice::ReadOnly)) {
            return Error{
                ErrorCode::Io,
                u"The vault's key file %1 cannot be read: %2."_s.arg(fileName, file.errorString())};
        }
        const Secret content(file.readAll());
        if (content.reveal().size() < 16) {
            return Error{
                ErrorCode::InvalidInput,
                u"The vault's key file %1 is too short: at least 16 random bytes are wanted."_s.arg(
                    fileName)};
        }
        return VaultKey{VaultKey::Kind::KeyFile, content};
    }
    const auto passphrase = qgetenv("TOKENTRAIL_VAULT_PASSPHRASE");
    if (!passphrase.isEmpty())
        return VaultKey{VaultKey::Kind::Passphrase, Secret(passphrase)};
    return Error{
        ErrorCode::Usage,
        u"The vault needs a key: set TOKENTRAIL_VAULT_KEY_FILE to a file of 32 random bytes, or TOKENTRAIL_VAULT_PASSPHRASE."_s};
}

Result<QByteArray> seal(const Secret &content, const VaultKey &key)
{
    QByteArray head = magic.toByteArray() + char(key.kind);
    head.resize(headSize);
    if (RAND_bytes(bytesOf(head) + 9, saltSize + nonceSize) != 1)
        return crypto(u"The system has no random numbers."_s);
    if (key.kind == VaultKey::Kind::Keychain)
        head += key.id.leftJustified(vaultIdSize, '\0', true);
    const auto view = QByteArrayView(head);
    const auto derived = deriveKey(key, view.sliced(9, saltSize));
    if (!derived)
        return derived.error();

    const auto &plain = content.reveal();
    QByteArray cipher(plain.size(), '\0');
    QByteArray tag(tagSize, '\0');
    int written = 0;
    const std::unique_ptr<EVP_CIPHER_CTX, Free> context(EVP_CIPHER_CTX_new());
    auto *c = context.get();
    const bool sealed = EVP_EncryptInit_ex2(c,
                                            EVP_aes_256_gcm(),
                                            bytesOf(QByteArrayView(derived->reveal())),
                                            bytesOf(view.sliced(9 + saltSize, nonceSize)),
                                            nullptr)
            == 1
        && EVP_EncryptUpdate(c, nullptr, &written, bytesOf(view), int(view.size())) == 1
        && EVP_EncryptUpdate(
               c, bytesOf(cipher), &written, bytesOf(QByteArrayView(plain)), int(plain.size()))
            == 1
        && EVP_EncryptFinal_ex(c, bytesOf(cipher) + written, &written) == 1
        && EVP_CIPHER_CTX_ctrl(c, EVP_CTRL_AEAD_GET_TAG, tagSize, tag.data()) == 1;
    if (!sealed)
        return crypto(u"The vault could not be sealed."_s);
    return QByteArray(head + cipher + tag);
}

Result<Secret> unseal(const QByteArray &sealed, const VaultKey &key)
{
    const QByteArrayView view(sealed);
    const auto told = sealHead(sealed);
    if (!told)
        return told.error();
    if (told->kind != key.kind) {
        return crypto(u"The vault was closed with %1, not with %2."_s.arg(kindInWords(told->kind),
                                                                          kindInWords(key.kind)));
    }
    if (told->id != key.id)
        return crypto(u"The key belongs to another vault."_s);
    const auto head = view.first(headSizeOf(key.kind));
    const auto derived = deriveKey(key, view.sliced(9, saltSize));
    if (!derived)
        return derived.error();

    const auto cipher = view.sliced(head.size(), view.size() - head.size() - tagSize);
    auto tag = view.last(tagSize).toByteArray();
    QByteArray plain(cipher.size(), '\0');
    int written = 0;
    const std::unique_ptr<EVP_CIPHER_CTX, Free> context(EVP_CIPHER_CTX_new());
    auto *c = context.get();
    const bool opened = EVP_DecryptInit_ex2(c,
                                            EVP_aes_256_gcm(),
                                            bytesOf(QByteArrayView(derived->reveal())),
                                            bytesOf(view.sliced(9 + saltSize, nonceSize)),
                                            nullptr)
            == 1
        && EVP_DecryptUpdate(c, nullptr, &written, bytesOf(head), int(head.size())) == 1
        && EVP_DecryptUpdate(c, bytesOf(plain), &written, bytesOf(cipher), int(cipher.size())) == 1
        && EVP_CIPHER_CTX_ctrl(c, EVP_CTRL_AEAD_SET_TAG, tagSize, tag.data()) == 1
        && EVP_DecryptFinal_ex(c, bytesOf(plain) + written, &written) == 1;
    const Secret content(std::move(plain)); // wiped also when it was not opened
    if (!opened)
        return crypto(u"The vault does not open with this key, or it was damaged."_s);
    return content;
}

} // namespace tokentrail::vault
