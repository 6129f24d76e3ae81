// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/verdict.h"

#include <algorithm>
#include <string_view>

namespace tokentrail::diagnosis::rules {

using namespace Qt::StringLiterals;

// In a form + is a blank and % begins a code; in a Basic header some encode, and some do not.
QList<Finding> clientSecretNeedsEncoding(const Facts &facts)
{
    const auto *said = facts.heardOf(u"client-secret-refused");
    if (!said || !facts.input.key || said->variant == "certificate"_L1)
        return {};
    const auto &secret = facts.input.key->client.clientSecret.reveal();
    constexpr std::string_view special = "+%&:";
    const auto *found =
        std::find_first_of(secret.begin(), secret.end(), special.begin(), special.end());
    if (found == secret.end())
        return {};
    return Verdict(0.5,
                   u"The secret of the key holds %1, which means something else in a form or in a "
                   "Basic header when it is sent as it is."_s.arg(QLatin1Char(*found)))
        .because(u"The client was refused, and its secret holds such a character."_s)
        .although(u"A wrong or outdated secret is answered in the same words."_s)
        .fix(u"Send the secret in the body of the POST, URL-encoded; or in the Basic header with "
             "X-CF-ENCODED-CREDENTIALS: true and both parts encoded."_s);
}

} // namespace tokentrail::diagnosis::rules
