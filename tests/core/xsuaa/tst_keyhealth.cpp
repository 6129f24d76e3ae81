// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/xsuaa/keyhealth.h"
#include "tests/support/testcertificates.h"

#include <QTest>

#include <algorithm>

using namespace tokentrail;
using namespace tokentrail::xsuaa;
using namespace Qt::StringLiterals;
using test::Certificate;

// How long a key still serves, and what its kind means.
class TestKeyHealth : public QObject
{
    Q_OBJECT

    static ServiceKey keyOf(const QByteArray &certificates, const QByteArray &privateKey)
    {
        ServiceKey key;
        key.credentialType = CredentialType::X509;
        key.client.certificatePem = certificates;
        key.client.keyPem = Secret(privateKey);
        return key;
    }
    static QStringList idsOf(const ServiceKey &key, qint64 now)
    {
        QStringList ids;
        for (const auto &remark : keyRemarks(key, now))
            ids << remark.id;
        return ids;
    }

private Q_SLOTS:
    void theChainIsToldFromTheLeafUp()
    {
        const auto root = Certificate::authority(u"Root"_s);
        const auto middle = root.issueAuthority(u"Middle"_s);
        const auto leaf = middle.issue(u"sb-shop!t1"_s);
        const auto key = keyOf(leaf.pem() + middle.pem(), leaf.keyPem());
        const auto chain = certificateChain(key.client);
        QCOMPARE(chain.size(), size_t(2));
        QCOMPARE(chain[0].subject, u"sb-shop!t1"_s);
        QCOMPARE(chain[0].issuer, u"Middle"_s);
        QCOMPARE(chain[1].issuer, u"Root"_s);
        QVERIFY(chain[0].notBefore < chain[0].notAfter);
        const auto now = chain[0].notBefore + 1;
        QVERIFY(!idsOf(key, now).contains(u"broken-chain"_s));
        QVERIFY(
            idsOf(keyOf(leaf.pem() + root.pem(), leaf.keyPem()), now).contains(u"broken-chain"_s));
    }

    void daysAreCountedToTheFirstEnd()
    {
        const auto root = Certificate::authority(u"Root"_s);
        const auto leaf = root.issue(u"sb-shop!t1"_s);
        const auto key = keyOf(leaf.pem(), leaf.keyPem());
        const auto end = certificateChain(key.client)[0].notAfter;
        QCOMPARE(*daysLeft(key, end - 10 * 86'400), 10);
        QCOMPARE(*daysLeft(key, end - 1), 0);
        QCOMPARE(*daysLeft(key, end + 1), -1);
        // The test's certificates live for less than that; it is the end alone that counts here.
        QVERIFY(!idsOf(key, end - 8 * 86'400).contains(u"expires-soon"_s));
        QVERIFY(idsOf(key, end - 3 * 86'400).contains(u"expires-soon"_s));
        QVERIFY(keyRemarks(key, end - 3 * 86'400)[0].sentence.contains(u"in 3 days"_s));
        QVERIFY(keyRemarks(key, end - 60)[0].sentence.contains(u"within a day"_s));
        QCOMPARE(idsOf(key, end), QStringList{u"expired"_s});
        QCOMPARE(keyRemarks(key, end)[0].severity, KeyRemark::Severity::Error);
        QCOMPARE(idsOf(key, certificateChain(key.client)[0].notBefore - 1).last(),
                 u"not-yet-valid"_s);
    }

    void aForeignPrivateKeyIsNoticed()
    {
        const auto root = Certificate::authority(u"Root"_s);
        const auto one = root.issue(u"sb-one!t1"_s);
        const auto two = root.issue(u"sb-two!t1"_s);
        const auto key = keyOf(one.pem(), two.keyPem());
        const auto now = certificateChain(key.client)[0].notBefore + 1;
        QVERIFY(idsOf(key, now).contains(u"foreign-private-key"_s));
        QVERIFY(!idsOf(keyOf(one.pem(), one.keyPem()), now).contains(u"foreign-private-key"_s));
    }

    void secretsHaveNoEndButAKind()
    {
        ServiceKey key;
        key.credentialType = CredentialType::BindingSecret;
        QVERIFY(!daysLeft(key, 0));
        QVERIFY(keyRemarks(key, 0).empty());
        key.credentialType = CredentialType::InstanceSecret;
        QCOMPARE(idsOf(key, 0), QStringList{u"instance-secret"_s});
    }

    void aPlusInTheSecretIsNamed()
    {
        ServiceKey key;
        key.credentialType = CredentialType::BindingSecret;
        key.client.clientSecret = Secret(QByteArray("ab/c="));
        QVERIFY(keyRemarks(key, 0).empty());
        key.client.clientSecret = Secret(QByteArray("ab+c="));
        QCOMPARE(idsOf(key, 0), QStringList{u"secret-with-plus"_s});
    }
};

QTEST_GUILESS_MAIN(TestKeyHealth)
#include "tst_keyhealth.moc"
