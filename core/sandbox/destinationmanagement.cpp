// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/destinationmanagement.h"

#include "core/sandbox/answers.h"

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

http::Response list(Landscape &landscape)
{
    auto all = Json::array();
    for (const auto &properties : landscape.destinations())
        all.append(stringsOnly(properties));
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

http::Response store(Landscape &landscape, const http::Request &request, bool create)
{
    const auto given = destinationsIn(request);
    if (!given)
        return message(400, given.error().sentence);
    for (const auto &destination : *given) {
        const bool known = landscape.destination(destination[u"Name"].toString()).has_value();
        if (create && known)
            return message(409, u"Destination with the same name already exists"_s);
        if (!create && !known)
            return notFound();
    }
    for (const auto &destination : *given) {
        if (const auto done = landscape.putDestination(stringsOnly(destination)); !done)
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
    const auto level = rest.section(u'/', 1, 1);
    const auto name = rest.section(u'/', 2);
    if (!rest.startsWith("v1/"_L1)
        || (level != "subaccountDestinations"_L1 && level != "instanceDestinations"_L1))
        return std::nullopt;
    const auto &method = request.method;
    if (level == "instanceDestinations"_L1) {
        if (method == "GET" && name.isEmpty())
            return jsonAnswer(200, Json::array());
        return method == "GET" || method == "DELETE"
            ? notFound()
            : message(400, u"The sandbox keeps destinations of the subaccount alone"_s);
    }
    if (name.isEmpty()) {
        if (method == "GET")
            return list(landscape);
        if (method == "POST" || method == "PUT")
            return store(landscape, request, method == "POST");
        return message(405, u"Method not allowed"_s);
    }
    const auto found = landscape.destination(name);
    if (!found)
        return notFound();
    if (method == "GET")
        return jsonAnswer(200, stringsOnly(*found));
    if (method != "DELETE")
        return message(405, u"Method not allowed"_s);
    const auto removed = landscape.removeDestination(name);
    return removed ? count(1) : message(500, removed.error().sentence);
}

} // namespace tokentrail::sandbox
