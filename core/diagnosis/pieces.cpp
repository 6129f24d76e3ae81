// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/pieces.h"

#include "core/diagnosis/mended.h"
#include "core/trail/redaction.h"

#include <algorithm>

namespace tokentrail::diagnosis {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

bool hasError(const Told &told)
{
    const auto &findings = told.diagnosis.findings;
    return std::any_of(findings.begin(), findings.end(), [](const Finding &finding) {
        return finding.severity == Severity::Error;
    });
}

double weightOf(const Answer::Item &item)
{
    const double behind = item.finding.severity == Severity::Error ? 0.0
        : item.finding.severity == Severity::Warning               ? 0.4
                                                                   : 0.6;
    return item.finding.confidence - behind;
}

void addTo(Answer &answer, const Told &told)
{
    for (const auto &finding : told.diagnosis.findings) {
        const auto known =
            std::find_if(answer.findings.begin(),
                         answer.findings.end(),
                         [&finding](const auto &item) { return item.finding.id == finding.id; });
        if (known == answer.findings.end()) {
            answer.findings.append(
                {finding, told.trailId.isEmpty() ? QStringList() : QStringList{told.trailId}});
            continue;
        }
        if (!told.trailId.isEmpty() && !known->trailIds.contains(told.trailId))
            known->trailIds << told.trailId;
    }
    for (const auto &one : told.diagnosis.ruledOut) {
        const bool known = std::any_of(
            answer.ruledOut.begin(), answer.ruledOut.end(), [&one](const RuledOut &other) {
                return other.id == one.id && other.because == one.because;
            });
        if (!known)
            answer.ruledOut.append(one);
    }
    for (const auto &sentence : told.diagnosis.notVisible) {
        if (!answer.notVisible.contains(sentence))
            answer.notVisible << sentence;
    }
}

} // namespace

Case caseOfAnswer(const http::Response &answer)
{
    trail::Hop hop;
    hop.id = u"h1"_s;
    hop.kind = trail::HopKind::Service;
    hop.to = trail::Party::Service;
    hop.response = trail::redacted(answer);
    hop.notes.set(u"requestNotSeen"_s, true);
    Case one;
    one.trail.id = u"t1"_s;
    one.trail.hops = {hop};
    one.trail.rootHopId = hop.id;
    return one;
}

QList<Case> casesOf(const QList<trail::Trail> &trails)
{
    QList<Case> cases;
    for (qsizetype i = 0; i < trails.size(); ++i) {
        Case one;
        one.trail = trails[i];
        one.earlier = trails.first(i);
        cases.append(one);
    }
    markMended(cases);
    return cases;
}

QList<ProjectDefect> defectsOf(const cap::LintReport &report)
{
    QList<ProjectDefect> defects;
    for (const auto &finding : report.findings) {
        const auto severity = finding.severity == cap::ProblemSeverity::Error ? Severity::Error
            : finding.severity == cap::ProblemSeverity::Warning               ? Severity::Warning
                                                                              : Severity::Hint;
        auto place = finding.file;
        if (finding.line > 0)
            place += u":%1:%2"_s.arg(finding.line).arg(finding.column);
        defects.append(
            {finding.id, severity, finding.sentence, place, finding.advice, finding.fix});
    }
    return defects;
}

Answer together(const QList<Told> &all, Leading leading)
{
    Answer answer;
    if (leading == Leading::Newest) {
        for (const bool failing : {true, false}) {
            for (auto told = all.rbegin(); told != all.rend(); ++told) {
                if (hasError(*told) == failing)
                    addTo(answer, *told);
            }
        }
        return answer;
    }
    auto surest = all;
    const auto best = [](const Told &told) {
        return told.diagnosis.findings.isEmpty()
            ? -1.0
            : weightOf({told.diagnosis.findings.constFirst(), {}});
    };
    std::stable_sort(surest.begin(), surest.end(), [&best](const Told &a, const Told &b) {
        return best(a) > best(b);
    });
    for (const auto &told : surest)
        addTo(answer, told);
    std::stable_sort(answer.findings.begin(),
                     answer.findings.end(),
                     [](const auto &a, const auto &b) { return weightOf(a) > weightOf(b); });
    return answer;
}

Json toJson(const Answer &answer)
{
    auto findings = Json::array();
    for (const auto &item : answer.findings) {
        auto json = toJson(item.finding);
        if (!item.trailIds.isEmpty()) {
            json.set(u"trail"_s, item.trailIds.constFirst());
            if (item.trailIds.size() > 1)
                json.set(u"trails"_s, Json::array(item.trailIds));
        }
        findings.append(json);
    }
    auto ruledOut = Json::array();
    for (const auto &one : answer.ruledOut)
        ruledOut.append(Json::object({{u"id"_s, one.id}, {u"because"_s, one.because}}));
    return Json::object({{u"findings"_s, findings},
                         {u"ruledOut"_s, ruledOut},
                         {u"notVisible"_s, Json::array(answer.notVisible)}});
}

} // namespace tokentrail::diagnosis
