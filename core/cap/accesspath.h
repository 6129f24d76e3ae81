// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/csn.h"

#include <QHash>
#include <QString>

#include <optional>
#include <vector>

namespace tokentrail::cap {

enum class Protocol : quint8 { OData, Rest, Other };

// Where a service answers; from @path, @protocol, @odata, @rest or its name.
struct Endpoint
{
    const Definition *service = nullptr;
    Protocol protocol = Protocol::OData;
    QString path; // "/odata/v4/catalog"
};
std::vector<Endpoint> endpointsOf(const Csn &csn);
// The one that a path lies under; the longest counts.
const Endpoint *findEndpoint(const std::vector<Endpoint> &endpoints, QStringView path);

struct KeyPart
{
    QString name; // of the column; empty: the only key
    Value value;
};

// One step of a resource path.
struct Segment
{
    const Definition *entity = nullptr;
    const Element *association = nullptr; // that led here; null in the first
    std::vector<KeyPart> keys;
    bool isKeyed = false;
};

struct QueryOption
{
    QString name; // "$select"
    QString value;
};

// A URL below an endpoint, resolved against the model.
struct ResourcePath
{
    std::vector<Segment> segments;
    const Definition *operation = nullptr; // the last step
    QString property; // the last step: a column
    bool isRoot = false; // service document
    bool isMetadata = false;
    bool isBatch = false;
    bool isCount = false; // …/$count
    bool isStream = false; // a property that holds media
    bool isOne = false; // addresses one row
    std::optional<bool> isActive; // key IsActiveEntity, of draft-enabled entities
    std::vector<QueryOption> options;

    int status = 0; // the adapter refuses it: 404, 400
    QString because;
    QString brokenKey; // why the database service fails (500) when it looks for the row

    const Definition *target() const { return segments.empty() ? nullptr : segments.back().entity; }
    QString option(QStringView name) const;
};

// path and query: below the endpoint, percent-encoded as in the request line. cds: the major
// version, since they differ in what they take for a UUID.
ResourcePath resolvePath(const Csn &csn,
                         const Endpoint &endpoint,
                         const QString &path,
                         const QString &query,
                         int cds = 9);
// Query options that are none or cannot be read: CAP answers 400 or 501 before it looks at the path.
// REST leaves functions that are not known to the database.
void checkOptionSyntax(ResourcePath &path, bool isStrict);
// What CAP takes for a UUID: hyphens may be missing, and any letter will do.
bool isUuidKey(const QString &text, int cds);
// A whole number that JavaScript can hold exactly, with a sign or without.
bool isSafeInteger(const QString &text);
// Query options that name what is not there: CAP answers 400.
void checkOptions(ResourcePath &path, const Csn &csn, int cds);

} // namespace tokentrail::cap
