// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/adminschema.h"

#include <QFile>
#include <QRegularExpression>
#include <QUrlQuery>

namespace tokentrail::test {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

bool fits(const QStringList &path, const QStringList &pattern)
{
    if (path.size() != pattern.size())
        return false;
    for (qsizetype i = 0; i < path.size(); ++i) {
        const bool variable = pattern.at(i).startsWith(u'{') && !path.at(i).isEmpty();
        if (!variable && path.at(i) != pattern.at(i))
            return false;
    }
    return true;
}

qsizetype variables(const QString &path)
{
    return path.count(u'{');
}

} // namespace

AdminSchema::AdminSchema()
{
    QFile file(QStringLiteral(TOKENTRAIL_TEST_DATA "/admin/operations.txt"));
    if (!file.open(QIODevice::ReadOnly))
        return;
    bool schemas = false;
    while (!file.atEnd()) {
        const auto line = QString::fromUtf8(file.readLine()).trimmed();
        if (line == "SCHEMAS"_L1)
            schemas = true;
        else if (!line.isEmpty() && !line.startsWith(u'#'))
            schemas ? readSchema(line) : readOperation(line);
    }
}

// "PUT    /a/{b} b(p!) c(q) d(q!) body=Role -> object codes=200,404"
void AdminSchema::readOperation(const QString &line)
{
    Operation operation;
    const auto arrow = line.indexOf("->"_L1);
    const auto words = line.first(arrow).split(u' ', Qt::SkipEmptyParts);
    operation.method = words.value(0);
    operation.path = words.value(1);
    for (const auto &word : words.sliced(2)) {
        if (word.startsWith("body="_L1))
            operation.body = word.sliced(5);
        else if (word.endsWith("(q)"_L1) || word.endsWith("(q!)"_L1))
            operation.query.append(word.section(u'(', 0, 0));
        if (word.endsWith("(q!)"_L1))
            operation.needed.append(word.section(u'(', 0, 0));
    }
    const auto rest = line.sliced(arrow + 2).trimmed();
    operation.answer = rest.section("codes="_L1, 0, 0).trimmed();
    const auto codes = rest.section("codes="_L1, 1).section(u' ', 0, 0).split(u',');
    for (const auto &code : codes)
        operation.codes.append(code.toInt());
    m_operations.append(operation);
}

// "RoleReference required= ['a', 'b'] fields= name:string, roles:[Role]"
void AdminSchema::readSchema(const QString &line)
{
    Schema schema;
    const auto name = line.section(u' ', 0, 0);
    const auto required = line.section("required="_L1, 1).section("fields="_L1, 0, 0);
    static const QRegularExpression quoted(u"'([^']+)'"_s);
    for (auto it = quoted.globalMatch(required); it.hasNext();)
        schema.required.append(it.next().captured(1));
    const auto fields = line.section("fields="_L1, 1).split(u',', Qt::SkipEmptyParts);
    for (const auto &field : fields)
        schema.fields.insert(field.section(u':', 0, 0).trimmed(), field.section(u':', 1).trimmed());
    m_schemas.insert(name, schema);
}

const AdminSchema::Operation *AdminSchema::operationOf(const http::Request &request) const
{
    const auto path = QString::fromLatin1(request.path()).split(u'/');
    const Operation *best = nullptr;
    for (const auto &operation : m_operations) {
        if (operation.method.toLatin1() != request.method
            || !fits(path, operation.path.split(u'/')))
            continue;
        if (best == nullptr || variables(operation.path) < variables(best->path))
            best = &operation;
    }
    return best;
}

QList<std::pair<QByteArray, QString>> AdminSchema::operations() const
{
    QList<std::pair<QByteArray, QString>> list;
    for (const auto &operation : m_operations)
        list.append({operation.method.toLatin1(), operation.path});
    return list;
}

bool AdminSchema::describes(const http::Request &request) const
{
    return operationOf(request) != nullptr;
}

QStringList AdminSchema::problems(const http::Exchange &exchange) const
{
    const auto &request = exchange.request;
    const auto &response = exchange.response;
    const auto called = QString::fromLatin1(request.method + ' ' + request.target);
    const auto *operation = operationOf(request);
    if (operation == nullptr)
        return {called + u": no such operation"_s};
    QStringList problems;
    const QUrlQuery query(QString::fromLatin1(request.query()));
    for (const auto &[name, value] : query.queryItems()) {
        if (!operation->query.contains(name))
            problems << u"query %1 is not described"_s.arg(name);
    }
    for (const auto &name : operation->needed) {
        if (!query.hasQueryItem(name))
            problems << u"query %1 is missing"_s.arg(name);
    }
    if (request.body.isEmpty() != operation->body.isEmpty())
        problems << u"body: described is \"%1\""_s.arg(operation->body);
    if (!request.body.isEmpty()) {
        const auto body = text::parseJson(request.body);
        judge(body.value_or(Json()), operation->body, u"request"_s, problems);
    }
    // Every service may say that it is asked too much, or by nobody it knows.
    const QList<int> anywhere{401, 403, 429};
    if (!operation->codes.contains(response.status) && !anywhere.contains(response.status))
        problems << u"status %1 is not described"_s.arg(response.status);
    if (response.status < 300 && response.status != 204) {
        const auto body = text::parseJson(response.body);
        if (!body)
            problems << u"response is no JSON"_s;
        else
            judge(*body, operation->answer, u"response"_s, problems);
    }
    for (auto &problem : problems)
        problem = called + u": "_s + problem;
    return problems;
}

QStringList AdminSchema::problemsOf(const Json &value, const QString &type) const
{
    QStringList problems;
    judge(value, type, type, problems);
    return problems;
}

void AdminSchema::judge(const Json &value,
                        const QString &type,
                        const QString &place,
                        QStringList &problems) const
{
    const auto expect = [&](bool holds) {
        if (!holds)
            problems << u"%1 is no %2"_s.arg(place, type);
    };
    if (type.startsWith(u'[')) {
        expect(value.isArray());
        int number = 0;
        for (const auto &item : value.elements())
            judge(item, type.sliced(1).chopped(1), u"%1[%2]"_s.arg(place).arg(number++), problems);
    } else if (type == "string"_L1) {
        expect(value.isString());
    } else if (type == "boolean"_L1) {
        expect(value.isBool());
    } else if (type == "integer"_L1) {
        expect(value.isNumber() && !value.numberSpelling().contains('.'));
    } else if (type == "object"_L1) {
        expect(value.isObject());
    } else if (const auto schema = m_schemas.constFind(type); schema != m_schemas.constEnd()) {
        expect(value.isObject());
        for (const auto &name : schema->required) {
            if (!value.contains(name))
                problems << u"%1 lacks %2"_s.arg(place, name);
        }
        for (const auto &member : value.members()) {
            const auto field = schema->fields.constFind(member.name);
            if (field == schema->fields.constEnd())
                problems << u"%1.%2 is not described"_s.arg(place, member.name);
            else
                judge(member.value, *field, place + u'.' + member.name, problems);
        }
    } else {
        problems << u"%1: unknown type %2"_s.arg(place, type);
    }
}

} // namespace tokentrail::test
