// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

// Conversations that several tests read: the same calls as contracts of the real clients show.
namespace tokentrail::test {

// A user calls, CAP looks the destination up, the call goes through the proxy as that user.
QString healthyPrincipalPropagation();
// The thread's case: the user's token reached the service, none reached the lookup.
QString userLostInsideService();
// Somebody else's healthy calls, to stand beside another conversation; the user is "stranger".
QString strangersCall();

} // namespace tokentrail::test
