// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/project.h"

#include "core/diagnosis/say.h"
#include "core/diagnosis/texts.h"

#include <QRegularExpression>

#include <algorithm>

namespace tokentrail::diagnosis {

using namespace Qt::StringLiterals;

namespace {

struct Explains
{
    const char16_t *id;
    int status; // 0: the service does not even start
};

constexpr Explains explains[] = {
    {u"auth-strategy-ignored", 401},
    {u"auth-kind-unknown", 0},
    {u"binding-missing", 0},
    {u"binding-missing", 500},
    {u"binding-incomplete", 0},
    {u"binding-incomplete", 500},
    {u"binding-wrapped-twice", 500},
    {u"binding-not-found-by-kind", 0},
    {u"custom-middleware-ends-the-call", 403},
    {u"custom-middleware-ends-the-call", 401},
    {u"custom-user-class-loses-overrides", 403},
    {u"custom-user-class-loses-overrides", 500},
    {u"default-env-malformed", 0},
    {u"mock-password-never-matches", 401},
    {u"mock-roles-crash-server", 0},
    {u"mock-roles-crash-server", 500},
    {u"passport-strategy-moved", 0},
    {u"passport-user-without-roles", 403},
    {u"requires-uaa-without-effect", 401},
    {u"restriction-without-matching-grant", 403},
    {u"role-template-missing", 403},
    {u"route-does-not-forward-token", 401},
    {u"route-pattern-refused-by-express-5", 0},
    {u"xsenv-query-name-mismatch", 500},
    {u"xssec-missing", 0},
};

int statusOf(const Facts &facts)
{
    return facts.status != 0 ? facts.status : facts.statusInLog;
}

// A defect of one entity explains calls to that entity alone.
bool isAboutTheCalled(const Facts &facts, const ProjectDefect &defect)
{
    if (!defect.id.startsWith("restriction-"_L1) || !facts.call || !facts.requestSeen)
        return true;
    static const QRegularExpression entity(uR"(\b\w+(?:\.\w+)*\.(\w+)\b)"_s);
    const auto match = entity.match(defect.sentence);
    const auto path = QString::fromUtf8(facts.call->request.path());
    return !match.hasMatch() || path.contains(match.captured(1));
}

bool fitsTheCall(const Facts &facts, const ProjectDefect &defect)
{
    const auto status = statusOf(facts);
    return status >= 400 && isAboutTheCalled(facts, defect)
        && std::any_of(std::begin(explains), std::end(explains), [&](const Explains &one) {
               return defect.id == QStringView(one.id) && one.status == status;
           });
}

Finding findingOf(const Facts &facts, const ProjectDefect &defect)
{
    Finding finding;
    const auto &text = textOf(defect.id);
    finding.id = defect.id;
    finding.severity = defect.severity;
    finding.title = text.title.isEmpty() ? defect.sentence : text.title;
    finding.sentence = defect.sentence;
    finding.fix = {defect.advice.isEmpty() ? text.fix : defect.advice, text.command, defect.edit};
    finding.evidence.append({defect.place.isEmpty()
                                 ? say(u"project.files")
                                 : say(u"project.place", {{u"place", defect.place}}),
                             {}});
    finding.confidence = 0.97;
    const bool called = !facts.trail.hops.isEmpty() || !facts.heard.isEmpty()
        || facts.statusInLog != 0 || facts.input.token;
    const bool explainsIt = fitsTheCall(facts, defect);
    if (called && !explainsIt && finding.severity == Severity::Error) {
        finding.severity = Severity::Warning;
        finding.confidence = 0.7;
        finding.counterEvidence.append(
            {statusOf(facts) == 0 ? say(u"project.alone")
                                  : say(u"project.other-answer", {{u"status", statusOf(facts)}}),
             facts.root ? facts.root->id : QString()});
    } else if (called && explainsIt && facts.failed()) {
        finding.severity = Severity::Error;
        finding.confidence = 0.9;
        finding.evidence.append({say(u"project.follows", {{u"status", statusOf(facts)}}),
                                 facts.root ? facts.root->id : QString()});
    }
    return finding;
}

} // namespace

void addProject(QList<Finding> &findings, const Facts &facts)
{
    for (const auto &defect : facts.input.projectDefects) {
        const auto told = findingOf(facts, defect);
        const auto known =
            std::find_if(findings.begin(), findings.end(), [&told](const Finding &finding) {
                return finding.id == told.id;
            });
        if (known == findings.end()) {
            findings.append(told);
            continue;
        }
        // The file proves what the call or the log only suggested.
        known->evidence += told.evidence;
        known->confidence = std::max(known->confidence, 0.98);
        if (known->fix.edit.isEmpty())
            known->fix = told.fix;
    }
}

} // namespace tokentrail::diagnosis
