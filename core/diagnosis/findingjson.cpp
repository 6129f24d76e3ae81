// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/finding.h"

namespace tokentrail::diagnosis {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

Json evidenceJson(const QList<Evidence> &list)
{
    auto out = Json::array();
    for (const auto &evidence : list) {
        auto entry = Json::object({{u"sentence"_s, evidence.sentence}});
        if (!evidence.hopId.isEmpty())
            entry.set(u"hop"_s, evidence.hopId);
        out.append(entry);
    }
    return out;
}

} // namespace

QString nameOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return u"error"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Hint:
        return u"hint"_s;
    }
    return {};
}

Json toJson(const Finding &finding)
{
    auto fix = Json::object({{u"text"_s, finding.fix.text}});
    if (!finding.fix.command.isEmpty())
        fix.set(u"command"_s, finding.fix.command);
    if (!finding.fix.edit.isEmpty())
        fix.set(u"edit"_s, finding.fix.edit);
    if (const auto &assignment = finding.fix.assignment)
        fix.set(u"assignment"_s,
                Json::object({{u"roleCollection"_s, assignment->roleCollection},
                              {u"user"_s, assignment->user},
                              {u"origin"_s, assignment->origin}}));
    auto out = Json::object({{u"id"_s, finding.id},
                             {u"severity"_s, nameOf(finding.severity)},
                             {u"confidence"_s, finding.confidence},
                             {u"title"_s, finding.title},
                             {u"sentence"_s, finding.sentence}});
    if (!finding.hopId.isEmpty())
        out.set(u"hop"_s, finding.hopId);
    out.set(u"evidence"_s, evidenceJson(finding.evidence));
    out.set(u"counterEvidence"_s, evidenceJson(finding.counterEvidence));
    out.set(u"fix"_s, fix);
    return out;
}

Json toJson(const Diagnosis &diagnosis)
{
    auto findings = Json::array();
    for (const auto &finding : diagnosis.findings)
        findings.append(toJson(finding));
    auto ruledOut = Json::array();
    for (const auto &one : diagnosis.ruledOut)
        ruledOut.append(Json::object({{u"id"_s, one.id}, {u"because"_s, one.because}}));
    return Json::object({{u"findings"_s, findings},
                         {u"ruledOut"_s, ruledOut},
                         {u"notVisible"_s, Json::array(diagnosis.notVisible)}});
}

} // namespace tokentrail::diagnosis
