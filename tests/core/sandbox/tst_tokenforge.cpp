// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/tokenforge.h"
#include "core/xsuaa/capuser.h"
#include "core/xsuaa/validation.h"
#include "tests/support/runningsandbox.h"

#include <QTest>

#include <set>

namespace tokentrail {

using namespace Qt::StringLiterals;
using text::Json;

// Tokens with defects: that each has its own defect and no other, and what the service answers.
class TestTokenForge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_box.start().has_value());
        const auto vcap = m_box.sandbox().bindings(sandbox::BindingFormat::Vcap);
        QVERIFY(vcap.has_value());
        m_key = *xsuaa::readServiceKey(vcap->toCompact(), xsuaa::ServiceKind::Xsuaa);
        m_keys = *jose::JwkSet::fromJson(m_box.command(u"key-set"_s));
    }

    void everyDefectHasItsOwnFailure_data()
    {
        QTest::addColumn<QString>("finding"); // of the first check that fails; empty: none
        QTest::addColumn<int>("status"); // of the sample service, which answers as CAP does
        QTest::newRow("none") << QString() << 200;
        QTest::newRow("expired") << u"token-expired"_s << 401;
        // Taken by the service, refused by the next hop: its own answer is what comes out.
        QTest::newRow("expired-within-leeway") << QString() << 502;
        QTest::newRow("not-yet-valid") << u"token-not-yet-valid"_s << 401;
        QTest::newRow("no-expiry") << u"token-time-claims-invalid"_s << 401;
        QTest::newRow("wrong-audience") << u"audience-mismatch"_s << 401;
        QTest::newRow("unknown-key-id") << u"key-id-unknown"_s << 401;
        QTest::newRow("no-key-id") << u"key-id-missing"_s << 401;
        QTest::newRow("wrong-signature") << u"signature-invalid"_s << 401;
        QTest::newRow("foreign-signature") << u"signature-invalid"_s << 401;
        QTest::newRow("no-signature") << u"signature-invalid"_s << 401;
        QTest::newRow("algorithm-none") << u"algorithm-not-accepted"_s << 401;
        QTest::newRow("no-scope") << QString() << 500;
        QTest::newRow("scope-as-text") << QString() << 0; // no route of the sample asks for a role
        QTest::newRow("no-roles") << QString() << 0;
        QTest::newRow("no-user-name") << QString() << 0;
        QTest::newRow("no-attributes") << QString() << 0;
        QTest::newRow("other-zone") << QString() << 0;
        QTest::newRow("too-large") << QString() << 0; // Node answers 431; no Node is here
        QTest::newRow("cut") << u"token-malformed"_s << 401;
    }

    void everyDefectHasItsOwnFailure()
    {
        QFETCH(QString, finding);
        QFETCH(int, status);
        const auto token = forged(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(!token.isEmpty());
        const auto decoded = jose::decodeToken(token);
        const auto now = Clock::system().nowSeconds();
        const auto validation = xsuaa::validateLikeXssec({decoded, m_key, &m_keys, now});
        const auto *failure = validation.firstFailure();
        QCOMPARE(failure ? failure->finding : QString(), finding);
        if (status == 0)
            return;
        const auto url = m_box.sandbox().endpoints().serviceUrl.resolved(
            QUrl(u"/api/FunctionalLocation?$top=1"_s));
        const auto answer =
            m_box.send("GET", url.toString(), {{"Authorization", "Bearer " + token}});
        QCOMPARE(answer.status, status);
    }

    void withoutRolesCapSeesNone_data()
    {
        QTest::addColumn<bool>("hasRole");
        QTest::newRow("none") << true;
        QTest::newRow("no-roles") << false;
        QTest::newRow("scope-as-text") << false;
        QTest::newRow("no-scope") << false;
    }

    void withoutRolesCapSeesNone()
    {
        QFETCH(bool, hasRole);
        const auto claims =
            jose::decodeToken(forged(QString::fromLatin1(QTest::currentDataTag()))).claims;
        const auto user = xsuaa::capUserOf(claims, m_key.xsappname, m_key.client.clientId);
        QCOMPARE(user.roles.contains(u"admin"_s), hasRole);
    }

    void tooLargeIsMoreThanNodeTakes() { QVERIFY(forged(u"too-large"_s).size() > 16 * 1024); }

    void theTableAboveKnowsAll()
    {
        std::set<QByteArray> names;
        for (const auto &defect : sandbox::knownDefects()) {
            QVERIFY(qstrlen(defect.meaning) > 20);
            QVERIFY2(names.insert(defect.name).second, defect.name);
        }
        QCOMPARE(names.size(), size_t(20));
    }

    void theTokenIsOfTheUserThatWasAskedFor()
    {
        const auto claims = jose::decodeToken(forged(u"no-roles"_s, u"bob"_s)).claims;
        QCOMPARE(claims[u"user_name"].toString(), u"bob"_s);
        const auto client = jose::decodeToken(forged(u"none"_s, {})).claims;
        QCOMPARE(xsuaa::kindOf(client), xsuaa::TokenKind::Technical);
    }

    void whatIsUnknownIsSaid()
    {
        const auto none =
            m_box.sandbox().command(u"token.forge"_s, Json::object({{u"defect"_s, u"rusty"_s}}));
        QVERIFY(!none);
        QVERIFY(none.error().sentence.contains(u"expired"_s));
        const auto nobody =
            m_box.sandbox().command(u"token.forge"_s, Json::object({{u"user"_s, u"zoe"_s}}));
        QVERIFY(!nobody);
        QVERIFY(nobody.error().sentence.contains(u"zoe"_s));
    }

private:
    QByteArray forged(const QString &defect, const QString &user = u"alice"_s)
    {
        return m_box
            .command(u"token.forge"_s,
                     Json::object({{u"defect"_s, defect}, {u"user"_s, user}}))[u"access_token"]
            .toString()
            .toLatin1();
    }

    test::RunningSandbox m_box;
    xsuaa::ServiceKey m_key;
    jose::JwkSet m_keys;
};

} // namespace tokentrail

QTEST_GUILESS_MAIN(tokentrail::TestTokenForge)
#include "tst_tokenforge.moc"
