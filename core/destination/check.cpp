// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/destination/check.h"

#include "core/destination/tokenneed.h"

#include <QUrl>

#include <array>

namespace tokentrail::destination {

using namespace Qt::StringLiterals;
using Id = Check::Id;
using Outcome = Check::Outcome;

namespace {

constexpr std::array order{
    Id::Found, Id::Token, Id::Name, Id::Tls, Id::Proxy, Id::Http, Id::SignedIn, Id::OData};

bool isTarget(const http::Exchange &exchange)
{
    return exchange.callee == "backend"_L1 || exchange.callee == "proxy"_L1;
}

bool isHtml(const http::Response &response)
{
    return response.headers.value("Content-Type").startsWith("text/html");
}

bool isOData(const http::Response &response)
{
    const auto &body = response.body;
    if (response.headers.contains("OData-Version")
        || response.headers.contains("DataServiceVersion"))
        return true;
    if (body.contains("<edmx:Edmx") || body.contains("http://www.w3.org/2007/app"))
        return true;
    const auto json = text::parseJson(body);
    return json && (json->contains(u"@odata.context") || json->contains(u"d"));
}

// Why the proxy or the Cloud Connector did not let the call through; empty: they did.
QString refusalOfProxy(const http::Response &response)
{
    const auto body = QString::fromUtf8(response.body.left(600)).trimmed();
    const bool own = response.status == 407
        || (response.status == 405 && body.contains("HTTPS proxying"_L1))
        || (response.status == 503 && body.contains("SAP Cloud Connector"_L1))
        || (response.status == 403 && body.startsWith("Access denied to "_L1))
        || (response.status == 401 && body.startsWith("SSO token validation failed"_L1))
        || (response.status == 502 && body.contains("Cloud Connector"_L1));
    return own ? u"%1: %2"_s.arg(QString::number(response.status), body) : QString();
}

class Checker
{
public:
    explicit Checker(const CheckInput &input)
        : m_input(input)
    {
        for (const auto &exchange : input.exchanges) {
            if (isTarget(exchange))
                m_target = &exchange;
        }
    }

    std::vector<Check> run()
    {
        for (const auto id : order) {
            auto check = m_stopped ? notDone(id, u"Not reached."_s) : look(id);
            m_stopped = m_stopped || check.outcome == Outcome::Failed;
            m_checks.push_back(std::move(check));
        }
        return std::move(m_checks);
    }

private:
    static Check passed(Id id, const QString &what) { return {id, Outcome::Passed, what}; }
    static Check failed(Id id, const QString &what) { return {id, Outcome::Failed, what}; }
    static Check notDone(Id id, const QString &why) { return {id, Outcome::NotDone, why}; }

    Check look(Id id) const
    {
        switch (id) {
        case Id::Found:
            return found();
        case Id::Token:
            return token();
        case Id::Name:
            return name();
        case Id::Tls:
            return tls();
        case Id::Proxy:
            return proxy();
        case Id::Http:
            return http();
        case Id::SignedIn:
            return signedIn();
        case Id::OData:
            return odata();
        }
        return {};
    }

    QString causes() const { return m_input.messages.join(u" "_s); }
    const Destination &destination() const { return *m_input.destination; }
    bool onPremise() const { return destination().isOnPremise(); }
    QString host() const { return QUrl(destination().url).host(); }

    Check found() const
    {
        if (!m_input.destination)
            return failed(Id::Found, causes());
        return passed(Id::Found, u"The Destination service gave out %1."_s.arg(destination().name));
    }

    Check token() const
    {
        if (m_target) {
            switch (tokenNeedOf(destination())) {
            case TokenNeed::UserToken:
                return passed(
                    Id::Token,
                    u"A token for %1 was at hand and was accepted on the way."_s.arg(m_input.who));
            default:
                return passed(Id::Token,
                              u"What %1 needs was got."_s.arg(destination().authenticationName));
            }
        }
        return failed(Id::Token, causes());
    }

    Check name() const
    {
        if (onPremise())
            return notDone(
                Id::Name,
                u"%1 is a virtual host, which the Cloud Connector alone knows."_s.arg(host()));
        const bool resolved =
            m_target->timing.dns >= 0 || m_target->timing.connected >= 0 || !m_target->failure;
        if (resolved)
            return passed(Id::Name, u"%1 has an address."_s.arg(host()));
        return failed(Id::Name, m_target->failure->sentence);
    }

    Check tls() const
    {
        if (onPremise())
            return notDone(
                Id::Tls,
                u"Whether the Cloud Connector uses TLS to the backend is not seen here."_s);
        if (m_target->scheme != "https")
            return notDone(Id::Tls, u"The URL is http: nothing is encrypted."_s);
        if (m_target->failure && m_target->timing.tls < 0)
            return failed(Id::Tls, m_target->failure->sentence);
        if (destination().properties[u"TrustAll"].toString() == "true"_L1)
            return notDone(Id::Tls, u"TrustAll is set: the certificate was not looked at."_s);
        return passed(Id::Tls, u"The certificate of %1 is trusted."_s.arg(host()));
    }

    Check proxy() const
    {
        if (!onPremise())
            return notDone(Id::Proxy, u"The call goes straight to the target."_s);
        if (m_target->failure)
            return failed(Id::Proxy, m_target->failure->sentence);
        // Without TLS inside, what came is the answer to CONNECT, whose body is not kept.
        if (m_target->scheme == "https" && m_target->timing.tls < 0)
            return failed(Id::Proxy,
                          u"The proxy answered %1 to CONNECT, which https asks for; the URL of a "
                          u"virtual host begins with http://."_s.arg(m_target->response.status));
        const auto refusal = refusalOfProxy(m_target->response);
        if (!refusal.isEmpty())
            return failed(Id::Proxy, refusal);
        return passed(Id::Proxy, u"Connectivity proxy and Cloud Connector passed the call on."_s);
    }

    Check http() const
    {
        if (m_target->failure)
            return failed(Id::Http, m_target->failure->sentence);
        return passed(Id::Http,
                      u"%1 answered %2."_s.arg(host(), QString::number(m_target->response.status)));
    }

    Check signedIn() const
    {
        const auto &response = m_target->response;
        if (destination().authentication == Authentication::NoAuthentication
            && !destination().forwardsAuthToken())
            return notDone(Id::SignedIn, u"NoAuthentication signs nobody in."_s);
        if (response.status == 401)
            return failed(Id::SignedIn, u"The target answered 401: it did not take the logon."_s);
        if (response.status >= 300 && response.status < 400)
            return failed(Id::SignedIn,
                          u"The target sends on to %1, as for a logon in a browser."_s.arg(
                              QString::fromUtf8(response.headers.value("Location"))));
        if (response.status == 200 && isHtml(response))
            return failed(Id::SignedIn, u"The target answered a page of HTML, as for a logon."_s);
        if (response.status == 403)
            return passed(Id::SignedIn,
                          u"The target knows who calls, and refuses it with 403: a role is "
                          u"missing there."_s);
        if (response.status >= 500)
            return notDone(Id::SignedIn, u"An answer of 500 or more does not tell."_s);
        return passed(Id::SignedIn, u"The target took the logon as %1."_s.arg(whoReachedIt()));
    }

    // The person only where the destination carries the person on.
    QString whoReachedIt() const
    {
        if (needsUserToken(destination()))
            return m_input.who;
        const auto user = destination().properties[u"User"].toString();
        return user.isEmpty() ? u"the client of the destination"_s : user;
    }

    Check odata() const
    {
        const auto &response = m_target->response;
        if (response.status >= 400)
            return failed(Id::OData, u"The answer was %1 instead of data."_s.arg(response.status));
        if (isOData(response))
            return passed(Id::OData, u"The answer is OData."_s);
        return failed(Id::OData, u"The answer is no OData; is the path that of a service?"_s);
    }

    const CheckInput &m_input;
    const http::Exchange *m_target = nullptr;
    bool m_stopped = false;
    std::vector<Check> m_checks;
};

} // namespace

QString nameOf(Id id)
{
    switch (id) {
    case Id::Found:
        return u"found"_s;
    case Id::Token:
        return u"token"_s;
    case Id::Name:
        return u"name"_s;
    case Id::Tls:
        return u"tls"_s;
    case Id::Proxy:
        return u"proxy"_s;
    case Id::Http:
        return u"http"_s;
    case Id::SignedIn:
        return u"signed-in"_s;
    case Id::OData:
        return u"odata"_s;
    }
    return {};
}

QString titleOf(Id id)
{
    switch (id) {
    case Id::Found:
        return u"The destination is there"_s;
    case Id::Token:
        return u"Its tokens can be got"_s;
    case Id::Name:
        return u"The host has an address"_s;
    case Id::Tls:
        return u"The connection is encrypted and trusted"_s;
    case Id::Proxy:
        return u"The Cloud Connector lets it through"_s;
    case Id::Http:
        return u"The target answers"_s;
    case Id::SignedIn:
        return u"Signed in"_s;
    case Id::OData:
        return u"The answer is OData"_s;
    }
    return {};
}

QString nameOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Passed:
        return u"passed"_s;
    case Outcome::Failed:
        return u"failed"_s;
    case Outcome::NotDone:
        return u"not-done"_s;
    }
    return {};
}

CheckInput CheckInput::of(const Chain &chain, const QString &who)
{
    return {chain.destination(), chain.exchanges(), chain.messages(), who};
}

std::vector<Check> checksOf(const CheckInput &input)
{
    return Checker(input).run();
}

} // namespace tokentrail::destination
