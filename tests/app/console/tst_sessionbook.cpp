// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/sessionbook.h"

#include <QTest>

using namespace tokentrail;
using namespace tokentrail::console;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 now = 1'795'000'000;

call::Session sessionUntil(qint64 expiresAt)
{
    call::Session session;
    session.accessToken = Secret(QByteArray("eyJ.a.b"));
    session.expiresAt = expiresAt;
    return session;
}

} // namespace

class SessionBookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aUserSignsInWhenSentForTheFirstTime();
    void aTokenIsRenewedAMinuteBeforeItsEnd();
    void nobodyNeedsNoToken();
    void aPastedTokenIsSentAsItIs();
    void addingAUserTwiceKeepsTheSession();
    void everyGroupHasOneHeading();
    void lifeLeftIsToldInWords_data();
    void lifeLeftIsToldInWords();

private:
    ManualClock m_clock{now * 1000};
    std::unique_ptr<SessionBook> m_book;
};

void SessionBookTest::init()
{
    m_clock.set(now * 1000);
    m_book = std::make_unique<SessionBook>(m_clock);
    m_book->addNobody();
    m_book->addUser(u"alice"_s, u"sap.default"_s, Secret(u"alice"_s));
}

void SessionBookTest::aUserSignsInWhenSentForTheFirstTime()
{
    QVERIFY(m_book->needsToken(*m_book->find(u"alice"_s)));
    m_book->signedIn(u"alice"_s, sessionUntil(now + 3600), {});
    QVERIFY(!m_book->needsToken(*m_book->find(u"alice"_s)));
    QVERIFY(!m_book->find(u"mallory"_s));
}

void SessionBookTest::aTokenIsRenewedAMinuteBeforeItsEnd()
{
    m_book->signedIn(u"alice"_s, sessionUntil(now + 3600), {});
    m_clock.advance(3539 * 1000);
    QVERIFY(!m_book->needsToken(*m_book->find(u"alice"_s)));
    m_clock.advance(1000);
    QVERIFY(m_book->needsToken(*m_book->find(u"alice"_s)));
}

void SessionBookTest::nobodyNeedsNoToken()
{
    QVERIFY(!m_book->needsToken(*m_book->find(QString())));
}

void SessionBookTest::aPastedTokenIsSentAsItIs()
{
    const QByteArray claims =
        QByteArray(R"({"user_name":"carol","exp":1})").toBase64(QByteArray::Base64UrlEncoding);
    const auto id = m_book->addPasted(Secret("Bearer eyJhbGciOiJub25lIn0." + claims + "."));
    const auto *entry = m_book->find(id);
    QVERIFY(entry);
    QCOMPARE(entry->session.title, u"carol"_s);
    QVERIFY(!entry->session.accessToken.reveal().startsWith("Bearer"));
    QVERIFY(!m_book->needsToken(*entry)); // expired on purpose
}

void SessionBookTest::addingAUserTwiceKeepsTheSession()
{
    m_book->signedIn(u"alice"_s, sessionUntil(now + 3600), {});
    m_book->addUser(u"alice"_s, u"sap.default"_s, Secret(u"alice"_s));
    QVERIFY(!m_book->needsToken(*m_book->find(u"alice"_s)));
    QCOMPARE(m_book->choices().size(), 2);
}

void SessionBookTest::everyGroupHasOneHeading()
{
    m_book->addApplication();
    QStringList headings;
    for (const auto &choice : m_book->choices()) {
        if (headings.isEmpty() || headings.constLast() != choice.group)
            headings << choice.group;
    }
    QCOMPARE(headings.size(), 2);
    QCOMPARE(headings.removeDuplicates(), 0);
}

void SessionBookTest::lifeLeftIsToldInWords_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("words");
    QTest::newRow("hours") << 43199 << u"password · 11 h 59 min left"_s;
    QTest::newRow("minutes") << 150 << u"password · 2 min left"_s;
    QTest::newRow("seconds") << 42 << u"password · 42 s left"_s;
    QTest::newRow("over") << -5 << u"password · expired"_s;
}

void SessionBookTest::lifeLeftIsToldInWords()
{
    QFETCH(int, seconds);
    QFETCH(QString, words);
    m_book->signedIn(u"alice"_s, sessionUntil(now + seconds), {});
    QCOMPARE(m_book->choices().constLast().detail, words);
    QVERIFY(m_book->whoIsSignedIn().contains(words));
}

QTEST_GUILESS_MAIN(SessionBookTest)
#include "tst_sessionbook.moc"
