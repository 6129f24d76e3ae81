// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/edit.h"
#include "tests/fuzz/check.h"

using namespace tokentrail;
using fuzz::mustHold;
using text::Json;
using text::JsonEditor;

// Three bytes say which edit, where and with what; the rest is the text. Everything outside of
// the edited place stays byte for byte, and the result reads as wanted.

namespace {

const char *const editKept = "outside of the edit every byte stays";
const char *const editRead = "the editor knows its text as reading it anew does";
const char *const editWanted = "the edited text reads as wanted";

void collectPaths(const Json &json, const QStringList &path, std::vector<QStringList> &paths)
{
    paths.push_back(path);
    for (qsizetype i = 0; i < qsizetype(json.elements().size()); ++i)
        collectPaths(json.elements()[size_t(i)], path + QStringList{QString::number(i)}, paths);
    for (const auto &member : json.members())
        collectPaths(member.value, path + QStringList{member.name}, paths);
}

Json valueOf(uint8_t choice)
{
    switch (choice % 6) {
    case 0:
        return {};
    case 1:
        return Json::number("1.50e1");
    case 2:
        return QStringLiteral("a\"\\\n\u00e9");
    case 3:
        return Json::array({QStringLiteral("x"), QString()});
    case 4:
        return Json::object();
    default:
        return Json::object({{QStringLiteral("k"), Json::array()}, {QString(), true}});
    }
}

// What the editor knows of its text is what reading the text anew says, to the last place.
void mustBeReadAs(const Json &known, const Json &read)
{
    mustHold(known.kind() == read.kind() && known.size() == read.size(), editRead);
    mustHold(known.span().begin == read.span().begin && known.span().end == read.span().end,
             editRead);
    for (size_t i = 0; i < known.elements().size(); ++i)
        mustBeReadAs(known.elements()[i], read.elements()[i]);
    for (size_t i = 0; i < known.members().size(); ++i) {
        const auto &left = known.members()[i];
        const auto &right = read.members()[i];
        mustHold(left.name == right.name && left.nameSpan.begin == right.nameSpan.begin
                     && left.nameSpan.end == right.nameSpan.end,
                 editRead);
        mustBeReadAs(left.value, right.value);
    }
}

void checkReading(const JsonEditor &editor)
{
    const auto read = text::parseJson(editor.text());
    mustHold(read && *read == editor.json(), editRead);
    mustBeReadAs(editor.json(), *read);
}

Json *at(Json &json, const QStringList &path)
{
    auto *node = &json;
    for (const auto &step : path)
        node = node->isArray() ? &node->elements()[step.toUInt()] : node->find(step);
    return node;
}

// before[0, begin) and before[end, …) frame what is new.
void checkFrame(const QByteArray &before, const QByteArray &after, qsizetype begin, qsizetype end)
{
    mustHold(after.size() >= begin + before.size() - end, editKept);
    mustHold(after.startsWith(before.first(begin)), editKept);
    mustHold(after.endsWith(before.sliced(end)), editKept);
}

void checkSet(JsonEditor editor, const QStringList &path, const Json &value)
{
    const auto before = editor.text();
    const auto span = editor.find(path)->span();
    auto wanted = editor.json();
    *at(wanted, path) = value;
    mustHold(editor.set(path, value).has_value(), "what is there can be replaced");
    checkFrame(before, editor.text(), span.begin, span.end);
    mustHold(editor.json() == wanted, editWanted);
    checkReading(editor);
}

qsizetype endOfLast(const Json &container)
{
    if (container.isArray())
        return container.elements().back().span().end;
    return container.members().back().value.span().end;
}

qsizetype beginOf(const Json &container, size_t index)
{
    return container.isArray() ? container.elements()[index].span().begin
                               : container.members()[index].nameSpan.begin;
}

void checkAdd(JsonEditor editor, const QStringList &path, const Json &value)
{
    const auto before = editor.text();
    const auto container = *editor.find(path);
    auto wanted = editor.json();
    const auto name = QStringLiteral("new name");
    if (container.isArray()) {
        at(wanted, path)->append(value);
        mustHold(editor.insert(path, container.size(), value).has_value(),
                 "a list takes an element");
    } else if (container.isObject() && !container.contains(name)) {
        at(wanted, path)->set(name, value);
        mustHold(editor.set(path + QStringList{name}, value).has_value(),
                 "an object takes a member");
    } else {
        mustHold(container.isObject() || !editor.set(path + QStringList{name}, value),
                 "nothing else takes a member");
        return;
    }
    if (container.size() == 0)
        checkFrame(before, editor.text(), container.span().begin + 1, container.span().end - 1);
    else
        checkFrame(before, editor.text(), endOfLast(container), endOfLast(container));
    mustHold(editor.json() == wanted, editWanted);
    checkReading(editor);
}

void checkRemove(JsonEditor editor, const QStringList &path)
{
    const auto before = editor.text();
    const auto parentPath = path.first(path.size() - 1);
    const auto parent = *editor.find(parentPath);
    size_t index = 0;
    if (parent.isArray())
        index = path.constLast().toUInt();
    else
        while (parent.members()[index].name != path.constLast())
            ++index;
    mustHold(editor.remove(path).has_value(), "what is there can be removed");
    const auto count = size_t(parent.size());
    const auto begin = index == 0 ? parent.span().begin + 1
        : parent.isArray()        ? parent.elements()[index - 1].span().end
                                  : parent.members()[index - 1].value.span().end;
    const auto end = index + 1 < count ? beginOf(parent, index + 1) : parent.span().end - 1;
    checkFrame(before, editor.text(), begin, end);
    mustHold(editor.find(parentPath)->size() == parent.size() - 1, editWanted);
    mustHold(parent.isArray() || !editor.find(path), editWanted);
    checkReading(editor);
}

void checkRename(JsonEditor editor, const QStringList &path)
{
    const auto before = editor.text();
    const auto parentPath = path.first(path.size() - 1);
    const auto parent = *editor.find(parentPath);
    const auto name = QStringLiteral("new \"name\"");
    if (!parent.isObject() || parent.contains(name))
        return;
    mustHold(editor.rename(path, name).has_value(), "a member takes another name");
    for (const auto &member : parent.members()) {
        if (member.name == path.constLast())
            checkFrame(before, editor.text(), member.nameSpan.begin, member.nameSpan.end);
    }
    mustHold(*editor.find(parentPath + QStringList{name}) == *parent.find(path.constLast()),
             editWanted);
    checkReading(editor);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 4)
        return 0;
    const auto source = fuzz::inputOf(data + 3, size - 3);
    const auto editor = JsonEditor::open(source);
    // Of members with one name several go at once; that is told by a test of its own.
    if (!editor || !text::duplicateNames(source, editor->json()).empty())
        return 0;
    std::vector<QStringList> paths;
    collectPaths(editor->json(), {}, paths);
    const auto &path = paths[data[1] % paths.size()];
    const auto edit = data[0] % 4;
    if (edit == 0)
        checkSet(*editor, path, valueOf(data[2]));
    else if (edit == 1)
        checkAdd(*editor, path, valueOf(data[2]));
    else if (!path.isEmpty() && edit == 2)
        checkRemove(*editor, path);
    else if (!path.isEmpty())
        checkRename(*editor, path);
    return 0;
}
