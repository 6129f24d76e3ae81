// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trail/hop.h"

namespace tokentrail::trail {

// Which lookups want a person, and which evidence there is that the caller had a token of one.
bool wantsUser(const Hop &lookup);
bool isOnPremise(const Hop &lookup);
// The answer names an owner, or nobody kept it: without one clients take it for no answer.
bool namesOwner(const Hop &lookup);
QList<const Hop *>
lookupsForUser(const Trail &trail); // answered 200, of a type that wants a person
bool hadUserToken(const Trail &trail, const Hop &lookup); // JWT at hand: zone asked, or an exchange
// The next step after a lookup: exchange, connectivity token, second lookup, call. Null: silence.
const Hop *stepAfter(const Trail &trail, const Hop &lookup);
const Hop *callAfter(const Trail &trail, const Hop &lookup); // towards proxy or backend
bool isExchange(const Hop &hop); // jwt-bearer by the service
const Hop *rootOf(const Trail &trail);
bool isCallIntoService(const Hop &hop);
bool hasUserToken(const Hop &call); // a token of a person, not a person's password
// Requests that the service itself made, key sets aside.
bool hasStepsOfService(const Trail &trail);

} // namespace tokentrail::trail
