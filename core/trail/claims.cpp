// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trail/claims.h"

namespace tokentrail::trail {

using namespace Qt::StringLiterals;

bool isTechnical(const text::Json &claims)
{
    const auto grant = claims[u"grant_type"].toString();
    return grant == "client_credentials"_L1 || grant == "client_x509"_L1;
}

QString zoneOf(const text::Json &claims)
{
    for (const auto name : {u"zid", u"app_tid", u"zone_uuid"}) {
        const auto zone = claims[name].toString();
        if (!zone.isEmpty())
            return zone;
    }
    return {};
}

Subject subjectOf(const text::Json &claims)
{
    Subject subject;
    if (!claims.isObject() || isTechnical(claims))
        return subject;
    // The order in which the Cloud Connector looks for a person (SAP help, principal propagation).
    for (const auto name : {u"user_name", u"email", u"mail", u"user_uuid"}) {
        subject.name = claims[name].toString();
        if (!subject.name.isEmpty())
            break;
    }
    if (subject.name.isEmpty() && !claims[u"cid"].isString() && !claims[u"client_id"].isString())
        subject.name = claims[u"sub"].toString(); // not an XSUAA token: sub is what there is
    subject.isUser = !subject.name.isEmpty();
    if (subject.isUser) {
        subject.origin = claims[u"origin"].toString();
        subject.zone = zoneOf(claims);
    }
    return subject;
}

Actor clientOf(const text::Json &claims)
{
    Actor actor;
    for (const auto name : {u"cid", u"client_id", u"azp"}) {
        actor.name = claims[name].toString();
        if (!actor.name.isEmpty())
            break;
    }
    if (!actor.name.isEmpty()) {
        actor.kind = ActorKind::Client;
        actor.zone = zoneOf(claims);
    }
    return actor;
}

QString subjectOfCertificate(const QString &distinguishedName)
{
    for (const auto &part : distinguishedName.split(u',')) {
        const auto trimmed = part.trimmed();
        if (trimmed.startsWith("CN="_L1, Qt::CaseInsensitive))
            return trimmed.sliced(3).trimmed();
    }
    return {};
}

} // namespace tokentrail::trail
