// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/diagnosecommands.h"

#include "app/ctl/evidenceinput.h"
#include "core/diagnosis/guided.h"
#include "core/diagnosis/pieces.h"

#include <QDateTime>

#include <algorithm>

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using diagnosis::Severity;
using text::Json;

namespace {

QString linesOf(const QString &head, const QList<diagnosis::Evidence> &list)
{
    QString text;
    for (const auto &evidence : list)
        text += u"    %1 %2%3\n"_s.arg(
            head,
            evidence.sentence,
            evidence.hopId.isEmpty() ? QString() : QString(u" ["_s + evidence.hopId + u"]"_s));
    return text;
}

QString toText(const diagnosis::Answer &answer)
{
    if (answer.findings.isEmpty())
        return u"nothing is wrong as far as this evidence goes\n"_s;
    QString text;
    for (const auto &[finding, trails] : answer.findings) {
        text += u"%1 %2 (%3 %)%4\n    %5\n"_s.arg(
            diagnosis::nameOf(finding.severity),
            finding.id,
            QString::number(int(finding.confidence * 100)),
            trails.isEmpty() ? QString() : QString(u" in "_s + trails.join(u", "_s)),
            finding.sentence);
        text += linesOf(u"+"_s, finding.evidence) + linesOf(u"-"_s, finding.counterEvidence);
        text += u"    fix: %1\n"_s.arg(finding.fix.text);
        if (!finding.fix.command.isEmpty())
            text += u"         %1\n"_s.arg(finding.fix.command);
    }
    for (const auto &one : answer.ruledOut)
        text += u"ruled out %1: %2\n"_s.arg(one.id, one.because);
    for (const auto &sentence : answer.notVisible)
        text += u"not visible: %1\n"_s.arg(sentence);
    return text;
}

QString toText(const QList<diagnosis::GuidedCheck> &checks)
{
    QString text;
    for (const auto &check : checks) {
        const auto box = check.outcome == diagnosis::GuidedCheck::Outcome::Passed ? u"[yes]"_s
            : check.outcome == diagnosis::GuidedCheck::Outcome::Failed            ? u"[NO ]"_s
                                                                                  : u"[ ? ]"_s;
        text += u"%1 %2\n      %3%4\n"_s.arg(
            box,
            check.question,
            check.sentence,
            check.hopId.isEmpty() ? QString() : QString(u" ["_s + check.hopId + u"]"_s));
    }
    return text;
}

void listFindings(Invocation &invocation)
{
    auto json = Json::array();
    QString text;
    for (const auto &known : diagnosis::knownFindings()) {
        json.append(Json::object({{u"id"_s, known.id},
                                  {u"title"_s, known.title},
                                  {u"severity"_s, diagnosis::nameOf(known.severity)}}));
        text += u"%1 %2 %3\n"_s.arg(known.id, -40)
                    .arg(diagnosis::nameOf(known.severity), -8)
                    .arg(known.title);
    }
    invocation.answer(json, text);
    invocation.finish(Ok);
}

bool hasErrors(const diagnosis::Answer &answer)
{
    return std::any_of(answer.findings.begin(), answer.findings.end(), [](const auto &item) {
        return item.finding.severity == Severity::Error;
    });
}

void run(Invocation &invocation)
{
    if (invocation.has(u"--list"_s))
        return listFindings(invocation);
    bool any = !invocation.positionals().isEmpty();
    for (const auto &option : {u"--trail"_s,
                               u"--har"_s,
                               u"--log"_s,
                               u"--status"_s,
                               u"--body-file"_s,
                               u"--token-file"_s,
                               u"--project"_s})
        any = any || invocation.has(option);
    if (!any)
        return invocation.failUsage(
            u"there is no evidence to look at; --help lists what can be given"_s);
    auto cases = readEvidence(invocation);
    if (!cases)
        return invocation.fail(cases.error());
    QList<diagnosis::Told> all;
    for (auto &one : *cases) {
        const bool recorded = !one.trail.hops.isEmpty() && one.trail.hops.constFirst().startMs > 0;
        if (!recorded && one.nowSeconds == 0)
            one.nowSeconds = QDateTime::currentSecsSinceEpoch();
        all.append({cases->size() > 1 ? one.trail.id : QString(), diagnosis::diagnose(one)});
    }
    const auto answer = diagnosis::together(
        all, invocation.has(u"--har"_s) ? diagnosis::Leading::Surest : diagnosis::Leading::Newest);
    auto json = diagnosis::toJson(answer);
    QString text = toText(answer);
    if (invocation.has(u"--guided"_s) && !cases->isEmpty()) {
        const auto checks = diagnosis::guidedChecks(cases->constLast());
        json.set(u"checks"_s, diagnosis::toJson(checks));
        text = toText(checks) + u'\n' + text;
    }
    invocation.answer(json, text);
    invocation.finish(hasErrors(answer) ? DoesNotHold : Ok);
}

} // namespace

QList<Command> diagnoseCommands()
{
    return {{u"diagnose"_s,
             u"[FILE…]"_s,
             u"Say why a call was refused, from the pieces of evidence that there are"_s,
             {{u"--trail"_s, u"FILE"_s, u"hops as call, login or sandbox trail print them"_s},
              {u"--har"_s, u"FILE"_s, u"a recording of a browser"_s},
              {u"--log"_s, u"FILE"_s, u"lines of the service's or approuter's log"_s},
              {u"--status"_s, u"N"_s, u"status of the answer"_s},
              {u"--body-file"_s, u"FILE"_s, u"body of the answer"_s},
              {u"--token-file"_s, u"FILE"_s, u"the token of the call"_s},
              {u"--key"_s, u"FILE"_s, u"service key of the called application"_s},
              {u"--project"_s, u"DIR"_s, u"the CAP project that was called"_s},
              {u"--assignments"_s,
               u"FILE"_s,
               u"who has which role collection: {\"users\":[…],\"roleCollections\":[…]} as the "
               "sandbox lists them"_s},
              {u"--guided"_s, {}, u"answer the questions that lead to the place, one by one"_s},
              {u"--list"_s, {}, u"list all findings that can be told"_s}},
             run}};
}

} // namespace tokentrail::ctl
