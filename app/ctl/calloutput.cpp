// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/calloutput.h"

#include "app/ctl/command.h"
#include "app/ctl/trailtext.h"
#include "core/base/redactor.h"

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

const http::Response &responseOf(const CallResult &result)
{
    static const http::Response none;
    return result.exchange && !result.error ? result.exchange->response : none;
}

QString shownValue(const http::Header &field, bool reveal)
{
    return QString::fromUtf8(reveal ? field.value : redactor::headerValue(field.name, field.value));
}

Json headersToJson(const CallResult &result)
{
    auto json = Json::object();
    for (const auto &field : responseOf(result).headers.fields()) {
        const auto name = QString::fromUtf8(field.name).toLower();
        const auto value = shownValue(field, result.reveal);
        auto *before = json.find(name);
        if (!before) {
            json.set(name, value);
            continue;
        }
        if (!before->isArray())
            *before = Json::array({before->toString()});
        before->append(value);
    }
    return json;
}

QByteArray shownBody(const CallResult &result)
{
    const auto &response = responseOf(result);
    return result.reveal ? response.body
                         : redactor::body(response.headers.value("Content-Type"), response.body);
}

Json bodyToJson(const CallResult &result)
{
    const auto &body = responseOf(result).body;
    if (QString::fromUtf8(body).toUtf8() == body)
        return QString::fromUtf8(shownBody(result));
    return Json::object({{u"base64"_s, QString::fromLatin1(body.toBase64())}});
}

QString findingsToText(const diagnosis::Diagnosis &diagnosis)
{
    QString text;
    if (diagnosis.findings.isEmpty())
        return text;
    text += u"\nFindings:\n"_s;
    for (const auto &finding : diagnosis.findings) {
        text += u"  %1 %2: %3\n"_s.arg(
            diagnosis::nameOf(finding.severity), finding.id, finding.sentence);
        if (!finding.fix.text.isEmpty())
            text += u"    Fix: %1\n"_s.arg(finding.fix.text);
        if (!finding.fix.command.isEmpty())
            text += u"    %1\n"_s.arg(finding.fix.command);
    }
    return text;
}

} // namespace

Json callToJson(const CallResult &result)
{
    auto json = Json::object({{u"status"_s, responseOf(result).status},
                              {u"headers"_s, headersToJson(result)},
                              {u"body"_s, bodyToJson(result)},
                              {u"correlationId"_s, result.correlationId},
                              {u"hops"_s, hopsToJson(result.trail)}});
    const auto diagnosis = diagnosis::toJson(result.diagnosis);
    for (const auto &member : diagnosis.members())
        json.set(member.name, member.value);
    if (!result.trail.hops.isEmpty()) {
        const auto trail = trail::toJson(result.trail);
        for (const auto *name : {u"title", u"user", u"loss", u"lossHop"}) {
            if (const auto *value = trail.find(QStringView(name)))
                json.set(QString::fromUtf16(name), *value);
        }
    }
    if (result.error)
        json.set(u"error"_s, redactor::text(result.error->sentence));
    return json;
}

QString callToText(const CallResult &result)
{
    const auto &response = responseOf(result);
    QString text;
    if (response.status > 0) {
        text += u"%1 %2\n"_s.arg(response.status).arg(QString::fromUtf8(response.reason));
        for (const auto &field : response.headers.fields())
            text +=
                QString::fromUtf8(field.name) + u": "_s + shownValue(field, result.reveal) + u'\n';
        text += u'\n' + QString::fromUtf8(shownBody(result)) + u'\n';
    }
    return text + hopsToText(result.trail) + findingsToText(result.diagnosis);
}

int exitCodeOfCall(const CallResult &result)
{
    if (result.error) {
        const auto code = exitCodeOf(result.error->code);
        return code == Unreadable && result.exchange ? DoesNotHold : code;
    }
    return responseOf(result).status >= 400 ? DoesNotHold : Ok;
}

} // namespace tokentrail::ctl
