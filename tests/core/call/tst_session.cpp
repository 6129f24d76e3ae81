// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/call/sessionstore.h"

#include <QTest>

using namespace tokentrail;
using namespace tokentrail::call;
using namespace Qt::StringLiterals;

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyGrantHasOneName()
    {
        for (int i = 0; i <= int(Grant::PastedToken); ++i) {
            const auto name = nameOf(Grant(i));
            QVERIFY(!name.isEmpty());
            QCOMPARE(grantFromName(name), std::optional(Grant(i)));
        }
        QVERIFY(!grantFromName(u"Password"));
        QVERIFY(!grantFromName(u""));
    }

    void survivesAStore()
    {
        vault::MemoryStore store;
        Session session;
        session.id = u"1"_s;
        session.title = u"älice"_s;
        session.grant = Grant::Password;
        session.userName = u"alice"_s;
        session.origin = u"ldap"_s;
        session.password = Secret(QByteArray("p\"w"));
        session.accessToken = Secret(QByteArray("a.b.c"));
        session.refreshToken = Secret(QByteArray("r"));
        session.expiresAt = 1'700'000'000;
        session.keyName = u"uaa"_s;
        QVERIFY(saveSession(store, u"mine"_s, session));
        const auto again = loadSession(store, u"mine"_s);
        QVERIFY(again);
        QCOMPARE(toSecret(*again).reveal(), toSecret(session).reveal());
        QCOMPARE(again->password.reveal(), QByteArray("p\"w"));
        QCOMPARE(again->expiresAt, 1'700'000'000);
        QCOMPARE(again->grant, Grant::Password);
    }

    void saysWhenThereIsNone()
    {
        vault::MemoryStore store;
        QCOMPARE(loadSession(store, u"nobody"_s).error().code, ErrorCode::NotFound);
        QVERIFY(store.write(u"session/broken"_s, Secret(QByteArray("{}"))));
        QCOMPARE(loadSession(store, u"broken"_s).error().code, ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
