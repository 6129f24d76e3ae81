// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/diff.h"
#include "core/text/edit.h"
#include "core/text/editfile.h"
#include "core/text/jsvalue.h"

#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;
using text::Json;
using text::JsonEditor;

namespace {

// Random JSON with random blanks, odd numbers and both line ends.
class Scribbler
{
public:
    explicit Scribbler(quint32 seed)
        : m_random(seed)
    { }

    int below(int limit) { return int(m_random.bounded(limit)); }

    QByteArray blanks()
    {
        static const QByteArrayList choices{"", "", "", " ", "\n", "\r\n", "\n  ", "\t", "  \n\n "};
        return choices[below(int(choices.size()))];
    }

    QByteArray value(int depth)
    {
        static const QByteArrayList plain{"1.0",
                                          "1e3",
                                          "-0",
                                          "12345678901234567890",
                                          "true",
                                          "null",
                                          R"("a\u00e9\"")",
                                          "\"\"",
                                          R"("{,]")"};
        const int kind = depth > 3 ? 0 : below(3);
        if (kind == 0)
            return plain[below(int(plain.size()))];
        QByteArrayList items;
        for (int i = below(4); i > 0; --i) {
            const QByteArray name = "\"" + QByteArray(1, char('a' + below(6))) + "\"";
            const QByteArray head = kind == 1 ? name + blanks() + ":" + blanks() : QByteArray();
            items << QByteArray(blanks() + head + value(depth + 1) + blanks());
        }
        const auto inner = items.isEmpty() ? blanks() : items.join(',');
        return kind == 1 ? QByteArray("{" + inner + "}") : QByteArray("[" + inner + "]");
    }

    QByteArray document() { return blanks() + value(0) + blanks(); }

    // A path to something that is there.
    QStringList path(const Json &json)
    {
        QStringList path;
        const auto *node = &json;
        while (node->size() > 0 && below(4) > 0) {
            const auto index = size_t(below(int(node->size())));
            path << (node->isObject() ? node->members()[index].name : QString::number(index));
            node = node->isObject() ? node->find(path.last()) : &node->elements()[index];
        }
        return path;
    }

private:
    QRandomGenerator m_random;
};

bool startsAndEndsAlike(const QByteArray &a, const QByteArray &b, qsizetype head, qsizetype tail)
{
    return a.first(head) == b.first(head) && a.last(tail) == b.last(tail);
}

// The container of a path, or the whole text for the document itself.
text::Span spanOf(const JsonEditor &editor, const QStringList &path)
{
    const auto *found = editor.find(path);
    return found ? found->span() : text::Span{0, editor.text().size()};
}

// Kinds, names, numbers and places, to tell whether two readings are one.
QString readingOf(const Json &json)
{
    QString reading =
        u"%1[%2,%3) "_s.arg(int(json.kind())).arg(json.span().begin).arg(json.span().end);
    for (const auto &element : json.elements())
        reading += readingOf(element);
    for (const auto &member : json.members())
        reading +=
            u"%1@%2-%3 "_s.arg(member.name).arg(member.nameSpan.begin).arg(member.nameSpan.end)
            + readingOf(member.value);
    return reading;
}

Json withMember(Json json, const QStringList &path, const Json &value)
{
    if (path.isEmpty())
        return value;
    if (json.isArray()) {
        const auto index = text::jsArrayIndex(path[0]);
        if (!index || qsizetype(*index) >= json.size())
            return json; // such an edit is refused
        auto &element = json.elements()[*index];
        element = withMember(element, path.mid(1), value);
    } else {
        const auto *found = json.find(path[0]);
        json.set(path[0], withMember(found ? *found : Json::object(), path.mid(1), value));
    }
    return json;
}

} // namespace

class TestEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sets_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name,
                            const char *before,
                            const char *path,
                            const char *value,
                            const char *after) {
            QTest::newRow(name) << QByteArray(before) << QString::fromUtf8(path)
                                << QByteArray(value) << QByteArray(after);
        };
        row("replace", "{\"a\": 1.0, \"b\":2}", "a", "5", "{\"a\": 5, \"b\":2}");
        row("same value", "{\"a\": 1.0}", "a", "1", "{\"a\": 1.0}");
        row("add to one line", "{\"a\": 1}", "b", "2", "{\"a\": 1, \"b\": 2}");
        row("add to compact", "{\"a\":1}", "b", "2", "{\"a\":1,\"b\":2}");
        row("add to lines", "{\n  \"a\": 1\n}\n", "b", "[1]", "{\n  \"a\": 1,\n  \"b\": [1]\n}\n");
        row("tabs",
            "{\n\t\"a\": 1\n}",
            "b.c",
            "2",
            "{\n\t\"a\": 1,\n\t\"b\": {\n\t\t\"c\": 2\n\t}\n}");
        row("line ends of Windows",
            "{\r\n  \"a\": 1\r\n}",
            "b",
            "2",
            "{\r\n  \"a\": 1,\r\n  \"b\": 2\r\n}");
        row("into nothing", "{}\n", "a.b", "1", "{\n  \"a\": {\n    \"b\": 1\n  }\n}\n");
        row("no line break at all", "{}", "a.b", "1", "{\"a\": {\"b\": 1}}");
        row("like its neighbours",
            "{\n  \"u\": {\n    \"a\": {\"r\": [\"x\"]}\n  }\n}",
            "u.b",
            "{\"r\":[\"y\"]}",
            "{\n  \"u\": {\n    \"a\": {\"r\": [\"x\"]},\n    \"b\": {\"r\": [\"y\"]}\n  }\n}");
        row("deep in one line",
            "{\n  \"u\": {\"r\": [\"a\"], \"p\": \"x\"}\n}",
            "u.attr.c",
            "[\"DE\"]",
            "{\n  \"u\": {\"r\": [\"a\"], \"p\": \"x\", \"attr\": {\"c\": [\"DE\"]}}\n}");
        row("element", "[1, 2, 3]", "1", "9", "[1, 9, 3]");
        row("empty line before",
            "{\n  \"a\": 1,\n\n  \"b\": 2\n}",
            "c",
            "3",
            "{\n  \"a\": 1,\n\n  \"b\": 2,\n  \"c\": 3\n}");
        row("the last of two", "{\"a\":1,\"a\":2}", "a", "3", "{\"a\":1,\"a\":3}");
    }

    void sets()
    {
        QFETCH(QByteArray, before);
        QFETCH(QString, path);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, after);
        auto editor = JsonEditor::open(before);
        QVERIFY(editor);
        const auto done = editor->set(path.split(u'.'), *text::parseJson(value));
        QVERIFY2(done, done ? "" : qPrintable(done.error().toString()));
        QCOMPARE(editor->text(), after);
    }

    void removes_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("after");
        const auto row =
            [](const char *name, const char *before, const char *path, const char *after) {
                QTest::newRow(name)
                    << QByteArray(before) << QString::fromUtf8(path) << QByteArray(after);
            };
        row("first", "{\n  \"a\": 1,\n  \"b\": 2\n}", "a", "{\n  \"b\": 2\n}");
        row("last", "{\n  \"a\": 1,\n  \"b\": 2\n}", "b", "{\n  \"a\": 1\n}");
        row("only", "{\n  \"a\": 1\n}\n", "a", "{}\n");
        row("element", "[1, 2, 3]", "1", "[1, 3]");
        row("both of two", "{\"a\":1,\"b\":2,\"a\":3}", "a", "{\"b\":2}");
        row("nested", "{\"x\": {\"a\": 1, \"b\": [2]}}", "x.b", "{\"x\": {\"a\": 1}}");
    }

    void removes()
    {
        QFETCH(QByteArray, before);
        QFETCH(QString, path);
        QFETCH(QByteArray, after);
        auto editor = JsonEditor::open(before);
        QVERIFY(editor->remove(path.split(u'.')));
        QCOMPARE(editor->text(), after);
    }

    void inserts()
    {
        auto editor = JsonEditor::open("{\"a\": [\n  1,\n  2\n]}");
        QVERIFY(editor->insert({u"a"_s}, 0, Json(0)));
        QVERIFY(editor->insert({u"a"_s}, 3, Json(3)));
        QCOMPARE(editor->text(), QByteArray("{\"a\": [\n  0,\n  1,\n  2,\n  3\n]}"));
        QVERIFY(!editor->insert({u"a"_s}, 9, Json(3)));
        QVERIFY(!editor->insert({u"b"_s}, 0, Json(3)));
    }

    void renames()
    {
        auto editor = JsonEditor::open(R"({"a":1,"b":[1,{"c":{}},[]]})");
        QVERIFY(editor->rename({u"a"_s}, u"longer name"_s));
        QVERIFY(editor->rename({u"b"_s, u"1"_s, u"c"_s}, u"dé"_s));
        QVERIFY(editor->rename({u"b"_s}, QString()));
        QCOMPARE(editor->text(), QByteArray(R"({"longer name":1,"":[1,{"dé":{}},[]]})"));
        QCOMPARE(readingOf(editor->json()), readingOf(*text::parseJson(editor->text())));
        QVERIFY(!editor->rename({u"longer name"_s}, QString()));
    }

    void refuses()
    {
        QVERIFY(!JsonEditor::open("\xEF\xBB\xBF{}"));
        QVERIFY(!JsonEditor::open("{\"a\":1,}"));
        auto editor = JsonEditor::open("{\"a\":1}");
        QVERIFY(!editor->set({u"a"_s, u"b"_s}, Json(1)));
        QVERIFY(!editor->remove({u"x"_s}));
        QCOMPARE(editor->text(), QByteArray("{\"a\":1}"));
    }

    // The part that is read again knows how deep it stands.
    void nestsNoDeeperThanAFileMay()
    {
        const QByteArray deep = QByteArray(500, '[') + '0' + QByteArray(500, ']');
        const QStringList path(500, u"0"_s);
        auto editor = JsonEditor::open(deep);
        auto value = Json::array();
        for (int i = 0; i < 11; ++i) {
            auto outer = Json::array();
            outer.append(value);
            value = outer;
        }
        QVERIFY(editor->set(path, value));
        auto tooDeep = Json::array();
        tooDeep.append(value);
        const auto before = editor->text();
        QVERIFY(!editor->set(path, tooDeep));
        QCOMPARE(editor->text(), before);
        QVERIFY(text::parseJson(before));
    }

    // Whatever is edited where: the meaning is as wanted, and outside of the container that
    // changed every byte is as before.
    void randomEditsTouchNothingElse_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 400; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void randomEditsTouchNothingElse()
    {
        QFETCH(quint32, seed);
        Scribbler scribbler(seed);
        auto editor = JsonEditor::open(scribbler.document());
        QVERIFY(editor);
        for (int round = 0; round < 8; ++round) {
            const auto before = editor->text();
            const auto json = editor->json();
            auto path = scribbler.path(json);
            const auto *target = editor->find(path);
            const auto value = *text::parseJson(scribbler.value(2));
            if (scribbler.below(3) == 0 && !path.isEmpty()) {
                const auto span = spanOf(*editor, path.first(path.size() - 1));
                QVERIFY(editor->remove(path));
                const bool element = editor->find(path.first(path.size() - 1))->isArray();
                QVERIFY(element || !editor->find(path));
                QCOMPARE(readingOf(editor->json()), readingOf(*text::parseJson(editor->text())));
                QVERIFY(startsAndEndsAlike(
                    before, editor->text(), span.begin, before.size() - span.end));
                continue;
            }
            if (target->isObject() && scribbler.below(2) == 0)
                path << u"new"_s << u"inner"_s;
            const auto expected = withMember(json, path, value);
            const auto span = spanOf(
                *editor, path.contains(u"new"_s) ? path.first(path.indexOf(u"new"_s)) : path);
            const auto done = editor->set(path, value);
            if (!done) { // "new" may hold a plain value by now
                QCOMPARE(editor->text(), before);
                continue;
            }
            const QByteArray story = before + "\n-> " + editor->text() + "\nwanted "
                + expected.toCompact() + " at " + path.join(u'.').toUtf8();
            QVERIFY2(text::jsNormalized(editor->json()) == text::jsNormalized(expected),
                     story.constData());
            QCOMPARE(readingOf(editor->json()), readingOf(*text::parseJson(editor->text())));
            QVERIFY(
                startsAndEndsAlike(before, editor->text(), span.begin, before.size() - span.end));
        }
    }

    void showsDifferencesAsDiffDoes()
    {
        QByteArray before;
        for (int i = 1; i <= 12; ++i)
            before += QByteArray::number(i) + '\n';
        auto after = before;
        after.replace("6\n", "six\n");
        QCOMPARE(text::unifiedDiff(before, after, u"f"_s),
                 QByteArray("--- f\n+++ f\n@@ -3,7 +3,7 @@\n 3\n 4\n 5\n-6\n+six\n 7\n 8\n 9\n"));
        QCOMPARE(text::unifiedDiff("a\n", "a", u"f"_s),
                 QByteArray("--- f\n+++ f\n@@ -1 +1 @@\n-a\n+a\n\\ No newline at end of file\n"));
        QCOMPARE(text::unifiedDiff({}, "a\n", u"f"_s),
                 QByteArray("--- f\n+++ f\n@@ -0,0 +1 @@\n+a\n"));
        QVERIFY(text::unifiedDiff(before, before, u"f"_s).isEmpty());
    }

    void distantChangesAreHunksOfTheirOwn()
    {
        QByteArray before;
        for (int i = 0; i < 30; ++i)
            before += 'l' + QByteArray::number(i) + '\n';
        auto after = before;
        after.replace("l2\n", "");
        after.replace("l25\n", "x\n");
        const auto diff = text::unifiedDiff(before, after, u"f"_s);
        QVERIFY(diff.contains("@@ -1,6 +1,5 @@"));
        QVERIFY(diff.contains("@@ -23,7 +22,7 @@"));
        QCOMPARE(diff.count("@@ -"), 2);
    }

    void keepsModeAndRefusesWhatChangedMeanwhile()
    {
        QTemporaryDir folder;
        const auto path = folder.filePath(u"f.json"_s);
        const auto make = text::readForEdit(path);
        QVERIFY(make && !make->existed);
        QVERIFY(text::writeEdited(*make, "{}", QFileDevice::ReadOwner | QFileDevice::WriteOwner));
        const auto owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser
            | QFileDevice::WriteUser;
        QCOMPARE(QFileInfo(path).permissions(), owner);

        const auto snapshot = text::readForEdit(path);
        QVERIFY(text::writeEdited(*snapshot, "{\"a\":1}"));
        QCOMPARE(QFileInfo(path).permissions(), owner);
        const auto again = text::writeEdited(*snapshot, "{\"a\":2}");
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::Conflict);
        QCOMPARE(text::readForEdit(path)->content, QByteArray("{\"a\":1}"));
        QVERIFY(!text::writeEdited(*make, "{}")); // made by somebody else meanwhile
    }
};

QTEST_GUILESS_MAIN(TestEdit)
#include "tst_edit.moc"
