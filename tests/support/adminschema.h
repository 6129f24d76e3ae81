// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/exchange.h"
#include "core/text/json.h"

#include <QHash>

#include <optional>

namespace tokentrail::test {

// The published description of the administration, which neither our client nor our sandbox
// wrote: judges what both say to each other.
class AdminSchema
{
public:
    AdminSchema(); // reads tests/data/admin/operations.txt

    QList<std::pair<QByteArray, QString>> operations() const; // method and path pattern
    qsizetype operationCount() const { return m_operations.size(); }
    qsizetype schemaCount() const { return m_schemas.size(); }
    // What is against the description; empty: nothing.
    QStringList problems(const http::Exchange &exchange) const;
    QStringList problemsOf(const text::Json &value, const QString &type) const;
    bool describes(const http::Request &request) const;

private:
    struct Operation
    {
        QString method;
        QString path; // "/apps/{appId}"
        QStringList query;
        QStringList needed; // of query
        QString body; // a type; empty: none
        QString answer;
        QList<int> codes;
    };
    struct Schema
    {
        QStringList required;
        QHash<QString, QString> fields;
    };

    void readOperation(const QString &line);
    void readSchema(const QString &line);
    const Operation *operationOf(const http::Request &request) const;
    void judge(const text::Json &value,
               const QString &type,
               const QString &place,
               QStringList &problems) const;

    QList<Operation> m_operations;
    QHash<QString, Schema> m_schemas;
};

} // namespace tokentrail::test
