// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/gitignore.h"
#include "core/cap/gitpattern.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;
using cap::GitState;

namespace {

void put(const QString &path, const QByteArray &content)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

} // namespace

class TestGitignore : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    QString file(const QString &name) const { return m_dir->filePath(name); }

    // Real git, blind to the configuration of whoever runs the test.
    QByteArray git(const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"GIT_CONFIG_GLOBAL"_s, u"/dev/null"_s);
        environment.insert(u"GIT_CONFIG_SYSTEM"_s, u"/dev/null"_s);
        environment.insert(u"XDG_CONFIG_HOME"_s, m_dir->path() + u"/none"_s);
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_dir->path());
        process.start(u"git"_s, arguments);
        process.write(input);
        process.closeWriteChannel();
        process.waitForFinished(-1);
        return process.readAllStandardOutput();
    }

    static bool hasGit() { return !QStandardPaths::findExecutable(u"git"_s).isEmpty(); }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void linesOfGitignore_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("matches");
        const QByteArray name = "app/default-env.json";
        QTest::newRow("name") << QByteArray("default-env.json") << name << true;
        QTest::newRow("of Windows") << QByteArray("default-env.json\r") << name << true;
        QTest::newRow("blanks behind") << QByteArray("default-env.json  ") << name << true;
        QTest::newRow("blanks before") << QByteArray(" default-env.json") << name << false;
        QTest::newRow("tab behind") << QByteArray("default-env.json\t") << name << false;
        QTest::newRow("blank that counts") << QByteArray("a\\ ") << QByteArray("a ") << true;
        QTest::newRow("escaped mark") << QByteArray("\\#a") << QByteArray("#a") << true;
        QTest::newRow("escaped shout") << QByteArray("\\!a") << QByteArray("!a") << true;
        QTest::newRow("star") << QByteArray("default-*.json") << name << true;
        QTest::newRow("one character") << QByteArray("default-en?.json") << name << true;
        QTest::newRow("from the root") << QByteArray("/default-env.json") << name << false;
        QTest::newRow("root and folder") << QByteArray("/app/default-env.json") << name << true;
        QTest::newRow("only folders") << QByteArray("default-env.json/") << name << false;
        QTest::newRow("anywhere") << QByteArray("**/default-env.json") << name << true;
        QTest::newRow("anywhere, here") << QByteArray("**/a") << QByteArray("a") << true;
        QTest::newRow("below") << QByteArray("app/**") << name << true;
        QTest::newRow("between") << QByteArray("a/**/b") << QByteArray("a/b") << true;
        QTest::newRow("star stays in a name") << QByteArray("a*json") << name << false;
        QTest::newRow("a set") << QByteArray("[a-d]efault-env.json") << name << true;
        QTest::newRow("not in the set") << QByteArray("[!d]efault-env.json") << name << false;
        QTest::newRow("a class") << QByteArray("v[[:digit:]]") << QByteArray("v1") << true;
        QTest::newRow("dot is a dot") << QByteArray("a.b") << QByteArray("aXb") << false;
    }

    void linesOfGitignore()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, path);
        QFETCH(bool, matches);
        const auto pattern = cap::GitPattern::read(line);
        QVERIFY(pattern);
        QCOMPARE(pattern->matches(path, false), matches);
    }

    void commentsAndEmptyLinesSayNothing()
    {
        for (const auto *line : {"", "   ", "\r", "# a", "#", "/", "!"})
            QVERIFY2(!cap::GitPattern::read(line), line);
    }

    void aHundredStarsEnd()
    {
        const auto pattern = cap::GitPattern::read(QByteArray("*a").repeated(100) + 'b');
        QVERIFY(!pattern->matches(QByteArray(400, 'a'), false));
    }

    void whatLiesInAnIgnoredFolderIsNotTakenBack()
    {
        put(file(u".git/HEAD"_s), "ref: refs/heads/main\n");
        put(file(u".gitignore"_s), "/shop/\n!default-env.json\n");
        put(file(u"shop/.gitignore"_s), "!default-env.json\n");
        QCOMPARE(cap::gitStateOf(file(u"shop"_s), u"default-env.json"_s), GitState::Ignored);
    }

    void theDeeperFileDecidesAndExcludeIsTheWeakest()
    {
        put(file(u".git/info/exclude"_s), "default-env.json\n");
        QVERIFY(QDir().mkpath(file(u"shop"_s)));
        QCOMPARE(cap::gitStateOf(file(u"shop"_s), u"default-env.json"_s), GitState::Ignored);
        put(file(u".gitignore"_s), "!*.json\n");
        QCOMPARE(cap::gitStateOf(file(u"shop"_s), u"default-env.json"_s), GitState::Visible);
        put(file(u"shop/.gitignore"_s), "\xEF\xBB\xBF*-env.json\r\n");
        QCOMPARE(cap::gitStateOf(file(u"shop"_s), u"default-env.json"_s), GitState::Ignored);
    }

    void aLinkToAGitignoreCountsForNothing()
    {
        put(file(u".git/HEAD"_s), "");
        put(file(u"elsewhere"_s), "*\n");
        QVERIFY(QFile::link(file(u"elsewhere"_s), file(u".gitignore"_s)));
        QCOMPARE(cap::gitStateOf(m_dir->path(), u"default-env.json"_s), GitState::Visible);
        QVERIFY(!cap::ignoreEdit(m_dir->path(), u"default-env.json"_s));
    }

    void noRepositoryIsSaid()
    {
        if (QFileInfo::exists(u"/.git"_s) || QFileInfo::exists(QDir::tempPath() + u"/.git"_s))
            QSKIP("the folder for temporary files is in a repository");
        QCOMPARE(cap::gitStateOf(m_dir->path(), u"default-env.json"_s), GitState::NoRepository);
    }

    void oneLineMakesGitIgnoreTheFile_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("none") << QByteArray() << QByteArray("x.json\n");
        QTest::newRow("plain") << QByteArray("a\n") << QByteArray("a\nx.json\n");
        QTest::newRow("no end") << QByteArray("a") << QByteArray("a\nx.json\n");
        QTest::newRow("of Windows") << QByteArray("a\r\nb") << QByteArray("a\r\nb\r\nx.json\r\n");
        QTest::newRow("taken back before")
            << QByteArray("!x.json\n") << QByteArray("!x.json\nx.json\n");
    }

    void oneLineMakesGitIgnoreTheFile()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        put(file(u".git/HEAD"_s), "");
        if (!before.isEmpty())
            put(file(u".gitignore"_s), before);
        const auto edit = cap::ignoreEdit(m_dir->path(), u"x.json"_s);
        QVERIFY(edit);
        QCOMPARE(edit->after, after);
        QVERIFY(text::writeEdited(edit->before, edit->after));
        QCOMPARE(cap::gitStateOf(m_dir->path(), u"x.json"_s), GitState::Ignored);
    }

    void trackedFilesAreSeenInEveryFormOfTheIndex_data()
    {
        QTest::addColumn<QStringList>("made");
        QTest::addColumn<QStringList>("then");
        const QStringList plain{u"init"_s, u"-q"_s};
        QTest::newRow("version 2") << plain << QStringList();
        QTest::newRow("version 3")
            << plain << QStringList{u"update-index"_s, u"--skip-worktree"_s, u"shop/a.txt"_s};
        QTest::newRow("version 4")
            << plain << QStringList{u"update-index"_s, u"--index-version"_s, u"4"_s};
        QTest::newRow("split") << plain << QStringList{u"update-index"_s, u"--split-index"_s};
        QTest::newRow("SHA-256") << plain + QStringList{u"--object-format=sha256"_s}
                                 << QStringList();
    }

    void trackedFilesAreSeenInEveryFormOfTheIndex()
    {
        QVERIFY(hasGit()); // the test script installs it
        QFETCH(QStringList, made);
        QFETCH(QStringList, then);
        git(made);
        for (const auto *name :
             {"a.txt", "shop/a.txt", "shop/default-env.json", "shop/longer/b.txt"})
            put(file(QString::fromLatin1(name)), "{}");
        put(file(u".gitignore"_s), "*.json\n");
        git({u"add"_s, u"-f"_s, u"."_s});
        if (!then.isEmpty())
            git(then);
        QCOMPARE(cap::gitStateOf(file(u"shop"_s), u"default-env.json"_s), GitState::Tracked);
        QCOMPARE(cap::gitStateOf(file(u"shop"_s), u".cdsrc-private.json"_s), GitState::Ignored);
        QCOMPARE(cap::gitStateOf(file(u"shop/longer"_s), u"b.txt"_s), GitState::Tracked);
        QCOMPARE(cap::gitStateOf(file(u"shop"_s), u"b.txt"_s), GitState::Visible);
    }

    void anAddedWorkTreeHasItsOwnIndexAndTheCommonExclude()
    {
        QVERIFY(hasGit()); // the test script installs it
        git({u"init"_s, u"-q"_s, u"main"_s});
        const QStringList inMain{
            u"-C"_s, u"main"_s, u"-c"_s, u"user.name=a"_s, u"-c"_s, u"user.email=a@example.com"_s};
        git(inMain + QStringList{u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, u"a"_s});
        git(inMain + QStringList{u"worktree"_s, u"add"_s, u"-q"_s, u"../tree"_s});
        put(file(u"main/.git/info/exclude"_s), "default-env.json\n");
        put(file(u"tree/b.txt"_s), "b");
        QVERIFY(QFileInfo(file(u"tree/.git"_s)).isFile());
        git({u"-C"_s, u"tree"_s, u"add"_s, u"b.txt"_s});
        QCOMPARE(cap::gitStateOf(file(u"tree"_s), u"default-env.json"_s), GitState::Ignored);
        QCOMPARE(cap::gitStateOf(file(u"tree"_s), u"b.txt"_s), GitState::Tracked);
        QCOMPARE(cap::gitStateOf(file(u"main"_s), u"b.txt"_s), GitState::Visible);
    }

    // Repositories made at random, each asked about hundreds of paths: git decides what is right.
    void agreesWithGitOnGeneratedRepositories()
    {
        QVERIFY(hasGit()); // the test script installs it
        QRandomGenerator random(20'250'211);
        int asked = 0;
        int ignored = 0;
        for (int repository = 0; repository < 60; ++repository) {
            m_dir = std::make_unique<QTemporaryDir>();
            git({u"init"_s, u"-q"_s});
            QByteArray files;
            for (const auto *place : {".gitignore",
                                      "a/.gitignore",
                                      "a/b/.gitignore",
                                      "ab/.gitignore",
                                      ".git/info/exclude"}) {
                if (random.bounded(3) == 0)
                    continue;
                const auto text = randomFile(random);
                put(file(QString::fromLatin1(place)), text);
                files += QByteArray(place) + ":\n" + text + '\n';
            }
            QList<QByteArray> paths;
            for (int i = 0; i < 60; ++i)
                paths << randomPath(random);
            const auto said = git({u"check-ignore"_s, u"--no-index"_s, u"-z"_s, u"--stdin"_s},
                                  paths.join('\0') + '\0')
                                  .split('\0');
            for (const auto &path : paths) {
                const QFileInfo info(file(QString::fromLatin1(path)));
                QVERIFY(QDir().mkpath(info.path()));
                const bool here =
                    cap::gitStateOf(info.path(), info.fileName()) == GitState::Ignored;
                const QByteArray told = path
                    + (here ? " is ignored here, and not by git\n"
                            : " is ignored by git, and not here\n")
                    + files;
                QVERIFY2(here == said.contains(path), told.constData());
                ++asked;
                ignored += here ? 1 : 0;
            }
        }
        QCOMPARE(asked, 3'600);
        QVERIFY2(ignored > 500 && ignored < 3'000, qPrintable(QString::number(ignored)));
    }

private:
    static QByteArray oneOf(QRandomGenerator &random, const QList<QByteArray> &choices)
    {
        return choices[random.bounded(int(choices.size()))];
    }

    static QByteArray randomPath(QRandomGenerator &random)
    {
        QByteArray path;
        for (int depth = random.bounded(4); depth > 0; --depth)
            path += oneOf(random, {"a/", "b/", "ab/", "c/", "a b/"});
        return path
            + oneOf(random,
                    {"x",
                     "abx",
                     "x.json",
                     "abc.json",
                     "-",
                     "]",
                     "a!",
                     "#a",
                     "b1",
                     "!a",
                     "a\\b",
                     "x "});
    }

    static QByteArray randomLine(QRandomGenerator &random)
    {
        QByteArray line = random.bounded(4) == 0 ? "!" : "";
        line += random.bounded(4) == 0 ? "/" : "";
        for (int parts = 1 + random.bounded(4); parts > 0; --parts)
            line += oneOf(random, {"a",  "b",     "ab",     "x",     "*",           "*",    "**",
                                   "?",  ".json", "*.json", "/",     "/",           "**/",  "/**",
                                   "c",  "[ab]",  "[!a]",   "[a-c]", "[[:alpha:]]", "[]-]", "[a",
                                   "\\", "\\!",   "\\*",    "#",     "-",           " "});
        line += random.bounded(5) == 0 ? "/" : "";
        line += random.bounded(8) == 0 ? oneOf(random, {" ", "\\ ", "\t", "\r"}) : QByteArray();
        return line;
    }

    static QByteArray randomFile(QRandomGenerator &random)
    {
        QByteArray text = random.bounded(10) == 0 ? "\xEF\xBB\xBF" : "";
        for (int lines = 1 + random.bounded(5); lines > 0; --lines)
            text += randomLine(random) + '\n';
        if (random.bounded(4) == 0)
            text.chop(1);
        return text;
    }
};

QTEST_GUILESS_MAIN(TestGitignore)
#include "tst_gitignore.moc"
