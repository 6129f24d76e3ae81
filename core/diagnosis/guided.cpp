// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/guided.h"

#include "core/diagnosis/facts.h"
#include "core/trail/claims.h"
#include "core/trail/lanes.h"
#include "core/trail/need.h"
#include "core/trail/tokens.h"

namespace tokentrail::diagnosis {

using namespace Qt::StringLiterals;
using trail::Hop;
using trail::HopKind;
using trail::TokenRole;
using Outcome = GuidedCheck::Outcome;

namespace {

struct Said
{
    Outcome outcome = Outcome::NotVisible;
    QString sentence;
    const Hop *hop = nullptr;
};

Said passed(const QString &sentence, const Hop *hop = nullptr)
{
    return {Outcome::Passed, sentence, hop};
}

Said failed(const QString &sentence, const Hop *hop = nullptr)
{
    return {Outcome::Failed, sentence, hop};
}

Said hidden(const QString &sentence, const Hop *hop = nullptr)
{
    return {Outcome::NotVisible, sentence, hop};
}

const Hop *firstLookup(const Facts &facts)
{
    const auto lookups = facts.hops(HopKind::DestinationLookup);
    for (const auto *lookup : lookups) {
        if (lookup->response.status == 200)
            return lookup;
    }
    return lookups.isEmpty() ? nullptr : lookups.constFirst();
}

const Hop *onward(const Facts &facts)
{
    for (const auto &hop : facts.trail.hops) {
        if (!hop.expected && (hop.kind == HopKind::Proxy || hop.kind == HopKind::Backend))
            return &hop;
    }
    return nullptr;
}

// The token that is to carry the user: in the exchange, through the proxy, or to the target.
const trail::TokenSeen *carried(const Facts &facts, const Hop *&where)
{
    for (const auto &hop : facts.trail.hops) {
        if (hop.expected)
            continue;
        const auto role = trail::isExchange(hop) ? TokenRole::Assertion
            : hop.kind == HopKind::Proxy         ? TokenRole::ConnectivityAuthentication
                                                 : TokenRole::UserToken;
        if (const auto *token = trail::tokenWithRole(hop, role)) {
            where = &hop;
            return token;
        }
    }
    return nullptr;
}

Said tokenSent(const Facts &facts)
{
    if (!facts.call)
        return hidden(u"The call into the service was not recorded."_s);
    if (!facts.requestSeen)
        return hidden(u"Only the answer is known."_s, facts.call);
    if (facts.userToken)
        return passed(u"The call carried the token of %1."_s.arg(facts.who()), facts.call);
    if (facts.technicalToken)
        return failed(u"The token is one of %1; it names no person."_s.arg(facts.who()),
                      facts.call);
    if (facts.bearer)
        return failed(u"What was sent as token cannot be read."_s, facts.call);
    return failed(facts.call->actor.kind == trail::ActorKind::User
                      ? u"The call carried a name and a password, from which no token follows."_s
                      : u"The call carried no token."_s,
                  facts.call);
}

Said tokenAccepted(const Facts &facts)
{
    const auto *call = facts.call;
    const auto *failure = facts.validation ? facts.validation->firstFailure() : nullptr;
    if (!call || facts.status == 0)
        return hidden(u"No answer of the service is known."_s);
    if (facts.status == 401)
        return failed(failure ? failure->sentence
                              : u"The service answered 401; it does not say why."_s,
                      call);
    if (facts.status == 403)
        return failed(u"The service knows who calls, and refused with 403."_s, call);
    if (facts.status == 431)
        return failed(u"The headers were too large for the server."_s, call);
    return passed(u"The service did not refuse the caller (it answered %1)."_s.arg(facts.status),
                  call);
}

Said destinationFound(const Facts &facts)
{
    const auto *lookup = firstLookup(facts);
    if (!lookup) {
        for (const auto &hop : facts.trail.hops) {
            if (hop.expected && hop.notes[u"warmCache"].toBool())
                return hidden(hop.reason, &hop);
        }
        for (const auto *token : facts.hops(HopKind::Token)) {
            if (token->from == trail::Party::Service && token->response.status >= 400)
                return failed(
                    u"The token for the lookup was refused: %1."_s.arg(trail::answerOf(*token)),
                    token);
        }
        return hidden(u"No lookup was seen: it may come from the cache, or none was needed."_s);
    }
    if (lookup->response.status != 200)
        return failed(u"The lookup of %1 was answered %2."_s.arg(lookup->destination,
                                                                 trail::answerOf(*lookup)),
                      lookup);
    return passed(
        u"%1 was found; its type is %2."_s.arg(lookup->destination, lookup->destinationType),
        lookup);
}

Said tokenAtLookup(const Facts &facts)
{
    const auto *lookup = firstLookup(facts);
    if (!lookup)
        return hidden(u"No lookup was seen."_s);
    if (!trail::wantsUser(*lookup))
        return passed(u"%1 needs no user: its type is technical."_s.arg(lookup->destination),
                      lookup);
    switch (facts.hadJwt(*lookup)) {
    case Known::Yes:
        return passed(u"The token for the lookup was asked for with x-zid: a token was at hand."_s,
                      lookup);
    case Known::No:
        return failed(u"The token for the lookup was asked for without x-zid: no user's token had "
                      "reached the place where the destination is called."_s,
                      lookup);
    case Known::Unknown:
        break;
    }
    return hidden(u"How the token for the lookup was asked for was not seen."_s, lookup);
}

Said callWentOn(const Facts &facts)
{
    const auto *lookup = firstLookup(facts);
    if (const auto *hop = onward(facts))
        return passed(u"The call went on to %1."_s.arg(trail::titleOf(hop->to)), hop);
    for (const auto *token : facts.hops(HopKind::Token)) {
        if (lookup && token->startMs >= lookup->startMs && token->response.status >= 400)
            return failed(
                u"The token for the next hop was refused: %1."_s.arg(trail::answerOf(*token)),
                token);
    }
    if (lookup && facts.failed())
        return failed(u"After the lookup came nothing, not even a token for the next hop."_s,
                      lookup);
    return hidden(u"No call onwards was seen."_s);
}

Said personCarried(const Facts &facts)
{
    const Hop *where = nullptr;
    const auto *token = carried(facts, where);
    const auto *lookup = firstLookup(facts);
    if (!token && lookup && !trail::wantsUser(*lookup))
        return passed(u"Nobody is meant to be carried: the destination is technical."_s, lookup);
    if (!token)
        return hidden(u"No token that carries a person was seen on the way."_s, onward(facts));
    if (!token->claims.isObject())
        return hidden(u"The token that was carried cannot be read."_s, where);
    if (trail::isTechnical(token->claims))
        return failed(
            u"The token that was carried belongs to the client %1; it names nobody."_s.arg(
                trail::clientOf(token->claims).name),
            where);
    const auto late = token->claims[u"exp"].isNumber()
        ? where->startMs / 1000 - token->claims[u"exp"].toInteger()
        : -1;
    if (late >= 0)
        return failed(u"The token had expired %1 s before."_s.arg(late), where);
    const auto name = trail::subjectOf(token->claims).name;
    return passed(facts.bearer && token->jti == facts.bearer->jti
                      ? u"The very token of %1 was carried on."_s.arg(name)
                      : u"A token of %1 was carried on, exchanged on the way."_s.arg(name),
                  where);
}

Said proxyPassed(const Facts &facts)
{
    const auto proxied = facts.hops(HopKind::Proxy);
    if (proxied.isEmpty())
        return onward(facts) ? passed(u"The target is on the internet: no proxy is in between."_s)
                             : hidden(u"No call through the proxy was seen."_s);
    const auto *hop = proxied.constLast();
    if (facts.answeredByBackend(*hop) || (hop->response.status < 400 && hop->response.status > 0)
        || !facts.hops(HopKind::Backend).isEmpty())
        return passed(u"Proxy and Cloud Connector let the call pass."_s, hop);
    return failed(
        u"The proxy or the Cloud Connector answered %1: %2"_s.arg(
            trail::answerOf(*hop), QString::fromUtf8(hop->response.body.left(160)).simplified()),
        hop);
}

Said backendAccepted(const Facts &facts)
{
    const auto *hop = facts.backendCall();
    if (!hop)
        return hidden(u"No answer of the target system was seen."_s);
    if (hop->response.status == 401)
        return failed(u"The target let nobody log on (401): mapping, password or client."_s, hop);
    if (hop->response.status == 403)
        return failed(u"The target knows the user and refused (403): authorisation or CSRF."_s,
                      hop);
    if (hop->response.status >= 400 || hop->response.status == 0)
        return failed(u"The target answered %1."_s.arg(trail::answerOf(*hop)), hop);
    return passed(u"The target answered %1."_s.arg(hop->response.status), hop);
}

Said answerArrived(const Facts &facts)
{
    if (!facts.root || facts.root->response.status == 0)
        return hidden(u"No answer is known."_s, facts.root);
    const auto status = facts.root->response.status;
    const auto sentence = u"The caller got %1."_s.arg(status);
    return status < 400 ? passed(sentence, facts.root) : failed(sentence, facts.root);
}

struct Question
{
    const char16_t *id;
    const char16_t *text;
    Said (*answer)(const Facts &facts);
    bool onlyWithRemote; // asked where a remote system is called
};

// clang-format off
constexpr Question questions[] = {
    {u"token-sent", u"Did the call carry the token of a person?", tokenSent, false},
    {u"token-accepted", u"Did the service accept the caller?", tokenAccepted, false},
    {u"destination-found", u"Was the destination found?", destinationFound, true},
    {u"token-at-lookup", u"Was the user's token at hand when the destination was looked up?", tokenAtLookup, true},
    {u"call-went-on", u"Did a call follow the lookup?", callWentOn, true},
    {u"person-carried", u"Does the token that was carried name a person, and was it valid?", personCarried, true},
    {u"proxy-passed", u"Did proxy and Cloud Connector let the call pass?", proxyPassed, true},
    {u"backend-accepted", u"Did the target system accept the user?", backendAccepted, true},
    {u"answer-arrived", u"Did the caller get an answer that is none of failure?", answerArrived, false},
};
// clang-format on

bool callsRemote(const Facts &facts)
{
    for (const auto &hop : facts.trail.hops) {
        if (hop.kind == HopKind::DestinationLookup || hop.kind == HopKind::Proxy
            || hop.kind == HopKind::Backend)
            return true;
    }
    return facts.status >= 500;
}

} // namespace

QList<GuidedCheck> guidedChecks(const Case &input)
{
    const Facts facts(input);
    const bool remote = callsRemote(facts);
    QList<GuidedCheck> checks;
    QString broken; // the first question that failed for good
    for (const auto &question : questions) {
        if (question.onlyWithRemote && !remote)
            continue;
        GuidedCheck check;
        check.id = QString::fromUtf16(question.id);
        check.question = QString::fromUtf16(question.text);
        auto said = question.answer(facts);
        // What follows was seen all the same: then the failure before did not end the call.
        if (!broken.isEmpty() && said.outcome == Outcome::NotVisible)
            said.sentence = u"Not reached: “%1” failed."_s.arg(broken);
        check.outcome = said.outcome;
        check.sentence = said.sentence;
        check.hopId = said.hop ? said.hop->id : QString();
        if (said.outcome == Outcome::Failed && broken.isEmpty())
            broken = check.question;
        checks.append(check);
    }
    return checks;
}

QString nameOf(GuidedCheck::Outcome outcome)
{
    switch (outcome) {
    case Outcome::Passed:
        return u"passed"_s;
    case Outcome::Failed:
        return u"failed"_s;
    case Outcome::NotVisible:
        return u"not-visible"_s;
    }
    return {};
}

text::Json toJson(const QList<GuidedCheck> &checks)
{
    auto out = text::Json::array();
    for (const auto &check : checks) {
        auto json = text::Json::object({{u"id"_s, check.id},
                                        {u"question"_s, check.question},
                                        {u"outcome"_s, nameOf(check.outcome)},
                                        {u"sentence"_s, check.sentence}});
        if (!check.hopId.isEmpty())
            json.set(u"hop"_s, check.hopId);
        out.append(json);
    }
    return out;
}

} // namespace tokentrail::diagnosis
