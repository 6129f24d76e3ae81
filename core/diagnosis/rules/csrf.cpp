// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/say.h"
#include "core/diagnosis/verdict.h"

namespace tokentrail::diagnosis::rules {

using namespace Qt::StringLiterals;

// The approuter's own refusal; the backend's looks alike and is told apart by who answered.
QList<Finding> csrfTokenMissing(const Facts &facts)
{
    const auto *call = facts.root;
    if (!call || call->response.status != 403
        || call->response.headers.value("x-csrf-token").toLower() != "required"
        || facts.backendCall() || facts.answeredByBackend(*call)
        || call->response.body.contains("CSRF token validation failed"))
        return {};
    return Verdict(0.9,
                   say(u"csrf-token-missing.wanted",
                       {{u"method",
                         facts.requestSeen ? QString::fromUtf8(call->request.method) : QString()}}),
                   call)
        .because(say(u"csrf-token-missing.required"), call);
}

} // namespace tokentrail::diagnosis::rules
