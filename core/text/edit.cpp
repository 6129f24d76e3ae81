// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/edit.h"

#include "core/text/editparts.h"
#include "core/text/jsonpart.h"
#include "core/text/jsvalue.h"
#include "core/text/say.h"

#include <algorithm>

namespace tokentrail::text {

using namespace Qt::StringLiterals;

Result<JsonEditor> JsonEditor::open(const QByteArray &text, const QString &file)
{
    auto parsed = parseJson(text, file);
    if (!parsed)
        return parsed.error();
    JsonEditor editor;
    editor.m_text = text;
    editor.m_file = file;
    editor.m_json = std::move(*parsed);
    return editor;
}

const Json *JsonEditor::find(const QStringList &path) const
{
    const auto *node = &m_json;
    for (const auto &step : path) {
        if (node->isArray()) {
            const auto index = jsArrayIndex(step);
            if (!index || qsizetype(*index) >= node->size())
                return nullptr;
            node = &node->elements()[*index];
        } else if (node = node->find(step); !node) {
            return nullptr;
        }
    }
    return node;
}

Error JsonEditor::missing(const QStringList &path) const
{
    return {ErrorCode::NotFound,
            say(u"edit.nothing-there", {{u"path", path.join(u'.')}}),
            m_file.isEmpty() ? std::nullopt : std::optional(tokentrail::Place{m_file})};
}

Result<void> JsonEditor::set(const QStringList &path, const Json &value)
{
    if (const auto *existing = find(path)) {
        if (*existing == value)
            return {};
        const auto span = existing->span();
        const auto parent = path.isEmpty() ? nullptr : find(path.first(path.size() - 1));
        const bool single = !isPlain(*existing) && existing->size() > 0 ? !spansLines(span)
            : parent                                                    ? writesOnOneLine(*parent)
                                                                        : false;
        return splice(span.begin, span.end, written(value, lineIndent(span.begin), single));
    }
    // The deepest container that exists takes a member that holds the rest.
    auto depth = path.size() - 1;
    while (!find(path.first(depth)))
        --depth;
    const auto *container = find(path.first(depth));
    if (!container->isObject())
        return Error{
            ErrorCode::InvalidInput,
            say(u"edit.no-object",
                {{u"path", depth == 0 ? say(u"edit.document") : path.first(depth).join(u'.')}}),
            placeOf(m_text, container->span().begin, m_file)};
    auto nested = value;
    for (auto i = path.size() - 1; i > depth; --i)
        nested = Json::object({{path[i], nested}});
    return addItem(*container, container->size(), Json(path[depth]).toCompact(), nested);
}

Result<void> JsonEditor::insert(const QStringList &arrayPath, qsizetype index, const Json &value)
{
    const auto *array = find(arrayPath);
    if (!array || !array->isArray() || index < 0 || index > array->size())
        return missing(arrayPath);
    return addItem(*array, index, {}, value);
}

Result<void> JsonEditor::remove(const QStringList &path)
{
    const auto *container = path.isEmpty() ? nullptr : find(path.first(path.size() - 1));
    if (!container || !find(path))
        return missing(path);
    if (container->isArray())
        return removeItem(*container, qsizetype(*jsArrayIndex(path.constLast())));
    // Of members with one name all go: the last alone would uncover the one before.
    const auto &members = container->members();
    for (auto i = members.size(); i-- > 0;) {
        if (members[i].name != path.constLast())
            continue;
        if (auto removed = removeItem(*container, qsizetype(i)); !removed)
            return removed;
        return find(path) ? remove(path) : Result<void>();
    }
    return missing(path);
}

const Json::Member *JsonEditor::memberAt(const QStringList &path) const
{
    const auto *container = path.isEmpty() ? nullptr : find(path.first(path.size() - 1));
    if (!container)
        return nullptr;
    const auto &members = container->members();
    const auto named = [&path](const Json::Member &member) {
        return member.name == path.constLast();
    };
    const auto found = std::find_if(members.rbegin(), members.rend(), named);
    return found == members.rend() ? nullptr : &*found;
}

Result<void> JsonEditor::rename(const QStringList &path, const QString &name)
{
    const auto *member = memberAt(path);
    if (!member)
        return missing(path);
    if (member->name == name)
        return {};
    if (find(path.first(path.size() - 1) + QStringList{name}))
        return Error{ErrorCode::Conflict,
                     say(u"edit.taken", {{u"name", name}}),
                     placeOf(m_text, member->nameSpan.begin, m_file)};
    const auto span = member->nameSpan;
    const auto spelling = Json(name).toCompact();
    auto *holder = smallestAround(m_json, span, true).node;
    moveSpans(m_json, span, spelling.size() - (span.end - span.begin));
    for (auto &each : holder->members()) {
        if (each.nameSpan.begin != span.begin)
            continue;
        each.name = name;
        each.nameSpan.end = span.begin + spelling.size(); // it is the change, and not behind it
    }
    m_text.replace(span.begin, span.end - span.begin, spelling);
    return {};
}

Result<void> JsonEditor::addItem(const Json &container,
                                 qsizetype index,
                                 const QByteArray &name,
                                 const Json &value)
{
    const auto items = itemsOf(container);
    const auto span = container.span();
    const auto how = style();
    const QByteArray head = name.isEmpty() ? QByteArray() : QByteArray(name + colonIn(container));
    if (items.empty()) {
        const auto outer = lineIndent(span.begin);
        const bool single = !m_text.contains('\n');
        const QByteArray inner = outer + how.unit;
        const QByteArray text = single
            ? QByteArray(head + written(value, {}, true))
            : QByteArray(how.newline + inner + head + written(value, inner, false) + how.newline
                         + outer);
        return splice(span.begin + 1, span.end - 1, text);
    }
    const auto before = size_t(index);
    const auto &model = items[std::min(before, items.size() - 1)];
    // The blanks before the first one are those behind the bracket, and may be none.
    const bool goesFirst = before == 0 && items.size() > 1;
    auto lead = blanksBefore(goesFirst ? items[1].begin : model.begin);
    if (items.size() == 1 && !lead.contains('\n'))
        lead = head.isEmpty() || head.endsWith(' ') ? " " : "";
    NewItem item{name, head, written(value, lineIndent(model.begin), writesOnOneLine(container))};
    if (before < items.size()) {
        item.behind = ',' + lead;
        return insertItem(model.begin, index, item);
    }
    item.before = ',' + lead;
    return insertItem(model.end, index, item);
}

Result<void> JsonEditor::removeItem(const Json &container, qsizetype index)
{
    const auto items = itemsOf(container);
    const auto at = size_t(index);
    if (items.size() == 1)
        return splice(container.span().begin + 1, container.span().end - 1, {});
    const auto gap = at + 1 < items.size() ? Span{items[at].begin, items[at + 1].begin}
                                           : Span{items[at - 1].end, items[at].end};
    auto *holder = smallestAround(m_json, gap, true).node;
    if (holder->isArray())
        holder->elements().erase(holder->elements().begin() + index);
    else
        holder->members().erase(holder->members().begin() + index);
    moveSpans(m_json, gap, gap.begin - gap.end);
    m_text.remove(gap.begin, gap.end - gap.begin);
    return {};
}

// Of what is put between the items of a container only the item has to be read: the comma and the
// blanks are the editor's own.
Result<void> JsonEditor::insertItem(qsizetype at, qsizetype index, const NewItem &item)
{
    auto changed = m_text;
    changed.insert(at, item.before + item.head + item.value + item.behind);
    const auto around = smallestAround(m_json, {at, at}, true);
    const auto begin = at + item.before.size();
    const Span nameSpan{begin, begin + item.name.size()};
    const auto valueBegin = begin + item.head.size();
    auto value = parseJsonPart(
        changed, {valueBegin, valueBegin + item.value.size()}, around.depth + 1, m_file);
    if (!value)
        return notMade(value.error());
    moveSpans(m_json, {at, at}, changed.size() - m_text.size());
    if (around.node->isArray()) {
        auto &elements = around.node->elements();
        elements.insert(elements.begin() + index, std::move(*value));
    } else {
        auto &members = around.node->members();
        const auto name = parseJsonPart(changed, nameSpan, around.depth + 1, m_file);
        members.insert(members.begin() + index, {name->toString(), std::move(*value), nameSpan});
    }
    m_text = std::move(changed);
    return {};
}

Error JsonEditor::notMade(const Error &because)
{
    return {ErrorCode::InvalidInput, say(u"edit.broken"), because.place};
}

Result<void> JsonEditor::splice(qsizetype begin, qsizetype end, const QByteArray &with)
{
    auto changed = m_text;
    changed.replace(begin, end - begin, with);
    // A text with a value in the place of a value of it reads as before all around.
    const auto around = smallestAround(m_json, {begin, end}, with.isEmpty());
    const auto grown = with.size() - (end - begin);
    const auto span = around.node->span();
    const auto part =
        around.depth == 0 ? Span{0, changed.size()} : Span{span.begin, span.end + grown};
    auto parsed = parseJsonPart(changed, part, around.depth, m_file);
    if (!parsed)
        return notMade(parsed.error());
    moveSpans(m_json, {begin, end}, grown);
    *around.node = std::move(*parsed);
    m_text = std::move(changed);
    return {};
}

} // namespace tokentrail::text
