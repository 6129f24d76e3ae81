// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/envmask.h"

#include "core/base/redactor.h"
#include "core/text/yaml.h"

#include <QStringList>

#include <array>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

const QString mark = u"•••"_s;

// Names that hold a secret inside credentials, beside those that hold one everywhere.
bool isSecretCredential(const QString &name)
{
    static constexpr std::array names = {
        u"clientsecret", u"key", u"privatekey", u"uri_with_password"};
    return std::any_of(names.begin(), names.end(), [&name](const char16_t *known) {
        return name.compare(QStringView(known), Qt::CaseInsensitive) == 0;
    });
}

// Whether a plain value that stands there is a secret by its place.
bool isSecretPlace(const QStringList &path)
{
    if (path.isEmpty())
        return false;
    const auto &name = path.constLast();
    const auto parent = path.size() > 1 ? path[path.size() - 2] : QString();
    static constexpr std::array everywhere = {u"password",
                                              u"clientsecret",
                                              u"client_secret",
                                              u"private_key",
                                              u"secret",
                                              u"passcode",
                                              u"access_token",
                                              u"refresh_token",
                                              u"id_token"};
    const bool always =
        std::any_of(everywhere.begin(), everywhere.end(), [&name](const char16_t *n) {
            return name.compare(QStringView(n), Qt::CaseInsensitive) == 0;
        });
    const bool inCredentials = path.contains("credentials"_L1);
    return always || (inCredentials && (isSecretCredential(name) || redactor::isSecretField(name)))
        || parent == "users"_L1;
}

Json masked(const Json &value, QStringList path)
{
    switch (value.kind()) {
    case Json::Kind::Null:
    case Json::Kind::Bool:
        return value;
    case Json::Kind::Number:
        return isSecretPlace(path) ? Json(mark) : value;
    case Json::Kind::String: {
        const auto text = value.toString();
        if (text.isEmpty())
            return value;
        return isSecretPlace(path) ? Json(mark) : Json(redactor::text(text));
    }
    case Json::Kind::Array: {
        auto array = Json::array();
        for (const auto &element : value.elements())
            array.append(masked(element, path));
        return array;
    }
    case Json::Kind::Object:
        break;
    }
    auto object = Json::object();
    path << QString();
    for (const auto &member : value.members()) {
        path.last() = member.name;
        object.members().push_back({member.name, masked(member.value, path)});
    }
    return object;
}

// The places of secrets in a text, the last first, so that they can be replaced in this order.
void findSecrets(const Json &value, QStringList path, std::vector<const Json *> &found)
{
    if (value.isObject()) {
        path << QString();
        for (auto member = value.members().rbegin(); member != value.members().rend(); ++member) {
            path.last() = member->name;
            findSecrets(member->value, path, found);
        }
    } else if (value.isArray()) {
        for (auto element = value.elements().rbegin(); element != value.elements().rend();
             ++element)
            findSecrets(*element, path, found);
    } else if ((value.isString() || value.isNumber()) && isSecretPlace(path)) {
        found.push_back(&value);
    } else if (value.isString() && redactor::text(value.toString()) != value.toString()) {
        found.push_back(&value); // a secret by its looks: a URL with a password, a token
    }
}

} // namespace

QByteArray maskedConfigText(const QByteArray &text, const QByteArray &before)
{
    const auto read = [](const QByteArray &source) {
        const auto json = text::parseJson(source);
        return json ? json : text::parseYaml(source);
    };
    const auto parsed = read(text);
    if (!parsed)
        return mark.toUtf8();
    const auto old = read(before).value_or(Json());
    std::vector<const Json *> known;
    findSecrets(old, {}, known);
    std::vector<const Json *> secrets;
    findSecrets(*parsed, {}, secrets);
    auto out = text;
    for (const auto *secret : secrets) {
        const bool isNew = !before.isEmpty()
            && std::none_of(known.begin(), known.end(), [secret](const Json *other) {
                   return *other == *secret;
               });
        const auto span = secret->span();
        const QString shown = isNew ? mark + u" (new)"_s : mark;
        out.replace(span.begin, span.end - span.begin, Json(shown).toCompact());
    }
    return out;
}

Json maskedConfig(const Json &value, const QString &path)
{
    return masked(value, path.split(path.contains(u'/') ? u'/' : u'.', Qt::SkipEmptyParts));
}

} // namespace tokentrail::cap
