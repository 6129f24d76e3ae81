// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/mended.h"

#include "core/diagnosis/anchors.h"
#include "core/diagnosis/diagnose.h"
#include "core/diagnosis/phrases.h"
#include "core/evidence/batch.h"
#include "core/evidence/loglines.h"
#include "core/trail/need.h"

#include <QRegularExpression>

#include <algorithm>

namespace tokentrail::diagnosis {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype headRead = 4096; // of a message: how it ended stands at its top

QString headOf(const QByteArray &line)
{
    return QString::fromUtf8(line.first(std::min(line.size(), headRead)));
}

// That another attempt worked, as clients and libraries put it.
bool saysRetryWorked(const QString &line)
{
    static const QRegularExpression worked(
        uR"re(\bretry(?: #?\d+)? succe|\bretried\b.{0,40}(?:\bsuccessfully\b|\b20[0-6]\b))re"
        uR"re(|\b(?:succe\w+|ok|completed)\b.{0,60}\b(?:retry|retries|attempts?|try|tries)\b)re"
        uR"re(|\b(?:second|third|2nd|3rd|[4-9]th) (?:attempt|try):? (?:succe|ok\b|worked))re"
        uR"re(|\b(?:attempt|try) #?[2-9]\d*(?: ?(?:of|/) ?\d+)?:? (?:succe|ok\b|20[0-6]\b))re"
        uR"re(|\brecovered after\b|\bre-?established\b.{0,60}\b20[0-6]\b)re"
        uR"re(|\b20[0-6] \((?:(?:retry|attempt|try) #?\d|[2-9] of \d))re"
        uR"re(|\b(?:ready|connected)\b.{0,20}\(attempt \d|\bemitted after \d+ attempts)re"
        uR"re(|\bprobe succeeded\b|\bWiederholung erfolgreich|\bnach \d+ Versuchen erfolgreich)re"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression denied(
        u"\\b(?:not?|never|unsuccessful|without success|nicht|could not|giving up)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return worked.match(line).hasMatch() && !denied.match(line).hasMatch();
}

bool isAttempt(const QString &line)
{
    static const QRegularExpression attempt(
        u"\\b(?:attempts?|retry|retrying|trying again|try) ?#?\\(?\\d|\\bretrying\\b|\\btrying again\\b|\\(\\d of \\d\\)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return attempt.match(line).hasMatch();
}

// "[remote] - …", or the logger of a line in JSON.
QString writerOf(const QString &line)
{
    static const QRegularExpression writer(u"^\\[([\\w./-]+)\\]|\"logger\" ?: ?\"([^\"]+)\""_s);
    const auto match = writer.match(line);
    return match.captured(1) + match.captured(2);
}

struct Asked
{
    QString request; // "GET /odata/v4/catalog/Books"; empty where none is named
    int status = 0;
    bool access = false; // a router's line, which tells the whole of it
    QString agent; // who asked, as a router writes it
};

Asked askedIn(const QString &line)
{
    static const QRegularExpression pattern(
        uR"re(\b(GET|POST|PUT|PATCH|DELETE|MERGE|HEAD) (\S+?)(?= |:? |"|$):?)re"
        uR"re((?: (HTTP/[\d.]+)\\?")?(?: ?(?:->|=>|:|-))? ?(\d{3})?\b)re"_s);
    const auto match = pattern.match(line);
    Asked asked;
    if (!match.hasMatch())
        return asked;
    auto target = match.captured(2);
    while (target.endsWith(u':') || target.endsWith(u','))
        target.chop(1);
    asked.request = match.captured(1) + u' ' + target;
    asked.status = match.captured(4).toInt();
    asked.access = !match.captured(3).isEmpty();
    if (asked.access) {
        static const QRegularExpression quoted(u"\"[^\"]*\" \"([^\"]*)\""_s);
        asked.agent = quoted.match(line, match.capturedEnd()).captured(1);
    }
    return asked;
}

// A refusal for what somebody is not allowed to do is not mended by somebody else's success.
bool isAboutRoles(const QString &line, const Asked &asked)
{
    return !line.contains("csrf"_L1, Qt::CaseInsensitive)
        && (asked.status == 403 || line.contains("required roles"_L1) || line.contains("403"_L1));
}

bool sameRequestWorked(const QString &later, const QString &earlier, const Asked &failed)
{
    const auto worked = askedIn(later);
    if (worked.status < 200 || worked.status > 206 || worked.request.contains("$batch"_L1))
        return false;
    return failed.request == worked.request && failed.agent == worked.agent
        && failed.access == worked.access && !isAboutRoles(earlier, failed);
}

// A browser asks without credentials first, and again with those that the user gave.
bool challengeWasMet(const QString &later, const QString &earlier)
{
    return earlier.contains("401 > login required"_L1) && later.contains("authenticated: {"_L1);
}

// CAP writes what came in with a request, and below how it ended.
bool requestWasAnswered(const QString &later, const QString &earlier)
{
    static const QRegularExpression came(u"^\\[[\\w-]+\\] - (?:GET|POST|PUT|PATCH|DELETE) /"_s);
    static const QRegularExpression ended(u"^\\[[\\w-]+\\] - > 20[0-6]\\b"_s);
    return came.match(earlier).hasMatch() && ended.match(later).hasMatch();
}

const Anchors &wordsOfSuccess()
{
    static const Anchors words({u"succe"_s,
                                u" 200"_s,
                                u" 201"_s,
                                u" 202"_s,
                                u" 204"_s,
                                u"recovered after"_s,
                                u"retried"_s,
                                u"ok ("_s,
                                u"ok on"_s,
                                u"completed"_s,
                                u"(attempt "_s,
                                u"emitted after"_s,
                                u"attempt "_s,
                                u"erfolgreich"_s,
                                u"authenticated: {"_s});
    return words;
}

} // namespace

bool mayMend(QByteArrayView line)
{
    return wordsOfSuccess().anyIn(line);
}

bool mends(const QByteArray &later, const QByteArray &earlier, bool nearest)
{
    const auto success = headOf(later);
    const auto failure = headOf(earlier);
    const auto writer = writerOf(success);
    const auto other = writerOf(failure);
    if (!writer.isEmpty() && !other.isEmpty() && writer != other)
        return false;
    const auto ids = std::pair(evidence::callIdIn(later), evidence::callIdIn(earlier));
    const bool known = !ids.first.isEmpty() && !ids.second.isEmpty();
    const auto failed = askedIn(failure);
    // Each call through a router has an id of its own.
    if (known && ids.first != ids.second && !failed.access)
        return false;
    if (sameRequestWorked(success, failure, failed))
        return true;
    if (nearest && (challengeWasMet(success, failure) || requestWasAnswered(success, failure)))
        return true;
    return saysRetryWorked(success) && (nearest || known || isAttempt(failure));
}

evidence::LogReader readerOfFailures()
{
    return evidence::LogReader(mayTell, tellsOfSuccess, {mayMend, mends});
}

namespace {

bool worked(const trail::Hop &call, const trail::Hop &failed)
{
    // Who shows credentials to a challenge may be sent on; who is sent on without them must log in.
    const bool met = failed.response.status == 401 && call.request.headers.contains("authorization")
        && call.response.status / 100 == 3;
    if (call.response.status / 100 != 2 && !met)
        return false;
    if (!call.request.path().endsWith("/$batch"))
        return true;
    const auto inner = evidence::answersInBatch(call.response);
    return std::none_of(
        inner.begin(), inner.end(), [](const auto &answer) { return answer.status >= 400; });
}

// Who is known to be somebody else proves nothing.
bool samePerson(const trail::Hop &a, const trail::Hop &b)
{
    const bool users = a.subject.isUser && b.subject.isUser;
    return (!users || a.subject.name == b.subject.name)
        && (a.actor.name.isEmpty() || b.actor.name.isEmpty() || a.actor.name == b.actor.name);
}

} // namespace

void markMended(QList<Case> &cases)
{
    for (qsizetype i = 0; i < cases.size(); ++i) {
        const auto *failed = trail::rootOf(cases[i].trail);
        if (!failed || failed->response.status < 400)
            continue;
        for (qsizetype k = i + 1; k < cases.size() && !cases[i].workedLater; ++k) {
            const auto *later = trail::rootOf(cases[k].trail);
            cases[i].workedLater = later && later->startMs >= failed->startMs
                && later->url == failed->url && later->request.method == failed->request.method
                && worked(*later, *failed) && samePerson(*failed, *later);
        }
    }
}

} // namespace tokentrail::diagnosis
