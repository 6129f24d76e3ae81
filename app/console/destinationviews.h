// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/destination/check.h"
#include "core/text/json.h"
#include "ui/destinations/destinationsvalues.h"

#include <optional>

namespace tokentrail::console {

// Between destinations as the service has them and as the Destinations page shows them.

QList<ui::DestinationRow> rowsOf(const QList<text::Json> &destinations);
ui::DestinationView viewOf(const text::Json &properties);
ui::DestinationView viewOfNew(); // what every destination needs, empty
text::Json propertiesOf(const QList<ui::PropertyRow> &rows);
QList<ui::DestinationNote> notesOf(const std::vector<destination::Check> &checks);

// Masked for a diff: a secret that differs from what the service holds is seen to be new.
text::Json maskedAgainst(const text::Json &properties, const std::optional<text::Json> &before);

} // namespace tokentrail::console
