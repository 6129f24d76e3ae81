// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/admin/applychanges.h"
#include "core/admin/directoryread.h"
#include "tests/support/adminschema.h"
#include "tests/support/runningsandbox.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;
using namespace tokentrail::admin;

namespace {
constexpr int patienceMs = 30'000;
const auto sampleApp = u"tokentrail-sample!t1"_s;
} // namespace

// Our client towards the sandbox, with the published description as judge of both.
class TestAdministration : public QObject
{
    Q_OBJECT

    test::AdminSchema m_schema;
    test::RunningSandbox m_sandbox;
    http::Client m_client;
    std::unique_ptr<Connection> m_connection;
    QStringList m_problems;

    Connection::Input input(const QString &service = u"apiaccess"_s)
    {
        const auto key = m_sandbox.sandbox().bindings(sandbox::BindingFormat::ServiceKey, service);
        Connection::Input input;
        input.key = *xsuaa::readServiceKey(key->toCompact(), xsuaa::ServiceKind::Xsuaa);
        input.tls.extraCaPem = m_sandbox.sandbox().caPem();
        return input;
    }

    xsuaa::Directory directory()
    {
        DirectoryRead read(*m_connection);
        QSignalSpy finished(&read, &DirectoryRead::finished);
        read.start();
        if (!finished.wait(patienceMs))
            qFatal("the directory was not read in time");
        auto result = read.takeResult();
        if (!result)
            qFatal("%s", qPrintable(result.error().sentence));
        return *result;
    }

    Result<void> apply(const QList<Change> &changes)
    {
        ApplyChanges job(*m_connection, changes);
        QSignalSpy finished(&job, &ApplyChanges::finished);
        job.start();
        if (!finished.wait(patienceMs))
            return Error{ErrorCode::Network, u"not in time"_s};
        return job.result();
    }

    xsuaa::Role newRole(const QString &name) const
    {
        using Origin = xsuaa::RoleAttribute::Origin;
        xsuaa::Role role{sampleApp, u"editor"_s, name, u"made by a test"_s, {}, false};
        role.attributes = {{u"country"_s, Origin::Static, {u"DE"_s, u"FR"_s}},
                           {u"level"_s, Origin::IdentityProvider, {u"level"_s}}};
        return role;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto started = m_sandbox.start();
        QVERIFY2(started, started ? "" : qPrintable(started.error().sentence));
    }
    void init()
    {
        m_connection = std::make_unique<Connection>(m_client, input());
        m_problems.clear();
        connect(m_connection.get(),
                &Connection::exchanged,
                this,
                [this](const http::Exchange &exchange) {
                    if (exchange.request.path() != "/oauth/token")
                        m_problems += m_schema.problems(exchange);
                });
    }
    void cleanup() { QVERIFY2(m_problems.isEmpty(), qPrintable(m_problems.join(u'\n'))); }

    void theDirectoryIsReadThroughTheInterface()
    {
        const auto read = directory();
        const auto *app = read.application(sampleApp);
        QVERIFY(app != nullptr);
        QCOMPARE(app->roleTemplates.size(), 3);
        QCOMPARE(app->attributes.size(), 2);
        QVERIFY(app->attribute(u"country")->valueRequired);
        QCOMPARE(read.roleCollections.size(), 3);
        const auto *alice = read.user(u"alice");
        QVERIFY(alice != nullptr);
        QCOMPARE(alice->roleCollections, QStringList{u"Sample Administrators"_s});
        QCOMPARE(read.user(u"dave")->roleCollections, QStringList());
        const auto role = read.role({sampleApp, u"admin"_s, u"Sample Administrator"_s});
        QVERIFY(role);
        QCOMPARE(role->attributes.size(), 2);
    }

    void aRoleReachesTheTokenAndIsTakenBack()
    {
        const auto before = directory();
        const auto role = newRole(u"Nordic / Editor ü"_s);
        const QList<Change> changes{
            createRoleChange(role),
            createCollectionChange(u"Nordic Editors"_s, u"from a test"_s),
            addRoleChange(u"Nordic Editors"_s, {role.appId, role.templateName, role.name}),
            assignUserChange(u"Nordic Editors"_s, {u"bob"_s}),
            assignGroupChange(u"Nordic Editors"_s, {u"sap.default"_s, u"Groups"_s, u"north/1"_s})};
        auto expected = before;
        for (const auto &change : changes) {
            const auto checked = checkChange(expected, change);
            QVERIFY2(checked, checked ? "" : qPrintable(checked.error().sentence));
            applyTo(expected, change);
        }
        const auto applied = apply(changes);
        QVERIFY2(applied, applied ? "" : qPrintable(applied.error().sentence));

        const auto after = directory();
        QCOMPARE(xsuaa::toJson(*after.roleCollection(u"Nordic Editors")),
                 xsuaa::toJson(*expected.roleCollection(u"Nordic Editors")));
        QCOMPARE(after.user(u"bob")->roleCollections, expected.user(u"bob")->roleCollections);
        const auto claims = test::RunningSandbox::claimsOf(m_sandbox.accessToken(u"bob"_s));
        QVERIFY(claims[u"scope"].toStringList().contains(sampleApp + u".editor"_s));
        QVERIFY(claims[u"xs.user.attributes"][u"country"].toStringList().contains(u"FR"_s));

        QList<Change> undo;
        for (auto it = changes.crbegin(); it != changes.crend(); ++it)
            undo += inverseOf(*it);
        const auto undone = apply(undo);
        QVERIFY2(undone, undone ? "" : qPrintable(undone.error().sentence));
        const auto again = directory();
        QCOMPARE(again.roles.size(), before.roles.size());
        QCOMPARE(again.roleCollections.size(), before.roleCollections.size());
        QCOMPARE(again.user(u"bob")->roleCollections, before.user(u"bob")->roleCollections);
    }

    void aDeletedCollectionComesBackWithItsUsers()
    {
        const auto before = directory();
        const auto deletion = deleteCollectionChange(before, u"Sample Editors"_s);
        QCOMPARE(deletion.lostUsers.size(), 1);
        QVERIFY(apply({deletion}));
        QCOMPARE(directory().user(u"carol")->roleCollections, QStringList());
        QVERIFY(apply({createCollectionChange(u"Sample Editors"_s, {})}));
        // A new collection of an old name is nobody's.
        QCOMPARE(directory().user(u"carol")->roleCollections, QStringList());
        QVERIFY(apply(inverseOf(createCollectionChange(u"Sample Editors"_s, {}))));
        QVERIFY(apply(inverseOf(deletion)));
        const auto after = directory();
        QCOMPARE(after.user(u"carol")->roleCollections, QStringList{u"Sample Editors"_s});
        QCOMPARE(xsuaa::toJson(*after.roleCollection(u"Sample Editors")),
                 xsuaa::toJson(*before.roleCollection(u"Sample Editors")));
        const auto claims = test::RunningSandbox::claimsOf(m_sandbox.accessToken(u"carol"_s));
        QVERIFY(claims[u"scope"].toStringList().contains(sampleApp + u".editor"_s));
    }

    void aDeletedRoleLeavesItsCollections()
    {
        const auto role = newRole(u"Short-lived"_s);
        const xsuaa::RoleReference reference{role.appId, role.templateName, role.name};
        QVERIFY(apply({createRoleChange(role), addRoleChange(u"Sample Viewers"_s, reference)}));
        const auto changes = deleteRoleChanges(directory(), role);
        QCOMPARE(changes.size(), 2);
        QVERIFY(apply(changes));
        const auto after = directory();
        QVERIFY(!after.role(reference));
        QCOMPARE(after.roleCollection(u"Sample Viewers")->roles.size(), 1);
    }

    void whatFailsIsToldAndTheRestIsLeft()
    {
        const QList<Change> changes{
            createCollectionChange(u"Left One"_s, {}),
            addRoleChange(u"Left One"_s, {sampleApp, u"admin"_s, u"No such role"_s}),
            createCollectionChange(u"Left Two"_s, {})};
        ApplyChanges job(*m_connection, changes);
        QSignalSpy finished(&job, &ApplyChanges::finished);
        job.start();
        QVERIFY(finished.wait(patienceMs));
        QVERIFY(!job.result());
        QVERIFY2(job.result().error().sentence.contains(u"No such role"_s),
                 qPrintable(job.result().error().sentence));
        QCOMPARE(job.done().size(), 1);
        QCOMPARE(job.left().size(), 2);
        QVERIFY(apply({inverseOf(changes.constFirst())}));
    }

    void morePagesThanOneAreRead()
    {
        QList<Change> changes;
        for (int i = 0; i < 120; ++i)
            changes << createCollectionChange(u"Many %1"_s.arg(i), {});
        QVERIFY(apply(changes));
        QCOMPARE(directory().roleCollections.size(), 123);
        for (auto &change : changes)
            change.kind = Change::Kind::DeleteCollection;
        QVERIFY(apply(changes));
    }

    void aServiceThatAsksForPatienceGetsIt()
    {
        m_sandbox.command(u"fault.set"_s,
                          text::Json::object({{u"name"_s, u"xsuaa.rate-limits"_s}}));
        QList<Change> changes;
        for (int i = 0; i < 120; ++i)
            changes << assignUserChange(u"Sample Viewers"_s, {u"dave"_s});
        changes << inverseOf(changes.constFirst());
        auto tooMany = 0;
        connect(m_connection.get(), &Connection::exchanged, this, [&](const auto &exchange) {
            tooMany += exchange.response.status == 429 ? 1 : 0;
        });
        const auto applied = apply(changes);
        m_sandbox.command(u"fault.clear"_s);
        QVERIFY2(applied, applied ? "" : qPrintable(applied.error().sentence));
        QVERIFY(tooMany > 0);
    }

    void aTokenThatIsRefusedIsFetchedAnew()
    {
        m_connection->setToken(Secret(u"stale"_s), 3600);
        QCOMPARE(directory().roleCollections.size(), 3);
    }

    void aKeyThatMayNotIsToldWhichScopeItLacks()
    {
        Connection connection(m_client, input(sampleApp));
        DirectoryRead read(connection);
        QSignalSpy finished(&read, &DirectoryRead::finished);
        read.start();
        QVERIFY(finished.wait(patienceMs));
        const auto result = read.takeResult();
        QVERIFY(!result);
        QVERIFY2(result.error().sentence.contains(u"xs_authorization.read"_s),
                 qPrintable(result.error().sentence));
    }

    void aKeyWithoutAddressIsToldSo()
    {
        auto without = input();
        without.key.credentials.remove(u"apiurl");
        const auto url = apiUrlOf(without.key);
        QVERIFY(!url);
        QVERIFY(url.error().sentence.contains(u"apiurl"_s));
    }

    void reading_canBeCancelled()
    {
        DirectoryRead read(*m_connection);
        QSignalSpy finished(&read, &DirectoryRead::finished);
        read.start();
        read.cancel();
        QVERIFY(finished.wait(patienceMs));
        const auto result = read.takeResult();
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestAdministration)
#include "tst_administration.moc"
