// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/registry.h"
#include "core/sandbox/state.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace tokentrail;
using namespace tokentrail::sandbox;
using namespace Qt::StringLiterals;
using text::Json;

namespace {

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Puts and removes users until it is killed; says what was acknowledged, a line each:
// "+u7.1", "?u7.1" before it is removed, and "-u7.1".
[[noreturn]] void writeForEver(const QString &path, int run, int tellTo)
{
    auto state = State::open(path, State::Missing::Refuse);
    auto registry =
        state ? Registry::load(**state) : Result<std::unique_ptr<Registry>>(state.error());
    const auto tell = [tellTo](char what, const QString &name) {
        const QByteArray line = what + name.toLatin1() + '\n';
        (void)!::write(tellTo, line.constData(), size_t(line.size()));
    };
    for (int i = 0; registry; ++i) {
        const auto name = u"u%1.%2"_s.arg(run).arg(i);
        if ((*registry)->putUser(Json::object({{u"userName"_s, name}})))
            tell('+', name);
        if (i % 2 == 0)
            continue;
        tell('?', name); // from here on it may be gone
        if ((*registry)->removeUser(name))
            tell('-', name);
    }
    ::_exit(1);
}

// What a process had acknowledged that was killed at no particular moment. Only the last change
// may be there or not, and it is not among them. A line that death has cut is no acknowledgement.
QList<QByteArray> killedWhileWriting(const QString &path, int run)
{
    int ends[2] = {-1, -1};
    if (::pipe(ends) != 0)
        return {};
    const auto child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        writeForEver(path, run, ends[1]);
    }
    ::close(ends[1]);
    // From before it has begun; or, every other time, from its first change to some changes later.
    if (run % 2 == 1) {
        pollfd first{ends[0], POLLIN, 0};
        (void)::poll(&first, 1, 10'000);
    }
    QTest::qSleep(QRandomGenerator::global()->bounded(1, 25));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    QByteArray told;
    char buffer[4096];
    for (ssize_t size = 0; (size = ::read(ends[0], buffer, sizeof buffer)) > 0;)
        told.append(buffer, size);
    ::close(ends[0]);
    auto lines = told.split('\n');
    lines.removeLast();
    return lines;
}

constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
    | QFile::WriteOther | QFile::ExeOther;

} // namespace

class TestState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void documentsComeBackInOrder()
    {
        QTemporaryDir dir;
        const QString path = dir.path() + u"/state"_s;
        {
            const auto state = State::open(path, State::Missing::Create);
            QVERIFY(state);
            QVERIFY((*state)->isNew());
            QVERIFY((*state)->put(document(kind::user, u"b"_s, Json(u"1"_s))));
            QVERIFY((*state)->put(document(kind::user, u"a"_s, Json(u"2"_s))));
            QVERIFY((*state)->put(document(kind::user, u"b"_s, Json(u"3"_s))));
            QVERIFY((*state)->put(document(kind::user, u"gone"_s, Json(u"4"_s))));
            QVERIFY((*state)->put(document(kind::user, u"gone"_s)));
        }
        const auto state = State::open(path, State::Missing::Refuse);
        QVERIFY(state);
        QVERIFY(!(*state)->isNew());
        const auto users = (*state)->documents(u"user"_s);
        QVERIFY(users);
        QCOMPARE(users->size(), size_t(2));
        QCOMPARE(users->at(0).name, u"b"_s);
        QCOMPARE(users->at(0).body.toString(), u"3"_s);
        QCOMPARE(users->at(1).name, u"a"_s);
    }

    void nobodyElseCanReadIt()
    {
        QTemporaryDir dir;
        const QString path = dir.path() + u"/deep/state"_s;
        const auto state = State::open(path, State::Missing::Create);
        QVERIFY(state);
        QVERIFY((*state)->put(document(kind::user, u"a"_s, Json(u"secret"_s))));
        QCOMPARE(QFileInfo(path).permissions() & others, QFile::Permissions());
        for (const auto &name : {u"sandbox.db"_s, u"sandbox.db-wal"_s}) {
            const QFileInfo file(path + u'/' + name);
            QVERIFY2(file.exists(), qPrintable(name));
            QCOMPARE(file.permissions() & others, QFile::Permissions());
        }
    }

    void folderThatOthersCouldReadIsClosed()
    {
        QTemporaryDir dir;
        const QString path = dir.path() + u"/state"_s;
        QVERIFY(QDir().mkdir(path));
        QVERIFY(QFile::setPermissions(path, QFile::Permissions(0x7755)));
        QVERIFY(State::open(path, State::Missing::Create));
        QCOMPARE(QFileInfo(path).permissions() & others, QFile::Permissions());
    }

    void secondOwnerIsRefused()
    {
        QTemporaryDir dir;
        const QString path = dir.path() + u"/state"_s;
        auto first = State::open(path, State::Missing::Create);
        QVERIFY(first);
        const auto second = State::open(path, State::Missing::Create);
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::Conflict);
        QVERIFY2(second.error().sentence.contains(QString::number(::getpid())),
                 qPrintable(second.error().sentence));
        first->reset();
        QVERIFY(State::open(path, State::Missing::Create));
    }

    void whatIsNoSandboxStaysAsItIs_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("somebody's folder") << u"thesis.txt"_s << QByteArray("words");
        QTest::newRow("garbage") << u"sandbox.db"_s << QByteArray(4096, 'x');
        QTest::newRow("damaged database")
            << u"sandbox.db"_s << QByteArray("SQLite format 3\0", 16) + QByteArray(4080, '\x7f');
        QTest::newRow("half a header") << u"sandbox.db"_s << QByteArray("SQLite");
    }

    void whatIsNoSandboxStaysAsItIs()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        QTemporaryDir dir;
        const QString path = dir.path() + u'/' + file;
        writeFile(path, content);
        const auto state = State::open(dir.path(), State::Missing::Create);
        QVERIFY(!state);
        QCOMPARE(state.error().code, ErrorCode::InvalidInput);
        QVERIFY2(state.error().sentence.contains(QFileInfo(dir.path()).canonicalFilePath()),
                 qPrintable(state.error().sentence));
        QCOMPARE(readFile(path), content);
    }

    void databaseOfAnotherProgramStaysAsItIs()
    {
        QTemporaryDir dir;
        const QString path = dir.path() + u"/state"_s;
        {
            const auto state = State::open(path, State::Missing::Create);
            QVERIFY(state);
        }
        // application_id stands at offset 68 of the file.
        auto content = readFile(path + u"/sandbox.db"_s);
        QVERIFY(content.size() > 100);
        content.replace(68, 4, "ABCD");
        writeFile(path + u"/sandbox.db"_s, content);
        const auto state = State::open(path, State::Missing::Create);
        QVERIFY(!state);
        QVERIFY2(state.error().sentence.contains(u"another program"_s),
                 qPrintable(state.error().sentence));
    }

    void fileAndMissingFolderAreSaid()
    {
        QTemporaryDir dir;
        writeFile(dir.path() + u"/file"_s, "x");
        const QString fileName = dir.path() + u"/file"_s;
        const auto file = State::open(fileName, State::Missing::Create);
        QVERIFY(!file);
        QCOMPARE(file.error().code, ErrorCode::InvalidInput);
        const QString noFolder = dir.path() + u"/none"_s;
        const auto missing = State::open(noFolder, State::Missing::Refuse);
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
        QVERIFY(!QFileInfo::exists(noFolder));
        const auto empty = State::open(dir.path(), State::Missing::Refuse);
        QVERIFY(!empty);
    }

    void aLockThatDeathLeftEmptyDoesNotCount()
    {
        QTemporaryDir dir;
        const QString path = dir.path() + u"/state"_s;
        QVERIFY(State::open(path, State::Missing::Create));
        writeFile(path + u"/owner.lock"_s, {});
        const auto state = State::open(path, State::Missing::Refuse);
        QVERIFY2(state, state ? "" : qPrintable(state.error().sentence));
    }

    void acknowledgedChangesSurviveTheDeathOfTheProcess()
    {
        QTemporaryDir dir;
        const auto path = (dir.path() + u"/state"_s).toUtf8();
        int pipeEnds[2] = {-1, -1};
        QCOMPARE(::pipe(pipeEnds), 0);
        const auto child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            auto state = State::open(QString::fromUtf8(path), State::Missing::Create);
            auto registry =
                state ? Registry::load(**state) : Result<std::unique_ptr<Registry>>(state.error());
            const auto user = Json::object({{u"userName"_s, u"erin"_s}});
            const char done = registry && (*registry)->putUser(user) ? 'y' : 'n';
            (void)!::write(pipeEnds[1], &done, 1);
            ::pause();
            ::_exit(1);
        }
        char acknowledged = 0;
        QCOMPARE(::read(pipeEnds[0], &acknowledged, 1), 1);
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        QCOMPARE(acknowledged, 'y');

        auto state = State::open(QString::fromUtf8(path), State::Missing::Refuse);
        QVERIFY2(state, state ? "" : qPrintable(state.error().sentence));
        const auto registry = Registry::load(**state);
        QVERIFY(registry);
        QVERIFY((*registry)->logon(u"erin"_s, u"sap.default"_s, Secret(u"erin"_s)) != nullptr);
    }

    void everythingAcknowledgedIsThereWheneverItDies()
    {
        constexpr int deaths = 200;
        QTemporaryDir dir;
        const QString path = dir.path() + u"/state"_s;
        QVERIFY(State::open(path, State::Missing::Create)); // the others find a state
        QHash<QString, bool> acknowledged; // name: whether the user is there
        for (int death = 0; death < deaths; ++death) {
            const auto told = killedWhileWriting(path, death);
            for (const auto &line : told) {
                const auto name = QString::fromLatin1(line.sliced(1));
                if (line.startsWith('?'))
                    acknowledged.remove(name);
                else
                    acknowledged.insert(name, line.startsWith('+'));
            }
            auto state = State::open(path, State::Missing::Refuse);
            QVERIFY2(state, state ? "" : qPrintable(state.error().sentence));
            const auto registry = Registry::load(**state);
            QVERIFY2(registry, registry ? "" : qPrintable(registry.error().sentence));
            QSet<QString> there;
            for (const auto &user : (*registry)->directory().users)
                there.insert(user.userName);
            for (auto it = acknowledged.cbegin(); it != acknowledged.cend(); ++it)
                QVERIFY2(there.contains(it.key()) == it.value(), qPrintable(it.key()));
        }
        QVERIFY(acknowledged.size() >= deaths / 2); // it was killed at work, not before
    }
};

QTEST_GUILESS_MAIN(TestState)
#include "tst_state.moc"
