// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/verdict.h"

namespace tokentrail::diagnosis::rules {

using namespace Qt::StringLiterals;

QList<Finding> tokenMalformed(const Facts &facts)
{
    const auto *call = facts.call;
    if (!call || facts.status != 401 || !facts.bearer || facts.claims.isObject())
        return {};
    const auto problem = call->notes[u"tokenProblem"].toString();
    return Verdict(0.95,
                   u"What was sent as token is no JWT. "_s
                       + (problem.isEmpty() ? u"Its claims cannot be read."_s : problem),
                   call)
        .because(u"The bearer %1 could not be decoded."_s.arg(facts.bearer->fingerprint), call)
        .fix(u"Copy the whole access_token of the token response: three parts with two dots."_s);
}

} // namespace tokentrail::diagnosis::rules
