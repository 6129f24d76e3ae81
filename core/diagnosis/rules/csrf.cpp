// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
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
                   u"The approuter wants a CSRF token with %1."_s.arg(
                       facts.requestSeen ? QString::fromUtf8(call->request.method)
                                         : u"every request that changes something"_s),
                   call)
        .because(u"The answer says x-csrf-token: Required."_s, call)
        .fix(u"Fetch one with GET and x-csrf-token: Fetch in the same session, or set "
             "csrfProtection: false on the route."_s);
}

} // namespace tokentrail::diagnosis::rules
