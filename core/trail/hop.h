// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/exchange.h"
#include "core/text/json.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace tokentrail::trail {

enum class Party {
    Browser,
    Console,
    Approuter,
    Xsuaa,
    Service,
    Destination,
    Proxy,
    CloudConnector,
    Backend,
    OAuthServer,
    Unknown
};
enum class Plane { Call, Token, Lookup };
enum class HopKind {
    Authorize,
    Login,
    Callback,
    Token,
    Jwks,
    UserInfo,
    Logout,
    DestinationLookup,
    Proxy,
    CloudConnector,
    Backend,
    Service,
    Approuter,
    Other
};

enum class ActorKind { Client, TechnicalUser, User, None };

// Who authenticated the call.
struct Actor
{
    ActorKind kind = ActorKind::None;
    QString name; // client id, technical user, user name
    QString zone;
    bool verified = false; // somebody checked it, rather than it being only claimed
};

// The person it is done for, or nobody.
struct Subject
{
    bool isUser = false;
    QString name;
    QString origin;
    QString zone;
    bool verified = false;
};

enum class TokenRole {
    Bearer,
    Assertion,
    Code,
    Refresh,
    UserToken,
    ProxyAuthorization,
    ConnectivityAuthentication,
    TechnicalAuthentication,
    ApprouterAuthorization,
    Saml,
    Issued
};

// A token seen in a hop: what it says, never what it is.
struct TokenSeen
{
    TokenRole role = TokenRole::Bearer;
    QString fingerprint;
    QString jti;
    text::Json header; // of a JWT, else null
    text::Json claims; // of a JWT, else null
};

enum class LinkBy { Token, Jti, Assertion, Correlation, ClientDestinationTime };
enum class Certainty { Certain, Likely, Possible };

struct Link
{
    QString to; // id of the earlier hop
    LinkBy by = LinkBy::Token;
    Certainty certainty = Certainty::Certain;
};

// An exchange understood. Everything in it is redacted already.
struct Hop
{
    QString id; // "h1", "h2", … in order of start
    HopKind kind = HopKind::Other;
    Plane plane = Plane::Call;
    bool expected = false; // should have followed and did not; then request and response are empty
    QString reason; // why it was expected, and what could hide it
    Party from = Party::Unknown;
    Party to = Party::Unknown;
    qint64 startMs = 0;
    qint64 endMs = 0;
    QStringList observedBy; // parties that recorded it
    QStringList exchangeIds;
    http::Request request; // redacted
    http::Response response; // redacted
    QString url; // redacted
    QString failure; // why there was no response
    Actor actor;
    Subject subject;
    QList<TokenSeen> tokens;
    QString destination; // its name, in lookups and in hops that follow from one
    QString destinationType; // Authentication of the destination, where seen
    QString correlationId;
    QList<Link> links;
    text::Json notes = text::Json::object(); // of the exchange
};

// Where the user's line ends.
enum class LossPlace { NotLost, BeforeService, InsideService, Exchange, Proxy, Unknown };

// Hops that belong to one call, with the call on top.
struct Trail
{
    QString id; // "t1", …
    QList<Hop> hops; // by start; expected ones where they should have been
    QString rootHopId; // the call into the service, when it was seen
    Subject user; // of the person the call was made for, as far as known
    LossPlace loss = LossPlace::NotLost;
    QString lossHopId; // last hop that still had the user (or the first without, when none had)
    QString title; // "GET /ext/FunctionalLocation as alice"

    const Hop *hop(const QString &hopId) const;
};

QString nameOf(Party party); // stable, for JSON: "console", "xsuaa", …
QString nameOf(Plane plane);
QString nameOf(HopKind kind);
QString nameOf(ActorKind kind);
QString nameOf(TokenRole role);
QString nameOf(LinkBy by);
QString nameOf(Certainty certainty);
QString nameOf(LossPlace place);

text::Json toJson(const Hop &hop); // the shape that the command line documents
text::Json toJson(const Trail &trail);
Result<Trail> trailFromJson(const text::Json &json);

} // namespace tokentrail::trail
