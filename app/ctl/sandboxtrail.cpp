// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/issuer.h"
#include "app/ctl/sandboxcommands.h"
#include "app/ctl/trailtext.h"
#include "core/diagnosis/diagnose.h"
#include "core/sandbox/control.h"
#include "core/trail/trailbuilder.h"

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

struct Seen
{
    QList<http::Exchange> exchanges;
    Issuer issuer;
};

struct Diagnosed
{
    trail::Trail trail;
    diagnosis::Diagnosis diagnosis;
};

Result<Seen> look(const QString &stateDir)
{
    const auto journal = sandbox::callSandbox(stateDir, u"journal.read"_s, Json::object());
    if (!journal)
        return journal.error();
    Seen seen;
    for (const auto &json : (*journal)[u"exchanges"].elements()) {
        auto exchange = http::exchangeFromJson(json);
        if (!exchange)
            return exchange.error();
        seen.exchanges.append(std::move(*exchange));
    }
    seen.issuer = issuerOf(stateDir);
    return seen;
}

// The exchange that the trail hangs from, with the token that hops no longer hold.
const http::Exchange *callOf(const trail::Trail &trail, const Seen &seen)
{
    const auto *root = trail.hop(trail.rootHopId);
    if (root == nullptr)
        return nullptr;
    for (const auto &exchange : seen.exchanges) {
        if (root->exchangeIds.contains(exchange.id))
            return &exchange;
    }
    return nullptr;
}

bool carries(const trail::Trail &trail, const QString &correlationId)
{
    return std::any_of(trail.hops.begin(), trail.hops.end(), [&](const trail::Hop &hop) {
        return hop.correlationId == correlationId;
    });
}

QList<Diagnosed> diagnoseAll(const Seen &seen, const QString &correlationId)
{
    QList<Diagnosed> all;
    const auto trails = trail::buildTrails(seen.exchanges);
    for (qsizetype i = 0; i < trails.size(); ++i) {
        const auto &trail = trails.at(i);
        if (!correlationId.isEmpty() && !carries(trail, correlationId))
            continue;
        diagnosis::Case input;
        input.trail = trail;
        input.earlier = trails.first(i);
        if (const auto *exchange = callOf(trail, seen))
            input.token = jose::decodeToken(exchange->request.headers.value("Authorization"));
        testify(seen.issuer, input);
        all.append({trail, diagnosis::diagnose(input)});
    }
    return all;
}

Json toJson(const QList<Diagnosed> &all)
{
    auto json = Json::object();
    for (const auto &name : {u"hops"_s, u"trails"_s, u"findings"_s, u"ruledOut"_s, u"notVisible"_s})
        json.set(name, Json::array());
    for (const auto &[trail, diagnosis] : all) {
        for (const auto &hop : trail.hops)
            json.find(u"hops")->append(trail::toJson(hop));
        json.find(u"trails")->append(trail::toJson(trail));
        const auto said = diagnosis::toJson(diagnosis);
        for (const auto &name : {u"findings"_s, u"ruledOut"_s}) {
            for (auto item : said[name].elements()) {
                item.set(u"trail"_s, trail.id);
                json.find(name)->append(item);
            }
        }
        for (const auto &item : said[u"notVisible"].elements())
            json.find(u"notVisible")->append(item);
    }
    return json;
}

QString toText(const QList<Diagnosed> &all)
{
    if (all.isEmpty())
        return u"Nothing was seen.\n"_s;
    QString text;
    for (const auto &[trail, diagnosis] : all) {
        text += trail.id + u"  "_s + trail.title + u'\n' + hopsToText(trail);
        for (const auto &finding : diagnosis.findings) {
            text += u"\n  %1: %2 (%3)\n"_s.arg(
                diagnosis::nameOf(finding.severity), finding.sentence, finding.id);
            if (!finding.fix.text.isEmpty())
                text += u"  fix: %1\n"_s.arg(finding.fix.text);
        }
        text += u'\n';
    }
    return text;
}

bool hasErrors(const QList<Diagnosed> &all)
{
    for (const auto &[trail, diagnosis] : all) {
        for (const auto &finding : diagnosis.findings) {
            if (finding.severity == diagnosis::Severity::Error)
                return true;
        }
    }
    return false;
}

void showTrail(Invocation &invocation)
{
    const auto stateDir = stateDirOf(invocation);
    const auto seen = look(stateDir);
    if (!seen)
        return invocation.fail(seen.error());
    const auto all = diagnoseAll(*seen, invocation.value(u"--correlation"_s));
    if (invocation.has(u"--clear"_s)) {
        const auto cleared = sandbox::callSandbox(stateDir, u"journal.clear"_s, Json::object());
        if (!cleared)
            return invocation.fail(cleared.error());
    }
    invocation.answer(toJson(all), toText(all));
    invocation.finish(hasErrors(all) ? DoesNotHold : Ok);
}

} // namespace

QList<Command> sandboxTrailCommands()
{
    return {{u"sandbox trail"_s,
             {},
             u"Show the hops that the sandbox has seen, and what they mean"_s,
             {stateOption(),
              {u"--correlation"_s, u"ID"_s, u"only trails with this correlation id"_s},
              {u"--clear"_s, {}, u"forget them afterwards"_s}},
             showTrail}};
}

} // namespace tokentrail::ctl
