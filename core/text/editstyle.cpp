// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/edit.h"
#include "core/text/editparts.h"

#include <algorithm>

namespace tokentrail::text {

// How what is new is written: as what stands around it.

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// {"a": 1, "b": ["x"]} with the blanks of a person.
struct Padding
{
    bool lists = false; // [ "x" ]
    bool objects = false; // { "a": 1 }
};

QByteArray onOneLine(const Json &value, const QByteArray &colon, Padding padded)
{
    if (isPlain(value) || value.size() == 0)
        return value.toCompact();
    QByteArrayList parts;
    for (const auto &element : value.elements())
        parts << onOneLine(element, colon, padded);
    for (const auto &member : value.members())
        parts << Json(member.name).toCompact() + colon + onOneLine(member.value, colon, padded);
    const QByteArray pad = (value.isArray() ? padded.lists : padded.objects) ? " " : "";
    const char *brackets = value.isArray() ? "[]" : "{}";
    return brackets[0] + pad + parts.join(colon.endsWith(' ') ? ", " : ",") + pad + brackets[1];
}

} // namespace

std::vector<JsonEditor::Item> JsonEditor::itemsOf(const Json &container)
{
    std::vector<Item> items;
    for (const auto &member : container.members())
        items.push_back(
            {member.nameSpan.begin, member.value.span().end, member.value.span().begin});
    for (const auto &element : container.elements())
        items.push_back({element.span().begin, element.span().end, element.span().begin});
    return items;
}

QByteArray JsonEditor::lineIndent(qsizetype at) const
{
    const auto start = at > 0 ? m_text.lastIndexOf('\n', at - 1) + 1 : 0;
    auto end = start;
    while (end < m_text.size() && (m_text[end] == ' ' || m_text[end] == '\t'))
        ++end;
    return m_text.sliced(start, end - start);
}

QByteArray JsonEditor::blanksBefore(qsizetype at) const
{
    auto begin = at;
    while (begin > 0 && isBlank(m_text[begin - 1]))
        --begin;
    auto blanks = m_text.sliced(begin, at - begin);
    if (const auto last = blanks.lastIndexOf('\n'); last >= 0) // without empty lines
        blanks = blanks.sliced(last > 0 && blanks[last - 1] == '\r' ? last - 1 : last);
    return blanks;
}

bool JsonEditor::spansLines(Span span) const
{
    return QByteArrayView(m_text).sliced(span.begin, span.end - span.begin).contains('\n');
}

JsonEditor::Style JsonEditor::style() const
{
    Style style{"\n", "  ", ": "};
    if (const auto first = m_text.indexOf('\n'); first > 0 && m_text[first - 1] == '\r')
        style.newline = "\r\n";
    const auto items = itemsOf(m_json);
    if (items.empty())
        return style;
    const auto outer = lineIndent(m_json.span().begin);
    const auto inner = lineIndent(items.front().begin);
    if (inner.size() > outer.size() && inner.startsWith(outer))
        style.unit = inner.sliced(outer.size());
    style.colon = colonIn(m_json);
    return style;
}

// What stands between the names and the values of a container, or of the document.
QByteArray JsonEditor::colonIn(const Json &container) const
{
    if (!container.members().empty()) {
        const auto &member = container.members().back();
        const auto end = member.nameSpan.end;
        const auto colon = m_text.sliced(end, member.value.span().begin - end);
        return colon.contains('\n') ? QByteArray(": ") : colon;
    }
    return &container == &m_json || m_json.members().empty() ? QByteArray(": ") : colonIn(m_json);
}

// Whether lists and objects in there are written on one line: as their siblings are.
bool JsonEditor::writesOnOneLine(const Json &container) const
{
    if (!m_text.contains('\n') || (container.size() > 0 && !spansLines(container.span())))
        return true;
    bool any = false;
    const auto look = [&](const Json &value) {
        if (isPlain(value) || value.size() == 0)
            return false;
        any = true;
        return spansLines(value.span());
    };
    for (const auto &member : container.members()) {
        if (look(member.value))
            return false;
    }
    for (const auto &element : container.elements()) {
        if (look(element))
            return false;
    }
    return any;
}

QByteArray JsonEditor::written(const Json &value, const QByteArray &indent, bool single) const
{
    const auto how = style();
    const auto plainList =
        value.isArray() && std::all_of(value.elements().begin(), value.elements().end(), isPlain);
    if (single || isPlain(value) || value.size() == 0 || plainList) {
        const bool lists = m_text.contains("[ \"") && !m_text.contains("[\"");
        return onOneLine(value, how.colon, {lists, m_text.contains("{ \"")});
    }
    QByteArrayList lines;
    const QByteArray inner = indent + how.unit;
    for (const auto &element : value.elements())
        lines << inner + written(element, inner, false);
    for (const auto &member : value.members())
        lines << inner + Json(member.name).toCompact() + how.colon
                + written(member.value, inner, false);
    const char *brackets = value.isArray() ? "[]" : "{}";
    return brackets[0] + how.newline + lines.join(QByteArray("," + how.newline)) + how.newline
        + indent + brackets[1];
}

} // namespace tokentrail::text
