// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/http/message.h"
#include "core/text/json.h"

#include <QList>
#include <QStringList>

#include <functional>

namespace tokentrail::sandbox {

// The part of OData's query options that the sandbox understands, in the spelling of V2 and V4.
struct ODataQuery
{
    using Test = std::function<bool(const text::Json &row)>;
    struct Order
    {
        QString column;
        bool descending = false;
    };

    qsizetype top = -1; // -1: all
    qsizetype skip = 0;
    QStringList select; // empty: all
    QList<Order> orderBy;
    Test filter; // empty: all
    bool withCount = false; // $inlinecount=allpages, $count=true

    // Rows after filter, order, skip and top; matching: how many there are without the latter two.
    QList<text::Json> apply(const QList<text::Json> &rows, qsizetype *matching = nullptr) const;
    text::Json selected(const text::Json &row) const; // only the columns asked for
};

// columns: all that may be named. The error says which option is wrong, for a 400.
Result<ODataQuery> parseODataQuery(const http::Request &request, const QStringList &columns);

} // namespace tokentrail::sandbox
