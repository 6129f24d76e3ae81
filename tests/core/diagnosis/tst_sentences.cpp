// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/json.h"
#include "core/text/phrasebook.h"
#include "tests/support/corpus.h"
#include "tests/support/englishwords.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;
using test::englishIn;

// The sentences that modules say: both languages have the same ones with the same places, the
// sources name each of them, and no answer over the whole corpus is left in English.
class TestSentences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothLanguagesSayTheSame_data();
    void bothLanguagesSayTheSame();
    void sourcesAndTextsAgree_data();
    void sourcesAndTextsAgree();
    void germanAnswersHaveNoEnglish_data();
    void germanAnswersHaveNoEnglish();
    void englishIsRecognised();
};

namespace {

const QString root = QStringLiteral(TOKENTRAIL_TEST_DATA "/../../");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

text::Json sentencesOf(const QString &module, const QString &language)
{
    const auto parsed = text::parseJson(
        contentOf(root + u"resources/sentences/%1.%2.json"_s.arg(module, language)));
    return parsed ? *parsed : text::Json();
}

void addModules()
{
    QTest::addColumn<QString>("module");
    const auto files = QDir(root + u"resources/sentences"_s).entryList({u"*.en.json"_s});
    for (const auto &file : files)
        QTest::addRow("%s", qPrintable(file)) << file.section(u'.', 0, 0);
}

QStringList placesIn(const QString &sentence)
{
    static const QRegularExpression place(u"\\{([a-z]+)"_s);
    QSet<QString> places;
    for (auto match = place.globalMatch(sentence); match.hasNext();)
        places << match.next().captured(1);
    QStringList sorted(places.begin(), places.end());
    sorted.sort();
    return sorted;
}

QString sourcesOf(const QString &module)
{
    QString all;
    for (QDirIterator it(root + u"core/"_s + module,
                         {u"*.cpp"_s, u"*.h"_s},
                         QDir::Files,
                         QDirIterator::Subdirectories);
         it.hasNext();)
        all += QString::fromUtf8(contentOf(it.next()));
    return all;
}

QStringList allSaid(const diagnosis::Answer &answer)
{
    QStringList said = answer.notVisible;
    for (const auto &one : answer.ruledOut)
        said << one.because;
    for (const auto &[finding, trails] : answer.findings) {
        said << finding.title << finding.sentence << finding.fix.text;
        for (const auto &one : finding.evidence + finding.counterEvidence)
            said << one.sentence;
    }
    return said;
}

} // namespace

void TestSentences::bothLanguagesSayTheSame_data()
{
    addModules();
}

void TestSentences::bothLanguagesSayTheSame()
{
    QFETCH(QString, module);
    const auto english = sentencesOf(module, u"en"_s);
    const auto german = sentencesOf(module, u"de"_s);
    QVERIFY(english.size() > 5);
    QCOMPARE(german.size(), english.size());
    for (const auto &member : english.members()) {
        const auto here = member.value.toString();
        const auto there = german[member.name].toString();
        QVERIFY2(!there.isEmpty() && there != here, qPrintable(member.name));
        QVERIFY2(placesIn(there) == placesIn(here), qPrintable(member.name));
        QVERIFY2(englishIn(there).isEmpty(), qPrintable(member.name + u": "_s + englishIn(there)));
    }
}

void TestSentences::sourcesAndTextsAgree_data()
{
    addModules();
}

void TestSentences::sourcesAndTextsAgree()
{
    QFETCH(QString, module);
    const auto sources = sourcesOf(module);
    const auto english = sentencesOf(module, u"en"_s);
    QVERIFY(!sources.isEmpty());
    for (const auto &member : english.members())
        QVERIFY2(sources.contains(u"u\"%1\""_s.arg(member.name)), qPrintable(member.name));
    static const QRegularExpression said(u"\\bsay\\(\\s*u\"([^\"]+)\""_s);
    for (auto match = said.globalMatch(sources); match.hasNext();) {
        const auto id = match.next().captured(1);
        QVERIFY2(english.contains(id), qPrintable(id));
    }
    // Also where a table or a choice holds the id: whatever begins like one is one.
    QSet<QString> beginnings;
    for (const auto &member : english.members())
        beginnings << member.name.section(u'.', 0, 0);
    static const QRegularExpression literal(u"u\"([a-z0-9-]+)\\.([a-z0-9-]+)\""_s);
    int seen = 0;
    for (auto match = literal.globalMatch(sources); match.hasNext();) {
        const auto found = match.next();
        if (!beginnings.contains(found.captured(1)))
            continue;
        ++seen;
        const QString id = found.captured(1) + u'.' + found.captured(2);
        QVERIFY2(english.contains(id), qPrintable(id));
    }
    QVERIFY(seen >= int(english.members().size()));
}

void TestSentences::germanAnswersHaveNoEnglish_data()
{
    QTest::addColumn<QString>("folder");
    for (const auto *folder : {"/cases/", "/trails/", "/problems/cases/"})
        QTest::newRow(folder) << QString(QStringLiteral(TOKENTRAIL_TEST_DATA)
                                         + QLatin1String(folder));
}

void TestSentences::germanAnswersHaveNoEnglish()
{
    QFETCH(QString, folder);
    const auto english = test::readCorpus(folder);
    text::setLanguage(u"de"_s);
    const auto german = test::readCorpus(folder);
    text::setLanguage(u"en"_s);
    QVERIFY(!english.isEmpty());
    QCOMPARE(german.size(), english.size());
    QSet<QString> left;
    for (qsizetype i = 0; i < english.size(); ++i) {
        // The same findings in the same order: only words differ.
        QCOMPARE(test::idsOf(german[i].answer), test::idsOf(english[i].answer));
        for (const auto &sentence : allSaid(german[i].answer)) {
            if (const auto word = englishIn(sentence); !word.isEmpty())
                left << u"%1 [%2]: %3"_s.arg(german[i].name, word, sentence);
        }
    }
    const QStringList list(left.begin(), left.end());
    QVERIFY2(left.isEmpty(), qPrintable(list.join(u'\n')));
}

void TestSentences::englishIsRecognised()
{
    QCOMPARE(englishIn(u"The answer came from the backend."_s), u"from"_s);
    QVERIFY(englishIn(u"Dort steht: „The token is expired“, was an alice lag."_s).isEmpty());
}

QTEST_GUILESS_MAIN(TestSentences)
#include "tst_sentences.moc"
