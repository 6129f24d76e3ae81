// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/heard.h"

#include "core/diagnosis/rules.h"
#include "core/diagnosis/texts.h"

#include <algorithm>

namespace tokentrail::diagnosis {

using namespace Qt::StringLiterals;

Finding findingOf(const Heard &heard, bool hopsSeen)
{
    const auto *rule = ruleOf(heard.findingId);
    const auto &text = textOfVariant(heard.findingId, heard.variant);
    Finding finding;
    finding.id = heard.findingId;
    finding.title = text.title;
    if (rule)
        finding.severity = rule->severity;
    finding.confidence = hopsSeen ? heard.confidence * 0.9 : heard.confidence;
    finding.sentence = sentenceOf(text, heard.captures);
    finding.fix.text = text.fix;
    finding.fix.command = text.command;
    return finding;
}

// What hops show beats general words; of words in which a rule found its own finding again the
// rest is that finding, too; and a destination that was found afterwards was found.
bool contradicted(const Facts &facts, const QList<Finding> &findings, const Heard &heard)
{
    const bool explained =
        std::any_of(findings.begin(), findings.end(), [&](const Finding &finding) {
            return std::any_of(facts.heard.begin(), facts.heard.end(), [&](const Heard &other) {
                return other.text == heard.text && other.findingId == finding.id
                    && finding.confidence >= heard.confidence * 0.5;
            });
        });
    if (explained && !facts.input.trail.hops.isEmpty())
        return true;
    if (heard.telling != Telling::Cause)
        return std::any_of(findings.begin(), findings.end(), [](const Finding &finding) {
            return finding.severity == Severity::Error && finding.confidence > 0.5;
        });
    if (heard.findingId == "destination-not-found"_L1) {
        const auto lookups = facts.hops(trail::HopKind::DestinationLookup);
        return std::any_of(lookups.begin(), lookups.end(), [](const trail::Hop *hop) {
            return hop->response.status == 200;
        });
    }
    return false;
}

} // namespace tokentrail::diagnosis
