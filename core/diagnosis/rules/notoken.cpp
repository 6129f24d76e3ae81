// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/say.h"
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
                    say(u"no-token.asked", {{u"path", QString::fromUtf8(call->request.path())}}),
                    call);
    verdict.because(say(u"no-token.header"), call);
    if (mocked)
        verdict.because(say(u"no-token.basic"), call);
    verdict.fix(mocked ? say(u"no-token.fix-basic") : say(u"no-token.fix"));
    return verdict;
}

} // namespace tokentrail::diagnosis::rules
