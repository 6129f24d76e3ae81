// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnosis/finding.h"
#include "core/jose/jwk.h"
#include "core/jose/jwt.h"
#include "core/trail/hop.h"
#include "core/xsuaa/directory.h"
#include "core/xsuaa/servicekey.h"

#include <optional>

namespace tokentrail::diagnosis {

// What the check of a project's files says.
struct ProjectDefect
{
    QString id;
    Severity severity = Severity::Warning;
    QString sentence;
    QString place; // "package.json:12:5"
    QString advice;
    QString edit; // a unified diff; empty where words must do
};

// Everything that is known about one call. Only the trail is needed.
struct Case
{
    trail::Trail trail;
    QList<trail::Trail> earlier; // for warm caches and open breakers
    std::optional<xsuaa::ServiceKey> key; // of the service that was called
    std::optional<jose::JwkSet> keys; // of its issuer
    std::optional<jose::DecodedToken> token; // of the call, in full: hops only keep its claims
    QStringList logLines;
    QStringList logIds; // of the call that the line of the same index is about; empty: not said
    bool logEndsWell = false; // the log tells of success after the last of them
    bool workedLater = false; // the same call was repeated with success
    text::Json projectRequires; // cds.requires of the project that was called, where at hand
    QList<ProjectDefect> projectDefects; // of its files
    std::optional<xsuaa::Directory> directory; // users and role collections, as they are now
    QStringList rolesThatWouldDo; // by the model of the service, where that is at hand
    qint64 nowSeconds = 0; // 0: the time of the call
};

// Pure, no I/O. Findings best first.
Diagnosis diagnose(const Case &input);

struct FindingInfo
{
    QString id;
    QString title;
    Severity severity = Severity::Error;
};
QList<FindingInfo> knownFindings(); // all that the rules can report

} // namespace tokentrail::diagnosis
