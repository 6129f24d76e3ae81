// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/diagnose.h"
#include "core/trail/export.h"

#include <QDir>
#include <QTest>

namespace tokentrail::diagnosis {

using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString folder()
{
    return QStringLiteral(TOKENTRAIL_TEST_DATA "/trails/");
}

Case caseOf(const text::Json &recorded)
{
    Case input;
    for (const auto &json : recorded[u"trails"].elements()) {
        auto trail = trail::trailFromJson(json);
        if (trail)
            input.earlier.append(*trail);
    }
    if (!input.earlier.isEmpty())
        input.trail = input.earlier.takeLast();
    if (recorded[u"key"].isObject()) {
        auto key = xsuaa::readServiceKey(recorded[u"key"].toCompact(), xsuaa::ServiceKind::Xsuaa);
        if (key)
            input.key = *key;
    }
    return input;
}

} // namespace

// Trails as they were recorded in the landscape, read from file.
class TestRecordedTrails : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFindingIsNamed_data();
    void theFindingIsNamed();
    void whatIsWrittenAgainSaysTheSame_data();
    void whatIsWrittenAgainSaysTheSame();
};

void TestRecordedTrails::theFindingIsNamed_data()
{
    QTest::addColumn<QString>("file");
    const auto files = QDir(folder()).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    QVERIFY(files.size() > 20);
    for (const auto &file : files)
        QTest::newRow(qPrintable(file)) << file;
}

void TestRecordedTrails::theFindingIsNamed()
{
    QFETCH(QString, file);
    const auto recorded = text::parseJson(contentOf(folder() + file));
    QVERIFY(recorded.has_value());
    const auto input = caseOf(*recorded);
    QVERIFY(!input.trail.hops.isEmpty());
    const auto diagnosis = diagnose(input);
    QStringList errors;
    for (const auto &finding : diagnosis.findings) {
        if (finding.severity == Severity::Error)
            errors << finding.id;
    }
    QVERIFY2(errors == (*recorded)[u"expect"].toStringList(),
             toJson(diagnosis).toIndented().constData());
}

void TestRecordedTrails::whatIsWrittenAgainSaysTheSame_data()
{
    theFindingIsNamed_data();
}

void TestRecordedTrails::whatIsWrittenAgainSaysTheSame()
{
    QFETCH(QString, file);
    const auto recorded = text::parseJson(contentOf(folder() + file));
    QVERIFY(recorded.has_value());
    auto input = caseOf(*recorded);
    const auto before = toJson(diagnose(input)).toCompact();
    const auto written =
        text::parseJson(trail::exportTrail(input.trail, trail::ExportFormat::Json));
    QVERIFY(written.has_value());
    const auto again = trail::trailFromJson(*written);
    QVERIFY(again.has_value());
    input.trail = *again;
    QCOMPARE(toJson(diagnose(input)).toCompact(), before);
}

} // namespace tokentrail::diagnosis

QTEST_GUILESS_MAIN(tokentrail::diagnosis::TestRecordedTrails)
#include "tst_recordedtrails.moc"
