// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/exchange.h"
#include "core/xsuaa/keystore.h"
#include "ui/shell/signinvalues.h"

namespace tokentrail::console {

// Between keys, tokens and answers as they are and as the sign-in sheet shows them.

QString windowLack(); // why no login window of our own is opened; empty: it can be
ui::SignInKeyView signInViewOf(const xsuaa::KeptKey &kept, bool isHere);
// A JWT that was copied with its scheme word, or from a header line.
Secret withoutScheme(const Secret &token);
// What the token service said, as text.
QString answerOf(const QList<http::Exchange> &exchanges);

} // namespace tokentrail::console
