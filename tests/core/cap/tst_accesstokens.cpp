// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accesscase.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace tokentrail;
using namespace Qt::StringLiterals;
using text::Json;

namespace {

Json readJson(const QString &name)
{
    QFile file(QStringLiteral(TOKENTRAIL_TEST_DATA "/cap/") + name);
    return file.open(QIODevice::ReadOnly) ? text::parseJson(file.readAll(), name).value_or({})
                                          : Json();
}

// What was sent, rebuilt from the name that the token had when it was made.
Json userOf(const QString &name, const Json &tokens)
{
    static const QHash<QString, QString> broken = {{u"garbage"_s, u"Bearer garbage"_s},
                                                   {u"garbage_three_parts"_s, u"Bearer a.b.c"_s},
                                                   {u"bearer_only"_s, u"Bearer"_s},
                                                   {u"bearer_two_spaces"_s, u"Bearer  e30.e30.x"_s},
                                                   {u"no_scheme"_s, u"e30.e30.x"_s},
                                                   {u"basic"_s, u"Basic YWxpY2U6"_s}};
    if (name == "none"_L1)
        return u"-"_s;
    if (broken.contains(name))
        return broken[name];
    const auto ordinary = tokens.contains(u"user") ? u"user"_s : u"user_viewer"_s;
    const auto &token = tokens[name == "bearer_lower"_L1 ? ordinary : name];
    auto header = Json::object({{u"alg"_s, u"RS256"_s}, {u"kid"_s, u"k1"_s}});
    if (token[u"header"].isObject() && token[u"header"].size() == 0)
        header.remove(u"kid");
    for (const auto &member : token[u"header"].members())
        header.set(member.name, member.value);
    const bool spoilt = name == "bad_signature"_L1 || name == "unknown_kid"_L1;
    return Json::object({{u"token"_s,
                          Json::object({{u"header"_s, header},
                                        {u"payload"_s, token[u"payload"]},
                                        {u"signature"_s, spoilt ? u"invalid"_s : u"valid"_s}})}});
}

Json caseOf(const Json &row, const Json &tokens)
{
    auto result = Json::object({{u"method"_s, u"GET"_s}, {u"url"_s, row[u"path"]}});
    const auto user = userOf(row[u"token"].toString(), tokens);
    const bool isHeader = user.isString() && user.toString() != "-"_L1;
    result.set(u"user"_s, isHeader ? Json(u"raw"_s) : user);
    if (isHeader)
        result.set(u"headers"_s, Json::object({{u"authorization"_s, user}}));
    return result;
}

QStringList sorted(QStringList list)
{
    std::sort(list.begin(), list.end());
    return list;
}

} // namespace

// What a service with @sap/xssec 4.15 answered to tokens; tests/data/cap/jwt/README.md.
class TestAccessTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAsTheServiceDid_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("cds");
        QTest::addColumn<int>("rows");
        const QList<std::pair<QString, int>> kinds = {
            {u"jwt"_s, 400}, {u"xsuaa"_s, 401}, {u"ias"_s, 166}};
        for (const auto &[kind, rows] : kinds) {
            for (const int cds : {9, 10})
                QTest::addRow("%s, cds %d", qPrintable(kind), cds) << kind << cds << rows;
        }
    }

    void answersAsTheServiceDid()
    {
        QFETCH(QString, kind);
        QFETCH(int, cds);
        QFETCH(int, rows);
        const auto csn = cap::Csn::of(readJson(u"authz/csn.cds%1.json"_s.arg(cds)));
        QVERIFY(csn);
        const auto data = readJson(u"authz/data.json"_s);
        const auto document = readJson(u"jwt/%1.json"_s.arg(kind));
        const auto &tokens = document[u"tokens"];
        cap::AccessOptions options;
        options.kind = cap::authKindOf(kind).value();
        options.cds = cds;
        const auto &ordinary = tokens.contains(u"user") ? tokens[u"user"] : tokens[u"user_viewer"];
        options.nowSeconds = ordinary[u"payload"][u"iat"].toInteger();
        const cap::AccessModel model(*csn, options, nullptr, &data, document.find(u"credentials"));

        int matches = 0;
        QStringList wrong;
        for (const auto &row : document[u"rows"].elements()) {
            const auto json = caseOf(row, tokens);
            const auto request = cap::AccessCase::read(json).request;
            const auto decision = model.decide(request);
            const auto &expected =
                cds == 10 && row.contains(u"expect10") ? row[u"expect10"] : row[u"expect"];
            if (fits(decision, expected)
                && fitsUser(model.logIn(request.caller).user, row[u"expect"][u"user"]))
                ++matches;
            else
                wrong << QString::fromUtf8(row.toCompact() + "\n    but "
                                           + cap::toJson(decision).toCompact());
        }
        qInfo("%s: %d of %d as observed",
              QTest::currentDataTag(),
              matches,
              int(document[u"rows"].size()));
        QVERIFY2(wrong.isEmpty(), wrong.mid(0, 20).join(u'\n').toUtf8().constData());
        QCOMPARE(matches, rows);
    }

    // As a service with @sap/xssec 4.15 answered to tokens with such headers, signed accordingly.
    void takesTheAlgorithmsOfXssec_data()
    {
        QTest::addColumn<QString>("algorithm");
        QTest::addColumn<int>("status");
        QTest::newRow("RS256") << u"RS256"_s << 200;
        QTest::newRow("RS512") << u"RS512"_s << 200;
        QTest::newRow("lower case") << u"rs256"_s << 200;
        QTest::newRow("HS256") << u"HS256"_s << 401;
        QTest::newRow("none") << u"none"_s << 401;
        QTest::newRow("empty") << QString() << 401;
    }

    void takesTheAlgorithmsOfXssec()
    {
        QFETCH(QString, algorithm);
        const auto csn = cap::Csn::of(
            text::parseJson(
                R"({"definitions":{"S":{"kind":"service","@requires":"authenticated-user"}}})")
                .value());
        const auto document = readJson(u"jwt/jwt.json"_s);
        const auto &token = document[u"tokens"][u"user_viewer"];
        cap::AccessOptions options;
        options.kind = cap::AuthKind::Jwt;
        options.nowSeconds = token[u"payload"][u"iat"].toInteger();
        const cap::AccessModel model(
            *csn, options, nullptr, nullptr, document.find(u"credentials"));
        const auto json = Json::object(
            {{u"method"_s, u"GET"_s},
             {u"url"_s, u"/odata/v4/s/"_s},
             {u"user"_s,
              Json::object(
                  {{u"token"_s,
                    Json::object(
                        {{u"header"_s, Json::object({{u"alg"_s, algorithm}, {u"kid"_s, u"k1"_s}})},
                         {u"payload"_s, token[u"payload"]},
                         {u"signature"_s, u"valid"_s}})}})}});
        QTEST(model.decide(cap::AccessCase::read(json).request).status, "status");
    }

private:
    static bool fits(const cap::AccessDecision &decision, const Json &expected)
    {
        if (decision.status != expected[u"status"].toInteger())
            return false;
        return !expected.contains(u"ids") || cap::toJson(decision)[u"ids"] == expected[u"ids"];
    }

    static bool fitsUser(const cap::AccessUser &user, const Json &expected)
    {
        if (!expected.isObject())
            return true;
        const bool sameId =
            expected.contains(u"id") ? user.id == expected[u"id"].toString() : !user.id;
        auto attributes = Json::object();
        for (const auto &member : user.attributes.members()) {
            if (!member.value.isNull()) // an undefined one is not shown
                attributes.set(member.name, member.value);
        }
        return sameId && sorted(user.roles.values()) == sorted(expected[u"roles"].toStringList())
            && attributes == expected[u"attr"];
    }
};

QTEST_GUILESS_MAIN(TestAccessTokens)
#include "tst_accesstokens.moc"
