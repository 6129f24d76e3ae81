// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/csn.h"
#include "core/cap/xssecurity.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;
using text::Json;

namespace {

Json readJson(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? text::parseJson(file.readAll(), path).value_or({})
                                          : Json();
}

void addCases(const QString &folder)
{
    QTest::addColumn<QString>("path");
    const QDir dir(QStringLiteral(TOKENTRAIL_TEST_DATA "/cap/") + folder);
    for (const auto &name : dir.entryList({u"*.json"_s}, QDir::Files))
        QTest::newRow(qPrintable(name)) << dir.filePath(name);
}

Json templateOf(const Json &document, const QString &name)
{
    for (const auto &each : document[u"role-templates"].elements()) {
        if (each[u"name"].toString() == name)
            return each;
    }
    return {};
}

QByteArray shown(const Json &json)
{
    return json.toCompact();
}

} // namespace

class TestXsSecurity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void generatesWhatCdsGenerates_data() { addCases(u"xs-security"_s); }

    void generatesWhatCdsGenerates()
    {
        QFETCH(QString, path);
        const auto document = readJson(path);
        const auto csn = cap::Csn::of(document[u"csn"]);
        QVERIFY(csn);
        const auto made = cap::xsSecurityOf(*csn);
        const auto &expected = document[u"expected"];
        if (expected.contains(u"error")) {
            QVERIFY(!made);
            const auto words = expected[u"error"].toString().section(u"' in"_s, 0, 0).mid(7);
            QVERIFY2(made.error().sentence.contains(words), qPrintable(made.error().sentence));
            return;
        }
        QVERIFY(made);
        QCOMPARE(shown(*made), shown(expected)); // order of members and entries included
    }

    void allModelsWereTried()
    {
        const QDir dir(QStringLiteral(TOKENTRAIL_TEST_DATA "/cap/xs-security"));
        QCOMPARE(dir.entryList({u"*.json"_s}).size(), 20);
    }

    void mergesAsCdsDoes_data() { addCases(u"xs-security-merge"_s); }

    void mergesAsCdsDoes()
    {
        QFETCH(QString, path);
        const auto document = readJson(path);
        const auto csn = cap::Csn::of(document[u"csn"]);
        QVERIFY(csn);
        const auto generated = cap::xsSecurityOf(*csn);
        QVERIFY(generated);
        const auto before = text::parseJson(document[u"before"].toString(u"{}"_s).toUtf8());
        QCOMPARE(before.has_value(),
                 !document[u"cds9"].isNull()); // what cds cannot read, we cannot
        if (!before)
            return;
        const auto as9 = cap::mergeXsSecurity(*before, *generated, cap::MergeStyle::AsCds9);
        QCOMPARE(shown(as9.document), shown(document[u"cds9"]));
        const auto as10 = cap::mergeXsSecurity(*before, *generated, cap::MergeStyle::AsCds10);
        QCOMPARE(shown(as10.document), shown(document[u"cds10"]));
    }

    void ofTwoScopesWithOneNameCds9CompletesTheLater()
    {
        const auto before =
            text::parseJson(R"({"scopes":[{"name":"$XSAPPNAME.a"},{"name":"$XSAPPNAME.a"}]})")
                .value();
        const auto generated =
            text::parseJson(R"({"scopes":[{"name":"$XSAPPNAME.a","description":"a"}]})").value();
        const auto merged = cap::mergeXsSecurity(before, generated, cap::MergeStyle::AsCds9);
        QCOMPARE(
            shown(merged.document[u"scopes"]),
            QByteArray(R"([{"name":"$XSAPPNAME.a"},{"name":"$XSAPPNAME.a","description":"a"}])"));
    }

    void repairGivesEveryNewScopeATemplate_data() { addCases(u"xs-security-merge"_s); }

    void repairGivesEveryNewScopeATemplate()
    {
        QFETCH(QString, path);
        const auto document = readJson(path);
        const auto csn = cap::Csn::of(document[u"csn"]);
        const auto generated = cap::xsSecurityOf(*csn).value();
        const auto before = text::parseJson(document[u"before"].toString(u"{}"_s).toUtf8());
        QCOMPARE(before.has_value(), !path.contains(u"broken"));
        if (!before)
            return;
        const auto merged = cap::mergeXsSecurity(*before, generated, cap::MergeStyle::Repaired);
        for (const auto &scope : generated[u"scopes"].elements()) {
            const auto name = scope[u"name"].toString();
            const auto roleTemplate = templateOf(merged.document, name.section(u'.', 1));
            QVERIFY2(roleTemplate[u"scope-references"].toStringList().contains(name),
                     qPrintable(name));
        }
        const auto again =
            cap::mergeXsSecurity(merged.document, generated, cap::MergeStyle::Repaired);
        QCOMPARE(shown(again.document), shown(merged.document)); // nothing is added twice
    }

    void repairSaysWhatItAddedAndKeepsTheRest()
    {
        const auto before = text::parseJson(R"({"xsappname":"a","scopes":[],"role-templates":[
            {"name":"admin","scope-references":["$XSAPPNAME.extra"],"x":1e3}]})")
                                .value();
        const auto generated =
            text::parseJson(R"({"scopes":[{"name":"$XSAPPNAME.admin"}],"attributes":[],
            "role-templates":[{"name":"admin","scope-references":["$XSAPPNAME.admin"],"attribute-references":[]}]})")
                .value();
        const auto merged = cap::mergeXsSecurity(before, generated, cap::MergeStyle::Repaired);
        QCOMPARE(
            shown(merged.document[u"role-templates"]),
            QByteArray(
                R"([{"name":"admin","scope-references":["$XSAPPNAME.extra","$XSAPPNAME.admin"],"x":1e3}])"));
        QCOMPARE(merged.notes.size(), 1);
        QVERIFY(merged.notes.front().contains(u"received $XSAPPNAME.admin"));
    }

    // Observed with cds-dk 9.9.6 and 10.1.2.
    void whatIsNoNameAndNoListIsReadAsJavaScriptDoes()
    {
        const auto csn = cap::Csn::of(text::parseJson(R"({"definitions":{
            "S":{"kind":"service","@requires":[true,null,"a",false,5,0],"@restrict":false},
            "S.E":{"kind":"entity","@restrict":[
                {"to":true,"where":"owner = :p and country = $user.country"}]}}})")
                                          .value());
        const auto made = cap::xsSecurityOf(*csn);
        QVERIFY(made);
        QStringList names;
        for (const auto &scope : (*made)[u"scopes"].elements())
            names << scope[u"description"].toString();
        QCOMPARE(names, (QStringList{u"5"_s, u"true"_s, u"a"_s}));
        QCOMPARE((*made)[u"attributes"].size(), 1);
    }

    void rolesThatLookLikeNumbersComeFirst()
    {
        const auto csn = cap::Csn::of(
            text::parseJson(
                R"({"definitions":{"S":{"kind":"service","@requires":["b","10","2","a"]}}})")
                .value());
        const auto made = cap::xsSecurityOf(*csn).value();
        QStringList names;
        for (const auto &scope : made[u"scopes"].elements())
            names << scope[u"description"].toString();
        QCOMPARE(names, (QStringList{u"2"_s, u"10"_s, u"b"_s, u"a"_s}));
    }
};

QTEST_GUILESS_MAIN(TestXsSecurity)
#include "tst_xssecurity.moc"
