// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trail/hop.h"
#include "ui/widgets/chip.h"

namespace tokentrail::ui {

int numberOf(const trail::Trail &trail, const QString &hopId); // from 1; 0: not in the trail
QString headlineOf(const trail::Hop &hop); // "CAP service → Destinations: lookup S4_PP"
// All that the picture says about a hop, as one text for screen readers.
QString hopInWords(const trail::Trail &trail, const trail::Hop &hop);
QString subjectInWords(const trail::Hop &hop); // "alice", "nobody"
QString actorInWords(const trail::Hop &hop);
QString roleInWords(trail::TokenRole role); // "bearer token", "x-user-token", …
ChipLook lookOf(const trail::TokenSeen &token);

} // namespace tokentrail::ui
