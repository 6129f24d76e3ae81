// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/odatav2.h"

#include "core/sandbox/answers.h"
#include "core/sandbox/odataquery.h"

using namespace Qt::StringLiterals;

namespace tokentrail::sandbox {

namespace {

// Codes as gateway systems use them; only status and text are relied on by clients.
constexpr auto resourceNotFound = "005056A509B11EE1B9A8FEC11C21D78E"_L1;
constexpr auto optionInvalid = "005056A509B11EE1B9A8FEC11C21578E"_L1;

http::Response dataAnswer(int status, const text::Json &data)
{
    auto response = jsonAnswer(status, text::Json::object({{u"d"_s, data}}));
    response.headers.add("DataServiceVersion", "2.0");
    return response;
}

http::Response methodNotAllowed()
{
    return odataV2Error(405, u"/IWFND/CM_CONSUMER/001"_s, u"Method not allowed"_s);
}

http::Response segmentNotFound(const QString &segment)
{
    return odataV2Error(
        404, resourceNotFound, u"Resource not found for segment '%1'"_s.arg(segment));
}

// MERGE travels as such, as PATCH, or inside a POST.
QByteArray methodOf(const http::Request &request)
{
    if (request.method == "POST") {
        const auto tunnelled = request.headers.value("x-http-method").toUpper();
        if (!tunnelled.isEmpty())
            return tunnelled;
    }
    return request.method == "HEAD" ? QByteArray("GET") : request.method;
}

} // namespace

http::Response odataV2Error(int status, const QString &code, const QString &message)
{
    const auto error = text::Json::object(
        {{u"code"_s, code},
         {u"message"_s, text::Json::object({{u"lang"_s, u"en"_s}, {u"value"_s, message}})}});
    auto response = jsonAnswer(status, text::Json::object({{u"error"_s, error}}));
    response.headers.add("DataServiceVersion", "1.0");
    return response;
}

ODataV2::ODataV2(BackendService &service, QString base, QString user)
    : m_service(service)
    , m_base(std::move(base))
    , m_user(std::move(user))
{ }

http::Response ODataV2::answer(const http::Request &request, const QString &rest)
{
    const auto method = methodOf(request);
    const QString format = request.queryItem(u"$format");
    if (!format.isEmpty() && format != u"json")
        return odataV2Error(400, optionInvalid, u"Format '%1' is not supported here"_s.arg(format));
    if (rest.isEmpty() || rest == u"$metadata") {
        if (method != "GET")
            return methodNotAllowed();
        return rest.isEmpty() ? serviceDocument()
                              : sandbox::answer(200, "application/xml", m_service.metadata());
    }
    const QString set = rest.section(u'/', 0, 0).section(u'(', 0, 0);
    if (set != m_service.entitySet)
        return segmentNotFound(set);
    const QString below = rest.mid(set.size());
    return below.startsWith(u'(') ? answerOne(request, method, below)
                                  : answerSet(request, method, below);
}

http::Response
ODataV2::answerSet(const http::Request &request, const QByteArray &method, const QString &below)
{
    if (below == u"/$count" && method == "GET")
        return count(request);
    if (!below.isEmpty())
        return segmentNotFound(below.mid(1));
    if (method == "GET")
        return list(request);
    return method == "POST" ? create(request) : methodNotAllowed();
}

http::Response
ODataV2::answerOne(const http::Request &request, const QByteArray &method, const QString &below)
{
    if (!below.endsWith(u')'))
        return segmentNotFound(below.section(u'/', -1));
    const auto key = m_service.keyFrom(QStringView(below).sliced(1, below.size() - 2));
    if (!key)
        return odataV2Error(400, optionInvalid, key.error().sentence);
    const auto index = m_service.indexOf(*key);
    if (index < 0)
        return odataV2Error(404,
                            u"/IWBEP/CM_MGW_RT/020"_s,
                            u"Resource not found for segment '%1Type'"_s.arg(m_service.entitySet));
    if (method == "GET")
        return one(request, index);
    if (method == "PATCH" || method == "MERGE" || method == "PUT")
        return change(request, index, method == "PUT");
    if (method != "DELETE")
        return methodNotAllowed();
    m_service.rows.removeAt(index);
    return sandbox::answer(204, "application/json", {});
}

http::Response ODataV2::serviceDocument() const
{
    return dataAnswer(200,
                      text::Json::object({{u"EntitySets"_s,
                                           text::Json::array(QStringList{m_service.entitySet})}}));
}

http::Response ODataV2::list(const http::Request &request) const
{
    const auto query = parseODataQuery(request, m_service.columnNames());
    if (!query)
        return odataV2Error(400, optionInvalid, query.error().sentence);
    QList<text::Json> rows;
    for (const auto &row : m_service.rows)
        rows.append(shown(row));
    qsizetype matching = 0;
    auto results = text::Json::array();
    for (const auto &row : query->apply(rows, &matching))
        results.append(query->selected(row));
    auto data = text::Json::object();
    if (query->withCount) // V2 counts in strings
        data.set(u"__count"_s, QString::number(matching));
    data.set(u"results"_s, results);
    return dataAnswer(200, data);
}

http::Response ODataV2::count(const http::Request &request) const
{
    const auto query = parseODataQuery(request, m_service.columnNames());
    if (!query)
        return odataV2Error(400, optionInvalid, query.error().sentence);
    QList<text::Json> rows;
    for (const auto &row : m_service.rows)
        rows.append(shown(row));
    qsizetype matching = 0;
    query->apply(rows, &matching);
    return textAnswer(200, QByteArray::number(matching));
}

http::Response ODataV2::one(const http::Request &request, qsizetype index) const
{
    const auto query = parseODataQuery(request, m_service.columnNames());
    if (!query)
        return odataV2Error(400, optionInvalid, query.error().sentence);
    return dataAnswer(200, query->selected(shown(m_service.rows[index])));
}

Result<text::Json> ODataV2::bodyOf(const http::Request &request) const
{
    auto body = text::parseJson(request.body);
    if (!body || !body->isObject())
        return Error{ErrorCode::InvalidInput, u"Malformed request body"_s};
    if (body->contains(u"d"))
        body = Result<text::Json>(text::Json((*body)[u"d"]));
    body->remove(u"__metadata");
    const auto columns = m_service.columnNames();
    for (const auto &member : body->members()) {
        if (!columns.contains(member.name))
            return Error{ErrorCode::InvalidInput, u"Property '%1' is invalid"_s.arg(member.name)};
    }
    return body;
}

http::Response ODataV2::create(const http::Request &request)
{
    const auto body = bodyOf(request);
    if (!body)
        return odataV2Error(400, u"/IWBEP/CM_MGW_RT/021"_s, body.error().sentence);
    auto row = text::Json::object();
    for (const auto &column : m_service.columns)
        row.set(column.name, (*body)[column.name]);
    row.set(u"CreatedByUser"_s, m_user);
    auto key = text::Json::object();
    for (const auto &name : m_service.keys) {
        if (row[name].toString().isEmpty())
            return odataV2Error(
                400, u"/IWBEP/CM_MGW_RT/021"_s, u"Property '%1' is mandatory"_s.arg(name));
        key.set(name, row[name]);
    }
    if (m_service.indexOf(key) >= 0)
        return odataV2Error(
            400, u"/IWBEP/CM_MGW_RT/022"_s, u"%1 already exists"_s.arg(m_service.entitySet));
    m_service.rows.append(row);
    auto response = dataAnswer(201, shown(row));
    const QString location = m_base + u'/' + m_service.entitySet + m_service.keyPredicate(row);
    response.headers.add("Location", location.toUtf8());
    return response;
}

http::Response ODataV2::change(const http::Request &request, qsizetype index, bool replace)
{
    const auto body = bodyOf(request);
    if (!body)
        return odataV2Error(400, u"/IWBEP/CM_MGW_RT/021"_s, body.error().sentence);
    auto &row = m_service.rows[index];
    for (const auto &column : m_service.columns) {
        if (m_service.keys.contains(column.name))
            continue; // keys stay, whatever the body says
        if (replace || body->contains(column.name))
            row.set(column.name, (*body)[column.name]);
    }
    return sandbox::answer(204, "application/json", {});
}

text::Json ODataV2::shown(const text::Json &row) const
{
    const QString uri = m_base + u'/' + m_service.entitySet + m_service.keyPredicate(row);
    auto out = text::Json::object(
        {{u"__metadata"_s,
          text::Json::object(
              {{u"id"_s, uri}, {u"uri"_s, uri}, {u"type"_s, m_service.entityType()}})}});
    for (const auto &member : row.members())
        out.set(member.name, member.value);
    // So that one glance at a row tells who the backend took the call for.
    out.set(u"LastChangedByUser"_s, m_user);
    return out;
}

} // namespace tokentrail::sandbox
