// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/say.h"
#include "core/diagnosis/verdict.h"

namespace tokentrail::diagnosis::rules {

using namespace Qt::StringLiterals;

QList<Finding> tokenMalformed(const Facts &facts)
{
    const auto *call = facts.call;
    if (!call || facts.status != 401 || !facts.bearer || facts.claims.isObject())
        return {};
    // Taken out when the recording was shared: what was sent is not known.
    if (call->notes[u"credentialsMasked"].toBool())
        return {};
    const auto problem = call->notes[u"tokenProblem"].toString();
    Verdict verdict(0.95, say(u"token-malformed.no-jwt"), call);
    verdict.because(say(u"token-malformed.bearer", {{u"fingerprint", facts.bearer->fingerprint}}),
                    call);
    if (!problem.isEmpty())
        verdict.because(say(u"seen.trail-says", {{u"words", problem}}), call);
    return verdict;
}

} // namespace tokentrail::diagnosis::rules
