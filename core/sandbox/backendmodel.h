// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/text/json.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace tokentrail::sandbox {

struct Column
{
    QString name;
    QString type; // "Edm.String", …
    int maxLength = 0; // of Edm.String
    QString label;
};

// One OData V2 service with one entity set, and its rows.
struct BackendService
{
    QString name; // "API_FUNCTIONALLOCATION"
    QString entitySet; // "FunctionalLocation"
    QStringList keys;
    QList<Column> columns;
    QList<text::Json> rows;

    QString entityType() const { return name + u'.' + entitySet + QStringLiteral("Type"); }
    QStringList columnNames() const;
    QByteArray metadata() const; // EDMX
    // FunctionalLocation('1000-A'); Equipment(Equipment='1',ValidityEndDate=datetime'…')
    Result<text::Json> keyFrom(QStringView predicate) const;
    QString keyPredicate(const text::Json &row) const;
    qsizetype indexOf(const text::Json &key) const; // -1: no such row
};

struct BackendModel
{
    QList<BackendService> services;

    static BackendModel sample();
    BackendService *find(QStringView name);
};

} // namespace tokentrail::sandbox
