// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/tokentext.h"

#include "core/base/redactor.h"

#include <QDateTime>

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;

namespace {

// Claims may carry whole tokens (e.g. of the identity provider): those are secrets of their own.
text::Json withoutTokens(text::Json json)
{
    if (json.isString()) {
        const auto value = json.toString();
        return value.startsWith("ey"_L1) && value.contains(u'.') ? redactor::text(value) : value;
    }
    for (auto &element : json.elements())
        element = withoutTokens(std::move(element));
    for (auto &member : json.members())
        member.value = withoutTokens(std::move(member.value));
    return json;
}

text::Json shown(const text::Json &json, bool reveal)
{
    return reveal ? json : withoutTokens(json);
}

text::Json problemsToJson(const std::vector<jose::TokenProblem> &problems)
{
    auto list = text::Json::array();
    for (const auto &problem : problems)
        list.append(text::Json::object({{u"id"_s, problem.id}, {u"sentence"_s, problem.sentence}}));
    return list;
}

QString line(const QString &name, const QString &value)
{
    return QString(name + u':').leftJustified(12) + value;
}

QString timeLine(const text::Json &exp, qint64 nowSeconds)
{
    if (!exp.isNumber())
        return line(u"expires"_s, u"not said"_s);
    const auto at = exp.toInteger();
    const auto when = QDateTime::fromSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODate);
    const auto left = at - nowSeconds;
    return line(u"expires"_s,
                left >= 0 ? u"%1 (in %2 s)"_s.arg(when).arg(left)
                          : u"%1 (%2 s ago)"_s.arg(when).arg(-left));
}

QString mark(xsuaa::Outcome outcome)
{
    switch (outcome) {
    case xsuaa::Outcome::Passed:
        return u"passed"_s;
    case xsuaa::Outcome::Failed:
        return u"failed"_s;
    case xsuaa::Outcome::NotChecked:
        return u"not-checked"_s;
    }
    return {};
}

QString issuerNote()
{
    return u"Issuer (iss) and key address (jku) are not checked: xssec for Node ignores them."_s;
}

} // namespace

text::Json decodedToJson(const jose::DecodedToken &token, const xsuaa::CapUser &user, bool reveal)
{
    return text::Json::object(
        {{u"header"_s, shown(token.header, reveal)},
         {u"claims"_s, shown(token.claims, reveal)},
         {u"capUser"_s, token.isReadable() ? shown(toJson(user), reveal) : text::Json()},
         {u"signature"_s, text::Json::object({{u"present"_s, token.signaturePresent}})},
         {u"kind"_s, nameOf(xsuaa::kindOf(token.claims))},
         {u"problems"_s, problemsToJson(token.problems)}});
}

QString decodedToText(const jose::DecodedToken &token,
                      const xsuaa::CapUser &user,
                      qint64 nowSeconds,
                      bool reveal)
{
    QStringList lines;
    for (const auto &problem : token.problems)
        lines << u"! %1 (%2)"_s.arg(problem.sentence, problem.id);
    if (token.isReadable()) {
        lines << line(u"kind"_s, nameOf(xsuaa::kindOf(token.claims)))
              << line(u"CAP user"_s, user.id.isNull() ? u"undefined"_s : user.id)
              << line(u"roles"_s, user.roles.join(", "_L1))
              << line(u"attributes"_s,
                      QString::fromUtf8(shown(user.attributes, reveal).toCompact()))
              << line(u"tenant"_s, user.tenant) << timeLine(token.claims[u"exp"], nowSeconds);
    }
    lines << line(u"signature"_s, token.signaturePresent ? u"present, not verified"_s : u"none"_s);
    if (token.header.isObject())
        lines << QString() << u"header"_s
              << QString::fromUtf8(shown(token.header, reveal).toIndented());
    if (token.isReadable())
        lines << u"claims"_s << QString::fromUtf8(shown(token.claims, reveal).toIndented());
    return lines.join(u'\n');
}

text::Json validationToJson(const xsuaa::Validation &validation, const jose::DecodedToken &token)
{
    auto checks = text::Json::array();
    for (const auto &check : validation.checks) {
        auto entry = text::Json::object({{u"id"_s, idOf(check.id)},
                                         {u"outcome"_s, mark(check.outcome)},
                                         {u"sentence"_s, check.sentence}});
        if (!check.finding.isEmpty())
            entry.set(u"finding"_s, check.finding);
        checks.append(entry);
    }
    const auto *failure = validation.firstFailure();
    return text::Json::object(
        {{u"valid"_s, validation.valid()},
         {u"checks"_s, checks},
         {u"firstFailure"_s, failure ? text::Json(idOf(failure->id)) : text::Json()},
         {u"finding"_s, failure ? text::Json(failure->finding) : text::Json()},
         {u"problems"_s, problemsToJson(xsuaa::claimProblems(token.claims))},
         {u"notes"_s, text::Json::array(QStringList{issuerNote()})}});
}

QString validationToText(const xsuaa::Validation &validation, const jose::DecodedToken &token)
{
    QStringList lines;
    for (const auto &check : validation.checks)
        lines << mark(check.outcome).leftJustified(12) + idOf(check.id).leftJustified(20)
                + check.sentence;
    for (const auto &problem : xsuaa::claimProblems(token.claims))
        lines << u"! %1 (%2)"_s.arg(problem.sentence, problem.id);
    lines << u"note: "_s + issuerNote();
    const auto *failure = validation.firstFailure();
    lines << (failure ? u"refused: %1 (%2)"_s.arg(failure->sentence, failure->finding)
                  : validation.valid() ? u"valid"_s
                                       : u"not refused, but the signature was not checked"_s);
    return lines.join(u'\n');
}

text::Json changesToJson(const std::vector<xsuaa::TokenChange> &changes)
{
    auto list = text::Json::array();
    for (const auto &change : changes)
        list.append(text::Json::object({{u"claim"_s, change.claim},
                                        {u"before"_s, withoutTokens(change.before)},
                                        {u"after"_s, withoutTokens(change.after)},
                                        {u"meaning"_s, change.meaning}}));
    return text::Json::object({{u"changes"_s, list}});
}

QString changesToText(const std::vector<xsuaa::TokenChange> &changes)
{
    if (changes.empty())
        return u"Nothing changed but the token's own id."_s;
    QStringList lines;
    for (const auto &change : changes)
        lines << change.claim.leftJustified(20) + redactor::text(change.meaning);
    return lines.join(u'\n');
}

} // namespace tokentrail::ctl
