// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/app/console/screenreader.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace tokentrail::test;
using namespace Qt::StringLiterals;

// The real console on a real screen, heard and used over the accessibility bus alone.
class TestAccessibilityBus : public QObject
{
    Q_OBJECT

    static constexpr int patienceMs = 60'000; // keys are made on the first start

    QTemporaryDir m_dir;
    QProcess m_console;
    ScreenReader m_reader;
    Reference m_application;

    QList<Heard> inSight() const { return m_reader.inSight(m_application); }
    // The first in sight of that role whose name begins so.
    static std::optional<Heard>
    find(const QList<Heard> &all, const QString &role, const QString &name)
    {
        for (const auto &one : all) {
            if (one.role == role && one.name.startsWith(name))
                return one;
        }
        return std::nullopt;
    }
    static QString told(const QList<Heard> &all)
    {
        QStringList lines;
        for (const auto &one : all)
            lines << u"%1: %2"_s.arg(one.role, one.name);
        return lines.join(u'\n');
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto problem = m_reader.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        m_console.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_console.start(QStringLiteral(TOKENTRAIL),
                        {u"--state"_s,
                         m_dir.filePath(u"sandbox"_s),
                         u"--config-dir"_s,
                         m_dir.filePath(u"config"_s),
                         u"--no-keychain"_s});
        QVERIFY(m_console.waitForStarted());
        std::optional<Reference> found;
        QTRY_VERIFY_WITH_TIMEOUT((found = m_reader.application(u"Tokentrail"_s)), patienceMs);
        m_application = *found;
    }
    void cleanupTestCase()
    {
        m_console.terminate();
        if (!m_console.waitForFinished(10'000))
            m_console.kill();
    }

    void theControlsOfTheCallPageAreHeardByName()
    {
        QList<Heard> all;
        // The sandbox is up when somebody of it can call.
        QTRY_VERIFY_WITH_TIMEOUT(
            (all = inSight(), find(all, u"button menu"_s, u"Call as: alice"_s)), patienceMs);
        for (const auto &[role, name] : {std::pair(u"button menu"_s, u"Method: GET"_s),
                                         std::pair(u"text"_s, u"Path or URL"_s),
                                         std::pair(u"button menu"_s, u"Call to"_s),
                                         std::pair(u"button menu"_s, u"Call via"_s),
                                         std::pair(u"push button"_s, u"Send"_s)}) {
            const auto control = find(all, role, name);
            QVERIFY2(control, qPrintable(QString(name + u" is not among\n"_s + told(all))));
            QVERIFY2(control->enabled && control->focusable, qPrintable(name));
        }
    }

    void nothingThatTakesTheFocusIsNameless()
    {
        int count = 0;
        for (const auto &one : inSight()) {
            if (!one.focusable)
                continue;
            ++count;
            QVERIFY2(!one.name.trimmed().isEmpty(),
                     qPrintable(QString(one.role + u' ' + one.at.path.path())));
        }
        QVERIFY2(count > 10, qPrintable(QString::number(count)));
    }

    // The call that is set up on a first start loses alice, and the page says so.
    void pressingSendIsAnsweredInWords()
    {
        const auto send = find(inSight(), u"push button"_s, u"Send"_s);
        QVERIFY(send);
        QVERIFY2(m_reader.act(send->at, u"Press"_s),
                 qPrintable(m_reader.actionsOf(send->at).join(u' ')));
        QList<Heard> all;
        const auto heard = [&](const QString &words) {
            return std::any_of(all.cbegin(), all.cend(), [&](const Heard &one) {
                return one.name.contains(words, Qt::CaseInsensitive);
            });
        };
        (void)QTest::qWaitFor([&] { return (all = inSight(), heard(u"user token"_s)); },
                              patienceMs);
        QVERIFY2(heard(u"user token"_s), qPrintable(told(all)));
        QVERIFY2(heard(u"alice"_s), qPrintable(told(all)));
    }
};

QTEST_GUILESS_MAIN(TestAccessibilityBus)
#include "tst_accessibilitybus.moc"
