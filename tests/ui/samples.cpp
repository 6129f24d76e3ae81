// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/samples.h"

namespace tokentrail::ui::samples {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

constexpr qint64 startMs = 1'795'000'000'000;
const QString zone = u"dev"_s;
const QString app = u"sb-tokentrail-sample!t1"_s;
const QString destinationClient = u"sb-tokentrail-destination!b2"_s;

trail::TokenSeen userToken(trail::TokenRole role)
{
    trail::TokenSeen token;
    token.role = role;
    token.fingerprint = u"9c1f03ab"_s;
    token.jti = u"9c1f4be2a7d04be5"_s;
    token.header = Json::object({{u"alg"_s, u"RS256"_s}, {u"kid"_s, u"default-jwt-key-1"_s}});
    token.claims =
        Json::object({{u"jti"_s, token.jti},
                      {u"sub"_s, u"2e8f-alice"_s},
                      {u"user_name"_s, u"alice"_s},
                      {u"email"_s, u"alice@example.com"_s},
                      {u"origin"_s, u"sap.default"_s},
                      {u"grant_type"_s, u"password"_s},
                      {u"cid"_s, app},
                      {u"client_id"_s, app},
                      {u"zid"_s, zone},
                      {u"scope"_s, Json::array({u"tokentrail-sample!t1.admin"_s, u"openid"_s})},
                      {u"aud"_s, Json::array({app, u"tokentrail-sample!t1"_s, u"openid"_s})},
                      {u"iat"_s, startMs / 1000},
                      {u"exp"_s, startMs / 1000 + 43200}});
    return token;
}

trail::TokenSeen clientToken(trail::TokenRole role, const QString &fingerprint)
{
    trail::TokenSeen token;
    token.role = role;
    token.fingerprint = fingerprint;
    token.jti = u"51aa"_s + fingerprint;
    token.header = Json::object({{u"alg"_s, u"RS256"_s}, {u"kid"_s, u"default-jwt-key-1"_s}});
    token.claims = Json::object({{u"jti"_s, token.jti},
                                 {u"sub"_s, destinationClient},
                                 {u"grant_type"_s, u"client_credentials"_s},
                                 {u"cid"_s, destinationClient},
                                 {u"client_id"_s, destinationClient},
                                 {u"zid"_s, zone},
                                 {u"scope"_s, Json::array({u"uaa.resource"_s})},
                                 {u"aud"_s, Json::array({destinationClient, u"uaa"_s})},
                                 {u"iat"_s, startMs / 1000},
                                 {u"exp"_s, startMs / 1000 + 43200}});
    return token;
}

struct Between
{
    trail::Party from;
    trail::Party to;
    qint64 startMs;
    qint64 endMs;
};

trail::Hop hop(const QString &id, trail::HopKind kind, trail::Plane plane, const Between &between)
{
    trail::Hop hop;
    hop.id = id;
    hop.kind = kind;
    hop.plane = plane;
    hop.from = between.from;
    hop.to = between.to;
    hop.startMs = startMs + between.startMs;
    hop.endMs = startMs + between.endMs;
    hop.observedBy = {trail::nameOf(between.to)};
    hop.response.status = 200;
    hop.response.reason = "OK";
    hop.response.headers = {{"content-type", "application/json"}};
    return hop;
}

void asAlice(trail::Hop &hop)
{
    hop.actor = {trail::ActorKind::Client, app, zone, true};
    hop.subject = {true, u"alice"_s, u"sap.default"_s, zone, true};
}

void asClient(trail::Hop &hop, const QString &client)
{
    hop.actor = {trail::ActorKind::Client, client, zone, true};
}

trail::Hop signIn(const QString &id)
{
    using trail::Party;
    auto one =
        hop(id, trail::HopKind::Token, trail::Plane::Token, {Party::Console, Party::Xsuaa, 0, 31});
    asClient(one, app);
    one.subject = {true, u"alice"_s, u"sap.default"_s, zone, true};
    one.request.method = "POST";
    one.request.target = "/oauth/token";
    one.request.headers = {{"Authorization", "Basic •••"},
                           {"Content-Type", "application/x-www-form-urlencoded"}};
    one.request.body = "grant_type=password&username=alice&password=•••";
    one.url = u"http://127.0.0.1:4601/oauth/token"_s;
    one.response.body =
        R"({"access_token":"eyJ…[token 9c1f03ab]","token_type":"bearer","expires_in":43199})";
    one.tokens = {userToken(trail::TokenRole::Issued)};
    return one;
}

trail::Hop callService(const QString &id, const QByteArray &target, qint64 endMs)
{
    using trail::Party;
    auto one = hop(id,
                   trail::HopKind::Service,
                   trail::Plane::Call,
                   {Party::Console, Party::Service, 40, endMs});
    asAlice(one);
    one.request.target = target;
    one.request.headers = {{"Authorization", "Bearer eyJ…[token 9c1f03ab]"},
                           {"x-correlation-id", "8f2e"},
                           {"Accept", "application/json"}};
    one.url = u"http://127.0.0.1:4604"_s + QString::fromLatin1(target);
    one.tokens = {userToken(trail::TokenRole::Bearer)};
    one.correlationId = u"8f2e"_s;
    one.observedBy = {u"console"_s, u"service"_s};
    return one;
}

trail::Hop clientToken(const QString &id, qint64 at, const QString &client, const QString &print)
{
    using trail::Party;
    auto one = hop(id,
                   trail::HopKind::Token,
                   trail::Plane::Token,
                   {Party::Service, Party::Xsuaa, at, at + 12});
    asClient(one, client);
    one.request.method = "POST";
    one.request.target = "/oauth/token";
    one.request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    one.request.body = "grant_type=client_credentials";
    one.url = u"http://127.0.0.1:4601/oauth/token"_s;
    one.tokens = {clientToken(trail::TokenRole::Issued, print)};
    one.links = {{u"h2"_s, trail::LinkBy::ClientDestinationTime, trail::Certainty::Likely}};
    return one;
}

trail::Hop lookup(const QString &id, qint64 at, const QString &print)
{
    using trail::Party;
    auto one = hop(id,
                   trail::HopKind::DestinationLookup,
                   trail::Plane::Lookup,
                   {Party::Service, Party::Destination, at, at + 9});
    asClient(one, destinationClient);
    one.request.target = "/destination-configuration/v1/destinations/S4_PP";
    one.url = u"http://127.0.0.1:4602/destination-configuration/v1/destinations/S4_PP"_s;
    one.destination = u"S4_PP"_s;
    one.destinationType = u"PrincipalPropagation"_s;
    one.tokens = {clientToken(trail::TokenRole::Bearer, print)};
    one.links = {{u"h3"_s, trail::LinkBy::Token, trail::Certainty::Certain}};
    return one;
}

diagnosis::Finding lostFinding()
{
    diagnosis::Finding finding;
    finding.id = u"user-lost-inside-cap"_s;
    finding.title = u"The user was lost inside the CAP service"_s;
    finding.sentence =
        u"alice’s token reached the service, but no token reached the destination lookup: /ext is an express route that runs outside of CAP’s request context."_s;
    finding.hopId = u"h4"_s;
    finding.evidence = {
        {u"Hop 2 carried alice’s token, fingerprint 9c1f03ab."_s, u"h2"_s},
        {u"The lookup of S4_PP was made with the service’s own token, without x-zid."_s, u"h4"_s},
        {u"PrincipalPropagation needs a user; the call to the proxy never came."_s, u"h5"_s},
        {u"Log: “No user token (JWT) has been provided.”"_s, {}},
    };
    finding.fix.text =
        u"Mount the route after cds.middlewares.before, so that it runs in the request context of the user."_s;
    finding.fix.edit =
        u"--- a/server.js\n+++ b/server.js\n@@ -4,5 +4,5 @@\n cds.on('bootstrap', app => {\n-  app.get('/ext/FunctionalLocation', handler)\n+  app.get('/ext/FunctionalLocation', cds.middlewares.before, handler)\n })\n"_s;
    return finding;
}

} // namespace

CallDraft firstDraft()
{
    CallDraft draft;
    draft.session = u"alice"_s;
    draft.url = u"/ext/FunctionalLocation?$top=3"_s;
    draft.target = u"sample"_s;
    return draft;
}

CallOutcome lost()
{
    using trail::Party;
    CallOutcome outcome;
    outcome.draft = firstDraft();
    auto call = callService(u"h2"_s, "/ext/FunctionalLocation?$top=3", 184);
    call.response.status = 502;
    call.response.reason = "Bad Gateway";
    call.response.body =
        R"({"error":{"message":"Error during request to remote service: Failed to load destination.","code":"502","@Common.numericSeverity":4}})";
    auto missing = hop(u"h5"_s,
                       trail::HopKind::Proxy,
                       trail::Plane::Call,
                       {Party::Service, Party::Proxy, 140, 140});
    missing.expected = true;
    missing.reason =
        u"S4_PP is reached through the proxy, as the user; no cache was warm, no breaker open"_s;
    missing.response = {};
    missing.observedBy.clear();
    missing.destination = u"S4_PP"_s;
    outcome.trail.id = u"t1"_s;
    outcome.trail.title = u"GET /ext/FunctionalLocation as alice"_s;
    outcome.trail.hops = {signIn(u"h1"_s),
                          call,
                          clientToken(u"h3"_s, 60, destinationClient, u"77b0c2e1"_s),
                          lookup(u"h4"_s, 90, u"77b0c2e1"_s),
                          missing};
    outcome.trail.rootHopId = u"h2"_s;
    outcome.trail.user = call.subject;
    outcome.trail.loss = trail::LossPlace::InsideService;
    outcome.trail.lossHopId = u"h2"_s;
    outcome.diagnosis.findings = {lostFinding()};
    outcome.diagnosis.ruledOut = {
        {u"technical-caller-on-user-destination"_s, u"The caller was alice, not a client."_s},
        {u"destination-not-found"_s, u"The lookup of S4_PP was answered with 200."_s},
        {u"cloud-connector-not-connected"_s, u"The proxy was never asked."_s}};
    outcome.diagnosis.notVisible = {
        u"The source of the service: the route is known by its path only."_s};
    outcome.response = call.response;
    outcome.response.headers = {{"content-type", "application/json"}, {"x-correlation-id", "8f2e"}};
    outcome.timing = {0.1, 0.4, -1, 0.6, 183.2, 184.0};
    outcome.durationMs = 184;
    return outcome;
}

CallOutcome healthy()
{
    using trail::Party;
    CallOutcome outcome;
    outcome.draft = firstDraft();
    outcome.draft.url = u"/api/FunctionalLocation?$top=3"_s;
    auto call = callService(u"h2"_s, "/api/FunctionalLocation?$top=3", 212);
    call.response.body =
        R"({"value":[{"FunctionalLocation":"PLANT-01","Description":"Main plant","LastChangedByUser":"ALICE"},{"FunctionalLocation":"PLANT-01-A","Description":"Hall A","LastChangedByUser":"ALICE"}]})";
    auto proxy = hop(u"h6"_s,
                     trail::HopKind::Proxy,
                     trail::Plane::Call,
                     {Party::Service, Party::Proxy, 140, 195});
    asAlice(proxy);
    proxy.actor = {trail::ActorKind::Client, u"sb-tokentrail-connectivity!b3"_s, zone, true};
    proxy.request.target = "http://s4virtual:44300/sap/opu/odata/FunctionalLocation?$top=3";
    proxy.url = QString::fromLatin1(proxy.request.target);
    proxy.destination = u"S4_PP"_s;
    proxy.tokens = {clientToken(trail::TokenRole::ProxyAuthorization, u"a4410b77"_s),
                    userToken(trail::TokenRole::ConnectivityAuthentication)};
    auto backend = hop(u"h7"_s,
                       trail::HopKind::Backend,
                       trail::Plane::Call,
                       {Party::CloudConnector, Party::Backend, 150, 190});
    asAlice(backend);
    backend.request.target = "/sap/opu/odata/FunctionalLocation?$top=3";
    backend.url = u"http://127.0.0.1:4603/sap/opu/odata/FunctionalLocation?$top=3"_s;
    backend.notes.set(u"backendUser"_s, u"ALICE"_s);
    outcome.trail.id = u"t1"_s;
    outcome.trail.title = u"GET /api/FunctionalLocation as alice"_s;
    outcome.trail.hops = {
        signIn(u"h1"_s),
        call,
        clientToken(u"h3"_s, 60, destinationClient, u"77b0c2e1"_s),
        lookup(u"h4"_s, 90, u"77b0c2e1"_s),
        clientToken(u"h5"_s, 115, u"sb-tokentrail-connectivity!b3"_s, u"a4410b77"_s),
        proxy,
        backend};
    outcome.trail.rootHopId = u"h2"_s;
    outcome.trail.user = call.subject;
    outcome.diagnosis.ruledOut = {
        {u"technical-caller-on-user-destination"_s,
         u"The client_credentials tokens are the SDK’s own, for its lookups, and healthy."_s}};
    outcome.response = call.response;
    outcome.response.headers = {{"content-type", "application/json"}, {"x-correlation-id", "8f2e"}};
    outcome.timing = {0.1, 0.4, -1, 0.6, 210.2, 212.0};
    outcome.durationMs = 212;
    return outcome;
}

CallOutcome unanswered()
{
    CallOutcome outcome;
    outcome.draft = firstDraft();
    outcome.failure = u"127.0.0.1:4604 refused the connection: nothing listens there."_s;
    outcome.durationMs = 2;
    return outcome;
}

QList<Choice> sessions()
{
    const QString group = u"Users of the sandbox"_s;
    return {{u"alice"_s, u"alice"_s, u"password · 11:42:10"_s, group},
            {u"bob"_s, u"bob"_s, u"signs in when sent"_s, group},
            {u"carol"_s, u"carol"_s, u"signs in when sent"_s, group},
            {u"dave"_s, u"dave"_s, u"signs in when sent"_s, group},
            {u"client"_s, u"the application"_s, u"client credentials"_s, u"Nobody in person"_s},
            {QString(), u"nobody"_s, u"no credentials"_s, u"Nobody in person"_s}};
}

QList<Choice> targets()
{
    return {{u"sample"_s, u"Sample service"_s, u"127.0.0.1:4604"_s, {}}};
}

QList<Choice> vias()
{
    return {{QString(), u"direct"_s, {}, {}},
            {u"S4_PP"_s, u"S4_PP"_s, u"PrincipalPropagation"_s, {}}};
}

QList<ExampleCall> examples()
{
    auto works = firstDraft();
    works.url = u"/api/FunctionalLocation?$top=3"_s;
    auto mapped = works;
    mapped.session = u"bob"_s;
    return {{u"alice arrives in S/4 as ALICE"_s,
             u"The same read through a CAP service: her token goes all the way."_s,
             false,
             works},
            {u"alice is lost on a plain express route"_s,
             u"The route runs outside of CAP’s request context, so her token is not found."_s,
             true,
             firstDraft()},
            {u"bob arrives, and S/4 does not know him"_s,
             u"Propagation works; the mapping of users in the backend does not."_s,
             true,
             mapped}};
}

QStringList plan()
{
    return {
        u"alice signs in at the sandbox’s XSUAA with her password, and a token is issued for her."_s,
        u"GET /ext/FunctionalLocation?$top=3 goes to Sample service with that token."_s,
        u"What the service asks of XSUAA, the Destination service, the proxy and S/4 is recorded at each of them."_s};
}

} // namespace tokentrail::ui::samples
