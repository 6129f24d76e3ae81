// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/say.h"
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
                   say(u"client-secret-needs-encoding.character",
                       {{u"character", QString(QLatin1Char(*found))}}))
        .because(say(u"client-secret-needs-encoding.refused"))
        .although(say(u"client-secret-needs-encoding.or-wrong"));
}

} // namespace tokentrail::diagnosis::rules
