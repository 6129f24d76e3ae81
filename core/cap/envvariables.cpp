// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/envvariables.h"

#include "core/cap/say.h"
#include "core/text/jsvalue.h"

#include <QStringList>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

bool isConfigVariable(const QString &name)
{
    return name.startsWith("cds"_L1, Qt::CaseInsensitive) && name.size() > 3
        && (name[3] == u'.' || name[3] == u'_');
}

// The fourth character separates the names of the path, __ is an underscore of a name; all-caps
// variables mean lower case.
QStringList pathOf(const QString &variable)
{
    auto escaped = variable;
    escaped.replace("__"_L1, "!!"_L1);
    const bool hasLower =
        std::any_of(escaped.begin(), escaped.end(), [](QChar c) { return c >= u'a' && c <= u'z'; });
    const auto key = hasLower ? escaped : escaped.toLower();
    auto path = key.sliced(4).split(key[3]);
    for (auto &name : path)
        name.replace("!!"_L1, "_"_L1);
    return path;
}

Result<void>
addVariable(const EnvNodePtr &config, const EnvVariable &variable, const QStringList &path)
{
    auto node = config;
    for (qsizetype i = 0; i + 1 < path.size(); ++i) {
        if (path[i + 1].isEmpty())
            return Error{ErrorCode::InvalidInput,
                         say(u"env.variable-empty", {{u"variable", variable.name}})};
        auto next = node->find(path[i]);
        if (!next || !next->isTruthy()) {
            next = EnvNode::object(variable.origin);
            node->set(path[i], next);
        }
        if (next->isScalar())
            return Error{
                ErrorCode::InvalidInput,
                say(u"env.variable-plain",
                    {{u"variable", variable.name}, {u"path", path.first(i + 1).join(u'.')}})};
        node = next;
    }
    node->set(path.constLast(), variableValue(variable.value, variable.origin));
    return {};
}

} // namespace

EnvNodePtr variableValue(const QString &text, EnvOrigin origin)
{
    if (text.startsWith(u'{') || text.startsWith(u'[')) {
        if (const auto parsed = text::parseJson(text.toUtf8())) {
            auto node = EnvNode::fromJson(*parsed, -1);
            node->setOriginDeep(origin);
            return node;
        }
    }
    if (text == "true"_L1 || text == "false"_L1)
        return EnvNode::scalar(text == "true"_L1, origin);
    if (text::jsNumber(text)) // the empty text is a number to JavaScript, and then none
        return EnvNode::scalar(text::jsNormalized(Json(text::jsParseFloat(text))), origin);
    return EnvNode::scalar(text, origin);
}

Result<void> addVariables(const EnvNodePtr &config, const Environment &environment)
{
    for (const auto &variable : environment.variables()) {
        if (!isConfigVariable(variable.name))
            continue;
        if (auto added = addVariable(config, variable, pathOf(variable.name)); !added)
            return added;
    }
    return {};
}

} // namespace tokentrail::cap
