// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

// What cap access says of files that are no models, cases, users or rows: which one, and where.
class TestCapAccessInput : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size()
            ? file.fileName()
            : QString();
    }

private Q_SLOTS:
    void namesTheFileThatIsWrong_data()
    {
        QTest::addColumn<QString>("wrong");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("place");
        QTest::newRow("no model") << u"csn"_s << QByteArray("[]") << QByteArray(":1:1: ");
        QTest::newRow("broken model")
            << u"csn"_s << QByteArray("{\n \"definitions\" {}") << QByteArray(":2:16: ");
        QTest::newRow("UTF-16") << u"csn"_s << QByteArray("\xFF\xFE{\0}\0", 6)
                                << QByteArray(":1:1: The text is UTF-16");
        QTest::newRow("no cases") << u"cases"_s << QByteArray("{}") << QByteArray(":1:1: ");
        QTest::newRow("no users") << u"users"_s << QByteArray("[]") << QByteArray(":1:1: ");
        QTest::newRow("no rows") << u"data"_s << QByteArray("5") << QByteArray(":1:1: ");
    }

    void namesTheFileThatIsWrong()
    {
        QFETCH(QString, wrong);
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, place);
        QStringList arguments = {u"cap"_s, u"access"_s};
        for (const auto &[name, good] : {std::pair(u"csn"_s, "{\"definitions\":{}}"),
                                         std::pair(u"cases"_s, "[]"),
                                         std::pair(u"users"_s, "{}"),
                                         std::pair(u"data"_s, "{}")})
            arguments << QString(u"--"_s + name)
                      << write(name, name == wrong ? content : QByteArray(good));
        QProcess process;
        process.start(QStringLiteral(TOKENTRAILCTL), arguments);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 3);
        const QByteArray told = process.readAllStandardError();
        const QByteArray expected = m_folder.filePath(wrong).toUtf8() + place;
        QVERIFY2(told.contains(expected), told.constData());
    }
};

QTEST_GUILESS_MAIN(TestCapAccessInput)
#include "tst_capaccessinput.moc"
