// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trail/hop.h"

#include <optional>

namespace tokentrail::trail {

// The way back from nameOf(): nothing for a word that is none of ours.
std::optional<Party> partyFromName(QStringView name);
std::optional<Plane> planeFromName(QStringView name);
std::optional<HopKind> hopKindFromName(QStringView name);
std::optional<ActorKind> actorKindFromName(QStringView name);
std::optional<TokenRole> tokenRoleFromName(QStringView name);
std::optional<LinkBy> linkByFromName(QStringView name);
std::optional<Certainty> certaintyFromName(QStringView name);
std::optional<LossPlace> lossPlaceFromName(QStringView name);

} // namespace tokentrail::trail
