// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/xsuaa/claimchecks.h"

#include "core/xsuaa/say.h"

#include <QDateTime>

#include <array>
#include <cmath>
#include <functional>

namespace tokentrail::xsuaa {

using namespace Qt::StringLiterals;

namespace {

Check passed(CheckId id, const QString &sentence)
{
    return {id, Outcome::Passed, {}, sentence};
}

Check failed(CheckId id, const QString &finding, const QString &sentence)
{
    return {id, Outcome::Failed, finding, sentence};
}

constexpr double lastDate = 8.64e12; // of JavaScript, in seconds

// What xssec takes for a time: a positive number within JavaScript's dates.
bool isTime(const text::Json &value)
{
    return value.isNumber() && value.toDouble() > 0 && value.toDouble() <= lastDate;
}

QString timeText(double seconds)
{
    return QDateTime::fromMSecsSinceEpoch(qint64(seconds * 1000), Qt::UTC).toString(Qt::ISODate);
}

QString duration(qint64 seconds)
{
    if (seconds < 120)
        return u"%1 s"_s.arg(seconds);
    if (seconds < 120 * 60)
        return u"%1 min"_s.arg(seconds / 60);
    return seconds < 48 * 3600 ? u"%1 h"_s.arg(seconds / 3600)
                               : say(u"check.days", {{u"count", seconds / 86400}});
}

QString shown(const text::Json *value)
{
    return value ? QString::fromUtf8(value->toCompact()) : u"undefined"_s;
}

bool isTruthy(const text::Json &value)
{
    return !value.isNull() && value != text::Json(false) && value != text::Json(0)
        && value != text::Json(QString());
}

// aud, or the scopes where it is empty (tokens of grant user_token), and always the client. A text
// of scopes falls apart into letters, and those name nobody.
text::Json::Elements audiencesOf(const text::Json &claims)
{
    const auto &aud = claims[u"aud"];
    text::Json::Elements list;
    if (aud.isArray())
        list = aud.elements();
    else if (isTruthy(aud))
        list.push_back(aud);
    if (list.empty())
        list = claims[u"scope"].elements();
    if (const auto &cid = claims[u"cid"]; isTruthy(cid))
        list.push_back(cid);
    return list;
}

QString joined(const text::Json::Elements &list)
{
    QStringList names;
    for (const auto &one : list)
        names << (one.isString() ? one.toString() : QString::fromUtf8(one.toCompact()));
    return names.join(", "_L1);
}

bool names(const QString &audience, const QString &name)
{
    return audience == name || (audience.startsWith(name) && audience[name.size()] == u'.');
}

} // namespace

Check checkExpiry(const text::Json &claims, qint64 nowSeconds)
{
    const auto *exp = claims.find(u"exp");
    const auto value = exp ? exp->toDouble() : 0;
    if (!exp || !isTime(*exp))
        return failed(CheckId::NotExpired,
                      u"token-time-claims-invalid"_s,
                      say(u"check.exp-unusable", {{u"value", shown(exp)}}));
    const auto left = std::floor(value - double(nowSeconds));
    if (left + leewaySeconds <= 0)
        return failed(CheckId::NotExpired,
                      u"token-expired"_s,
                      say(u"check.expired",
                          {{u"age", duration(qint64(-left))},
                           {u"time", timeText(value)},
                           {u"leeway", leewaySeconds}}));
    if (left <= 0)
        return passed(CheckId::NotExpired,
                      say(u"check.expired-within-leeway",
                          {{u"age", duration(qint64(-left))}, {u"leeway", leewaySeconds}}));
    return passed(
        CheckId::NotExpired,
        say(u"check.expires", {{u"left", duration(qint64(left))}, {u"time", timeText(value)}}));
}

Check checkNotBefore(const text::Json &claims, qint64 nowSeconds)
{
    const auto *nbf = claims.find(u"nbf");
    if (!nbf || nbf->isNull())
        return passed(CheckId::AlreadyValid, say(u"check.no-nbf"));
    const auto value = nbf->toDouble();
    if (!isTime(*nbf))
        return failed(CheckId::AlreadyValid,
                      u"token-time-claims-invalid"_s,
                      say(u"check.nbf-unusable", {{u"value", shown(nbf)}}));
    const auto ahead = value - double(nowSeconds);
    if (ahead > leewaySeconds)
        return failed(CheckId::AlreadyValid,
                      u"token-not-yet-valid"_s,
                      say(u"check.not-yet-valid",
                          {{u"ahead", duration(qint64(ahead))},
                           {u"time", timeText(value)},
                           {u"leeway", leewaySeconds}}));
    return passed(CheckId::AlreadyValid, say(u"check.valid-since", {{u"time", timeText(value)}}));
}

Check checkAudience(const text::Json &claims, const ServiceKey &key)
{
    const auto &clientId = key.client.clientId;
    const auto &xsappname = key.xsappname;
    if (clientId.isEmpty() || xsappname.isEmpty())
        return failed(CheckId::Audience,
                      u"binding-incomplete"_s,
                      say(u"check.no-audience-name",
                          {{u"name", clientId.isEmpty() ? u"clientid"_s : u"xsappname"_s}}));
    const auto list = audiencesOf(claims);
    const QString ofBroker = u'|' + xsappname;
    const bool broker = clientId.contains("!b"_L1);
    // One name after the other over the whole list, as xssec goes: it matters where the list holds
    // what is no text.
    const std::array<std::function<bool(const QString &)>, 3> questions = {
        [&](const QString &audience) { return names(audience, clientId); },
        [&](const QString &audience) { return names(audience, xsappname); },
        [&](const QString &audience) {
            return broker && audience.endsWith(ofBroker);
        }};
    for (const auto &question : questions) {
        for (const auto &one : list) {
            if (!one.isString())
                return failed(CheckId::Audience,
                              u"token-malformed"_s,
                              say(u"check.audience-no-text", {{u"audience", joined(list)}}));
            if (question(one.toString()))
                return passed(CheckId::Audience,
                              say(u"check.audience-fits",
                                  {{u"name", one.toString()}, {u"client", clientId}}));
        }
    }
    return failed(
        CheckId::Audience,
        u"audience-mismatch"_s,
        say(u"check.audience-differs",
            {{u"audience", joined(list)}, {u"client", clientId}, {u"application", xsappname}}));
}

} // namespace tokentrail::xsuaa
