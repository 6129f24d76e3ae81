// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/envnode.h"

#include "core/text/jsvalue.h"

#include <QStringList>

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

EnvNodePtr EnvNode::scalar(const Json &value, EnvOrigin origin)
{
    auto node = std::make_shared<EnvNode>();
    node->m_scalar = value;
    node->m_origin = origin;
    return node;
}

EnvNodePtr EnvNode::object(EnvOrigin origin)
{
    auto node = std::make_shared<EnvNode>();
    node->m_kind = Kind::Object;
    node->m_origin = origin;
    return node;
}

EnvNodePtr EnvNode::fromJson(const Json &json, int source)
{
    const EnvOrigin origin{source, json.span().begin};
    if (json.isNumber())
        return scalar(text::jsNormalized(json), origin);
    if (!json.isObject() && !json.isArray())
        return scalar(json, origin);
    auto node = object(origin);
    if (json.isArray()) {
        node->m_kind = Kind::Array;
        for (const auto &element : json.elements())
            node->m_members.push_back(
                {QString::number(node->m_members.size()), fromJson(element, source)});
        return node;
    }
    for (const auto &member : json.members()) {
        // It would change the prototype of everything in JavaScript; nobody means that.
        if (member.name != "__proto__"_L1)
            node->set(member.name, fromJson(member.value, source));
    }
    return node;
}

void EnvNode::setOriginDeep(EnvOrigin origin)
{
    m_origin = origin;
    for (const auto &member : m_members)
        member.value->setOriginDeep(origin);
}

bool EnvNode::isTruthy() const
{
    if (!isScalar())
        return true;
    switch (m_scalar.kind()) {
    case Json::Kind::Null:
        return false;
    case Json::Kind::Bool:
        return m_scalar.toBool();
    case Json::Kind::Number:
        return m_scalar.toDouble() != 0;
    case Json::Kind::String:
        return !m_scalar.toString().isEmpty();
    case Json::Kind::Array:
    case Json::Kind::Object:
        break;
    }
    return true;
}

const EnvNode::Member *EnvNode::member(QStringView name) const
{
    const auto found = std::find_if(m_members.begin(),
                                    m_members.end(),
                                    [name](const Member &member) { return member.name == name; });
    return found == m_members.end() ? nullptr : &*found;
}

EnvNodePtr EnvNode::find(QStringView name) const
{
    const auto *found = member(name);
    return found ? found->value : nullptr;
}

void EnvNode::set(const QString &name, EnvNodePtr value, bool hidden)
{
    const auto found = std::find_if(m_members.begin(),
                                    m_members.end(),
                                    [&name](const Member &member) { return member.name == name; });
    if (found != m_members.end()) {
        found->value = std::move(value);
        found->hidden = hidden;
        return;
    }
    const auto index = text::jsArrayIndex(name);
    if (!index) {
        m_members.push_back({name, std::move(value), hidden});
        return;
    }
    const auto after = std::find_if(m_members.begin(), m_members.end(), [index](const Member &m) {
        const auto other = text::jsArrayIndex(m.name);
        return !other || *other > *index;
    });
    m_members.insert(after, {name, std::move(value), hidden});
}

void EnvNode::remove(QStringView name)
{
    std::erase_if(m_members, [name](const Member &member) { return member.name == name; });
}

Json EnvNode::toJson() const
{
    if (isScalar())
        return m_scalar;
    if (isObject()) {
        auto object = Json::object();
        for (const auto &member : m_members) {
            if (!member.hidden)
                object.members().push_back({member.name, member.value->toJson()});
        }
        return object;
    }
    // Elements that nobody set are null, names that are no index are not printed.
    auto array = Json::array();
    for (const auto &member : m_members) {
        const auto index = text::jsArrayIndex(member.name);
        if (!index)
            break;
        while (array.size() < qsizetype(*index) && array.size() < 10000)
            array.append({});
        array.append(member.value->toJson());
    }
    return array;
}

EnvNodePtr findPath(const EnvNodePtr &root, const QString &path)
{
    auto node = root;
    for (const auto &name : path.split(path.contains(u'/') ? u'/' : u'.')) {
        if (!node)
            return nullptr;
        if (name == "strategy"_L1 && node->computesStrategy) {
            const auto kind = node->find(u"kind");
            const auto text = kind ? kind->string() : QString();
            node = EnvNode::scalar(text == "jwt"_L1          ? u"JWT"_s
                                       : text == "mocked"_L1 ? u"mock"_s
                                                             : text);
            continue;
        }
        node = node->find(name);
    }
    return node;
}

} // namespace tokentrail::cap
