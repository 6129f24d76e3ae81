// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/xsuaa/validation.h"

#include "core/jose/jws.h"
#include "core/xsuaa/claimchecks.h"
#include "core/xsuaa/say.h"

#include <algorithm>

namespace tokentrail::xsuaa {

using namespace Qt::StringLiterals;

namespace {

// Falsy in JavaScript: what `!header.kid` asks.
bool isMissing(const text::Json *value)
{
    return !value || value->isNull() || (value->isString() && value->toString().isEmpty())
        || (value->isBool() && !value->toBool()) || (value->isNumber() && value->toDouble() == 0);
}

QString asPropertyName(const text::Json *value)
{
    return value->isString() ? value->toString() : QString::fromUtf8(value->toCompact());
}

// One run over one token. @sap/xssec 4 stops at the first failure; here each check that can be
// answered by itself is, and those that hang on a failed one stay undone.
class Validator
{
public:
    explicit Validator(const ValidationInput &input)
        : m_in(input)
        , m_header(input.token.header)
        , m_claims(input.token.claims)
        , m_keyId(m_header.find(u"kid"))
    { }

    Validation run()
    {
        if (!checkParsed()) {
            for (auto id = int(CheckId::NotExpired); id <= int(CheckId::Signature); ++id)
                undone(CheckId(id), say(u"check.unreadable"));
            return std::move(m_result);
        }
        m_result.checks.push_back(checkExpiry(m_claims, m_in.nowSeconds));
        m_result.checks.push_back(checkNotBefore(m_claims, m_in.nowSeconds));
        m_result.checks.push_back(checkAudience(m_claims, m_in.key));
        const bool pem = usesVerificationKey();
        if (pem)
            takeVerificationKey();
        else
            takeKeySet();
        checkAlgorithm();
        checkSignature();
        return std::move(m_result);
    }

private:
    void add(CheckId id, Outcome outcome, const QString &finding, const QString &sentence)
    {
        m_result.checks.push_back({id, outcome, finding, sentence});
    }
    void pass(CheckId id, const QString &sentence) { add(id, Outcome::Passed, {}, sentence); }
    void fail(CheckId id, const QString &finding, const QString &sentence)
    {
        add(id, Outcome::Failed, finding, sentence);
    }
    void undone(CheckId id, const QString &sentence) { add(id, Outcome::NotChecked, {}, sentence); }

    bool checkParsed()
    {
        const auto &token = m_in.token;
        if (token.compact.isEmpty() && !token.problems.empty()) {
            fail(CheckId::Parsed, token.problems.front().id, token.problems.front().sentence);
            return false;
        }
        if (token.readableByNode && m_header.isObject() && m_claims.isObject()) {
            pass(CheckId::Parsed, say(u"check.readable"));
            return true;
        }
        const auto problem =
            token.problems.empty() ? say(u"check.no-objects") : token.problems.front().sentence;
        fail(CheckId::Parsed, u"token-malformed"_s, problem);
        return false;
    }

    // Keys without uaadomain are XSA's: xssec takes their verificationkey unless jku and kid say
    // otherwise.
    bool usesVerificationKey() const
    {
        return m_in.key.client.uaaDomain.isEmpty()
            && (isMissing(m_header.find(u"jku")) || isMissing(m_keyId)
                || asPropertyName(m_keyId) == "legacy-token-key"_L1);
    }

    bool readVerificationKey()
    {
        if (m_in.key.verificationKeyPem.isEmpty())
            return false;
        auto key = jose::Jwk::fromPem(m_in.key.verificationKeyPem);
        if (key)
            m_own = std::move(*key);
        return m_own.has_value();
    }

    void takeVerificationKey()
    {
        pass(CheckId::KeyIdPresent, say(u"check.no-key-id-needed"));
        if (!readVerificationKey()) {
            fail(CheckId::KeySetAvailable,
                 u"binding-incomplete"_s,
                 say(u"check.no-verification-key"));
            return undone(CheckId::KeyIdKnown, say(u"check.no-key"));
        }
        pass(CheckId::KeySetAvailable, say(u"check.verification-key-used"));
        pass(CheckId::KeyIdKnown, say(u"check.one-key"));
        m_jwk = &*m_own;
    }

    void takeKeySet()
    {
        if (isMissing(m_keyId)) {
            fail(CheckId::KeyIdPresent, u"key-id-missing"_s, say(u"check.no-kid"));
        } else {
            pass(CheckId::KeyIdPresent, say(u"check.kid", {{u"key", asPropertyName(m_keyId)}}));
        }
        if (!m_in.keys)
            return takeKeyWithoutSet();
        pass(CheckId::KeySetAvailable,
             say(u"check.set-size", {{u"count", qint64(m_in.keys->keys.size())}}));
        if (isMissing(m_keyId))
            return undone(CheckId::KeyIdKnown, say(u"check.no-kid-to-look-for"));
        m_jwk = m_in.keys->byKeyId(asPropertyName(m_keyId));
        if (m_jwk)
            return pass(CheckId::KeyIdKnown, say(u"check.set-has-key"));
        if (m_in.key.client.uaaDomain.isEmpty() && readVerificationKey()) {
            m_jwk = &*m_own;
            return pass(CheckId::KeyIdKnown, say(u"check.stands-in"));
        }
        QStringList known;
        for (const auto &key : m_in.keys->keys)
            known << key.keyId();
        fail(CheckId::KeyIdKnown,
             u"key-id-unknown"_s,
             say(u"check.set-lacks-key",
                 {{u"key", asPropertyName(m_keyId)}, {u"known", known.join(", "_L1)}}));
    }

    void takeKeyWithoutSet()
    {
        undone(CheckId::KeySetAvailable, say(u"check.no-set"));
        undone(CheckId::KeyIdKnown, say(u"check.no-set"));
        if (readVerificationKey()) {
            m_jwk = &*m_own;
            m_standIn = true;
        }
    }

    // What xssec accepts, in any case of letters. EdDSA is not among them.
    void checkAlgorithm()
    {
        const auto *name = m_header.find(u"alg");
        const auto known = jose::algorithmFromName(name ? name->toString().toUpper() : QString());
        const bool symmetric = known
            && (*known == jose::Algorithm::HS256 || *known == jose::Algorithm::HS384
                || *known == jose::Algorithm::HS512);
        if (!known || symmetric || *known == jose::Algorithm::EdDSA)
            return fail(CheckId::AlgorithmAccepted,
                        u"algorithm-not-accepted"_s,
                        say(u"check.algorithm-refused",
                            {{u"algorithm", name ? asPropertyName(name) : u"undefined"_s}}));
        m_algorithm = known;
        pass(CheckId::AlgorithmAccepted,
             say(u"check.algorithm-accepted", {{u"algorithm", name->toString()}}));
    }

    // Node verifies with what the key is: an RSA key makes RS256 of ES256.
    static jose::Algorithm asNodeUnderstands(jose::Algorithm algorithm, const jose::Jwk &key)
    {
        if (key.type() != jose::Jwk::Type::Rsa)
            return algorithm;
        switch (algorithm) {
        case jose::Algorithm::ES256:
            return jose::Algorithm::RS256;
        case jose::Algorithm::ES384:
            return jose::Algorithm::RS384;
        case jose::Algorithm::ES512:
            return jose::Algorithm::RS512;
        default:
            return algorithm;
        }
    }

    void checkSignature()
    {
        if (!m_jwk)
            return undone(CheckId::Signature, say(u"check.no-key-for-signature"));
        if (!m_algorithm)
            return undone(CheckId::Signature, say(u"check.algorithm-not-accepted"));
        const auto &token = m_in.token;
        const auto first = token.compact.indexOf('.');
        const auto second = token.compact.indexOf('.', first + 1);
        const auto input = QByteArrayView(token.compact).first(std::max<qsizetype>(second, 0));
        const QString with = m_standIn ? QString(u' ' + say(u"check.with-stand-in")) : QString();
        const auto algorithm = asNodeUnderstands(*m_algorithm, *m_jwk);
        if (second > 0 && jose::verify(input, token.signature, *m_jwk, algorithm))
            return pass(CheckId::Signature, say(u"check.signature-right") + with);
        const QString why = !token.signaturePresent ? say(u"check.no-signature")
            : !m_jwk->canCompute(algorithm)
            ? say(u"check.signature-of-other-kind", {{u"algorithm", jose::nameOf(algorithm)}})
            : say(u"check.signature-wrong");
        fail(CheckId::Signature, u"signature-invalid"_s, why + with);
    }

    const ValidationInput &m_in;
    const text::Json &m_header;
    const text::Json &m_claims;
    const text::Json *m_keyId;
    std::optional<jose::Jwk> m_own;
    const jose::Jwk *m_jwk = nullptr;
    std::optional<jose::Algorithm> m_algorithm;
    bool m_standIn = false;
    Validation m_result;
};

} // namespace

bool Validation::valid() const
{
    return !firstFailure() && !checks.empty() && checks.back().id == CheckId::Signature
        && checks.back().outcome == Outcome::Passed;
}

const Check *Validation::firstFailure() const
{
    const auto failed = std::find_if(checks.begin(), checks.end(), [](const Check &check) {
        return check.outcome == Outcome::Failed;
    });
    return failed == checks.end() ? nullptr : &*failed;
}

Validation validateLikeXssec(const ValidationInput &input)
{
    return Validator(input).run();
}

QString idOf(CheckId id)
{
    switch (id) {
    case CheckId::Parsed:
        return u"parsed"_s;
    case CheckId::NotExpired:
        return u"not-expired"_s;
    case CheckId::AlreadyValid:
        return u"already-valid"_s;
    case CheckId::Audience:
        return u"audience"_s;
    case CheckId::KeyIdPresent:
        return u"key-id-present"_s;
    case CheckId::KeySetAvailable:
        return u"key-set-available"_s;
    case CheckId::KeyIdKnown:
        return u"key-id-known"_s;
    case CheckId::AlgorithmAccepted:
        return u"algorithm-accepted"_s;
    case CheckId::Signature:
        return u"signature"_s;
    }
    return {};
}

} // namespace tokentrail::xsuaa
