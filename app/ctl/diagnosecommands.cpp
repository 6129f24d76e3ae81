// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/diagnosecommands.h"

#include "app/ctl/evidenceinput.h"

#include <QDateTime>

#include <algorithm>

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using diagnosis::Severity;
using text::Json;

namespace {

struct Told
{
    QString trailId; // empty where there is only one
    diagnosis::Diagnosis diagnosis;
};

Json toJson(const QList<Told> &all)
{
    auto out = Json::object();
    for (const auto &name : {u"findings"_s, u"ruledOut"_s, u"notVisible"_s})
        out.set(name, Json::array());
    for (const auto &told : all) {
        const auto json = diagnosis::toJson(told.diagnosis);
        for (const auto &member : json.members()) {
            for (auto item : member.value.elements()) {
                if (!told.trailId.isEmpty() && item.isObject())
                    item.set(u"trail"_s, told.trailId);
                out.find(member.name)->append(item);
            }
        }
    }
    return out;
}

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

QString toText(const QList<Told> &all)
{
    QString text;
    for (const auto &told : all) {
        if (!told.trailId.isEmpty())
            text += told.trailId + u'\n';
        if (told.diagnosis.findings.isEmpty())
            text += u"  nothing is wrong as far as this evidence goes\n"_s;
        for (const auto &finding : told.diagnosis.findings) {
            text +=
                u"  %1 %2 (%3 %)\n    %4\n"_s.arg(diagnosis::nameOf(finding.severity),
                                                  finding.id,
                                                  QString::number(int(finding.confidence * 100)),
                                                  finding.sentence);
            text += linesOf(u"+"_s, finding.evidence) + linesOf(u"-"_s, finding.counterEvidence);
            text += u"    fix: %1\n"_s.arg(finding.fix.text);
            if (!finding.fix.command.isEmpty())
                text += u"         %1\n"_s.arg(finding.fix.command);
        }
        for (const auto &one : told.diagnosis.ruledOut)
            text += u"  ruled out %1: %2\n"_s.arg(one.id, one.because);
        for (const auto &sentence : told.diagnosis.notVisible)
            text += u"  not visible: %1\n"_s.arg(sentence);
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

bool hasErrors(const QList<Told> &all)
{
    return std::any_of(all.begin(), all.end(), [](const Told &told) {
        const auto &findings = told.diagnosis.findings;
        return std::any_of(findings.begin(), findings.end(), [](const auto &finding) {
            return finding.severity == Severity::Error;
        });
    });
}

void run(Invocation &invocation)
{
    if (invocation.has(u"--list"_s))
        return listFindings(invocation);
    bool any = false;
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
    QList<Told> all;
    for (auto &one : *cases) {
        if (one.trail.hops.isEmpty() || one.trail.hops.constFirst().startMs == 0)
            one.nowSeconds = QDateTime::currentSecsSinceEpoch();
        all.append({cases->size() > 1 ? one.trail.id : QString(), diagnosis::diagnose(one)});
    }
    invocation.answer(toJson(all), toText(all));
    invocation.finish(hasErrors(all) ? DoesNotHold : Ok);
}

} // namespace

QList<Command> diagnoseCommands()
{
    return {{u"diagnose"_s,
             {},
             u"Say why a call was refused, from the pieces of evidence that there are"_s,
             {{u"--trail"_s, u"FILE"_s, u"hops as call, login or sandbox trail print them"_s},
              {u"--har"_s, u"FILE"_s, u"a recording of a browser"_s},
              {u"--log"_s, u"FILE"_s, u"lines of the service's or approuter's log"_s},
              {u"--status"_s, u"N"_s, u"status of the answer"_s},
              {u"--body-file"_s, u"FILE"_s, u"body of the answer"_s},
              {u"--token-file"_s, u"FILE"_s, u"the token of the call"_s},
              {u"--key"_s, u"FILE"_s, u"service key of the called application"_s},
              {u"--project"_s, u"DIR"_s, u"the CAP project that was called"_s},
              {u"--list"_s, {}, u"list all findings that can be told"_s}},
             run}};
}

} // namespace tokentrail::ctl
