// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/xsuaa/capuser.h"
#include "core/xsuaa/tokendiff.h"
#include "core/xsuaa/validation.h"

namespace tokentrail::ctl {

// Answers about tokens, as JSON and in words. Signatures are never part of them, and tokens that
// stand inside claims only when revealed.
text::Json decodedToJson(const jose::DecodedToken &token, const xsuaa::CapUser &user, bool reveal);
QString decodedToText(const jose::DecodedToken &token,
                      const xsuaa::CapUser &user,
                      qint64 nowSeconds,
                      bool reveal);

text::Json validationToJson(const xsuaa::Validation &validation, const jose::DecodedToken &token);
QString validationToText(const xsuaa::Validation &validation, const jose::DecodedToken &token);

text::Json changesToJson(const std::vector<xsuaa::TokenChange> &changes);
QString changesToText(const std::vector<xsuaa::TokenChange> &changes);

} // namespace tokentrail::ctl
