// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/guided.h"

#include "core/diagnosis/facts.h"
#include "core/diagnosis/say.h"
#include "core/evidence/answertext.h"
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
        return hidden(say(u"not-visible.call"));
    if (!facts.requestSeen)
        return hidden(say(u"guided.only-answer"), facts.call);
    if (facts.userToken)
        return passed(say(u"guided.token-of", {{u"who", facts.who()}}), facts.call);
    if (facts.technicalToken)
        return failed(say(u"guided.token-of-client", {{u"who", facts.who()}}), facts.call);
    if (facts.bearer)
        return failed(say(u"guided.token-unreadable"), facts.call);
    return failed(facts.call->actor.kind == trail::ActorKind::User ? say(u"guided.basic")
                                                                   : say(u"guided.no-token"),
                  facts.call);
}

Said tokenAccepted(const Facts &facts)
{
    const auto *call = facts.call;
    const auto *failure = facts.validation ? facts.validation->firstFailure() : nullptr;
    if (!call || facts.status == 0)
        return hidden(say(u"guided.no-answer-of-service"));
    if (facts.status == 401)
        return failed(failure ? failure->sentence : say(u"guided.unexplained-401"), call);
    if (facts.status == 403)
        return failed(say(u"guided.refused-403"), call);
    if (facts.status == 431)
        return failed(say(u"guided.too-large"), call);
    return passed(say(u"guided.not-refused", {{u"status", facts.status}}), call);
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
                    say(u"guided.lookup-token-refused", {{u"answer", trail::answerOf(*token)}}),
                    token);
        }
        return hidden(say(u"guided.no-lookup-needed"));
    }
    if (lookup->response.status != 200)
        return failed(
            say(u"guided.lookup-answered",
                {{u"destination", lookup->destination}, {u"answer", trail::answerOf(*lookup)}}),
            lookup);
    return passed(say(u"guided.found",
                      {{u"destination", lookup->destination}, {u"type", lookup->destinationType}}),
                  lookup);
}

Said tokenAtLookup(const Facts &facts)
{
    const auto *lookup = firstLookup(facts);
    if (!lookup)
        return hidden(say(u"guided.no-lookup"));
    if (!trail::wantsUser(*lookup))
        return passed(say(u"guided.needs-no-user", {{u"destination", lookup->destination}}),
                      lookup);
    switch (facts.hadJwt(*lookup)) {
    case Known::Yes:
        return passed(say(u"guided.with-zid"), lookup);
    case Known::No:
        return failed(say(u"guided.without-zid"), lookup);
    case Known::Unknown:
        break;
    }
    return hidden(say(u"guided.lookup-token-unseen"), lookup);
}

Said callWentOn(const Facts &facts)
{
    const auto *lookup = firstLookup(facts);
    if (const auto *hop = onward(facts))
        return passed(say(u"guided.went-on", {{u"party", trail::titleOf(hop->to)}}), hop);
    for (const auto *token : facts.hops(HopKind::Token)) {
        if (lookup && token->startMs >= lookup->startMs && token->response.status >= 400)
            return failed(say(u"guided.next-token-refused", {{u"answer", trail::answerOf(*token)}}),
                          token);
    }
    if (lookup && facts.failed())
        return failed(say(u"guided.nothing-after-lookup"), lookup);
    return hidden(say(u"guided.no-onward-call"));
}

Said personCarried(const Facts &facts)
{
    const Hop *where = nullptr;
    const auto *token = carried(facts, where);
    const auto *lookup = firstLookup(facts);
    if (!token && lookup && !trail::wantsUser(*lookup))
        return passed(say(u"guided.nobody-meant"), lookup);
    if (!token)
        return hidden(say(u"guided.no-person-token"), onward(facts));
    if (!token->claims.isObject())
        return hidden(say(u"guided.carried-unreadable"), where);
    if (trail::isTechnical(token->claims))
        return failed(
            say(u"guided.carried-client", {{u"client", trail::clientOf(token->claims).name}}),
            where);
    const auto late = token->claims[u"exp"].isNumber()
        ? where->startMs / 1000 - token->claims[u"exp"].toInteger()
        : -1;
    if (late >= 0)
        return failed(say(u"guided.carried-expired", {{u"seconds", late}}), where);
    const auto name = trail::subjectOf(token->claims).name;
    return passed(facts.bearer && token->jti == facts.bearer->jti
                      ? say(u"guided.carried-same", {{u"user", name}})
                      : say(u"guided.carried-exchanged", {{u"user", name}}),
                  where);
}

Said proxyPassed(const Facts &facts)
{
    const auto proxied = facts.hops(HopKind::Proxy);
    if (proxied.isEmpty())
        return onward(facts) ? passed(say(u"guided.internet"))
                             : hidden(say(u"guided.no-proxy-call"));
    const auto *hop = proxied.constLast();
    if (facts.answeredByBackend(*hop) || (hop->response.status < 400 && hop->response.status > 0)
        || !facts.hops(HopKind::Backend).isEmpty())
        return passed(say(u"guided.proxy-let-pass"), hop);
    return failed(
        say(u"guided.proxy-refused",
            {{u"answer", trail::answerOf(*hop)}, {u"words", evidence::bodyInWords(hop->response)}}),
        hop);
}

Said backendAccepted(const Facts &facts)
{
    const auto *hop = facts.backendCall();
    if (!hop)
        return hidden(say(u"guided.no-answer-of-target"));
    if (hop->response.status == 401)
        return failed(say(u"guided.target-401"), hop);
    if (hop->response.status == 403)
        return failed(say(u"guided.target-403"), hop);
    if (hop->response.status >= 400 || hop->response.status == 0)
        return failed(say(u"guided.target-answered", {{u"answer", trail::answerOf(*hop)}}), hop);
    return passed(say(u"guided.target-answered", {{u"answer", hop->response.status}}), hop);
}

Said answerArrived(const Facts &facts)
{
    if (!facts.root || facts.root->response.status == 0)
        return hidden(say(u"guided.no-answer"), facts.root);
    const auto status = facts.root->response.status;
    const auto sentence = say(u"guided.caller-got", {{u"status", status}});
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
    {u"token-sent", u"guided.token-sent", tokenSent, false},
    {u"token-accepted", u"guided.token-accepted", tokenAccepted, false},
    {u"destination-found", u"guided.destination-found", destinationFound, true},
    {u"token-at-lookup", u"guided.token-at-lookup", tokenAtLookup, true},
    {u"call-went-on", u"guided.call-went-on", callWentOn, true},
    {u"person-carried", u"guided.person-carried", personCarried, true},
    {u"proxy-passed", u"guided.proxy-passed", proxyPassed, true},
    {u"backend-accepted", u"guided.backend-accepted", backendAccepted, true},
    {u"answer-arrived", u"guided.answer-arrived", answerArrived, false},
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
        check.question = say(question.text);
        auto said = question.answer(facts);
        // What follows was seen all the same: then the failure before did not end the call.
        if (!broken.isEmpty() && said.outcome == Outcome::NotVisible)
            said.sentence = say(u"guided.not-reached", {{u"question", broken}});
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
