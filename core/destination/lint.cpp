// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/destination/lint.h"

#include "core/destination/destination.h"
#include "core/destination/lintproperties.h"
#include "core/http/loopback.h"

#include <QRegularExpression>
#include <QUrl>

namespace tokentrail::destination {

using namespace Qt::StringLiterals;
using text::Json;
using Severity = LintProblem::Severity;

namespace {

class Linter
{
public:
    explicit Linter(const Json &properties)
        : m_properties(properties)
        , m_destination(destinationFromJson(properties).value_or({}))
        , m_url(m_destination.url, QUrl::StrictMode)
    { }

    std::vector<LintProblem> run(const QStringList &boundInstances)
    {
        checkNames();
        checkType();
        if (m_destination.type == "HTTP"_L1) {
            checkUrl();
            checkProxyType();
            checkRoute();
            checkAuthentication();
            checkTokenService();
            checkExtras();
        }
        if (boundInstances.contains(m_destination.name))
            tell(u"destination-shadowed-by-binding"_s,
                 Severity::Error,
                 u"Name"_s,
                 u"A bound service instance is called %1, too: the Cloud SDK takes that one."_s.arg(
                     m_destination.name));
        return std::move(m_problems);
    }

private:
    void tell(const QString &id, Severity severity, const QString &property, const QString &what)
    {
        m_problems.push_back({id, severity, property, what});
    }

    QString value(QStringView name) const { return m_properties[name].toString(); }
    bool has(QStringView name) const { return !value(name).isEmpty(); }
    bool isTrue(QStringView name) const
    {
        return m_properties[name].toBool()
            || value(name).compare("true"_L1, Qt::CaseInsensitive) == 0;
    }

    void incomplete(const QString &property, const QString &because)
    {
        tell(u"destination-incomplete"_s, Severity::Error, property, because);
    }

    void checkNames()
    {
        if (m_destination.name.isEmpty())
            incomplete(u"Name"_s, u"The destination has no Name."_s);
        for (const auto &member : m_properties.members()) {
            if (const auto meant = knownSpelling(member.name); !meant.isEmpty())
                tell(u"destination-property-misspelt"_s,
                     Severity::Error,
                     member.name,
                     u"%1 is written %2; as it is here nobody reads it."_s.arg(member.name, meant));
            if (const auto text = member.value.toString(); text != text.trimmed())
                tell(u"destination-value-with-blanks"_s,
                     Severity::Warning,
                     member.name,
                     u"The value of %1 begins or ends with blanks, which are sent along."_s.arg(
                         member.name));
        }
    }

    void checkType()
    {
        static const auto known = knownValues(u"Type"_s);
        const auto type = value(u"Type");
        if (type.isEmpty())
            incomplete(u"Type"_s,
                       u"Type is missing: the approuter answers 500, the Cloud SDK takes HTTP."_s);
        else if (!known.contains(type))
            tell(u"destination-type-unsupported"_s,
                 Severity::Error,
                 u"Type"_s,
                 u"There is no type %1; known are %2."_s.arg(type, known.join(u", "_s)));
        else if (type != "HTTP"_L1)
            tell(u"destination-type-unsupported"_s,
                 Severity::Warning,
                 u"Type"_s,
                 u"CAP and the Cloud SDK call destinations of type HTTP alone; %1 has no URL for "
                 u"them."_s.arg(type));
    }

    void checkUrl()
    {
        if (!has(u"URL"))
            return incomplete(u"URL"_s, u"The destination has no URL."_s);
        const auto scheme = m_url.scheme();
        if (!m_url.isValid() || m_url.host().isEmpty()
            || (scheme != "http"_L1 && scheme != "https"_L1))
            incomplete(u"URL"_s,
                       u"%1 is no URL that begins with http:// or https:// and names a host."_s.arg(
                           m_destination.url));
    }

    void checkProxyType()
    {
        static const auto known = knownValues(u"ProxyType"_s);
        const auto &spelt = m_destination.proxyType;
        if (spelt.isEmpty())
            return incomplete(u"ProxyType"_s,
                              u"ProxyType is missing: the approuter answers 500, the Cloud SDK "
                              u"takes Internet."_s);
        if (known.contains(spelt))
            return;
        const auto meant =
            known.filter(QRegularExpression(u'^' + QRegularExpression::escape(spelt) + u'$',
                                            QRegularExpression::CaseInsensitiveOption));
        tell(u"proxy-type-misspelt"_s,
             Severity::Error,
             u"ProxyType"_s,
             meant.isEmpty()
                 ? u"There is no ProxyType %1; known are %2."_s.arg(spelt, known.join(u", "_s))
                 : u"ProxyType is written %1; %2 counts as Internet."_s.arg(meant.constFirst(),
                                                                            spelt));
    }

    void checkRoute()
    {
        const auto host = m_url.host();
        if (m_destination.isOnPremise()) {
            if (m_url.scheme() == "https"_L1)
                tell(
                    u"virtual-host-over-https"_s,
                    Severity::Error,
                    u"URL"_s,
                    u"The connectivity proxy refuses https with 405; write http:// here, the Cloud "
                    u"Connector still uses TLS to the backend if its mapping says so."_s);
            if (!has(u"sap-client"))
                tell(u"backend-client-missing"_s,
                     Severity::Hint,
                     u"sap-client"_s,
                     u"No sap-client is set: an ABAP backend takes its default client, where the "
                     u"user may not exist."_s);
            return;
        }
        const bool bare = !host.isEmpty() && !host.contains(u'.') && !host.contains(u':')
            && host != "localhost"_L1;
        if (m_destination.proxyType == "Internet"_L1 && bare)
            tell(u"virtual-host-without-proxy"_s,
                 Severity::Warning,
                 u"ProxyType"_s,
                 u"%1 looks like a virtual host of a Cloud Connector, and over the Internet nobody "
                 u"knows it."_s.arg(host));
        if (has(u"CloudConnectorLocationId"))
            tell(u"destination-property-without-effect"_s,
                 Severity::Hint,
                 u"CloudConnectorLocationId"_s,
                 u"A location id counts with ProxyType OnPremise alone."_s);
    }

    void checkAuthentication()
    {
        const auto &spelt = m_destination.authenticationName;
        if (spelt.isEmpty())
            return incomplete(u"Authentication"_s,
                              u"Authentication is missing: the approuter answers 500."_s);
        for (const auto &need : neededProperties(m_destination.authentication, m_properties))
            incomplete(need.property, need.because);
        switch (m_destination.authentication) {
        case Authentication::Unknown:
            tell(u"destination-type-unsupported"_s,
                 Severity::Error,
                 u"Authentication"_s,
                 unknownAuthentication(spelt));
            break;
        case Authentication::OAuth2TechnicalUserPropagation:
        case Authentication::OAuth2AuthorizationCode:
            tell(u"destination-type-unsupported"_s,
                 Severity::Warning,
                 u"Authentication"_s,
                 u"The Cloud SDK, and so CAP, refuses %1; the approuter may carry it out."_s.arg(
                     spelt));
            break;
        case Authentication::PrincipalPropagation:
            if (!m_destination.isOnPremise())
                tell(u"principal-propagation-over-internet"_s,
                     Severity::Error,
                     u"ProxyType"_s,
                     u"Principal propagation needs the Cloud Connector, so ProxyType OnPremise; "
                     u"over "
                     u"%1 no user reaches the backend."_s.arg(m_destination.proxyType));
            break;
        case Authentication::OAuth2RefreshToken:
            tell(u"destination-type-unsupported"_s,
                 Severity::Warning,
                 u"Authentication"_s,
                 u"CAP brings no refresh token along; a call of it fails."_s);
            break;
        default:
            break;
        }
    }

    static QString unknownAuthentication(const QString &spelt)
    {
        const auto meant = meantAuthentication(spelt);
        const QString unknown = u"The Cloud SDK knows no authentication type %1"_s.arg(spelt);
        return unknown + (meant.isEmpty() ? u"."_s : u"; %1 may be meant."_s.arg(meant));
    }

    void checkTokenService()
    {
        const QUrl url(value(u"tokenServiceURL"), QUrl::StrictMode);
        if (!has(u"tokenServiceURL"))
            return;
        const auto type = value(u"tokenServiceURLType");
        if (!type.isEmpty() && type != "Dedicated"_L1 && type != "Common"_L1)
            tell(u"destination-incomplete"_s,
                 Severity::Error,
                 u"tokenServiceURLType"_s,
                 u"tokenServiceURLType is Dedicated or Common, not %1."_s.arg(type));
        if (!value(u"tokenServiceURL").contains(u'{') && (!url.isValid() || url.host().isEmpty()))
            return incomplete(u"tokenServiceURL"_s, u"tokenServiceURL is no URL."_s);
        if (type != "Common"_L1 && url.path().size() <= 1)
            tell(u"destination-token-url-without-path"_s,
                 Severity::Warning,
                 u"tokenServiceURL"_s,
                 u"tokenServiceURL is called as it stands; that of an XSUAA ends with "
                 u"/oauth/token."_s);
        if (url.scheme() == "http"_L1 && !http::isLoopbackHost(url.host()))
            tell(u"destination-secret-in-clear"_s,
                 Severity::Warning,
                 u"tokenServiceURL"_s,
                 u"The client secret would go over plain http."_s);
    }

    void checkExtras()
    {
        if (isTrue(u"TrustAll"))
            tell(u"destination-trusts-every-certificate"_s,
                 Severity::Warning,
                 u"TrustAll"_s,
                 u"TrustAll accepts any certificate: whoever sits between sees every call."_s);
        if (m_destination.forwardsAuthToken()
            && m_destination.authentication != Authentication::NoAuthentication)
            tell(u"destination-forwards-token"_s,
                 Severity::Warning,
                 u"Authentication"_s,
                 u"The caller's token is forwarded as it is, whatever Authentication says."_s);
        if (m_destination.authentication == Authentication::OAuth2SAMLBearerAssertion
            && has(u"SystemUser"))
            tell(u"destination-system-user"_s,
                 Severity::Hint,
                 u"SystemUser"_s,
                 u"SystemUser is deprecated: every caller becomes that one user."_s);
        const bool plain = m_url.scheme() == "http"_L1 && !http::isLoopbackHost(m_url.host());
        if (m_destination.authentication == Authentication::BasicAuthentication && plain
            && !m_destination.isOnPremise())
            tell(u"destination-secret-in-clear"_s,
                 Severity::Warning,
                 u"URL"_s,
                 u"User and password would go over plain http."_s);
    }

    const Json &m_properties;
    Destination m_destination;
    QUrl m_url;
    std::vector<LintProblem> m_problems;
};

} // namespace

QString nameOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return u"error"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Hint:
        return u"hint"_s;
    }
    return {};
}

std::vector<LintProblem> lint(const Json &properties, const QStringList &boundInstances)
{
    return Linter(properties).run(boundInstances);
}

} // namespace tokentrail::destination
