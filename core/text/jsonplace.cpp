// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/jsonplace.h"

#include <algorithm>

namespace tokentrail::text {

namespace {

bool holds(Span span, qsizetype offset)
{
    return span.begin <= offset && offset < span.end;
}

} // namespace

QStringList pathAt(const Json &document, qsizetype offset)
{
    QStringList path;
    const auto *node = &document;
    while (node) {
        const Json *next = nullptr;
        for (const auto &member : node->members()) {
            if (offset < member.nameSpan.begin || offset >= member.value.span().end)
                continue;
            path << member.name;
            next = holds(member.value.span(), offset) ? &member.value : nullptr;
            break;
        }
        const auto &elements = node->elements();
        for (size_t i = 0; i < elements.size() && !next; ++i) {
            if (holds(elements[i].span(), offset)) {
                path << QString::number(i);
                next = &elements[i];
            }
        }
        node = next;
    }
    return path;
}

QStringList pathOfDifference(const Json &before, const Json &after)
{
    const auto below = [](const QString &step, const Json &one, const Json &other) {
        return QStringList{step} + pathOfDifference(one, other);
    };
    if (before.isObject() && after.isObject()) {
        for (const auto &member : before.members()) {
            const auto *other = after.find(member.name);
            if (!other)
                return {member.name};
            if (member.value != *other)
                return below(member.name, member.value, *other);
        }
        for (const auto &member : after.members()) {
            if (!before.find(member.name))
                return {member.name};
        }
    }
    if (!before.isArray() || !after.isArray())
        return {};
    const auto &one = before.elements();
    const auto &other = after.elements();
    for (size_t i = 0; i < std::max(one.size(), other.size()); ++i) {
        if (i >= one.size() || i >= other.size())
            return {QString::number(i)};
        if (one[i] != other[i])
            return below(QString::number(i), one[i], other[i]);
    }
    return {};
}

qsizetype offsetOf(const QByteArray &source, int line, int column)
{
    qsizetype begin = 0;
    for (int at = 1; at < line; ++at) {
        const auto end = source.indexOf('\n', begin);
        if (end < 0)
            return source.size();
        begin = end + 1;
    }
    return std::min(source.size(), begin + std::max(0, column - 1));
}

} // namespace tokentrail::text
