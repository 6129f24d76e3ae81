// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/remarks.h"

#include "core/trail/need.h"

#include <algorithm>

namespace tokentrail::diagnosis {

using namespace Qt::StringLiterals;
using trail::HopKind;

namespace {

bool has(const QList<Finding> &findings, std::initializer_list<QStringView> ids)
{
    return std::any_of(findings.begin(), findings.end(), [ids](const Finding &finding) {
        return std::any_of(
            ids.begin(), ids.end(), [&](QStringView id) { return finding.id == id; });
    });
}

bool isAboutLostUser(const QList<Finding> &findings)
{
    return has(findings,
               {u"user-token-absent",
                u"user-token-absent-cached",
                u"technical-caller-on-user-destination"});
}

const trail::Hop *serviceToken(const Facts &facts)
{
    for (const auto *hop : facts.hops(HopKind::Token)) {
        if (hop->from == trail::Party::Service && hop->response.status == 200
            && hop->notes[u"grant"].toString() == "client_credentials"_L1)
            return hop;
    }
    return nullptr;
}

void addForLostUser(QList<RuledOut> &out, const Facts &facts)
{
    if (const auto *token = serviceToken(facts))
        out.append({u"service-token"_s,
                    u"The client_credentials token of %1 (%2) is the SDK's own, for the "
                    "Destination service: every healthy call has one too."_s.arg(token->actor.name,
                                                                                 token->id)});
    if (!facts.root || facts.root->kind != HopKind::Approuter)
        out.append(
            {u"approuter-missing"_s,
             u"An approuter is not needed: a service that receives a JWT can propagate it."_s});
    if (facts.input.projectRequires.isNull())
        out.append({u"forward-auth-token"_s,
                    u"forwardAuthToken beside a destination's name does nothing, so setting it "
                    "would not help."_s});
    out.append(
        {u"passport-middleware"_s,
         u"A passport middleware in front takes no token away from CAP when the auth kind is "
         "jwt or xsuaa; nor does it bring one to a route outside CAP."_s});
}

} // namespace

QList<RuledOut> ruledOut(const Facts &facts, const QList<Finding> &findings)
{
    QList<RuledOut> out;
    if (isAboutLostUser(findings))
        addForLostUser(out, facts);
    if (facts.status == 401 && facts.claims.isObject())
        out.append({u"issuer-and-jku"_s,
                    u"Issuer (iss) and jku of the token are not checked by xssec for Node."_s});
    if (!facts.validation)
        return out;
    for (const auto &check : facts.validation->checks) {
        const bool told = check.outcome == xsuaa::Outcome::Passed && facts.status == 401;
        if (told && check.id == xsuaa::CheckId::NotExpired)
            out.append({u"token-expired"_s, check.sentence});
        else if (told && check.id == xsuaa::CheckId::Audience)
            out.append({u"audience-mismatch"_s, check.sentence});
        else if (told && check.id == xsuaa::CheckId::KeyIdKnown)
            out.append({u"key-id-unknown"_s, check.sentence});
    }
    return out;
}

QStringList notVisible(const Facts &facts, const QList<Finding> &findings)
{
    QStringList out;
    if (!facts.trail.hops.isEmpty() && !facts.root)
        out << u"The call into the service was not recorded."_s;
    if (facts.root && !facts.requestSeen)
        out << u"Only the answer of the call is known, not its request."_s;
    if (facts.call && facts.call->observedBy == QStringList{u"browser"_s} && !facts.bearer)
        out << u"Browsers leave Authorization headers out of their recordings."_s;
    if (isAboutLostUser(findings)) {
        if (facts.hops(HopKind::Jwks).isEmpty())
            out << u"Whether the service checked the caller's token: it keeps signing keys for 30 "
                   "minutes, so that no request for them proves nothing."_s;
        if (facts.input.logLines.isEmpty() && !facts.heardOf(u"user-token-absent"))
            out << u"The log of the service, whose \"Caused by\" names the reason."_s;
        out << u"The code of the service: where in it the token was dropped."_s;
    }
    if (facts.status == 401 && facts.claims.isObject() && !facts.input.key)
        out << u"The service key of the called service: without it the audience is not checked."_s;
    if (facts.status == 401 && facts.claims.isObject() && !facts.input.keys
        && facts.hops(HopKind::Jwks).isEmpty())
        out << u"The signing keys: without them the signature is not checked."_s;
    return out;
}

} // namespace tokentrail::diagnosis
