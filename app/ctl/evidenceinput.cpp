// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/evidenceinput.h"

#include "app/ctl/input.h"
#include "app/ctl/trailinput.h"
#include "core/cap/env.h"
#include "core/evidence/har.h"
#include "core/evidence/logtext.h"
#include "core/trail/trailbuilder.h"

#include <QDir>

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;

namespace {

using Cases = QList<diagnosis::Case>;

void addTrails(Cases &cases, const QList<trail::Trail> &trails)
{
    for (qsizetype i = 0; i < trails.size(); ++i) {
        diagnosis::Case one;
        one.trail = trails[i];
        one.earlier = trails.first(i);
        cases.append(one);
    }
}

Result<void> addTrailFile(const QString &name, Cases &cases)
{
    const auto trails = readTrails(name);
    if (!trails)
        return trails.error();
    addTrails(cases, *trails);
    return {};
}

Result<void> addHar(Invocation &invocation, const QString &name, Cases &cases)
{
    const auto source = readInput(name);
    if (!source)
        return source.error();
    const auto har = evidence::readHar(*source, name);
    if (!har)
        return har.error();
    for (const auto &sentence : har->notVisible)
        invocation.note(sentence);
    addTrails(cases, trail::buildTrails(har->exchanges));
    return {};
}

// An answer alone: a call of which nothing else is known.
Result<void> addAnswer(Invocation &invocation, Cases &cases)
{
    const auto statusText = invocation.value(u"--status"_s, u"0"_s);
    bool isNumber = false;
    const auto status = statusText.toInt(&isNumber);
    if (!isNumber || (invocation.has(u"--status"_s) && (status < 100 || status > 599)))
        return Error{ErrorCode::Usage, u"--status wants a number from 100 to 599"_s};
    trail::Hop hop;
    hop.id = u"h1"_s;
    hop.kind = trail::HopKind::Service;
    hop.to = trail::Party::Service;
    hop.response.status = status;
    hop.notes.set(u"requestNotSeen"_s, true);
    if (invocation.has(u"--body-file"_s)) {
        const auto body = readInput(invocation.value(u"--body-file"_s));
        if (!body)
            return body.error();
        hop.response.body = *body;
    }
    diagnosis::Case one;
    one.trail.id = u"t1"_s;
    one.trail.hops = {hop};
    one.trail.rootHopId = hop.id;
    cases.append(one);
    return {};
}

Result<text::Json> projectRequires(const QString &directory)
{
    cap::EnvInput input;
    input.projectDir = directory;
    input.home = QDir::homePath();
    if (const auto version = cap::cdsVersionOf(directory); version > 0)
        input.cdsVersion = version;
    const auto env = cap::effectiveEnv(input);
    if (!env)
        return env.error();
    return env->value(u"requires"_s).value_or(text::Json::object());
}

Result<void> addToAll(Invocation &invocation, Cases &cases)
{
    if (invocation.has(u"--key"_s)) {
        const auto name = invocation.value(u"--key"_s);
        const auto source = readInput(name);
        if (!source)
            return source.error();
        const auto key = xsuaa::readServiceKey(*source, xsuaa::ServiceKind::Xsuaa, name);
        if (!key)
            return key.error();
        for (auto &one : cases)
            one.key = *key;
    }
    if (invocation.has(u"--token-file"_s)) {
        const auto token = readInput(invocation.value(u"--token-file"_s));
        if (!token)
            return token.error();
        for (auto &one : cases)
            one.token = jose::decodeToken(*token);
    }
    for (const auto &name : invocation.values(u"--log"_s)) {
        const auto log = readInput(name);
        if (!log)
            return log.error();
        const auto lines = evidence::readLog(*log);
        for (auto &one : cases)
            one.logLines += lines;
    }
    if (invocation.has(u"--project"_s)) {
        const auto found = projectRequires(invocation.value(u"--project"_s));
        if (!found)
            return found.error();
        for (auto &one : cases)
            one.projectRequires = *found;
    }
    return {};
}

} // namespace

Result<Cases> readEvidence(Invocation &invocation)
{
    Cases cases;
    for (const auto &name : invocation.values(u"--trail"_s)) {
        if (const auto added = addTrailFile(name, cases); !added)
            return added.error();
    }
    for (const auto &name : invocation.values(u"--har"_s)) {
        if (const auto added = addHar(invocation, name, cases); !added)
            return added.error();
    }
    if (invocation.has(u"--status"_s) || invocation.has(u"--body-file"_s)) {
        if (const auto added = addAnswer(invocation, cases); !added)
            return added.error();
    }
    if (cases.isEmpty())
        cases.append(diagnosis::Case());
    if (const auto added = addToAll(invocation, cases); !added)
        return added.error();
    return cases;
}

} // namespace tokentrail::ctl
