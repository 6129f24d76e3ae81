// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/destinationmanagement.h"

#include "core/sandbox/answers.h"

#include <QRegularExpression>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

http::Response message(int status, const QString &text)
{
    return jsonAnswer(status, Json::object({{u"ErrorMessage"_s, text}}));
}

http::Response notFound()
{
    return message(404, u"Configuration with the specified name was not found"_s);
}

http::Response count(int records)
{
    return jsonAnswer(200, Json::object({{u"Count"_s, records}}));
}

// $filter=startswith(Name,'…'), the one filter that clients send; others are not understood.
std::optional<QString> wantedStart(const http::Request &request)
{
    const auto filter = request.queryItem(u"$filter");
    if (filter.isEmpty())
        return QString();
    static const QRegularExpression startsWith(
        u"^\\s*startswith\\(\\s*Name\\s*,\\s*'([^']*)'\\s*\\)\\s*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = startsWith.match(filter);
    return match.hasMatch() ? std::optional(match.captured(1)) : std::nullopt;
}

http::Response list(Landscape &landscape, Landscape::Level level, const http::Request &request)
{
    const auto start = wantedStart(request);
    if (!start)
        return message(400, u"The sandbox knows startswith(Name,'…') alone in $filter"_s);
    auto all = Json::array();
    for (const auto &properties : landscape.destinations(level)) {
        if (properties[u"Name"].toString().startsWith(*start))
            all.append(stringsOnly(properties));
    }
    return jsonAnswer(200, all);
}

// One destination, or a list of them; why not in the words of an ErrorMessage.
Result<QList<Json>> destinationsIn(const http::Request &request)
{
    const auto body = text::parseJson(request.body);
    if (!body || (!body->isObject() && !body->isArray()))
        return Error{ErrorCode::InvalidInput, u"The body is not a JSON object or array"_s};
    QList<Json> found;
    if (body->isObject())
        found.append(*body);
    for (const auto &element : body->elements())
        found.append(element);
    for (const auto &destination : found) {
        for (const auto name : {u"Name", u"Type"}) {
            if (destination[name].toString().isEmpty())
                return Error{ErrorCode::InvalidInput,
                             u"The property %1 is missing"_s.arg(QString::fromUtf16(name))};
        }
    }
    return found;
}

http::Response
store(Landscape &landscape, Landscape::Level level, const http::Request &request, bool create)
{
    const auto given = destinationsIn(request);
    if (!given)
        return message(400, given.error().sentence);
    for (const auto &destination : *given) {
        const bool known =
            landscape.destination(level, destination[u"Name"].toString()).has_value();
        if (create && known)
            return message(409, u"Destination with the same name already exists"_s);
        if (!create && !known)
            return notFound();
    }
    for (const auto &destination : *given) {
        if (const auto done = landscape.putDestination(level, stringsOnly(destination)); !done)
            return message(400, done.error().sentence);
    }
    if (!create)
        return count(int(given->size()));
    http::Response created;
    created.status = 201;
    return created;
}

} // namespace

Json stringsOnly(const Json &properties)
{
    auto out = Json::object();
    for (const auto &member : properties.members()) {
        const auto &value = member.value;
        if (value.isNull())
            continue;
        out.set(member.name,
                value.isString() ? value.toString() : QString::fromUtf8(value.toCompact()));
    }
    return out;
}

std::optional<http::Response>
manageDestinations(Landscape &landscape, const http::Request &request, const QString &rest)
{
    const auto place = rest.section(u'/', 1, 1);
    const auto name = rest.section(u'/', 2);
    const bool ofInstance = place == "instanceDestinations"_L1;
    if (!rest.startsWith("v1/"_L1) || (place != "subaccountDestinations"_L1 && !ofInstance))
        return std::nullopt;
    const auto level = ofInstance ? Landscape::Level::Instance : Landscape::Level::Subaccount;
    const auto &method = request.method;
    if (name.isEmpty()) {
        if (method == "GET")
            return list(landscape, level, request);
        if (method == "POST" || method == "PUT")
            return store(landscape, level, request, method == "POST");
        return message(405, u"Method not allowed"_s);
    }
    const auto found = landscape.destination(level, name);
    if (!found)
        return notFound();
    if (method == "GET")
        return jsonAnswer(200, stringsOnly(*found));
    if (method != "DELETE")
        return message(405, u"Method not allowed"_s);
    const auto removed = landscape.removeDestination(level, name);
    return removed ? count(1) : message(500, removed.error().sentence);
}

} // namespace tokentrail::sandbox
