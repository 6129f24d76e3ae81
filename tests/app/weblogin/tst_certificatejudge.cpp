// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/weblogin/certificatejudge.h"
#include "tests/support/testcertificates.h"

#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;
using test::Certificate;

// Which chains pass with one authority, and which do not.
class TestCertificateJudge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passesWhatTheAuthorityIssuedForThisHostNow_data()
    {
        QTest::addColumn<QByteArray>("authority");
        QTest::addColumn<QByteArray>("chain");
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("passes");
        const auto ours = Certificate::authority(u"ours"_s);
        const auto others = Certificate::authority(u"others"_s);
        const auto between = ours.issueAuthority(u"between"_s);
        const QStringList names{u"localhost"_s, u"127.0.0.1"_s};
        const QByteArray leaf = ours.issue(u"server"_s, names).pem();
        const QByteArray deep = between.issue(u"server"_s, names).pem() + between.pem();
        QTest::newRow("by name") << ours.pem() << leaf << u"localhost"_s << true;
        QTest::newRow("by address") << ours.pem() << leaf << u"127.0.0.1"_s << true;
        QTest::newRow("another host") << ours.pem() << leaf << u"evil.example"_s << false;
        QTest::newRow("another address") << ours.pem() << leaf << u"127.0.0.2"_s << false;
        QTest::newRow("another authority") << others.pem() << leaf << u"localhost"_s << false;
        QTest::newRow("either authority")
            << QByteArray(others.pem() + ours.pem()) << leaf << u"localhost"_s << true;
        QTest::newRow("through one between") << ours.pem() << deep << u"localhost"_s << true;
        QTest::newRow("the one between is missing")
            << ours.pem() << between.issue(u"server"_s, names).pem() << u"localhost"_s << false;
        QTest::newRow("ended") << ours.pem() << ours.issueExpired(u"server"_s, names).pem()
                               << u"localhost"_s << false;
        QTest::newRow("no authority") << QByteArray() << leaf << u"localhost"_s << false;
        QTest::newRow("no authority that can be read")
            << QByteArray("not PEM") << leaf << u"localhost"_s << false;
        QTest::newRow("no chain") << ours.pem() << QByteArray() << u"localhost"_s << false;
    }
    void passesWhatTheAuthorityIssuedForThisHostNow()
    {
        QFETCH(QByteArray, authority);
        QFETCH(QByteArray, chain);
        QFETCH(QString, host);
        const auto certificates = QSslCertificate::fromData(chain, QSsl::Pem);
        QTEST(weblogin::isIssuedBy(authority, certificates, host), "passes");
    }
};

QTEST_GUILESS_MAIN(TestCertificateJudge)
#include "tst_certificatejudge.moc"
