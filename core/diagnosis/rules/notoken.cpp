// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/verdict.h"

namespace tokentrail::diagnosis::rules {

using namespace Qt::StringLiterals;

QList<Finding> noToken(const Facts &facts)
{
    const auto *call = facts.call ? facts.call : facts.root;
    if (!call || facts.status != 401 || !facts.requestSeen || !call->tokens.isEmpty()
        || call->notes.contains(u"scheme") || call->notes.contains(u"credentials"))
        return {};
    const bool mocked = call->response.headers.value("www-authenticate").startsWith("Basic");
    // A browser's recording may have left the header out.
    const bool recorded = call->observedBy != QStringList{u"browser"_s};
    // What an approuter takes is a session, and it is the one who should have sent a token.
    Verdict verdict(!recorded || facts.refusedBehindApprouter() ? 0.5 : 0.98,
                    u"No credentials were sent, and %1 asks for some."_s.arg(
                        QString::fromUtf8(call->request.path())),
                    call);
    verdict.because(u"The request has no Authorization header."_s, call);
    if (mocked)
        verdict.because(u"The answer asks for Basic credentials: the service runs with mocked or "
                        "basic users."_s,
                        call);
    verdict.fix(mocked
                    ? u"Send the name and password of a mock user."_s
                    : u"Get a token for this application and send it as Authorization: Bearer."_s);
    return verdict;
}

} // namespace tokentrail::diagnosis::rules
