// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/remarks.h"

#include "core/diagnosis/say.h"
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
                    say(u"ruled-out.service-token",
                        {{u"client", token->actor.name}, {u"hop", token->id}})});
    if (!facts.root || facts.root->kind != HopKind::Approuter)
        out.append({u"approuter-missing"_s, say(u"ruled-out.approuter")});
    if (facts.input.projectRequires.isNull())
        out.append({u"forward-auth-token"_s, say(u"ruled-out.forward-auth-token")});
    out.append({u"passport-middleware"_s, say(u"ruled-out.passport")});
}

} // namespace

QList<RuledOut> ruledOut(const Facts &facts, const QList<Finding> &findings)
{
    QList<RuledOut> out;
    if (isAboutLostUser(findings))
        addForLostUser(out, facts);
    if (facts.status == 401 && facts.claims.isObject())
        out.append({u"issuer-and-jku"_s, say(u"ruled-out.issuer")});
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
        out << say(u"not-visible.call");
    if (facts.root && !facts.requestSeen)
        out << say(u"not-visible.request");
    if (facts.status == 401 && !facts.requestSeen && !facts.claims.isObject())
        out << say(u"not-visible.token");
    if (facts.call && facts.call->observedBy == QStringList{u"browser"_s} && !facts.bearer)
        out << say(u"not-visible.browser");
    if (isAboutLostUser(findings)) {
        if (facts.hops(HopKind::Jwks).isEmpty())
            out << say(u"not-visible.token-check");
        if (facts.input.logLines.isEmpty() && !facts.heardOf(u"user-token-absent"))
            out << say(u"not-visible.log");
        out << say(u"not-visible.code");
    }
    if (facts.status == 401 && facts.claims.isObject() && !facts.input.key)
        out << say(u"not-visible.key");
    if (facts.status == 401 && facts.claims.isObject() && !facts.input.keys
        && facts.hops(HopKind::Jwks).isEmpty())
        out << say(u"not-visible.signing-keys");
    return out;
}

} // namespace tokentrail::diagnosis
