// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/editfiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

class TestEditFiles : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    QString path(const QString &name) const { return m_dir->filePath(name); }
    static void put(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    std::vector<text::FileEdit> edits() const
    {
        return {{{path(u"a.json"_s), "old", true}, "new"},
                {{path(u"x/y/b.json"_s), {}, false}, "b"},
                {{path(u"x/c.json"_s), {}, false}, "c"}};
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        put(path(u"a.json"_s), "old");
    }

    void writesAllAndTakesAllBack()
    {
        const auto written = text::writeAll(edits());
        QVERIFY(written);
        QCOMPARE(contentOf(path(u"a.json"_s)), QByteArray("new"));
        QCOMPARE(contentOf(path(u"x/y/b.json"_s)), QByteArray("b"));
        QVERIFY(text::takeAllBack(*written));
        QCOMPARE(contentOf(path(u"a.json"_s)), QByteArray("old"));
        QVERIFY(!QFile::exists(path(u"x"_s))); // the folders, too
    }

    void writesNoneWhereOneCannotBe()
    {
        QVERIFY(QDir().mkpath(path(u"x"_s)));
        put(path(u"x/c.json"_s), "somebody's");
        const auto written = text::writeAll(edits());
        QVERIFY(!written);
        QCOMPARE(contentOf(path(u"a.json"_s)), QByteArray("old"));
        QVERIFY(!QFile::exists(path(u"x/y"_s)));
        QCOMPARE(contentOf(path(u"x/c.json"_s)), QByteArray("somebody's"));
    }

    void takesNothingBackThatOthersChanged()
    {
        const auto written = text::writeAll(edits());
        QVERIFY(written);
        put(path(u"x/c.json"_s), "edited since");
        const auto back = text::takeAllBack(*written);
        QVERIFY(!back);
        QCOMPARE(back.error().code, ErrorCode::Conflict);
        QCOMPARE(contentOf(path(u"a.json"_s)), QByteArray("new"));
        QCOMPARE(contentOf(path(u"x/y/b.json"_s)), QByteArray("b"));
    }

    void foldersThatHoldMoreStay()
    {
        const auto written = text::writeAll(edits());
        QVERIFY(written);
        put(path(u"x/mine"_s), "1");
        QVERIFY(text::takeAllBack(*written));
        QVERIFY(QFile::exists(path(u"x/mine"_s)));
        QVERIFY(!QFile::exists(path(u"x/y"_s)));
    }
};

QTEST_GUILESS_MAIN(TestEditFiles)
#include "tst_editfiles.moc"
