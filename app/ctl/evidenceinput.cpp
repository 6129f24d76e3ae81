// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/evidenceinput.h"

#include "app/ctl/input.h"
#include "app/ctl/issuer.h"
#include "app/ctl/trailinput.h"
#include "core/cap/env.h"
#include "core/cap/lint.h"
#include "core/cap/projectaccess.h"
#include "core/diagnosis/mended.h"
#include "core/diagnosis/modelroles.h"
#include "core/diagnosis/pieces.h"
#include "core/evidence/answertext.h"
#include "core/evidence/har.h"
#include "core/evidence/kind.h"
#include "core/evidence/logtext.h"
#include "core/trail/trailbuilder.h"

#include <QDir>
#include <QFile>

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;

namespace {

using Cases = QList<diagnosis::Case>;

// What belongs to every case, from files whose kind nobody named.
struct Pasted
{
    QByteArray token;
    QByteArrayList logs;
};

Result<void> addTrails(const QByteArray &source, const QString &name, Cases &cases)
{
    const auto trails = parseTrails(source, name == "-"_L1 ? QString() : name);
    if (!trails)
        return trails.error();
    cases += diagnosis::casesOf(*trails);
    return {};
}

Result<void>
addHar(Invocation &invocation, const QByteArray &source, const QString &name, Cases &cases)
{
    const auto har = evidence::readHar(source, name);
    if (!har)
        return har.error();
    for (const auto &sentence : har->notVisible)
        invocation.note(sentence);
    cases += diagnosis::casesOf(trail::buildTrails(har->exchanges));
    return {};
}

Result<void> addPasted(Invocation &invocation, const QString &name, Cases &cases, Pasted &pasted)
{
    const auto read = readInput(name);
    if (!read)
        return read.error();
    const auto source = Result<QByteArray>(evidence::inUtf8(*read));
    switch (evidence::kindOf(*source)) {
    case evidence::Kind::Har:
        return addHar(invocation, *source, name, cases);
    case evidence::Kind::Trail:
        return addTrails(*source, name, cases);
    case evidence::Kind::Token:
        pasted.token = *source;
        return {};
    case evidence::Kind::Answer:
        cases.append(diagnosis::caseOfAnswer(evidence::readAnswer(*source)));
        return {};
    case evidence::Kind::Log:
        pasted.logs.append(*source);
        return {};
    }
    return {};
}

// The status of an answer whose body was given as a file.
bool setStatus(Cases &cases, int status)
{
    bool any = false;
    for (auto &one : cases) {
        auto &hops = one.trail.hops;
        if (hops.size() != 1 || !hops.constFirst().notes[u"requestNotSeen"].toBool())
            continue;
        hops.first().response.status = status;
        any = true;
    }
    return any;
}

// An answer alone: a call of which nothing else is known.
Result<void> addAnswer(Invocation &invocation, Cases &cases)
{
    const auto statusText = invocation.value(u"--status"_s, u"0"_s);
    bool isNumber = false;
    const auto status = statusText.toInt(&isNumber);
    if (!isNumber || (invocation.has(u"--status"_s) && (status < 100 || status > 599)))
        return Error{ErrorCode::Usage, u"--status wants a number from 100 to 599"_s};
    if (!invocation.has(u"--body-file"_s) && setStatus(cases, status))
        return {};
    http::Response answer;
    if (invocation.has(u"--body-file"_s)) {
        const auto body = readInput(invocation.value(u"--body-file"_s));
        if (!body)
            return body.error();
        answer = evidence::readAnswer(*body);
    }
    if (status > 0)
        answer.status = status;
    cases.append(diagnosis::caseOfAnswer(answer));
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

// Where the model is compiled: which roles would have let the caller in.
void askModelOf(const QString &directory, Cases &cases)
{
    const auto csn = cap::readProjectModel(directory);
    if (!csn)
        return;
    cap::AccessOptions options;
    options.kind = cap::AuthKind::Xsuaa;
    options.cds = cap::cdsVersionOf(directory) == 9 ? 9 : 10;
    const cap::AccessModel model(*csn, options);
    for (auto &one : cases)
        diagnosis::askModel(one, model);
}

// A long log is read piece by piece; whoever waits for it sees how far it is.
Result<void> streamLog(Invocation &invocation, const QString &name, evidence::LogReader &reader)
{
    constexpr qint64 piece = 1 << 20;
    constexpr qint64 worthTelling = 64 * piece;
    QFile file(name);
    const bool opened =
        name == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return Error{
            ErrorCode::Io, u"The log %1 cannot be read: %2."_s.arg(name, file.errorString()), {}};
    const auto size = file.size();
    qint64 read = 0;
    qint64 told = 0;
    while (true) {
        const auto bytes = file.read(piece);
        if (bytes.isEmpty())
            break;
        reader.add(bytes);
        read += bytes.size();
        if (size >= worthTelling && read - told >= size / 10) {
            told = read;
            invocation.note(u"read %1 % of %2"_s.arg(read * 100 / size).arg(name));
        }
    }
    if (file.error() != QFileDevice::NoError)
        return Error{ErrorCode::Io,
                     u"The log %1 cannot be read to its end: %2."_s.arg(name, file.errorString()),
                     {}};
    reader.finish();
    if (reader.left() > 0)
        invocation.note(
            u"%1 further messages that say the same were left out."_s.arg(reader.left()));
    return {};
}

// Where nothing was recorded the log says when it was.
qint64 timeOfCall(const diagnosis::Case &one, qint64 lastTimeMs)
{
    const bool recorded = !one.trail.hops.isEmpty() && one.trail.hops.constFirst().startMs > 0;
    return recorded ? 0 : lastTimeMs / 1000;
}

void addLog(const evidence::LogReader &reader, Cases &cases)
{
    for (auto &one : cases) {
        one.logLines += reader.messages();
        one.logIds += reader.callIds();
        one.logEndsWell = reader.endsWell();
        if (one.nowSeconds == 0)
            one.nowSeconds = timeOfCall(one, reader.lastTimeMs());
    }
}

void addToAll(const Pasted &pasted, Cases &cases)
{
    for (const auto &log : pasted.logs) {
        auto reader = diagnosis::readerOfFailures();
        reader.add(log);
        reader.finish();
        addLog(reader, cases);
    }
    if (pasted.token.isEmpty())
        return;
    for (auto &one : cases)
        one.token = jose::decodeToken(pasted.token);
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
        auto reader = diagnosis::readerOfFailures();
        if (const auto read = streamLog(invocation, name, reader); !read)
            return read.error();
        addLog(reader, cases);
    }
    if (invocation.has(u"--assignments"_s)) {
        const auto name = invocation.value(u"--assignments"_s);
        const auto source = readInput(name);
        const auto json =
            source ? text::parseJson(*source, name) : Result<text::Json>(source.error());
        if (!json)
            return json.error();
        for (auto &one : cases)
            one.directory = directoryOf((*json)[u"users"], (*json)[u"roleCollections"]);
    }
    if (invocation.has(u"--project"_s)) {
        const auto found = projectRequires(invocation.value(u"--project"_s));
        if (!found)
            return found.error();
        cap::LintInput lint;
        lint.projectDir = invocation.value(u"--project"_s);
        lint.home = QDir::homePath();
        const auto report = cap::lintProject(lint);
        for (const auto &sentence : report.notes)
            invocation.note(sentence);
        for (auto &one : cases) {
            one.projectRequires = *found;
            one.projectDefects = diagnosis::defectsOf(report);
        }
        askModelOf(lint.projectDir, cases);
    }
    return {};
}

} // namespace

Result<Cases> readEvidence(Invocation &invocation)
{
    Cases cases;
    Pasted pasted;
    for (const auto &name : invocation.positionals()) {
        if (const auto added = addPasted(invocation, name, cases, pasted); !added)
            return added.error();
    }
    for (const auto &name : invocation.values(u"--trail"_s)) {
        const auto source = readInput(name);
        const auto added = source ? addTrails(*source, name, cases) : Result<void>(source.error());
        if (!added)
            return added.error();
    }
    for (const auto &name : invocation.values(u"--har"_s)) {
        const auto source = readInput(name);
        const auto added =
            source ? addHar(invocation, *source, name, cases) : Result<void>(source.error());
        if (!added)
            return added.error();
    }
    if (invocation.has(u"--status"_s) || invocation.has(u"--body-file"_s)) {
        if (const auto added = addAnswer(invocation, cases); !added)
            return added.error();
    }
    if (cases.isEmpty())
        cases.append(diagnosis::Case());
    addToAll(pasted, cases);
    if (const auto added = addToAll(invocation, cases); !added)
        return added.error();
    return cases;
}

} // namespace tokentrail::ctl
