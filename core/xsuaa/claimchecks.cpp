// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/xsuaa/claimchecks.h"

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
    return seconds < 48 * 3600 ? u"%1 h"_s.arg(seconds / 3600) : u"%1 days"_s.arg(seconds / 86400);
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
        return failed(
            CheckId::NotExpired,
            u"token-time-claims-invalid"_s,
            u"The expiry \"exp\" is %1; a number of seconds is asked for."_s.arg(shown(exp)));
    const auto left = std::floor(value - double(nowSeconds));
    if (left + leewaySeconds <= 0)
        return failed(CheckId::NotExpired,
                      u"token-expired"_s,
                      u"The token expired %1 ago, at %2; the leeway is %3 s."_s
                          .arg(duration(qint64(-left)), timeText(value))
                          .arg(leewaySeconds));
    if (left <= 0)
        return passed(CheckId::NotExpired,
                      u"The token expired %1 ago, within the leeway of %2 s; others who check it "
                      u"may refuse it."_s.arg(duration(qint64(-left)))
                          .arg(leewaySeconds));
    return passed(
        CheckId::NotExpired,
        u"The token expires in %1, at %2."_s.arg(duration(qint64(left)), timeText(value)));
}

Check checkNotBefore(const text::Json &claims, qint64 nowSeconds)
{
    const auto *nbf = claims.find(u"nbf");
    if (!nbf || nbf->isNull())
        return passed(CheckId::AlreadyValid,
                      u"The token names no time before which it is not valid."_s);
    const auto value = nbf->toDouble();
    if (!isTime(*nbf))
        return failed(
            CheckId::AlreadyValid,
            u"token-time-claims-invalid"_s,
            u"The start \"nbf\" is %1; a number of seconds is asked for."_s.arg(shown(nbf)));
    const auto ahead = value - double(nowSeconds);
    if (ahead > leewaySeconds)
        return failed(CheckId::AlreadyValid,
                      u"token-not-yet-valid"_s,
                      u"The token is valid only in %1, from %2; the leeway is %3 s. A clock is "
                      u"wrong."_s.arg(duration(qint64(ahead)), timeText(value))
                          .arg(leewaySeconds));
    return passed(CheckId::AlreadyValid, u"The token is valid since %1."_s.arg(timeText(value)));
}

Check checkAudience(const text::Json &claims, const ServiceKey &key)
{
    const auto &clientId = key.client.clientId;
    const auto &xsappname = key.xsappname;
    if (clientId.isEmpty() || xsappname.isEmpty())
        return failed(CheckId::Audience,
                      u"binding-incomplete"_s,
                      u"The key has no \"%1\", so no audience can be compared."_s.arg(
                          clientId.isEmpty() ? u"clientid"_s : u"xsappname"_s));
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
                              u"The audience [%1] holds something that is no text; the service "
                              u"breaks on it and answers 500."_s.arg(joined(list)));
            if (question(one.toString()))
                return passed(
                    CheckId::Audience,
                    u"\"%1\" is meant for this service (%2)."_s.arg(one.toString(), clientId));
        }
    }
    return failed(CheckId::Audience,
                  u"audience-mismatch"_s,
                  u"The token was issued for [%1], not for this service (%2, %3)."_s.arg(
                      joined(list), clientId, xsappname));
}

} // namespace tokentrail::xsuaa
