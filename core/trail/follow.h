// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trail/grouping.h"

namespace tokentrail::trail {

// Follows tokens and destinations from hop to hop: sets links, the destination of hops that
// follow from a lookup, and the zone that the token of a lookup was asked for.
void followTokens(QList<Understood> &all, const QList<Group> &groups);
void followDestinations(QList<Understood> &all, const QList<Group> &groups);
void linkTheRest(QList<Understood> &all, const QList<Group> &groups);

// Whether the signature of a refused bearer holds, by a key set that was seen: notes.signature.
void checkSignatures(QList<Understood> &all);

} // namespace tokentrail::trail
