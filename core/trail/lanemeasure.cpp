// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trail/lanemeasure.h"

namespace tokentrail::trail {

using namespace Qt::StringLiterals;

namespace {

// Inter at 12 px, on the generous side.
double estimate(QChar c)
{
    if (u" iljI.,:;'|!·"_s.contains(c))
        return 3.6;
    if (u"ftr()[]-/\""_s.contains(c))
        return 4.8;
    if (u"mwMW@…—"_s.contains(c))
        return 10.4;
    if (c.isUpper())
        return 8.2;
    return c.unicode() > 0x2000 ? 12.0 : 7.0;
}

double factorOf(TextRole role)
{
    switch (role) {
    case TextRole::LaneTitle:
    case TextRole::Mark:
        return 1.08;
    case TextRole::Label:
    case TextRole::Chip:
        return 1.0;
    case TextRole::Note:
        return 0.94;
    }
    return 1.0;
}

} // namespace

double LaneMeasure::width(const QString &text, TextRole role) const
{
    if (m_options.textWidth)
        return m_options.textWidth(text, role);
    double sum = 0;
    for (const auto c : text)
        sum += estimate(c);
    return sum * factorOf(role);
}

QString LaneMeasure::elided(const QString &text, TextRole role, double available) const
{
    if (width(text, role) <= available)
        return text;
    qsizetype low = 0;
    qsizetype high = text.size();
    while (low < high) {
        const auto middle = (low + high + 1) / 2;
        if (width(text.first(middle) + u'…', role) <= available)
            low = middle;
        else
            high = middle - 1;
    }
    return text.first(low).trimmed() + u'…';
}

QStringList
LaneMeasure::wrapped(const QString &text, TextRole role, double available, qsizetype maxLines) const
{
    QStringList lines;
    QString line;
    const auto words = text.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString longer = line.isEmpty() ? words[i] : line + u' ' + words[i];
        if (width(longer, role) <= available || line.isEmpty()) {
            line = longer;
            continue;
        }
        if (lines.size() + 1 == maxLines) {
            lines << elided(line + u' ' + words.mid(i).join(u' '), role, available);
            return lines;
        }
        lines << elided(line, role, available);
        line = words[i];
    }
    if (!line.isEmpty())
        lines << elided(line, role, available);
    return lines;
}

} // namespace tokentrail::trail
