// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/control.h"
#include "core/trail/trailbuilder.h"
#include "tests/support/runningsandbox.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>
#include <QThread>

using namespace tokentrail;
using namespace Qt::StringLiterals;
using test::Fields;
using test::RunningSandbox;
using text::Json;

namespace {

// callSandbox() blocks, and the sandbox that shall answer lives in this thread.
Result<Json> callFromElsewhere(const QString &stateDir, const QString &verb, const Json &arguments)
{
    std::optional<Result<Json>> result;
    const std::unique_ptr<QThread> thread(
        QThread::create([&] { result = sandbox::callSandbox(stateDir, verb, arguments, 5000); }));
    QSignalSpy finished(thread.get(), &QThread::finished);
    thread->start();
    if (!thread->isFinished())
        finished.wait(20000);
    thread->wait();
    return std::move(*result);
}

QString said(const Result<void> &result)
{
    return result ? QString() : result.error().toString();
}

} // namespace

class TestSandbox : public QObject
{
    Q_OBJECT

    QTemporaryDir m_runtime;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QFile::setPermissions(m_runtime.path(),
                                      QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        qputenv("XDG_RUNTIME_DIR", m_runtime.path().toUtf8());
    }

    void nextRunHasTheSameKeysPortsAndUsers()
    {
        RunningSandbox box;
        QCOMPARE(said(box.start(-1, -1)), QString());
        const auto before = box.sandbox().endpoints().toJson();
        const auto keys = box.get(u"/token_keys"_s).body;
        const auto ca = box.sandbox().caPem();
        const auto token = box.accessToken();
        box.command(u"user.put"_s,
                    Json::object({{u"user"_s, Json::object({{u"userName"_s, u"erin"_s}})}}));
        const auto bindings = *box.sandbox().bindings(sandbox::BindingFormat::Vcap);
        box.stop();

        QCOMPARE(said(box.start(-1, -1)), QString());
        QCOMPARE(box.sandbox().endpoints().toJson().toCompact(), before.toCompact());
        QCOMPARE(box.get(u"/token_keys"_s).body, keys);
        QCOMPARE(box.sandbox().caPem(), ca);
        QCOMPARE(box.sandbox().bindings(sandbox::BindingFormat::Vcap)->toCompact(),
                 bindings.toCompact());
        QVERIFY(!box.accessToken(u"erin"_s).isEmpty());
        const auto exchanged =
            box.token({{u"grant_type"_s, u"urn:ietf:params:oauth:grant-type:jwt-bearer"_s},
                       {u"assertion"_s, token}},
                      u"destination"_s);
        QCOMPARE(exchanged.status, 200);
    }

    void lineWhenReadyHasTheDocumentedMembers()
    {
        RunningSandbox box;
        QCOMPARE(said(box.start()), QString());
        const auto line = box.sandbox().endpoints().toJson();
        QStringList names;
        for (const auto &member : line.members())
            names.append(member.name);
        QCOMPARE(names,
                 QStringList({u"xsuaa"_s,
                              u"destination"_s,
                              u"connectivity"_s,
                              u"backend"_s,
                              u"service"_s,
                              u"ca"_s}));
        QVERIFY(line[u"connectivity"][u"port"].isNumber());
        QFile ca(line[u"ca"].toString());
        QVERIFY(ca.open(QIODevice::ReadOnly));
        QCOMPARE(ca.readAll(), box.sandbox().caPem());
    }

    void secondSandboxInTheFolderFails()
    {
        RunningSandbox box;
        QCOMPARE(said(box.start()), QString());
        sandbox::Sandbox second;
        QSignalSpy failed(&second, &sandbox::Sandbox::failed);
        second.start({box.stateDir(), 0, 0});
        QVERIFY(failed.isEmpty()); // never before start() returned
        QVERIFY(failed.wait(5000));
        const auto error = failed.at(0).at(0).value<Error>();
        QCOMPARE(error.code, ErrorCode::Conflict);
        QVERIFY(box.sandbox().isRunning());
        QCOMPARE(box.get(u"/token_keys"_s).status, 200);
    }

    void takenPortIsSaid()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress(u"127.0.0.1"_s)));
        RunningSandbox box;
        const auto started = box.start(other.serverPort(), 0);
        QVERIFY(!started);
        QVERIFY2(started.error().sentence.contains(QString::number(other.serverPort())),
                 qPrintable(started.error().sentence));
        QCOMPARE(said(box.start()), QString()); // the folder is free again
    }

    void stopWhileStartingIsQuiet()
    {
        QTemporaryDir dir;
        sandbox::Sandbox box;
        QSignalSpy started(&box, &sandbox::Sandbox::started);
        QSignalSpy failed(&box, &sandbox::Sandbox::failed);
        box.start({dir.path() + u"/state"_s, 0, 0});
        box.stop();
        QCoreApplication::processEvents();
        QVERIFY(!box.isRunning());
        QVERIFY(started.isEmpty() && failed.isEmpty());
        box.start({dir.path() + u"/state"_s, 0, 0});
        QVERIFY(started.wait(20000));
    }

    void otherProcessesCommandOverThePrivateSocket()
    {
        RunningSandbox box;
        QCOMPARE(said(box.start()), QString());
        QSignalSpy changed(&box.sandbox(), &sandbox::Sandbox::changed);
        const QFileInfo socket(box.stateDir() + u"/control.sock"_s);
        QVERIFY(socket.exists());
        QCOMPARE(
            socket.permissions()
                & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
            QFile::Permissions());
        const auto endpoints = callFromElsewhere(box.stateDir(), u"endpoints"_s, Json::object());
        QVERIFY2(endpoints, endpoints ? "" : qPrintable(endpoints.error().sentence));
        QCOMPARE((*endpoints)[u"xsuaa"][u"uaadomain"].toString(),
                 box.sandbox().endpoints().uaaDomain);
        const auto fault = callFromElsewhere(
            box.stateDir(),
            u"fault.set"_s,
            Json::object({{u"name"_s, u"xsuaa.token-status"_s}, {u"value"_s, u"418"_s}}));
        QVERIFY(fault);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(box.token({{u"grant_type"_s, u"client_credentials"_s}}).status, 418);
        const auto unknown = callFromElsewhere(box.stateDir(), u"dance"_s, Json::object());
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().code, ErrorCode::Usage);
        QCOMPARE(sandbox::runningSandboxes().size(), 1);
        box.stop();
        QVERIFY(sandbox::runningSandboxes().isEmpty());
    }

    void directoryCanBeChangedWhileNothingRuns()
    {
        RunningSandbox box;
        QCOMPARE(said(box.start()), QString());
        box.stop();
        const auto user = Json::object({{u"userName"_s, u"erin"_s}});
        QVERIFY(
            sandbox::callSandbox(box.stateDir(), u"user.put"_s, Json::object({{u"user"_s, user}})));
        const auto bindings = sandbox::callSandbox(
            box.stateDir(), u"bindings"_s, Json::object({{u"format"_s, u"vcap"_s}}));
        QVERIFY(bindings);
        const auto journal =
            sandbox::callSandbox(box.stateDir(), u"journal.read"_s, Json::object());
        QVERIFY(!journal);
        QCOMPARE(journal.error().code, ErrorCode::Network);
        QCOMPARE(said(box.start()), QString());
        QVERIFY(!box.accessToken(u"erin"_s).isEmpty());
        QCOMPARE(box.sandbox().bindings(sandbox::BindingFormat::Vcap)->toCompact().size(),
                 bindings->toCompact().size());
    }

    void listingNothingMakesNoFolder()
    {
        QTemporaryDir dir;
        const QString path = dir.path() + u"/none"_s;
        const auto list = sandbox::callSandbox(path, u"user.list"_s, Json::object());
        QVERIFY(!list);
        QCOMPARE(list.error().code, ErrorCode::NotFound);
        QVERIFY(!QFileInfo::exists(path));
    }

    void longFolderNameStillHasASocket()
    {
        QTemporaryDir dir;
        const QString path = dir.path() + u'/' + QString(120, u'x') + u"/state"_s;
        sandbox::Sandbox box;
        QSignalSpy started(&box, &sandbox::Sandbox::started);
        box.start({path, 0, 0});
        QVERIFY(started.wait(20000));
        const auto list = callFromElsewhere(path, u"user.list"_s, Json::object());
        QVERIFY2(list, list ? "" : qPrintable(list.error().sentence));
        QCOMPARE(list->size(), 4);
    }

    void staleEntryOfTheRunningIsForgotten()
    {
        QTemporaryDir dir;
        const QString folder = m_runtime.path() + u"/tokentrail/sandboxes"_s;
        QVERIFY(QFileInfo(folder).isDir());
        QFile entry(folder + u"/stale"_s);
        QVERIFY(entry.open(QIODevice::WriteOnly));
        entry.write(dir.path().toUtf8());
        entry.close();
        QVERIFY(sandbox::runningSandboxes().isEmpty());
        QVERIFY(!entry.exists());
    }

    void journalHoldsWhatTheServersSaw()
    {
        RunningSandbox box;
        QCOMPARE(said(box.start()), QString());
        const auto token = box.accessToken();
        const auto url = box.sandbox().endpoints().serviceUrl.toString();
        const http::Headers headers{{"Authorization", "Bearer " + token.toLatin1()},
                                    {"x-correlation-id", "corr-1"}};
        box.command(u"journal.clear"_s);
        box.get(url + u"/api/FunctionalLocation"_s, headers);
        const auto &exchanges = box.sandbox().journal().exchanges();
        QVERIFY(!exchanges.isEmpty());
        for (const auto &exchange : exchanges) {
            QVERIFY(!exchange.id.isEmpty());
            // The sample service stands for an application whose inside nobody sees.
            QVERIFY(exchange.observer != "service"_L1 || exchange.callee == "service"_L1);
            QVERIFY(!exchange.callee.isEmpty());
            QVERIFY(exchange.endMs >= exchange.startMs && exchange.startMs > 0);
        }
        const auto read =
            box.command(u"journal.read"_s, Json::object({{u"correlation"_s, u"corr-1"_s}}));
        QVERIFY(read[u"exchanges"].size() >= 1);
    }

    void trailsTellNoSecret()
    {
        RunningSandbox box;
        QCOMPARE(said(box.start()), QString());
        const auto secret = box.client().at(1).second.toUtf8();
        const auto token = box.accessToken();
        box.token({{u"grant_type"_s, u"password"_s},
                   {u"username"_s, u"alice"_s},
                   {u"password"_s, u"Sesame-4711"_s}});
        const auto url = box.sandbox().endpoints().serviceUrl.toString();
        box.get(url + u"/"_s, {{"Authorization", "Bearer " + token.toLatin1()}});
        QByteArray all;
        for (const auto &trail : trail::buildTrails(box.sandbox().journal().exchanges()))
            all += trail::toJson(trail).toCompact();
        QVERIFY(all.contains("alice"));
        QVERIFY(!all.contains(secret));
        QVERIFY(!all.contains("Sesame-4711"));
        QVERIFY(!all.contains(token.section(u'.', 2).toLatin1()));
        QVERIFY(!box.command(u"user.list"_s).toCompact().contains("password"));
        QVERIFY(!box.command(u"app.list"_s).toCompact().contains(secret));
    }
};

QTEST_GUILESS_MAIN(TestSandbox)
#include "tst_sandbox.moc"
