// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/jose/base64url.h"
#include "core/jose/jws.h"
#include "core/xsuaa/capuser.h"
#include "core/xsuaa/validation.h"

#include <QFile>
#include <QTest>

using namespace tokentrail;
using namespace tokentrail::xsuaa;
using namespace Qt::StringLiterals;

namespace {

const text::Json &observed()
{
    static const auto json = [] {
        QFile file(QStringLiteral(TOKENTRAIL_TEST_DATA "/xsuaa/observed.json"));
        return file.open(QIODevice::ReadOnly) ? text::parseJson(file.readAll()).value_or({})
                                              : text::Json();
    }();
    return json;
}

const jose::Jwk &issuerKey()
{
    static const auto key = [] {
        auto made = jose::Jwk::generate(jose::Algorithm::RS256).value();
        made.setKeyId(u"k1"_s);
        return made;
    }();
    return key;
}

const jose::Jwk &rogueKey()
{
    static const auto key = jose::Jwk::generate(jose::Algorithm::RS256).value();
    return key;
}

jose::JwkSet issuerKeys()
{
    return jose::JwkSet::fromJson(jose::JwkSet{{issuerKey()}, false, {}}.toJson()).value();
}

QByteArray
compactOf(const text::Json &header, const text::Json &payload, const jose::Jwk &key = issuerKey())
{
    const QByteArray input =
        jose::toBase64Url(header.toCompact()) + '.' + jose::toBase64Url(payload.toCompact());
    return input + '.' + jose::toBase64Url(jose::sign(input, key, jose::Algorithm::RS256).value());
}

text::Json usualHeader()
{
    return text::Json::object({{u"alg"_s, u"RS256"_s}, {u"kid"_s, u"k1"_s}});
}

// The defect that the token's name tells is made again.
QByteArray rebuilt(const text::Json &testCase)
{
    const auto name = testCase[u"token"].toString();
    if (name == "garbage"_L1)
        return "Bearer garbage";
    if (name == "garbage_three_parts"_L1)
        return "Bearer a.b.c";
    if (name == "bearer_only"_L1)
        return "Bearer";
    if (name == "basic"_L1)
        return "Basic YWxpY2U6YWxpY2U=";
    auto header = usualHeader();
    if (const auto *own = testCase.find(u"header")) {
        header = *own;
        if (!header.contains(u"alg"))
            header.set(u"alg"_s, u"RS256"_s);
        if (!header.contains(u"kid") && name != "no_kid"_L1)
            header.set(u"kid"_s, u"k1"_s);
    }
    // Cases without a payload of their own vary the header line around a usual token.
    auto payload = testCase[u"payload"];
    for (const auto &other : observed()[u"cases"].elements()) {
        if (!payload.isObject() && other[u"kind"] == testCase[u"kind"])
            payload = other[u"payload"];
    }
    return compactOf(header, payload, name == "bad_signature"_L1 ? rogueKey() : issuerKey());
}

// Which check stands behind the error that @sap/xssec threw.
CheckId checkBehind(const QString &error)
{
    if (error.startsWith("ExpiredTokenError"_L1) || error.contains("'exp' claim"_L1))
        return CheckId::NotExpired;
    if (error.startsWith("NotYetValidTokenError"_L1))
        return CheckId::AlreadyValid;
    if (error.startsWith("WrongAudienceError"_L1))
        return CheckId::Audience;
    if (error.contains("contained no kid"_L1))
        return CheckId::KeyIdPresent;
    if (error.startsWith("MissingKidError"_L1))
        return CheckId::KeyIdKnown;
    if (error.startsWith("UnsupportedAlgorithmError"_L1))
        return CheckId::AlgorithmAccepted;
    if (error.startsWith("InvalidTokenSignatureError"_L1))
        return CheckId::Signature;
    return CheckId::Parsed;
}

ServiceKey keyOf(const text::Json &credentials)
{
    return readServiceKeys(credentials.toCompact())->front();
}

text::Json payloadWith(const QString &claim, const text::Json &value)
{
    auto payload = observed()[u"cases"].elements().front()[u"payload"];
    payload.set(claim, value);
    return payload;
}

constexpr qint64 runTime = 1795325806; // iat of the first case

Validation validated(const QByteArray &compact, qint64 now = runTime)
{
    const auto token = jose::decodeToken(compact);
    const auto key = keyOf(observed()[u"credentials"][u"xsuaa"]);
    const auto keys = issuerKeys();
    return validateLikeXssec({token, key, &keys, now});
}

Outcome outcomeOf(const Validation &validation, CheckId id)
{
    return validation.checks.at(size_t(id)).outcome;
}

} // namespace

class TestValidation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decidesAndDerivesUserAsObserved_data()
    {
        QTest::addColumn<int>("index");
        const auto &cases = observed()[u"cases"].elements();
        QVERIFY(cases.size() > 80);
        for (size_t i = 0; i < cases.size(); ++i) {
            const QString name =
                cases[i][u"kind"].toString() + u' ' + cases[i][u"token"].toString();
            QTest::newRow(name.toUtf8().constData()) << int(i);
        }
    }
    void decidesAndDerivesUserAsObserved()
    {
        QFETCH(int, index);
        const auto &testCase = observed()[u"cases"].elements()[size_t(index)];
        const auto kind = testCase[u"kind"].toString();
        const auto key = keyOf(observed()[u"credentials"][kind]);
        const auto token = jose::decodeToken(rebuilt(testCase));
        const auto keys = issuerKeys();
        const auto now = token.claims[u"iat"].toInteger(runTime);

        if (kind != "ias"_L1) {
            const auto validation = validateLikeXssec({token, key, &keys, now});
            QCOMPARE(validation.checks.size(), size_t(CheckId::Signature) + 1);
            const auto *failure = validation.firstFailure();
            const auto error = testCase[u"error"].toString();
            const bool refused = testCase[u"status"].toInteger() == 401;
            QVERIFY2(bool(failure) == refused,
                     failure ? failure->sentence.toUtf8().constData() : "accepted");
            QCOMPARE(validation.valid(), !refused);
            if (refused)
                QCOMPARE(failure->id, checkBehind(error));
            QCOMPARE(claimProblems(token.claims).empty()
                         || claimProblems(token.claims).front().id != "scope-claim-missing"_L1,
                     testCase[u"status"].toInteger() != 500);
        }
        if (const auto *user = testCase.find(u"user")) {
            const auto authKind = kind == "xsuaa"_L1 ? AuthKind::Xsuaa : AuthKind::Jwt;
            const auto derived =
                toJson(capUserOf(token.claims, key.xsappname, key.client.clientId, authKind));
            QCOMPARE(derived.toCompact(), user->toCompact());
        }
    }

    void boundariesOfTime_data()
    {
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("finding");
        const auto at = [](qint64 offset) {
            return QByteArray::number(runTime + offset);
        };
        QTest::newRow("exp, 59 s ago") << u"exp"_s << at(-59) << QString();
        QTest::newRow("exp, 60 s ago") << u"exp"_s << at(-60) << u"token-expired"_s;
        QTest::newRow("exp, fraction")
            << u"exp"_s << QByteArray(at(-60) + ".5") << u"token-expired"_s;
        QTest::newRow("exp, fraction within")
            << u"exp"_s << QByteArray(at(-59) + ".5") << QString();
        QTest::newRow("exp, text")
            << u"exp"_s << QByteArray('"' + at(99) + '"') << u"token-time-claims-invalid"_s;
        QTest::newRow("exp, zero") << u"exp"_s << QByteArray("0") << u"token-time-claims-invalid"_s;
        QTest::newRow("exp, negative")
            << u"exp"_s << QByteArray("-1") << u"token-time-claims-invalid"_s;
        QTest::newRow("exp, beyond all dates")
            << u"exp"_s << QByteArray("1e300") << u"token-time-claims-invalid"_s;
        QTest::newRow("nbf, 60 s ahead") << u"nbf"_s << at(60) << QString();
        QTest::newRow("nbf, 61 s ahead") << u"nbf"_s << at(61) << u"token-not-yet-valid"_s;
        QTest::newRow("nbf, null") << u"nbf"_s << QByteArray("null") << QString();
        QTest::newRow("nbf, text")
            << u"nbf"_s << QByteArray("\"1\"") << u"token-time-claims-invalid"_s;
        QTest::newRow("iat in the future") << u"iat"_s << at(3600) << QString();
        QTest::newRow("other issuer") << u"iss"_s << QByteArray("\"https://evil\"") << QString();
    }
    void boundariesOfTime()
    {
        QFETCH(QString, claim);
        QFETCH(QByteArray, value);
        QFETCH(QString, finding);
        const auto payload = payloadWith(claim, text::parseJson(value).value());
        const auto validation = validated(compactOf(usualHeader(), payload));
        const auto *failure = validation.firstFailure();
        QCOMPARE(failure ? failure->finding : QString(), finding);
    }

    void audienceComesFromAudClientOrScopes_data()
    {
        QTest::addColumn<QByteArray>("aud");
        QTest::addColumn<QString>("cid");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("xsappname") << QByteArray(R"(["fx!t0"])") << u"x"_s << true;
        QTest::newRow("text") << QByteArray(R"("sb-fx!t0")") << u"x"_s << true;
        QTest::newRow("prefix with a dot") << QByteArray(R"(["fx!t0.sub"])") << u"x"_s << true;
        QTest::newRow("prefix without a dot") << QByteArray(R"(["fx!t01"])") << u"x"_s << false;
        QTest::newRow("other, own client") << QByteArray(R"(["x"])") << u"sb-fx!t0"_s << true;
        QTest::newRow("empty, scopes say it") << QByteArray("[]") << u"x"_s << true;
        QTest::newRow("null, scopes say it") << QByteArray("null") << u"x"_s << true;
        QTest::newRow("object") << QByteArray(R"({"a":1})") << u"sb-fx!t0"_s << false;
        QTest::newRow("number before the right one")
            << QByteArray(R"([7,"fx!t0"])") << u"x"_s << false;
        QTest::newRow("number after the application")
            << QByteArray(R"(["fx!t0",7])") << u"x"_s << false;
        QTest::newRow("number after the client")
            << QByteArray(R"(["sb-fx!t0",7])") << u"x"_s << true;
        QTest::newRow("empty, scopes are one text") << QByteArray(R"("")") << QString() << false;
        QTest::newRow("other") << QByteArray(R"(["other!t1"])") << u"x"_s << false;
        QTest::newRow("broker's clone at another service")
            << QByteArray(R"(["guid!b1|fx!t0"])") << u"x"_s << false;
    }
    void audienceComesFromAudClientOrScopes()
    {
        QFETCH(QByteArray, aud);
        QFETCH(QString, cid);
        QFETCH(bool, accepted);
        auto payload = payloadWith(u"aud"_s, text::parseJson(aud).value());
        payload.set(u"cid"_s, cid);
        if (cid.isEmpty())
            payload.set(u"scope"_s, u"fx!t0.viewer"_s);
        const auto validation = validated(compactOf(usualHeader(), payload));
        QCOMPARE(outcomeOf(validation, CheckId::Audience) == Outcome::Passed, accepted);
    }

    void clonesOfABrokerAreAccepted()
    {
        auto key = keyOf(observed()[u"credentials"][u"xsuaa"]);
        key.client.clientId = u"sb-fx!b0"_s;
        key.xsappname = u"fx!b0"_s;
        const auto token = jose::decodeToken(
            compactOf(usualHeader(),
                      payloadWith(u"aud"_s, text::Json::array(QStringList{u"guid!b7|fx!b0"_s}))));
        const auto validation = validateLikeXssec({token, key, nullptr, runTime});
        QCOMPARE(outcomeOf(validation, CheckId::Audience), Outcome::Passed);
    }

    void laterChecksGoOnAfterTheFirstFailure()
    {
        auto payload = payloadWith(u"exp"_s, 1);
        payload.set(u"aud"_s, text::Json::array(QStringList{u"other"_s}));
        payload.set(u"cid"_s, u"other"_s);
        const auto validation = validated(compactOf(usualHeader(), payload, rogueKey()));
        QCOMPARE(validation.firstFailure()->id, CheckId::NotExpired);
        QCOMPARE(outcomeOf(validation, CheckId::Audience), Outcome::Failed);
        QCOMPARE(outcomeOf(validation, CheckId::Signature), Outcome::Failed);
        QCOMPARE(outcomeOf(validation, CheckId::KeyIdKnown), Outcome::Passed);
    }

    void withoutKeySetNothingIsCalledValid()
    {
        const auto token = jose::decodeToken(
            compactOf(usualHeader(), observed()[u"cases"].elements().front()[u"payload"]));
        auto key = keyOf(observed()[u"credentials"][u"xsuaa"]);
        const auto validation = validateLikeXssec({token, key, nullptr, runTime});
        QVERIFY(!validation.firstFailure());
        QVERIFY(!validation.valid());
        QCOMPARE(outcomeOf(validation, CheckId::Signature), Outcome::NotChecked);

        key.verificationKeyPem = issuerKey().toPublicPem();
        QVERIFY(validateLikeXssec({token, key, nullptr, runTime}).valid());
        key.verificationKeyPem = rogueKey().toPublicPem();
        QCOMPARE(validateLikeXssec({token, key, nullptr, runTime}).firstFailure()->id,
                 CheckId::Signature);
    }

    // Keys without uaadomain: the verification key counts unless the header has jku and kid.
    void keysWithoutDomainUseTheirVerificationKey()
    {
        auto key = keyOf(observed()[u"credentials"][u"xsuaa"]);
        key.client.uaaDomain.clear();
        const auto payload = observed()[u"cases"].elements().front()[u"payload"];
        const auto header = text::Json::object({{u"alg"_s, u"RS256"_s}});
        const auto token = jose::decodeToken(compactOf(header, payload));
        auto validation = validateLikeXssec({token, key, nullptr, runTime});
        QCOMPARE(validation.firstFailure()->id, CheckId::KeySetAvailable);

        key.verificationKeyPem = issuerKey().toPublicPem().replace('\n', "");
        validation = validateLikeXssec({token, key, nullptr, runTime});
        QVERIFY2(validation.valid(),
                 validation.firstFailure()
                     ? validation.firstFailure()->sentence.toUtf8().constData()
                     : "");

        auto withKeyId = usualHeader();
        withKeyId.set(u"kid"_s, u"gone"_s);
        withKeyId.set(u"jku"_s, u"https://anywhere"_s);
        const auto rotated = jose::decodeToken(compactOf(withKeyId, payload));
        const auto keys = issuerKeys();
        QVERIFY(validateLikeXssec({rotated, key, &keys, runTime}).valid()); // stands in
        key.verificationKeyPem.clear();
        QCOMPARE(validateLikeXssec({rotated, key, &keys, runTime}).firstFailure()->id,
                 CheckId::KeyIdKnown);
    }

    void algorithmNamesMayBeInAnyCase()
    {
        auto header = usualHeader();
        header.set(u"alg"_s, u"rs256"_s);
        const auto payload = observed()[u"cases"].elements().front()[u"payload"];
        QVERIFY(validated(compactOf(header, payload)).valid());
        header.set(u"alg"_s, u"EdDSA"_s);
        QCOMPARE(validated(compactOf(header, payload)).firstFailure()->id,
                 CheckId::AlgorithmAccepted);
        header.set(u"alg"_s, u"RS512"_s);
        QCOMPARE(validated(compactOf(header, payload)).firstFailure()->id, CheckId::Signature);
    }

    void incompleteKeyIsNamed()
    {
        auto key = keyOf(observed()[u"credentials"][u"xsuaa"]);
        key.xsappname.clear();
        const auto token = jose::decodeToken(
            compactOf(usualHeader(), observed()[u"cases"].elements().front()[u"payload"]));
        const auto keys = issuerKeys();
        QCOMPARE(validateLikeXssec({token, key, &keys, runTime}).firstFailure()->finding,
                 u"binding-incomplete"_s);
    }

    void everyCheckHasItsId()
    {
        QSet<QString> ids;
        for (int id = 0; id <= int(CheckId::Signature); ++id)
            ids.insert(idOf(CheckId(id)));
        QCOMPARE(ids.size(), int(CheckId::Signature) + 1);
        QVERIFY(!ids.contains(QString()));
    }
};

QTEST_GUILESS_MAIN(TestValidation)
#include "tst_validation.moc"
