// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/phrases.h"
#include "core/diagnosis/texts.h"
#include "core/text/json.h"
#include "core/text/phrasebook.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

class TestTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothLanguagesSayTheSame();
    void languageIsThatOfTheProcess();
    void anExpiredCertificateIsNotMendedByTrust_data();
    void anExpiredCertificateIsNotMendedByTrust();
};

static text::Json textsOf(const QString &language)
{
    QFile file(u":/findings/%1.json"_s.arg(language));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto parsed = text::parseJson(file.readAll());
    return parsed ? *parsed : text::Json();
}

static QStringList placesIn(const QString &text)
{
    static const QRegularExpression place(u"%\\d"_s);
    QStringList places;
    for (auto match = place.globalMatch(text); match.hasNext();)
        places << match.next().captured();
    places.sort();
    return places;
}

static QStringList namesOf(const text::Json &object)
{
    QStringList names;
    for (const auto &member : object.members())
        names << member.name;
    names.sort();
    return names;
}

void TestTexts::bothLanguagesSayTheSame()
{
    const auto english = textsOf(u"en"_s);
    const auto german = textsOf(u"de"_s);
    QVERIFY(english.members().size() > 100);
    QCOMPARE(namesOf(german), namesOf(english));
    for (const auto &[id, entry, span] : english.members()) {
        const auto other = german[id];
        QVERIFY2(namesOf(other) == namesOf(entry), qPrintable(id));
        for (const auto &member : entry.members()) {
            const auto said = other[member.name].toString();
            QVERIFY2(!said.isEmpty(), qPrintable(id));
            QVERIFY2(placesIn(said) == placesIn(member.value.toString()), qPrintable(id));
        }
        QVERIFY2(other[u"command"].toString() == entry[u"command"].toString(), qPrintable(id));
        // Variants ("<finding>.<variant>") have no title of their own.
        const QString own = entry.contains(u"title") ? u"title"_s : u"says"_s;
        QVERIFY2(other[own].toString() != entry[own].toString(), qPrintable(id));
    }
}

void TestTexts::anExpiredCertificateIsNotMendedByTrust_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("key set") << u"RequestError: HTTP request [XsuaaService.fetchJwks] to https://x "
                                "could not be sent due to: FetchError: request to https://x "
                                "failed, reason: certificate has expired"_s;
    QTest::newRow("backend")
        << u"Error during request to remote service: certificate has expired"_s;
    QTest::newRow("anything") << u"AxiosError: certificate has expired"_s;
}

void TestTexts::anExpiredCertificateIsNotMendedByTrust()
{
    QFETCH(QString, line);
    const auto heard = diagnosis::hear(line);
    QVERIFY(!heard.isEmpty());
    const auto text =
        diagnosis::textOfVariant(heard.constFirst().findingId, heard.constFirst().variant);
    QVERIFY2(text.fix.contains(u"renew"_s, Qt::CaseInsensitive), qPrintable(text.fix));
    QVERIFY2(text.says.contains(u"expired"_s), qPrintable(text.says));
}

void TestTexts::languageIsThatOfTheProcess()
{
    const auto title = [] {
        return diagnosis::textOf(u"token-expired").title;
    };
    QCOMPARE(title(), u"The token has expired"_s);
    for (const auto *german : {"de", "de-AT", "de_DE"}) {
        text::setLanguage(QString::fromLatin1(german));
        QCOMPARE(title(), u"Das Token ist abgelaufen"_s);
    }
    for (const auto *other : {"fr-FR", "C", "", "del"}) {
        text::setLanguage(QString::fromLatin1(other));
        QCOMPARE(title(), u"The token has expired"_s);
    }
    text::setLanguage(u"en"_s);
}

QTEST_GUILESS_MAIN(TestTexts)
#include "tst_texts.moc"
