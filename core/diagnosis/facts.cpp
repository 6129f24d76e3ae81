// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/facts.h"

#include "core/diagnosis/layers.h"
#include "core/diagnosis/say.h"
#include "core/evidence/answertext.h"
#include "core/evidence/batch.h"
#include "core/trail/claims.h"
#include "core/trail/need.h"
#include "core/trail/tokens.h"

#include <algorithm>

namespace tokentrail::diagnosis {

using namespace Qt::StringLiterals;
using trail::Hop;
using trail::HopKind;
using trail::TokenRole;

Facts::Facts(const Case &theInput)
    : input(theInput)
    , trail(theInput.trail)
{
    findCall();
    readToken();
    validate();
    listen();
}

void Facts::findCall()
{
    root = trail::rootOf(trail);
    for (const auto &hop : trail.hops) {
        if (hop.kind == HopKind::Service && !hop.expected && (!call || hop.id == trail.rootHopId))
            call = &hop;
    }
    if (!call && root && root->kind == HopKind::Service)
        call = root;
    const auto *answered = call ? call : root;
    status = answered ? answered->response.status : 0;
    requestSeen = answered && !answered->notes[u"requestNotSeen"].toBool();
    lookIntoBatch();
}

// A batch is answered 200 whatever happened inside; what failed there first is what is asked about.
void Facts::lookIntoBatch()
{
    const auto *answered = call ? call : root;
    if (!answered || status < 200 || status > 299 || !answered->request.path().endsWith("/$batch"))
        return;
    for (const auto &inner : evidence::answersInBatch(answered->response)) {
        if (inner.status < 400)
            continue;
        status = inner.status;
        inBatch = true;
        return;
    }
}

void Facts::readToken()
{
    const auto *carrier = call ? call : root;
    if (carrier) {
        bearer = trail::tokenWithRole(*carrier, TokenRole::Bearer);
        if (!bearer)
            bearer = trail::tokenWithRole(*carrier, TokenRole::ApprouterAuthorization);
    }
    if (bearer) {
        claims = bearer->claims;
        header = bearer->header;
    } else if (input.token && (!carrier || !requestSeen)) {
        claims = input.token->claims;
        header = input.token->header;
    }
    userToken = trail::subjectOf(claims).isUser;
    technicalToken = claims.isObject() && trail::isTechnical(claims);
}

// Hops keep claims, not signatures: the last check needs the token itself, or what was noted
// when the trail was built. Without the key of the service its audience stays unknown.
void Facts::validate()
{
    if (!claims.isObject() || !header.isObject())
        return;
    jose::DecodedToken token;
    token.header = header;
    token.claims = claims;
    token.signaturePresent = true;
    bool whole = false;
    if (input.token && (!bearer || input.token->claims[u"jti"] == claims[u"jti"])) {
        token = *input.token;
        whole = true;
    }
    const xsuaa::ServiceKey none;
    const auto &key = input.key ? *input.key : none;
    const auto *keys = input.keys ? &*input.keys : nullptr;
    auto result = xsuaa::validateLikeXssec({token, key, keys, nowSeconds()});
    for (auto &check : result.checks) {
        using xsuaa::CheckId;
        const bool keyNeeded = check.id == CheckId::Audience || check.id == CheckId::KeyIdPresent
            || check.id == CheckId::KeySetAvailable || check.id == CheckId::KeyIdKnown;
        if ((keyNeeded && !input.key) || (check.id == CheckId::Signature && !whole))
            check.outcome = xsuaa::Outcome::NotChecked;
    }
    validation = result;
}

void Facts::listen()
{
    int number = 0;
    bool ofOtherCall = false;
    const auto listenTo = [&](const QString &text) {
        ++number;
        for (auto &one : hear(text)) {
            if (one.retried && input.logEndsWell)
                continue;
            one.text = number;
            one.ofOtherCall = ofOtherCall;
            heard.append(one);
        }
    };
    const auto listenToBatch = [&](const Hop &hop) {
        for (const auto &inner : evidence::answersInBatch(hop.response)) {
            http::Response answer;
            answer.body = inner.body;
            if (inner.status >= 400)
                listenTo(evidence::wordsOf(answer));
        }
    };
    const auto ids = idsOfCall();
    const bool isNamed = std::any_of(
        ids.begin(), ids.end(), [this](const QString &id) { return input.logIds.contains(id); });
    for (qsizetype i = 0; i < input.logLines.size(); ++i) {
        const auto &line = input.logLines[i];
        const auto id = input.logIds.value(i);
        ofOtherCall = isNamed && !id.isEmpty() && !ids.contains(id);
        const auto bytes = line.toUtf8();
        if (isOfSuccess(bytes))
            continue;
        listenTo(line);
        if (const auto said = failureStatusIn(bytes); said != 0 && trail.hops.isEmpty())
            statusInLog = said;
    }
    ofOtherCall = false;
    for (const auto &hop : trail.hops) {
        for (const auto &line : hop.notes[u"log"].toStringList())
            listenTo(line);
        if (hop.response.status >= 400 || hop.notes[u"requestNotSeen"].toBool())
            listenTo(evidence::wordsOf(hop.response));
        else if (inBatch && &hop == (call ? call : root))
            listenToBatch(hop);
    }
    setOthersApart();
    weighByStatus();
    std::stable_sort(heard.begin(), heard.end(), [](const Heard &a, const Heard &b) {
        return a.confidence > b.confidence;
    });
}

QStringList Facts::idsOfCall() const
{
    QStringList ids;
    for (const auto *hop : {call, root}) {
        if (!hop)
            continue;
        for (const auto *name : {"x-correlation-id", "x-vcap-request-id", "x-request-id"}) {
            const auto id = QString::fromUtf8(hop->response.headers.value(name));
            if (!id.isEmpty() && !ids.contains(id))
                ids << id;
        }
    }
    return ids;
}

// Where no line of this call says why, those of others may have lost their ids on the way.
void Facts::setOthersApart()
{
    const bool own = std::any_of(heard.begin(), heard.end(), [](const Heard &one) {
        return !one.ofOtherCall && one.telling == Telling::Cause;
    });
    if (!own)
        return;
    for (const auto &one : heard) {
        if (one.ofOtherCall)
            overheard.append(one);
    }
    heard.removeIf([](const Heard &one) { return one.ofOtherCall; });
}

// A log tells of other calls, too: of several causes those come first that end in the status of
// the answer.
void Facts::weighByStatus()
{
    const auto answered = layerOfStatus(status);
    const auto fits = [answered](const Heard &one) {
        return one.telling == Telling::Cause && layerOf(one.findingId) == answered;
    };
    if (answered == Layer::Unknown || std::none_of(heard.begin(), heard.end(), fits))
        return;
    for (auto &one : heard) {
        if (const auto layer = layerOf(one.findingId); layer != Layer::Unknown && layer != answered)
            one.confidence *= 0.6;
    }
}

qint64 Facts::nowSeconds() const
{
    if (input.nowSeconds > 0)
        return input.nowSeconds;
    if (const auto *first = call ? call : root; first && first->startMs > 0)
        return first->startMs / 1000;
    return trail.hops.isEmpty() ? 0 : trail.hops.constFirst().startMs / 1000;
}

QString Facts::who() const
{
    const auto subject = trail::subjectOf(claims);
    if (subject.isUser)
        return subject.name;
    if (call && call->subject.isUser)
        return call->subject.name;
    const auto client = trail::clientOf(claims);
    return client.name.isEmpty() ? QString() : say(u"word.client", {{u"name", client.name}});
}

bool Facts::refused() const
{
    return status == 401 || (trail.hops.isEmpty() && input.token);
}

bool Facts::failed() const
{
    return !root || status == 0 || status >= 400; // also inside of a batch
}

const Heard *Facts::heardOf(QStringView findingId) const
{
    for (const auto &one : heard) {
        if (one.findingId == findingId)
            return &one;
    }
    return nullptr;
}

const xsuaa::Check *Facts::failedCheck(xsuaa::CheckId id) const
{
    const auto *first = validation ? validation->firstFailure() : nullptr;
    return first && first->id == id ? first : nullptr;
}

QList<const Hop *> Facts::hops(HopKind kind) const
{
    QList<const Hop *> found;
    for (const auto &hop : trail.hops) {
        if (hop.kind == kind && !hop.expected)
            found << &hop;
    }
    return found;
}

const Hop *Facts::firstExpected(HopKind kind) const
{
    for (const auto &hop : trail.hops) {
        if (hop.kind == kind && hop.expected)
            return &hop;
    }
    return nullptr;
}

QList<const Hop *> Facts::silentLookups() const
{
    QList<const Hop *> silent;
    for (const auto *lookup : trail::lookupsForUser(trail)) {
        if (!trail::callAfter(trail, *lookup) && !trail::stepAfter(trail, *lookup))
            silent << lookup;
    }
    return silent;
}

// The zone that the lookup's token was asked for gives it away; where the token was cached and
// its request not seen, nothing does.
Known Facts::hadJwt(const Hop &lookup) const
{
    if (trail::hadUserToken(trail, lookup))
        return Known::Yes;
    return lookup.notes.contains(u"tokenZoneAsked") ? Known::No : Known::Unknown;
}

bool Facts::answeredByBackend(const Hop &hop) const
{
    if (hop.kind == HopKind::Backend)
        return true;
    const auto &headers = hop.response.headers;
    if (headers.value("www-authenticate").contains("SAP NetWeaver"))
        return true;
    for (const auto &field : headers.fields()) {
        const auto name = field.name.toLower();
        if (name.startsWith("sap-") || name == "dataserviceversion")
            return true;
    }
    return false;
}

// Its refusals are one word without a type; CAP always answers with a correlation id.
bool Facts::answeredByApprouter(const Hop &hop) const
{
    const auto &headers = hop.response.headers;
    if (hop.kind == HopKind::Approuter)
        return hop.response.headers.value("x-error-source") != "backend"
            && !headers.contains("x-correlation-id");
    if (headers.value("x-error-source") == "gateway")
        return true;
    const auto word = hop.response.body.trimmed();
    return !headers.contains("x-correlation-id") && !headers.contains("content-type")
        && headers.contains("x-request-id") && (word == "Forbidden" || word == "Unauthorized");
}

// The approuter gives every answer an x-request-id, CAP its own an x-correlation-id. Which cookies
// there are is redacted.
bool Facts::refusedBehindApprouter() const
{
    if (!root || !requestSeen || root->response.status != 401 || !root->tokens.isEmpty()
        || !root->request.headers.contains("cookie"))
        return false;
    const auto &headers = root->response.headers;
    return headers.contains("x-request-id") && headers.contains("x-correlation-id");
}

bool Facts::refusedForRoles() const
{
    return call && status == 403
        && call->response.headers.value("x-csrf-token").toLower() != "required";
}

QStringList Facts::rolesWanted() const
{
    for (const auto &one : heard) {
        const bool named = one.findingId == "role-missing"_L1
            || one.findingId == "technical-token-where-user-needed"_L1;
        if (one.findingId == "user-token-where-technical-needed"_L1)
            return {u"system-user"_s};
        if (one.findingId == "not-the-internal-client"_L1)
            return {u"internal-user"_s};
        if (!named || one.captures.isEmpty() || !one.line.contains("required roles"_L1))
            continue;
        QStringList roles;
        for (const auto &role : one.captures.constFirst().split(u','))
            roles << role.trimmed().remove(u'\'').remove(u'"');
        return roles;
    }
    return refusedForRoles() ? input.rolesThatWouldDo : QStringList();
}

const Hop *Facts::backendCall() const
{
    const auto calls = hops(HopKind::Backend);
    if (!calls.isEmpty())
        return calls.constLast();
    const auto proxied = hops(HopKind::Proxy);
    return !proxied.isEmpty() && answeredByBackend(*proxied.constLast()) ? proxied.constLast()
                                                                         : nullptr;
}

} // namespace tokentrail::diagnosis
