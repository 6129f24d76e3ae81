// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/lanes/messagetext.h"

#include "core/text/json.h"

#include <QCoreApplication>
#include <QStringDecoder>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("tokentrail::ui::MessageText", text);
}

} // namespace

QString rawBody(const QByteArray &body)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder(body.first(qMin(body.size(), shownBytes)));
    if (decoder.hasError() && body.size() <= shownBytes)
        return say(QT_TRANSLATE_NOOP("tokentrail::ui::MessageText", "%1 bytes that are no text"))
            .arg(body.size());
    if (body.size() > shownBytes)
        text += u"\n\n"_s
            + say(QT_TRANSLATE_NOOP("tokentrail::ui::MessageText",
                                    "(the first megabyte of %1 bytes)"))
                  .arg(body.size());
    return text;
}

QString prettyBody(const http::Headers &, const QByteArray &body)
{
    if (body.size() > shownBytes)
        return rawBody(body);
    const auto start = body.trimmed();
    if (start.startsWith('{') || start.startsWith('[')) {
        if (const auto json = text::parseJson(body))
            return QString::fromUtf8(json->toIndented());
    }
    return rawBody(body);
}

QString headerText(const http::Headers &headers)
{
    QString text;
    for (const auto &field : headers.fields())
        text += QString::fromUtf8(field.name) + u": "_s + QString::fromUtf8(field.value) + u'\n';
    return text;
}

QString requestText(const http::Request &request, const QString &url)
{
    QString text = QString::fromUtf8(request.method) + u' '
        + (url.isEmpty() ? QString::fromUtf8(request.target) : url) + u'\n'
        + headerText(request.headers);
    if (!request.body.isEmpty())
        text += u'\n' + prettyBody(request.headers, request.body);
    return text;
}

QString responseText(const http::Response &response, const QString &failure)
{
    if (response.status == 0)
        return failure.isEmpty()
            ? say(QT_TRANSLATE_NOOP("tokentrail::ui::MessageText", "There was no answer."))
            : failure;
    const auto reason =
        response.reason.isEmpty() ? http::reasonPhrase(response.status) : response.reason;
    QString text = QString::number(response.status) + u' ' + QString::fromUtf8(reason) + u'\n'
        + headerText(response.headers);
    if (!response.body.isEmpty())
        text += u'\n' + prettyBody(response.headers, response.body);
    return text;
}

http::Headers headersFromText(const QString &text)
{
    http::Headers headers;
    for (const auto &line : QStringView(text).split(u'\n')) {
        const auto colon = line.indexOf(u':');
        if (colon > 0)
            headers.add(line.first(colon).trimmed().toUtf8(),
                        line.sliced(colon + 1).trimmed().toUtf8());
    }
    return headers;
}

} // namespace tokentrail::ui
