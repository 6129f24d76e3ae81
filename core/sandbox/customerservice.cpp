// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/customerservice.h"

#include "core/sandbox/answers.h"
#include "core/sandbox/capanswers.h"
#include "core/sandbox/odatafilter.h"
#include "core/sandbox/odataquery.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace tokentrail::sandbox {

namespace {

http::Response odataAnswer(int status, const text::Json &body)
{
    auto response = jsonAnswer(status, body);
    response.headers.set("Content-Type", "application/json;odata.metadata=minimal");
    response.headers.add("OData-Version", "4.0");
    return response;
}

http::Response noContent()
{
    auto response = answer(204, "application/json", {});
    response.headers.remove("Content-Type");
    response.headers.add("OData-Version", "4.0");
    return response;
}

http::Response methodNotAllowed(const QString &method)
{
    return capError(405, u"Method %1 is not allowed"_s.arg(method));
}

text::Json withContext(const QString &context, const text::Json &row)
{
    auto out = text::Json::object({{u"@odata.context"_s, context}});
    for (const auto &member : row.members())
        out.set(member.name, member.value);
    return out;
}

text::Json serviceDocument()
{
    auto value = text::Json::array();
    for (const auto &name : {u"Orders"_s, u"Approval"_s})
        value.append(text::Json::object({{u"name"_s, name}, {u"url"_s, name}}));
    return text::Json::object({{u"@odata.context"_s, u"$metadata"_s}, {u"value"_s, value}});
}

const QByteArray &metadata()
{
    static const QByteArray document =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        "<edmx:Edmx Version=\"4.0\" xmlns:edmx=\"http://docs.oasis-open.org/odata/ns/edmx\">\n"
        " <edmx:DataServices>\n"
        "  <Schema Namespace=\"CustomerService\" "
        "xmlns=\"http://docs.oasis-open.org/odata/ns/edm\">\n"
        "   <EntityContainer Name=\"EntityContainer\">\n"
        "    <EntitySet Name=\"Orders\" EntityType=\"CustomerService.Orders\"/>\n"
        "    <EntitySet Name=\"Approval\" EntityType=\"CustomerService.Approval\"/>\n"
        "   </EntityContainer>\n"
        "   <EntityType Name=\"Orders\"><Key><PropertyRef Name=\"ID\"/></Key>\n"
        "    <Property Name=\"ID\" Type=\"Edm.Int32\" Nullable=\"false\"/>\n"
        "    <Property Name=\"buyer\" Type=\"Edm.String\"/>\n"
        "    <Property Name=\"amount\" Type=\"Edm.Int32\"/>\n"
        "   </EntityType>\n"
        "   <EntityType Name=\"Approval\"><Key><PropertyRef Name=\"ID\"/></Key>\n"
        "    <Property Name=\"ID\" Type=\"Edm.Int32\" Nullable=\"false\"/>\n"
        "    <Property Name=\"note\" Type=\"Edm.String\"/>\n"
        "   </EntityType>\n"
        "  </Schema>\n"
        " </edmx:DataServices>\n"
        "</edmx:Edmx>\n";
    return document;
}

// $user.level > 2, as it comes out in the two places where cds looks at it.
enum class Level { Fulfilled, NotFulfilled, SeveralValues };

Level levelFor(const xsuaa::CapUser &user, bool onCreate)
{
    const auto *attribute = user.attributes.find(u"level");
    if (!attribute)
        return Level::NotFulfilled;
    text::Json value = *attribute;
    if (value.isArray()) {
        if (value.size() > 1)
            return Level::SeveralValues;
        value = value.size() == 1 ? value.elements().front() : text::Json();
    }
    if (!onCreate) {
        // SQLite: a text is greater than every number; nothing is greater than null.
        const bool holds = value.isString() || value.toDouble() > 2;
        return !value.isNull() && holds ? Level::Fulfilled : Level::NotFulfilled;
    }
    // cds decides in JavaScript, and only where every operand is truthy.
    bool isNumber = value.isNumber();
    const double number = isNumber ? value.toDouble() : value.toString().toDouble(&isNumber);
    const bool falsy = value.isNull() || (value.isNumber() && number == 0)
        || (value.isString() && value.toString().isEmpty());
    return falsy || (isNumber && number > 2) ? Level::Fulfilled : Level::NotFulfilled;
}

std::optional<http::Response> refusalFor(Level level)
{
    switch (level) {
    case Level::Fulfilled:
        return {};
    case Level::NotFulfilled:
        return capForbidden();
    case Level::SeveralValues:
        return capError(500,
                        u"user attribute array must be used with operator \"=\", \"in\", \"is "
                        u"null\", or \"is not null\""_s);
    }
    return {};
}

} // namespace

CustomerService::CustomerService()
    : m_orders{u"Orders"_s, {u"ID"_s, u"buyer"_s, u"amount"_s}, {}}
    , m_approval{u"Approval"_s, {u"ID"_s, u"note"_s}, {}}
{
    int id = 0;
    for (const auto &buyer : {u"alice"_s, u"bob"_s, u"carol"_s, u"alice"_s}) {
        ++id;
        m_orders.rows.append(
            text::Json::object({{u"ID"_s, id}, {u"buyer"_s, buyer}, {u"amount"_s, id * 100}}));
    }
    m_approval.rows.append(
        text::Json::object({{u"ID"_s, 1}, {u"note"_s, u"Waits for approval"_s}}));
}

qsizetype CustomerService::Entity::indexOf(const text::Json &id) const
{
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (rows[i][u"ID"] == id)
            return i;
    }
    return -1;
}

bool CustomerService::Entity::remove(const text::Json &id)
{
    const auto index = indexOf(id);
    if (index >= 0)
        rows.removeAt(index);
    return index >= 0;
}

text::Json CustomerService::Entity::store(const text::Json &id, const text::Json &body, bool merge)
{
    const auto index = indexOf(id);
    auto row = index < 0 ? text::Json::object() : rows[index];
    for (const auto &column : columns) {
        if (column == u"ID")
            row.set(column, id);
        else if (!merge || body.contains(column))
            row.set(column, body[column]);
    }
    if (index < 0)
        rows.append(row);
    else
        rows[index] = row;
    return row;
}

http::Response CustomerService::answer(const http::Request &request, const xsuaa::CapUser &user)
{
    const QString path = QUrl::fromPercentEncoding(request.path().mid(qsizetype(qstrlen(root))));
    QString rest = path;
    while (rest.startsWith(u'/'))
        rest.remove(0, 1);
    if (rest.isEmpty())
        return odataAnswer(200, serviceDocument());
    if (rest == u"$metadata")
        return sandbox::answer(200, "application/xml", metadata());
    if (rest == u"$batch")
        return capError(501, u"The sample service does not take batches"_s);
    static const QRegularExpression shape(u"^(\\w+)(?:\\((?:ID=)?([^()]*)\\))?(/\\$count)?$"_s);
    const auto match = shape.match(rest);
    const QString name = match.captured(1);
    if (!match.hasMatch() || (name != m_orders.name && name != m_approval.name))
        return capError(
            404, u"Invalid resource path \"CustomerService.%1\""_s.arg(rest.section(u'(', 0, 0)));
    std::optional<text::Json> id;
    if (match.hasCaptured(2) && match.capturedStart(2) >= 0) {
        const auto literal = parseODataLiteral(match.captured(2));
        if (!literal || !literal->isNumber())
            return capError(400, u"Invalid value: '%1' for property ID"_s.arg(match.captured(2)));
        id = *literal;
    }
    const auto *key = id ? &*id : nullptr;
    return name == m_orders.name ? orders(request, key, match.captured(3), user)
                                 : approval(request, key, user);
}

QStringList CustomerService::rolesFor(const QByteArray &method, const QString &path)
{
    const QString orders = QString::fromLatin1(root) + u"/Orders"_s;
    const bool reads = method == "GET" || method == "HEAD"; // whoever has no role sees fewer rows
    return path.startsWith(orders) && !reads ? QStringList{u"admin"_s} : QStringList();
}

http::Response CustomerService::orders(const http::Request &request,
                                       const text::Json *id,
                                       const QString &rest,
                                       const xsuaa::CapUser &user)
{
    if (request.method == "GET" || request.method == "HEAD")
        return readOrders(request, id, rest, user);
    if (!user.roles.contains(u"admin"_s))
        return capForbidden();
    return write(m_orders, request, id, true);
}

http::Response CustomerService::readOrders(const http::Request &request,
                                           const text::Json *id,
                                           const QString &rest,
                                           const xsuaa::CapUser &user) const
{
    const auto query = parseODataQuery(request, m_orders.columns);
    if (!query)
        return capError(400, query.error().sentence);
    QList<text::Json> visible;
    for (const auto &row : m_orders.rows) {
        if (user.roles.contains(u"admin"_s) || row[u"buyer"].toString() == user.id)
            visible.append(row);
    }
    if (id) {
        for (const auto &row : visible) {
            if (row[u"ID"] == *id)
                return odataAnswer(
                    200, withContext(u"$metadata#Orders/$entity"_s, query->selected(row)));
        }
        return capNotFound();
    }
    qsizetype matching = 0;
    auto value = text::Json::array();
    for (const auto &row : query->apply(visible, &matching))
        value.append(query->selected(row));
    if (!rest.isEmpty())
        return textAnswer(200, QByteArray::number(matching));
    auto body = text::Json::object({{u"@odata.context"_s, u"$metadata#Orders"_s}});
    if (query->withCount)
        body.set(u"@odata.count"_s, qint64(matching));
    body.set(u"value"_s, value);
    return odataAnswer(200, body);
}

http::Response CustomerService::approval(const http::Request &request,
                                         const text::Json *id,
                                         const xsuaa::CapUser &user)
{
    if (request.method == "GET" || request.method == "HEAD")
        return capForbidden(); // nobody is granted READ
    const bool exists = id && m_approval.indexOf(*id) >= 0;
    if (id && !exists && request.method != "PUT")
        return capNotFound();
    if (const auto refusal = refusalFor(levelFor(user, !exists)))
        return *refusal;
    return write(m_approval, request, id, false);
}

http::Response CustomerService::write(Entity &entity,
                                      const http::Request &request,
                                      const text::Json *id,
                                      bool readBack)
{
    const auto &method = request.method;
    if (method == "DELETE" && id)
        return entity.remove(*id) ? noContent() : capNotFound();
    const bool creates = method == "POST" && !id;
    const bool changes = (method == "PATCH" || method == "PUT") && id;
    if (!creates && !changes)
        return methodNotAllowed(QString::fromLatin1(method));
    const auto body = text::parseJson(request.body);
    if (!body || !body->isObject())
        return capError(400, u"The request body is no JSON object"_s);
    for (const auto &member : body->members()) {
        if (!entity.columns.contains(member.name))
            return capError(400,
                            u"Property \"%1\" does not exist in CustomerService.%2"_s.arg(
                                member.name, entity.name));
    }
    const text::Json key = id ? *id : (*body)[u"ID"];
    const bool isNew = entity.indexOf(key) < 0;
    if (creates && !key.isNumber())
        return capError(400, u"Value is required for ID"_s);
    if (creates && !isNew)
        return capError(400, u"ENTITY_ALREADY_EXISTS"_s);
    if (method == "PATCH" && isNew)
        return capNotFound();
    const auto row = entity.store(key, *body, method == "PATCH");
    if (!readBack)
        return noContent();
    return odataAnswer(isNew ? 201 : 200,
                       withContext(u"$metadata#%1/$entity"_s.arg(entity.name), row));
}

} // namespace tokentrail::sandbox
