// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/edityaml.h"

#include "core/text/jsvalue.h"
#include "core/text/yaml.h"

#include <QRegularExpression>

namespace tokentrail::text {

using namespace Qt::StringLiterals;

namespace {

// {"roles": ["a"]}: JSON is YAML, too.
QByteArray flow(const Json &value)
{
    if (value.size() == 0 || (!value.isArray() && !value.isObject()))
        return value.toCompact();
    QByteArrayList parts;
    for (const auto &element : value.elements())
        parts << flow(element);
    for (const auto &member : value.members())
        parts << QByteArray(Json(member.name).toCompact() + ": " + flow(member.value));
    return value.isArray() ? QByteArray('[' + parts.join(", ") + ']')
                           : QByteArray('{' + parts.join(", ") + '}');
}

QByteArray keyText(const QString &name)
{
    static const QRegularExpression plain(u"^[A-Za-z_][A-Za-z0-9_.@-]*$"_s);
    return plain.match(name).hasMatch() && yamlScalar(name).isString() ? name.toUtf8()
                                                                       : Json(name).toCompact();
}

Json withValue(Json json, const QStringList &path, const Json &value)
{
    if (path.isEmpty())
        return value;
    const auto *inner = json.find(path.first());
    json.set(path.first(), withValue(inner ? *inner : Json::object(), path.mid(1), value));
    return json;
}

Json withoutValue(Json json, const QStringList &path)
{
    if (path.size() == 1) {
        json.remove(path.first());
    } else if (auto *inner = json.find(path.first())) {
        *inner = withoutValue(*inner, path.mid(1));
    }
    return json;
}

Json withName(Json json, const QStringList &path, const QString &name)
{
    for (auto &member : json.members()) {
        if (member.name != path.first())
            continue;
        if (path.size() == 1)
            member.name = name;
        else
            member.value = withName(member.value, path.mid(1), name);
    }
    return json;
}

} // namespace

Result<YamlEditor> YamlEditor::open(const QByteArray &text, const QString &file)
{
    auto parsed = parseYaml(text, file);
    if (!parsed)
        return parsed.error();
    YamlEditor editor;
    editor.m_text = text;
    editor.m_file = file;
    editor.m_json = std::move(*parsed);
    return editor;
}

const Json *YamlEditor::find(const QStringList &path) const
{
    const auto *node = &m_json;
    for (const auto &step : path) {
        if (node = node->find(step); !node)
            return nullptr;
    }
    return node;
}

const Json::Member *YamlEditor::memberAt(const QStringList &path) const
{
    const auto *parent = find(path.first(path.size() - 1));
    if (!parent)
        return nullptr;
    for (const auto &member : parent->members()) {
        if (member.name == path.constLast())
            return &member;
    }
    return nullptr;
}

qsizetype YamlEditor::lineBegin(qsizetype at) const
{
    return at > 0 ? m_text.lastIndexOf('\n', at - 1) + 1 : 0;
}

qsizetype YamlEditor::lineEnd(qsizetype at) const
{
    const auto newline = m_text.indexOf('\n', at);
    const auto end = newline < 0 ? m_text.size() : newline;
    return end > at && m_text[end - 1] == '\r' ? end - 1 : end;
}

QByteArray YamlEditor::newline() const
{
    return m_text.contains("\r\n") ? "\r\n" : "\n";
}

Result<void> YamlEditor::set(const QStringList &path, const Json &value)
{
    const auto *existing = find(path);
    if (existing && *existing == value)
        return {};
    const auto wanted = withValue(m_json, path, value);
    auto depth = path.size();
    while (depth > 0 && !find(path.first(depth)))
        --depth;
    auto nested = value;
    for (auto i = path.size() - 1; i > depth; --i)
        nested = Json::object({{path[i], nested}});
    const auto *container = find(path.first(depth));
    if (depth < path.size() && container->isObject())
        return addMember(*container, path[depth], nested, wanted);
    if (depth < path.size()) {
        if (!container->isNull())
            return Error{ErrorCode::InvalidInput,
                         u"%1 is no mapping, so that no member can be added."_s.arg(
                             depth == 0 ? u"The document"_s : path.first(depth).join(u'.')),
                         placeOf(m_text, container->span().begin, m_file)};
        nested = Json::object({{path[depth], nested}});
    }
    if (depth == 0) { // an empty document: its first line
        const bool open = !m_text.isEmpty() && !m_text.endsWith('\n');
        const QByteArray line = keyText(nested.members().front().name) + ": "
            + flow(nested.members().front().value) + newline();
        return splice(
            m_text.size(), m_text.size(), (open ? newline() : QByteArray()) + line, wanted);
    }
    return replaceMember(*memberAt(path.first(depth)), nested, wanted);
}

Result<void>
YamlEditor::replaceMember(const Json::Member &member, const Json &value, const Json &wanted)
{
    // From the colon on, as the value may stand on lines of its own.
    const auto colon = m_text.indexOf(':', member.nameSpan.end);
    const auto end = std::max(member.value.span().end, colon + 1);
    return splice(colon + 1, end, ' ' + flow(value), wanted);
}

Result<void> YamlEditor::addMember(const Json &mapping,
                                   const QString &name,
                                   const Json &value,
                                   const Json &wanted)
{
    const QByteArray text = keyText(name) + ": " + flow(value);
    const auto span = mapping.span();
    if (m_text[span.begin] == '{') {
        const auto at =
            mapping.members().empty() ? span.begin + 1 : mapping.members().back().value.span().end;
        return splice(at, at, mapping.members().empty() ? text : QByteArray(", " + text), wanted);
    }
    const auto &first = mapping.members().front();
    const auto &last = mapping.members().back();
    const QByteArray indent(first.nameSpan.begin - lineBegin(first.nameSpan.begin), ' ');
    const auto end = std::max(last.value.span().end, last.nameSpan.end);
    const bool wholeLines = end > 0 && m_text[end - 1] == '\n'; // behind a text of several lines
    const auto at = wholeLines ? end : lineEnd(end);
    const QByteArray line = indent + text;
    return splice(
        at, at, wholeLines ? QByteArray(line + newline()) : QByteArray(newline() + line), wanted);
}

Result<void> YamlEditor::remove(const QStringList &path)
{
    const auto *member = path.isEmpty() ? nullptr : memberAt(path);
    if (!member)
        return Error{ErrorCode::NotFound,
                     u"There is nothing at %1 to change."_s.arg(path.join(u'.'))};
    const auto wanted = withoutValue(m_json, path);
    const auto parentPath = path.first(path.size() - 1);
    const auto *parent = find(parentPath);
    if (!parentPath.isEmpty() && (parent->size() == 1 || m_text[parent->span().begin] == '{')) {
        auto rest = *parent;
        rest.remove(path.constLast());
        return replaceMember(*memberAt(parentPath), rest, wanted);
    }
    const auto begin = lineBegin(member->nameSpan.begin);
    const auto end = std::max(member->value.span().end, member->nameSpan.end);
    auto next = m_text[end - 1] == '\n' ? end : m_text.indexOf('\n', end) + 1;
    if (next == 0)
        next = m_text.size();
    return splice(begin, next, {}, wanted);
}

Result<void> YamlEditor::rename(const QStringList &path, const QString &name)
{
    const auto *member = path.isEmpty() ? nullptr : memberAt(path);
    if (!member)
        return Error{ErrorCode::NotFound,
                     u"There is nothing at %1 to change."_s.arg(path.join(u'.'))};
    if (member->name == name)
        return {};
    if (find(path.first(path.size() - 1) + QStringList{name}))
        return Error{ErrorCode::Conflict,
                     u"There is a \"%1\" already."_s.arg(name),
                     placeOf(m_text, member->nameSpan.begin, m_file)};
    const auto span = member->nameSpan;
    return splice(span.begin, span.end, keyText(name), withName(m_json, path, name));
}

Result<void>
YamlEditor::splice(qsizetype begin, qsizetype end, const QByteArray &with, const Json &wanted)
{
    auto changed = m_text;
    changed.replace(begin, end - begin, with);
    auto parsed = parseYaml(changed, m_file);
    if (!parsed || !(jsNormalized(*parsed) == jsNormalized(wanted)))
        return Error{
            ErrorCode::Unsupported,
            u"This place of the YAML file is not in simple block style; change it in an editor."_s,
            placeOf(m_text, begin, m_file)};
    m_text = std::move(changed);
    m_json = std::move(*parsed);
    return {};
}

} // namespace tokentrail::text
