// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/evidence/logtext.h"

#include "core/base/redactor.h"
#include "core/text/json.h"

#include <QRegularExpression>

namespace tokentrail::evidence {

using namespace Qt::StringLiterals;

namespace {

QString withoutColours(QString line)
{
    static const QRegularExpression colour(u"\x1b\\[[0-9;]*m"_s);
    return line.remove(colour);
}

// "   2026-11-22T07:16:03.58+0100 [APP/PROC/WEB/0] ERR message" → "message"
QString withoutPrefix(const QString &line)
{
    static const QRegularExpression prefix(
        uR"(^\s*\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)?\s+\[[A-Z]+(?:/[^\]]*)?\]\s+(?:OUT|ERR)\s?)"_s);
    const auto match = prefix.match(line);
    return match.hasMatch() ? line.mid(match.capturedEnd()) : line;
}

// CAP in production and the SAP logging library write one JSON object a line.
QString messageOf(const QString &line)
{
    const auto trimmed = line.trimmed();
    if (!trimmed.startsWith(u'{') || !trimmed.endsWith(u'}'))
        return line;
    const auto json = text::parseJson(trimmed.toUtf8());
    if (!json || !(*json)[u"msg"].isString())
        return line;
    auto message = (*json)[u"msg"].toString();
    const auto &cause = (*json)[u"reason"][u"message"];
    if (cause.isString())
        message += u"\n"_s + cause.toString();
    const auto stack = (*json)[u"stacktrace"].toStringList();
    return stack.isEmpty() ? message : QString(message + u'\n' + stack.join(u'\n'));
}

bool continuesMessage(const QString &line)
{
    return line.startsWith(u' ') || line.startsWith(u'\t') || line == "}"_L1
        || line.startsWith("Caused by:"_L1);
}

} // namespace

QStringList readLog(const QByteArray &text)
{
    QStringList messages;
    for (const auto &bytes : text.split('\n')) {
        auto line = withoutPrefix(withoutColours(QString::fromUtf8(bytes)));
        if (line.endsWith(u'\r'))
            line.chop(1);
        if (line.trimmed().isEmpty())
            continue;
        const auto message = redactor::text(messageOf(line));
        if (!messages.isEmpty() && continuesMessage(line))
            messages.last() += u'\n' + message;
        else
            messages << message;
    }
    return messages;
}

} // namespace tokentrail::evidence
