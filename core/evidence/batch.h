// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/message.h"

#include <QList>

namespace tokentrail::evidence {

// One answer inside of the answer to an OData $batch.
struct InnerAnswer
{
    int status = 0;
    QByteArray body; // what follows its status line, or the body as JSON
};

// The answers in a $batch, multipart or JSON, in their order; none where the body is neither. The
// answer as a whole has the status 200 whatever happened inside.
QList<InnerAnswer> answersInBatch(const http::Response &response);

} // namespace tokentrail::evidence
