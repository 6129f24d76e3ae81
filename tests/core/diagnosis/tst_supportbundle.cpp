// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/diagnose.h"
#include "core/diagnosis/supportbundle.h"
#include "core/trail/trailbuilder.h"
#include "tests/support/conversations.h"
#include "tests/support/trailnotation.h"

#include <QTest>

namespace tokentrail::diagnosis {

using namespace Qt::StringLiterals;

class TestSupportBundle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsTheTrailTheFindingsAndTheVersions()
    {
        const test::Conversation conversation(test::userLostInsideService());
        Case input;
        input.trail = trail::buildTrails(conversation.exchanges()).constLast();
        const auto bundle = supportBundle({input.trail, diagnose(input), {u"Tokentrail 0.0"_s}});
        for (const auto &name : {"README.txt",
                                 "trail.json",
                                 "trail.har",
                                 "trail.md",
                                 "trail.mmd",
                                 "trail.svg",
                                 "trail-dark.svg",
                                 "findings.json",
                                 "findings.md",
                                 "versions.txt"})
            QVERIFY2(bundle.contains(QByteArray("tokentrail-support/").append(name)), name);
        QVERIFY(bundle.contains("user-lost-inside-cap"));
        QVERIFY(bundle.contains("Tokentrail 0.0"));
    }

    // Entries are stored, not compressed: what is not in the bytes is not in the bundle.
    void holdsNoSecret()
    {
        const test::Conversation conversation(uR"(
token alice user=alice
0-20    console>xsuaa POST /oauth/token 200 by=console,xsuaa grant=password client=sb-app!t1 username=alice issued=alice
100-200 console>service POST /api/Orders?code=verysecretcode 502 by=console,service bearer=alice corr=c1 header.Cookie=session-of-alice | {"password":"leaked-in-body"}
155-190 service>backend GET /sap/opu/odata/sap/FL/FL 401 basic=TECHUSER:init1234 corr=c1
)"_s);
        Case input;
        input.trail = trail::buildTrails(conversation.exchanges()).constLast();
        auto diagnosis = diagnose(input);
        Finding careless; // a rule that quotes more than it should
        careless.id = u"x"_s;
        careless.sentence =
            u"Authorization: Bearer "_s + QString::fromLatin1(conversation.token(u"alice"_s));
        careless.evidence = {{careless.sentence, {}}};
        diagnosis.findings.append(careless);
        diagnosis.notVisible.append(careless.sentence);
        const auto bundle = supportBundle({input.trail, diagnosis, {}});
        auto secrets = conversation.secrets();
        secrets << "verysecretcode"
                << "session-of-alice"
                << "leaked-in-body"
                << "init1234";
        QVERIFY(secrets.size() > 5);
        for (const auto &secret : secrets)
            QVERIFY2(!bundle.contains(secret), secret.constData());
    }

    void aLogAloneHasNoTrail()
    {
        const auto bundle = supportBundle({{}, {}, {}});
        QVERIFY(!bundle.contains("trail.json\""));
        QVERIFY(!bundle.contains("tokentrail-support/trail.json"));
        QVERIFY(bundle.contains("No cause was found."));
    }
};

} // namespace tokentrail::diagnosis

QTEST_GUILESS_MAIN(tokentrail::diagnosis::TestSupportBundle)
#include "tst_supportbundle.moc"
