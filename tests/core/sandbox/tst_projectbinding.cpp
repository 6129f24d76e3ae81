// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/projectbinding.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;
using sandbox::GitState;
using text::Json;

namespace {

void put(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const QByteArray bindings = "{\"VCAP_SERVICES\":{\"xsuaa\":[{\"credentials\":{"
                            "\"url\":\"https://127.0.0.1:4601\"}}]}}";

} // namespace

class TestProjectBinding : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    QString project() const { return m_dir->filePath(u"shop"_s); }
    QString file(const QString &name) const { return project() + u'/' + name; }
    sandbox::ProjectBindingRequest request() const
    {
        return {project(),
                sandbox::BindingFormat::DefaultEnv,
                *text::parseJson(bindings),
                u"/home/it's/ca.pem"_s};
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        put(file(u"package.json"_s), "{}");
    }

    void linesOfGitignore_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("matches");
        const auto name = u"app/default-env.json"_s;
        QTest::newRow("name") << u"default-env.json"_s << name << true;
        QTest::newRow("blanks around") << u" default-env.json\r"_s << name << true;
        QTest::newRow("star") << u"default-*.json"_s << name << true;
        QTest::newRow("any json") << u"*.json"_s << name << true;
        QTest::newRow("one character") << u"default-en?.json"_s << name << true;
        QTest::newRow("from the root") << u"/default-env.json"_s << name << false;
        QTest::newRow("from the root, with folder") << u"/app/default-env.json"_s << name << true;
        QTest::newRow("the folder") << u"app/"_s << name << true;
        QTest::newRow("a folder of that name") << u"default-env.json/"_s << name << false;
        QTest::newRow("anywhere") << u"**/default-env.json"_s << name << true;
        QTest::newRow("below") << u"app/**"_s << name << true;
        QTest::newRow("star stays in a name") << u"a*json"_s << name << false;
        QTest::newRow("comment") << u"#default-env.json"_s << name << false;
        QTest::newRow("another") << u"env.json"_s << name << false;
        QTest::newRow("dot is a dot") << u"default-env?json"_s << u"default-envXjson"_s << true;
        QTest::newRow("dot is no wildcard")
            << u"default-env.json"_s << u"default-envXjson"_s << false;
    }

    void linesOfGitignore()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, path);
        QFETCH(bool, matches);
        QCOMPARE(sandbox::gitPatternMatches(pattern, path), matches);
    }

    void gitStateIsThatOfAllFilesAbove_data()
    {
        QTest::addColumn<QByteArray>("above");
        QTest::addColumn<QByteArray>("own");
        QTest::addColumn<GitState>("state");
        QTest::newRow("nothing") << QByteArray() << QByteArray() << GitState::Visible;
        QTest::newRow("above") << QByteArray("default-env.json\n") << QByteArray()
                               << GitState::Ignored;
        QTest::newRow("own") << QByteArray() << QByteArray("default-env.json") << GitState::Ignored;
        QTest::newRow("taken back")
            << QByteArray("*.json\n") << QByteArray("!default-env.json\n") << GitState::Visible;
        QTest::newRow("folder") << QByteArray("/shop/\n") << QByteArray() << GitState::Ignored;
    }

    void gitStateIsThatOfAllFilesAbove()
    {
        QFETCH(QByteArray, above);
        QFETCH(QByteArray, own);
        QFETCH(GitState, state);
        QDir(m_dir->path()).mkdir(u".git"_s);
        put(m_dir->filePath(u".gitignore"_s), above);
        put(file(u".gitignore"_s), own);
        QCOMPARE(sandbox::gitStateOf(project(), u"default-env.json"_s), state);
    }

    void writesForItsOwnerAloneAndSaysHowToStart()
    {
        const auto done = sandbox::bindProject(request());
        QVERIFY2(done, done ? "" : qPrintable(done.error().toString()));
        QCOMPARE(done->git, GitState::NoRepository);
        QCOMPARE(*text::parseJson(contentOf(done->file)), *text::parseJson(bindings));
        QCOMPARE(QFile::permissions(done->file) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        QCOMPARE(done->command, u"NODE_EXTRA_CA_CERTS='/home/it'\\''s/ca.pem' cds watch"_s);
        QVERIFY(sandbox::bindProject(request())); // and again: the file is ours
    }

    void aProjectThatChecksNoTokensIsToldTo_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("told");
        QTest::newRow("not known") << QString() << false;
        QTest::newRow("xsuaa") << u"xsuaa"_s << false;
        QTest::newRow("xsuaa-auth") << u"xsuaa-auth"_s << false;
        QTest::newRow("jwt") << u"jwt"_s << false;
        QTest::newRow("mocked") << u"mocked"_s << true;
        QTest::newRow("dummy") << u"dummy"_s << true;
    }
    void aProjectThatChecksNoTokensIsToldTo()
    {
        QFETCH(QString, kind);
        QFETCH(bool, told);
        auto asked = request();
        asked.authKind = kind;
        const auto done = bindProject(asked);
        QVERIFY(done);
        QCOMPARE(done->command.startsWith("CDS_REQUIRES_AUTH_KIND=xsuaa NODE_EXTRA_CA_CERTS="_L1),
                 told);
        asked.format = sandbox::BindingFormat::CdsrcPrivate; // names the kind itself
        asked.document = *text::parseJson(
            "{\"requires\":{\"auth\":{\"credentials\":{\"url\":\"https://127.0.0.1:4601\"}}}}");
        QVERIFY(bindProject(asked)->command.startsWith("NODE_EXTRA_CA_CERTS="_L1));
    }

    void secretsStayOutOfGit()
    {
        QDir(project()).mkdir(u".git"_s);
        auto asked = request();
        QVERIFY(!sandbox::bindProject(asked));
        QVERIFY(!QFile::exists(file(u"default-env.json"_s)));
        put(file(u".gitignore"_s), "node_modules");
        asked.addToGitignore = true;
        QVERIFY(sandbox::bindProject(asked));
        QCOMPARE(contentOf(file(u".gitignore"_s)), QByteArray("node_modules\ndefault-env.json\n"));
    }

    void filesOfTheUserStay_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("more than bindings")
            << QByteArray("{\"VCAP_SERVICES\":{},\"destinations\":[]}");
        QTest::newRow("a real service")
            << QByteArray("{\"VCAP_SERVICES\":{\"xsuaa\":[{\"credentials\":{\"url\":\"https://"
                          "x.authentication.eu10.hana.ondemand.com\"}}]}}");
        QTest::newRow("one real among ours")
            << QByteArray("{\"VCAP_SERVICES\":{\"a\":[{\"credentials\":{\"url\":\"https://"
                          "127.0.0.1:1\"}},{\"credentials\":{\"url\":\"https://x.example\"}}]}}");
        QTest::newRow("no bindings at all") << QByteArray("{\"VCAP_SERVICES\":{}}");
        QTest::newRow("no JSON") << QByteArray("// mine\n{}");
        QTest::newRow("empty") << QByteArray();
    }

    void filesOfTheUserStay()
    {
        QFETCH(QByteArray, content);
        put(file(u"default-env.json"_s), content);
        const auto done = sandbox::bindProject(request());
        QVERIFY(!done);
        QCOMPARE(contentOf(file(u"default-env.json"_s)), content);
    }

    void foldersThatAreNoProjectAreRefused()
    {
        auto asked = request();
        asked.folder = m_dir->path();
        const auto done = sandbox::bindProject(asked);
        QVERIFY(!done);
        QVERIFY(done.error().sentence.contains("package.json"_L1));
    }
};

QTEST_GUILESS_MAIN(TestProjectBinding)
#include "tst_projectbinding.moc"
