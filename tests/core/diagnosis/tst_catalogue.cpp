// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/texts.h"
#include "tests/support/corpus.h"

#include <QFile>
#include <QSet>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

// Walks the table of findings: each has its texts, a case that is replayed from a file and names
// it, and a case that looks alike (the same status, or the same kind of evidence) and does not.
class TestCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyFindingIsExplained();
    void everyFindingHasACase();
    void everyFindingHasANearMiss();
    void whatOnlyLooksAlikeIsNotTold();
    void everyCauseIsKnown();

private:
    QList<test::CorpusCase> m_cases;
};

namespace {

QSet<QString> expectedInConversations()
{
    QFile file(QStringLiteral(TOKENTRAIL_TEST_DATA "/diagnosis/conversations.txt"));
    QSet<QString> ids;
    if (!file.open(QIODevice::ReadOnly))
        return ids;
    const auto lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const auto &line : lines) {
        if (line.startsWith("expect "_L1) || line.startsWith("also "_L1)) {
            const auto words = line.split(u' ', Qt::SkipEmptyParts).mid(1);
            ids += QSet<QString>(words.begin(), words.end());
        }
    }
    return ids;
}

} // namespace

void TestCatalogue::initTestCase()
{
    for (const auto *folder : {"/cases/", "/trails/", "/problems/cases/"})
        m_cases += test::readCorpus(QStringLiteral(TOKENTRAIL_TEST_DATA) + QLatin1String(folder));
    QVERIFY(m_cases.size() > 400);
}

void TestCatalogue::everyFindingIsExplained()
{
    for (const auto &rule : diagnosis::allRules()) {
        const auto &text = diagnosis::textOf(rule.id);
        const auto id = QString::fromUtf16(rule.id).toUtf8();
        QVERIFY2(!text.title.isEmpty(), id.constData());
        QVERIFY2(!text.fix.isEmpty(), id.constData());
        const auto bare = diagnosis::sentenceOf(text, {});
        QVERIFY2(!bare.contains(u'[') && !bare.contains(u'%') && !bare.contains("not named"_L1),
                 qPrintable(bare));
    }
}

void TestCatalogue::everyFindingHasACase()
{
    auto shown = expectedInConversations();
    for (const auto &one : m_cases) {
        const auto ids = test::idsOf(one.answer);
        for (const auto &id : one.causes + one.also) {
            // What is open to everybody has an id for each way to leave it open.
            if (ids.contains(id))
                shown << (id.startsWith("open-to-anonymous."_L1) ? u"open-to-anonymous"_s : id);
        }
    }
    QStringList without;
    for (const auto &rule : diagnosis::allRules()) {
        if (const auto id = QString::fromUtf16(rule.id); !shown.contains(id))
            without << id;
    }
    QVERIFY2(without.isEmpty(), qPrintable(without.join(u' ')));
}

// The same finding must not come up in every case that fails in its way.
void TestCatalogue::everyFindingHasANearMiss()
{
    QHash<QString, QSet<int>> statuses; // of cases that name it
    for (const auto &one : m_cases) {
        for (const auto &id : one.causes)
            statuses[id] << one.status;
    }
    QStringList without;
    for (auto it = statuses.cbegin(); it != statuses.cend(); ++it) {
        const bool missed = std::any_of(m_cases.begin(), m_cases.end(), [&](const auto &one) {
            return it->contains(one.status) && !one.causes.contains(it.key())
                && !test::idsOf(one.answer).contains(it.key());
        });
        if (!missed)
            without << it.key();
    }
    QVERIFY2(without.isEmpty(), qPrintable(without.join(u' ')));
}

// What only the files of a project or the console's own calls show has a case that looks alike.
void TestCatalogue::whatOnlyLooksAlikeIsNotTold()
{
    QSet<QString> shown;
    QSet<QString> near;
    for (const auto &one : m_cases) {
        if (one.name.startsWith("project/"_L1) || one.name.startsWith("ours/"_L1))
            shown += QSet<QString>(one.causes.begin(), one.causes.end());
        for (const auto &id : one.near) {
            near << id;
            QVERIFY2(!test::idsOf(one.answer).contains(id), qPrintable(one.name + u": "_s + id));
        }
    }
    QVERIFY(shown.size() >= 11);
    const auto without = QStringList((shown - near).values()).join(u' ');
    QCOMPARE(without, u"connection-refused"_s); // has enough of them in the other folders
}

void TestCatalogue::everyCauseIsKnown()
{
    for (const auto &one : m_cases) {
        for (const auto &id : one.causes + one.also + one.near)
            QVERIFY2(diagnosis::ruleOf(id) || id.startsWith("open-to-anonymous."_L1),
                     qPrintable(one.name + u": "_s + id));
    }
}

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
