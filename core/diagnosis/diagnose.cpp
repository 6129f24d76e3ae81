// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/diagnose.h"

#include "core/cap/lint.h"
#include "core/diagnosis/candidates.h"
#include "core/diagnosis/heard.h"
#include "core/diagnosis/project.h"
#include "core/diagnosis/remarks.h"
#include "core/diagnosis/rules.h"
#include "core/diagnosis/say.h"
#include "core/diagnosis/texts.h"

#include <QSet>

#include <algorithm>

namespace tokentrail::diagnosis {

using namespace Qt::StringLiterals;

namespace {

void complete(Finding &finding, const Rule &rule)
{
    finding.id = QString::fromUtf16(rule.id);
    const auto &text = textOf(rule.id);
    finding.title = text.title;
    finding.severity = rule.severity;
    if (finding.fix.text.isEmpty())
        finding.fix = {text.fix, text.command, {}};
}

QList<Finding> judge(const Facts &facts)
{
    QList<Finding> findings;
    for (const auto &rule : allRules()) {
        if (!rule.judge)
            continue;
        for (auto &finding : rule.judge(facts)) {
            complete(finding, rule);
            findings.append(finding);
        }
    }
    return findings;
}

// Words prove what hops showed, or stand alone where no hop was seen.
void addHeard(QList<Finding> &findings, const Facts &facts)
{
    const auto judged = findings;
    const bool causeIsNamed =
        std::any_of(facts.heard.begin(), facts.heard.end(), [](const Heard &heard) {
            return heard.telling == Telling::Cause;
        });
    QSet<QString> told;
    for (const auto &heard : facts.heard) {
        if (told.contains(heard.findingId))
            continue;
        told << heard.findingId;
        const Evidence evidence{quoted(heard.line), {}};
        const auto known =
            std::find_if(findings.begin(), findings.end(), [&heard](const Finding &finding) {
                return finding.id == heard.findingId;
            });
        if (known != findings.end()) {
            known->evidence.append(evidence);
            // Words support a finding; they do not overrule what made it doubtful.
            known->confidence += (1.0 - known->confidence) * 0.3 * heard.confidence;
            continue;
        }
        if (!ruleOf(heard.findingId) || !facts.failed() || contradicted(facts, judged, heard))
            continue;
        auto finding = findingOf(heard, !facts.trail.hops.isEmpty());
        if (causeIsNamed && heard.telling != Telling::Cause)
            finding.confidence *= 0.6;
        finding.evidence.append(evidence);
        findings.append(finding);
    }
}

// What lines about other calls tell comes behind what those of this one do.
void addOverheard(QList<Finding> &findings, const Facts &facts)
{
    for (const auto &heard : facts.overheard) {
        const bool known =
            std::any_of(findings.begin(), findings.end(), [&heard](const Finding &finding) {
                return finding.id == heard.findingId;
            });
        if (known || !ruleOf(heard.findingId) || !facts.failed())
            continue;
        auto finding = findingOf(heard, true);
        finding.confidence *= 0.4;
        finding.evidence.append({quoted(heard.line), {}});
        findings.append(finding);
    }
}

void addUnknown(QList<Finding> &findings, const QList<Finding> &more)
{
    for (const auto &finding : more) {
        const bool known =
            std::any_of(findings.begin(), findings.end(), [&finding](const Finding &other) {
                return other.id == finding.id;
            });
        if (!known)
            findings.append(finding);
    }
}

// A lost user in the log alone leaves both places open.
void addPlaces(QList<Finding> &findings, const Facts &facts)
{
    double loss = 0;
    for (const auto &finding : findings) {
        if (finding.id == "user-lost-inside-cap"_L1 || finding.id == "user-lost-before-cap"_L1)
            return;
        if (finding.id == "user-token-absent"_L1 || finding.id == "user-token-absent-cached"_L1)
            loss = std::max(loss, finding.confidence);
    }
    constexpr double worthAPlace = 0.4; // of a mere guess nobody asks where
    if (loss < worthAPlace)
        return;
    const bool known = facts.call && facts.requestSeen;
    for (const auto *id : {u"user-lost-inside-cap", u"user-lost-before-cap"}) {
        const bool inside = QStringView(id) == u"user-lost-inside-cap";
        if (known && inside != facts.userToken)
            continue;
        Finding finding;
        complete(finding, *ruleOf(id));
        finding.confidence = loss * (known ? 0.85 : 0.5);
        finding.sentence = !known ? say(u"seen.possible-unknown-call", {{u"title", finding.title}})
            : inside              ? say(u"user-lost-inside-cap.known", {{u"who", facts.who()}})
                                  : say(u"user-lost-before-cap.known", {{u"who", facts.who()}});
        if (known)
            finding.hopId = facts.call->id;
        finding.fix.text = known ? say(u"user-lost.fix-known") : say(u"user-lost.fix-unknown");
        if (known)
            finding.evidence.append({say(u"user-lost.recorded"), facts.call->id});
        else
            finding.evidence.append({say(u"user-lost.neither"), {}});
        findings.append(finding);
    }
}

// Where the user was lost says more than that no token came: it leads when it is sure. What
// explains a refusal leads before what is only not as it should be, unless it is a guess.
double weightOf(const Finding &finding, bool tokenIsAbsent)
{
    constexpr double sure = 0.8;
    const bool leads = tokenIsAbsent && finding.id.startsWith("user-lost-"_L1);
    const double behind = finding.severity == Severity::Error ? 0.0
        : finding.severity == Severity::Warning               ? 0.4
                                                              : 0.6;
    return finding.confidence - behind + (leads && finding.confidence >= sure ? 1.0 : 0.0);
}

void sortBestFirst(QList<Finding> &findings)
{
    const bool absent = std::any_of(findings.begin(), findings.end(), [](const Finding &finding) {
        return finding.id.startsWith("user-token-absent"_L1);
    });
    std::stable_sort(
        findings.begin(), findings.end(), [absent](const Finding &a, const Finding &b) {
            return weightOf(a, absent) > weightOf(b, absent);
        });
}

} // namespace

Diagnosis diagnose(const Case &input)
{
    const Facts facts(input);
    Diagnosis diagnosis;
    // A call that worked in the end needs no explanation; what is wrong with its project stays.
    if (input.workedLater) {
        addProject(diagnosis.findings, facts);
        return diagnosis;
    }
    diagnosis.findings = judge(facts);
    addHeard(diagnosis.findings, facts);
    addOverheard(diagnosis.findings, facts);
    const bool explained =
        std::any_of(diagnosis.findings.begin(),
                    diagnosis.findings.end(),
                    [](const Finding &finding) { return finding.severity == Severity::Error; });
    if (!explained)
        addUnknown(diagnosis.findings, candidates(facts));
    addPlaces(diagnosis.findings, facts);
    addProject(diagnosis.findings, facts);
    if (facts.inBatch) {
        for (auto &finding : diagnosis.findings)
            finding.evidence.append({say(u"seen.in-batch", {{u"status", facts.status}}),
                                     facts.root ? facts.root->id : QString()});
    }
    sortBestFirst(diagnosis.findings);
    diagnosis.ruledOut = ruledOut(facts, diagnosis.findings);
    diagnosis.notVisible = notVisible(facts, diagnosis.findings);
    return diagnosis;
}

QList<FindingInfo> knownFindings()
{
    QList<FindingInfo> known;
    for (const auto &rule : allRules())
        known.append({QString::fromUtf16(rule.id), textOf(rule.id).title, rule.severity});
    // The check of a project may find more; what both know is told once.
    for (const auto &rule : cap::lintRules()) {
        if (ruleOf(rule.id))
            continue;
        const auto severity = rule.severity == cap::ProblemSeverity::Error ? Severity::Error
            : rule.severity == cap::ProblemSeverity::Warning               ? Severity::Warning
                                                                           : Severity::Hint;
        known.append({rule.id, rule.title, severity});
    }
    return known;
}

} // namespace tokentrail::diagnosis
