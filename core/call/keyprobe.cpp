// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/call/keyprobe.h"

#include "core/jose/jwt.h"

#include <algorithm>

namespace tokentrail::call {

using namespace Qt::StringLiterals;
using Outcome = Proof::Outcome;

struct KeyProbe::Private
{
    http::Client &client;
    xsuaa::ServiceKey key;
    http::TlsSettings tls;
    QList<Proof> proofs = {};
    std::optional<Error> error = {};
    QList<http::Exchange> exchanges = {};

    void prove(const QString &id, Outcome outcome, const QString &sentence)
    {
        proofs.append({id, outcome, sentence});
    }
    bool isCertificate() const
    {
        return key.client.clientSecret.isEmpty() && !key.client.certificatePem.isEmpty();
    }
};

QString nameOf(Proof::Outcome outcome)
{
    switch (outcome) {
    case Outcome::Proved:
        return u"proved"_s;
    case Outcome::Refuted:
        return u"refuted"_s;
    case Outcome::Open:
        return u"open"_s;
    }
    return {};
}

KeyProbe::KeyProbe(http::Client &client,
                   const xsuaa::ServiceKey &key,
                   const http::TlsSettings &tls,
                   QObject *parent)
    : QObject(parent)
    , d(new Private{client, key, tls})
{ }

KeyProbe::~KeyProbe() = default;

const QList<Proof> &KeyProbe::proofs() const
{
    return d->proofs;
}

const std::optional<Error> &KeyProbe::error() const
{
    return d->error;
}

const QList<http::Exchange> &KeyProbe::exchanges() const
{
    return d->exchanges;
}

bool KeyProbe::works() const
{
    return !d->error && !d->proofs.isEmpty();
}

void KeyProbe::start()
{
    TokenFetchInput input;
    input.key = d->key;
    input.grant = Grant::ClientCredentials;
    input.tls = d->tls;
    auto *fetch = new TokenFetch(d->client, input, this);
    connect(fetch, &TokenFetch::finished, this, [this](TokenFetch *done) {
        d->exchanges << done->exchanges();
        takeToken(*done);
        done->deleteLater();
    });
    fetch->start();
}

void KeyProbe::takeToken(const TokenFetch &fetch)
{
    const auto where = xsuaa::tokenEndpoint(d->key.client).url.authority();
    const auto answered =
        !fetch.exchanges().isEmpty() && fetch.exchanges().constLast().response.status != 0;
    if (answered)
        d->prove(u"answers"_s,
                 Outcome::Proved,
                 u"%1 was found, its connection stood and it answered."_s.arg(where));
    if (fetch.result()) {
        d->prove(u"client"_s,
                 Outcome::Proved,
                 d->isCertificate()
                     ? u"It takes the client %1 by its certificate."_s.arg(d->key.client.clientId)
                     : u"It takes the client %1 with this secret."_s.arg(d->key.client.clientId));
        judgeToken(*fetch.result());
        return;
    }
    d->error = fetch.result().error();
    d->prove(answered ? u"client"_s : u"answers"_s, Outcome::Refuted, d->error->sentence);
    end();
}

void KeyProbe::judgeToken(const Session &session)
{
    const auto claims = jose::decodeToken(session.accessToken.reveal()).claims;
    const auto client = claims[u"cid"].toString(claims[u"client_id"].toString());
    const auto scopes = claims[u"scope"].size();
    d->prove(u"token"_s,
             Outcome::Proved,
             u"It gave a technical token with %1, good until its end in %2 minutes."_s.arg(
                 scopes == 1 ? u"one scope"_s : u"%1 scopes"_s.arg(scopes),
                 QString::number((claims[u"exp"].toInteger() - claims[u"iat"].toInteger()) / 60)));
    const auto zone = claims[u"zid"].toString();
    const auto &own = d->key.client.zoneId;
    if (!zone.isEmpty() && !own.isEmpty()) {
        if (zone == own)
            d->prove(u"zone"_s, Outcome::Proved, u"The token is of the key's zone."_s);
        else
            d->prove(u"zone"_s,
                     Outcome::Refuted,
                     u"The token is of zone %1, the key says %2."_s.arg(zone, own));
    }
    if (d->key.kind == xsuaa::ServiceKind::Destination && !d->key.destinationUri.isEmpty())
        return askDestinations(session.accessToken);
    end();
}

void KeyProbe::askDestinations(const Secret &token)
{
    http::ClientRequest request;
    request.url = d->key.destinationUri;
    request.url.setPath(u"/destination-configuration/v1/subaccountDestinations"_s);
    request.headers.add("Authorization", "Bearer " + token.reveal());
    request.headers.add("Accept", "application/json");
    request.tls = d->tls;
    request.callee = u"destination"_s;
    auto *job = d->client.send(request, this);
    connect(job, &http::ClientJob::finished, this, [this](http::ClientJob *done) {
        takeAnswer(done->exchange());
        done->deleteLater();
    });
    job->start();
}

void KeyProbe::takeAnswer(const http::Exchange &exchange)
{
    d->exchanges << exchange;
    const auto where = d->key.destinationUri.authority();
    const auto status = exchange.response.status;
    if (status == 200) {
        d->prove(u"service"_s,
                 Outcome::Proved,
                 u"The Destination service at %1 takes that token."_s.arg(where));
    } else {
        d->error = exchange.failure.value_or(Error{
            ErrorCode::Refused,
            u"The Destination service at %1 answers %2."_s.arg(where, QString::number(status))});
        d->prove(u"service"_s, Outcome::Refuted, d->error->sentence);
    }
    end();
}

void KeyProbe::end()
{
    if (!d->error && d->key.kind == xsuaa::ServiceKind::Xsuaa)
        d->prove(u"users"_s,
                 Outcome::Open,
                 u"Not tried: whether users can sign in with it, and which roles they get."_s);
    if (!d->error && d->key.kind == xsuaa::ServiceKind::Connectivity)
        d->prove(u"proxy"_s,
                 Outcome::Open,
                 u"Not tried: the proxy and the Cloud Connector behind it."_s);
    Q_EMIT finished(this);
}

} // namespace tokentrail::call
