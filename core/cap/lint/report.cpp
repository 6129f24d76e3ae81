// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/lint/report.h"

#include "core/cap/envmask.h"
#include "core/text/diff.h"

#include <algorithm>

namespace tokentrail::cap::lint {

using namespace Qt::StringLiterals;

LintFinding &Report::add(const Draft &draft)
{
    const auto &rules = lintRules();
    const auto rule = std::find_if(
        rules.begin(), rules.end(), [&draft](const auto &each) { return each.id == draft.id; });
    Q_ASSERT(rule != rules.end());
    LintFinding finding;
    finding.id = draft.id;
    finding.severity =
        draft.severity.value_or(rule == rules.end() ? ProblemSeverity::Warning : rule->severity);
    finding.file = draft.place.file;
    finding.line = draft.place.line;
    finding.column = draft.place.column;
    finding.sentence = draft.sentence;
    finding.advice = draft.advice;
    finding.command = draft.command;
    m_findings.push_back(std::move(finding));
    return m_findings.back();
}

void Report::attach(LintFinding &finding, const QByteArray &before, const QByteArray &after) const
{
    const bool mayHoldSecrets =
        finding.file.endsWith(".json"_L1) || finding.file.endsWith(u".yaml"_s);
    finding.fix = QString::fromUtf8(
        text::unifiedDiff(mayHoldSecrets ? maskedConfigText(before, {}) : before,
                          mayHoldSecrets ? maskedConfigText(after, before) : after,
                          finding.file));
    finding.edit = LintEdit{m_project.path(finding.file), before, after};
}

void Report::add(const Draft &draft, const Edit &edit)
{
    auto &finding = add(draft);
    const auto *before = m_project.text(draft.place.file);
    if (!before)
        return;
    auto editor = text::JsonEditor::open(*before, draft.place.file);
    if (editor && edit(*editor) && editor->text() != *before)
        attach(finding, *before, editor->text());
}

void Report::add(const Draft &draft, qsizetype begin, qsizetype end, const QByteArray &with)
{
    auto &finding = add(draft);
    const auto *before = m_project.text(draft.place.file);
    if (before && begin >= 0 && end >= begin && end <= before->size())
        attach(finding, *before, before->left(begin) + with + before->sliced(end));
}

Place Report::placeIn(const QString &file, qsizetype offset) const
{
    if (offset < 0)
        return {file};
    if (!m_project.csnName().isEmpty() && file == m_project.csnName())
        return placeOf(m_project.csnText(), offset, file);
    const auto *text = m_project.text(file);
    return text ? placeOf(*text, offset, file) : Place{file};
}

std::vector<LintFinding> Report::take()
{
    std::stable_sort(m_findings.begin(), m_findings.end(), [](const auto &a, const auto &b) {
        return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
    });
    return std::move(m_findings);
}

} // namespace tokentrail::cap::lint
