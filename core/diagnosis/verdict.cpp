// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/verdict.h"

namespace tokentrail::diagnosis {

Verdict::Verdict(double confidence, const QString &sentence, const trail::Hop *place)
{
    m_finding.confidence = confidence;
    m_finding.sentence = sentence;
    if (place)
        m_finding.hopId = place->id;
}

Verdict &Verdict::because(const QString &sentence, const trail::Hop *hop)
{
    m_finding.evidence.append({sentence, hop ? hop->id : QString()});
    return *this;
}

Verdict &Verdict::although(const QString &sentence, const trail::Hop *hop)
{
    m_finding.counterEvidence.append({sentence, hop ? hop->id : QString()});
    return *this;
}

Verdict &Verdict::fix(const QString &text, const QString &command, const QString &edit)
{
    m_finding.fix = {text, command, edit};
    return *this;
}

Verdict &Verdict::assign(const Assignment &assignment)
{
    m_finding.fix.assignment = assignment;
    return *this;
}

Verdict::operator QList<Finding>() const
{
    return {m_finding};
}

} // namespace tokentrail::diagnosis
