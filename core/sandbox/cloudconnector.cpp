// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/cloudconnector.h"

#include <QRegularExpression>
#include <QUrl>

#include <utility>

using namespace Qt::StringLiterals;

namespace tokentrail::sandbox {

namespace {

// A path that climbs would be checked as one thing and served as another.
bool climbs(const QString &path)
{
    const QString decoded = QUrl::fromPercentEncoding(path.toUtf8());
    for (const auto &segment : decoded.split(u'/')) {
        if (segment == u".." || segment == u".")
            return true;
    }
    return decoded.contains(u'\\') || decoded.contains(u"//"_s);
}

bool isBelow(const QString &path, const QString &prefix)
{
    return path == prefix || path.startsWith(prefix + u'/');
}

} // namespace

Result<TunnelCall> tunnelCallFrom(const QByteArray &target)
{
    const QByteArray scheme = "http://";
    if (target.left(scheme.size()).toLower() != scheme)
        return Error{ErrorCode::InvalidInput, u"The request is not in absolute form."_s};
    const auto rest = target.mid(scheme.size());
    auto end = rest.size();
    for (const char mark : {'/', '?', '#'}) {
        if (const auto at = rest.indexOf(mark); at >= 0)
            end = std::min(end, at);
    }
    const QByteArray authority = rest.left(end).toLower();
    if (authority.isEmpty() || authority.contains('@'))
        return Error{ErrorCode::InvalidInput, u"The request names no host."_s};
    TunnelCall call;
    call.host = QString::fromLatin1(authority);
    if (!call.host.contains(u':'))
        call.host += u":80"_s;
    call.pathAndQuery = rest.mid(end);
    if (!call.pathAndQuery.startsWith('/'))
        call.pathAndQuery.prepend('/');
    call.pathAndQuery = call.pathAndQuery.split('#').constFirst();
    call.path = QString::fromLatin1(call.pathAndQuery.split('?').constFirst());
    return call;
}

CloudConnector::CloudConnector(Landscape &landscape)
    : m_landscape(landscape)
{ }

QStringList CloudConnector::locationIds() const
{
    const auto configured = m_landscape.cloudConnector()[u"locationIds"];
    return configured.isArray() ? configured.toStringList() : QStringList{QString()};
}

QList<ExposedSystem> CloudConnector::systems() const
{
    const auto configured = m_landscape.cloudConnector()[u"systems"];
    if (!configured.isArray())
        return {{u"s4virtual:44300"_s, {u"/sap/opu/odata/sap"_s}}};
    QList<ExposedSystem> systems;
    for (const auto &system : configured.elements())
        systems.append(
            {system[u"virtualHost"].toString().toLower(), system[u"paths"].toStringList()});
    return systems;
}

std::optional<Refusal> CloudConnector::checkTunnel(const QString &zone,
                                                   const QString &locationId) const
{
    const bool down =
        !m_landscape.fault(u"proxy.cloud-connector-down").isNull() || zone != m_landscape.zoneId();
    const bool known = locationIds().contains(locationId);
    if (!down && known)
        return {};
    const QString body =
        u"There is no SAP Cloud Connector (SCC) connected to your subaccount matching the "
        u"requested tunnel for subaccount '"_s
        + zone + u"' and SCC location ID '"_s + locationId
        + u"'. Check the configuration on SCC and cloud side."_s;
    const QString id = known ? u"cloud-connector-not-connected"_s : u"location-id-unknown"_s;
    return Refusal{id, 503, body.toUtf8()};
}

std::optional<Refusal> CloudConnector::checkExposure(const TunnelCall &call) const
{
    const bool noHost = !m_landscape.fault(u"proxy.host-not-exposed").isNull();
    const bool noPath = !m_landscape.fault(u"proxy.path-not-exposed").isNull();
    std::optional<ExposedSystem> system;
    for (const auto &candidate : systems()) {
        if (candidate.virtualHost == call.host && !noHost)
            system = candidate;
    }
    if (!system) {
        const QString body = u"Access denied to system "_s + call.host
            + u". In case this was a valid request, ensure to expose the system correctly in your "
              u"cloud connector."_s;
        return Refusal{u"host-not-exposed"_s, 403, body.toUtf8()};
    }
    for (const auto &prefix : system->pathPrefixes) {
        if (!noPath && isBelow(call.path, prefix) && !climbs(call.path))
            return {};
    }
    const QString body = u"Access denied to resource "_s + call.path + u" on system "_s + call.host
        + u". In case this was a valid request, ensure to expose the resource correctly in your "
          u"cloud connector."_s;
    return Refusal{u"path-not-exposed"_s, 403, body.toUtf8()};
}

Result<QString> CloudConnector::principalOf(const QByteArray &token) const
{
    if (!m_landscape.fault(u"proxy.cloud-connector-distrusts").isNull())
        return Error{ErrorCode::Refused, u"the issuer is not trusted"_s};
    const auto claims = m_landscape.verifyToken(token);
    if (!claims)
        return claims.error();
    // The order of the subject pattern's default (SAP help, "Configure Subject Patterns").
    QStringList names{u"user_name"_s, u"email"_s, u"mail"_s, u"user_uuid"_s, u"sub"_s};
    const auto pattern = m_landscape.cloudConnector()[u"subjectPattern"].toString();
    static const QRegularExpression variable(u"\\$\\{([^}]+)\\}"_s);
    if (const auto match = variable.match(pattern); match.hasMatch())
        names = QStringList{match.captured(1) == "name"_L1 ? u"user_name"_s : match.captured(1)};
    for (const auto &name : std::as_const(names)) {
        if (const QString value = (*claims)[name].toString(); !value.isEmpty())
            return value;
    }
    return Error{ErrorCode::Refused, u"the token names nobody"_s};
}

Result<QString> CloudConnector::technicalUserOf(const QByteArray &token) const
{
    if (!m_landscape.fault(u"proxy.cloud-connector-distrusts").isNull())
        return Error{ErrorCode::Refused, u"the issuer is not trusted"_s};
    const auto claims = m_landscape.verifyToken(token);
    if (!claims)
        return claims.error();
    return (*claims)[u"cid"].toString();
}

Refusal CloudConnector::tokenRefused(const QString &why) const
{
    const QString body = u"SSO token validation failed ("_s + why + u')';
    return {u"cloud-connector-refuses-token"_s, 401, body.toUtf8()};
}

} // namespace tokentrail::sandbox
