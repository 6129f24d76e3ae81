// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/http/exchange.h"

#include <QList>
#include <QStringList>

namespace tokentrail::evidence {

// What a HAR 1.2 file holds, as a browser or another tool saw it.
struct HarEvidence
{
    QList<http::Exchange> exchanges; // observer "browser", in order of start
    QStringList
        notVisible; // "the export left Authorization headers out", entries that could not be read
};

// Fails only where the whole is no HAR; a broken entry is skipped and told.
Result<HarEvidence> readHar(const QByteArray &document, const QString &file = {});

} // namespace tokentrail::evidence
