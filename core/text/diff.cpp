// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/diff.h"

#include <QByteArrayList>

#include <algorithm>
#include <vector>

namespace tokentrail::text {

namespace {

constexpr size_t around = 3; // lines of context
constexpr size_t largestTable = 4'000'000;

// With their line ends, so that a missing last one counts as a change.
std::vector<QByteArray> linesOf(const QByteArray &text)
{
    std::vector<QByteArray> lines;
    for (qsizetype begin = 0; begin < text.size();) {
        const auto newline = text.indexOf('\n', begin);
        const auto end = newline < 0 ? text.size() : newline + 1;
        lines.push_back(text.sliced(begin, end - begin));
        begin = end;
    }
    return lines;
}

struct Step
{
    char mark = ' ';
    const QByteArray *line = nullptr;
};

using Lines = std::vector<QByteArray>;

// The lines between the common begin and end: by the longest common subsequence where the table
// stays small, otherwise all out and all in.
void compareMiddle(const Lines &a,
                   size_t aBegin,
                   size_t aEnd,
                   const Lines &b,
                   size_t bBegin,
                   size_t bEnd,
                   std::vector<Step> &steps)
{
    const auto rows = aEnd - aBegin;
    const auto columns = bEnd - bBegin;
    std::vector<quint32> table;
    const bool small = (rows + 1) * (columns + 1) <= largestTable;
    const auto cell = [&](size_t i, size_t j) -> quint32 & {
        return table[i * (columns + 1) + j];
    };
    if (small) {
        table.assign((rows + 1) * (columns + 1), 0);
        for (size_t i = rows; i-- > 0;) {
            for (size_t j = columns; j-- > 0;)
                cell(i, j) = a[aBegin + i] == b[bBegin + j]
                    ? cell(i + 1, j + 1) + 1
                    : std::max(cell(i + 1, j), cell(i, j + 1));
        }
    }
    size_t i = 0;
    size_t j = 0;
    while (i < rows || j < columns) {
        if (small && i < rows && j < columns && a[aBegin + i] == b[bBegin + j]) {
            steps.push_back({' ', &a[aBegin + i]});
            ++i;
            ++j;
        } else if (i < rows && (j == columns || !small || cell(i + 1, j) >= cell(i, j + 1))) {
            steps.push_back({'-', &a[aBegin + i++]});
        } else {
            steps.push_back({'+', &b[bBegin + j++]});
        }
    }
}

std::vector<Step> compare(const Lines &a, const Lines &b)
{
    size_t head = 0;
    while (head < a.size() && head < b.size() && a[head] == b[head])
        ++head;
    size_t tail = 0;
    while (tail < a.size() - head && tail < b.size() - head
           && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    std::vector<Step> steps;
    for (size_t i = 0; i < head; ++i)
        steps.push_back({' ', &a[i]});
    compareMiddle(a, head, a.size() - tail, b, head, b.size() - tail, steps);
    for (size_t i = a.size() - tail; i < a.size(); ++i)
        steps.push_back({' ', &a[i]});
    return steps;
}

// "12,3": the first line, counted from 1, and how many.
QByteArray range(size_t first, size_t count)
{
    const auto start = count == 0 ? first : first + 1;
    return QByteArray::number(qulonglong(start))
        + (count == 1 ? QByteArray() : QByteArray(',' + QByteArray::number(qulonglong(count))));
}

} // namespace

QByteArray unifiedDiff(const QByteArray &before, const QByteArray &after, const QString &name)
{
    if (before == after)
        return {};
    const auto a = linesOf(before);
    const auto b = linesOf(after);
    const auto steps = compare(a, b);
    QByteArray out = "--- " + name.toUtf8() + "\n+++ " + name.toUtf8() + '\n';
    size_t aLine = 0;
    size_t bLine = 0;
    for (size_t i = 0; i < steps.size();) {
        const auto isChange = [](const Step &step) {
            return step.mark != ' ';
        };
        const auto change = size_t(
            std::find_if(steps.begin() + std::ptrdiff_t(i), steps.end(), isChange) - steps.begin());
        if (change == steps.size())
            break;
        const auto begin = std::max(i, change > around ? change - around : 0);
        aLine += begin - i; // lines passed over are in both
        bLine += begin - i;
        auto end = change;
        for (auto k = change; k < steps.size() && k <= end + 2 * around; ++k) {
            if (isChange(steps[k]))
                end = k;
        }
        end = std::min(steps.size(), end + around + 1);
        QByteArray body;
        size_t aCount = 0;
        size_t bCount = 0;
        for (auto k = begin; k < end; ++k) {
            aCount += steps[k].mark != '+';
            bCount += steps[k].mark != '-';
            body += steps[k].mark + *steps[k].line;
            if (!steps[k].line->endsWith('\n'))
                body += "\n\\ No newline at end of file\n";
        }
        out += "@@ -" + range(aLine, aCount) + " +" + range(bLine, bCount) + " @@\n" + body;
        aLine += aCount;
        bLine += bCount;
        i = end;
    }
    return out;
}

} // namespace tokentrail::text
