// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/http/message.h"
#include "core/sandbox/party.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace tokentrail::sandbox {

// A system of the company network as the Cloud Connector shows it to the cloud.
struct ExposedSystem
{
    QString virtualHost; // "s4virtual:44300"
    QStringList pathPrefixes; // "/sap/opu/odata/sap", with everything below
};

// What a call through the tunnel asks for, read from an absolute-form target.
struct TunnelCall
{
    QString host; // host:port, lower case, port always there
    QString path; // still percent-encoded
    QByteArray pathAndQuery;
};
Result<TunnelCall> tunnelCallFrom(const QByteArray &target);

// Why the Cloud Connector lets a call not pass, with the answer that the caller gets.
struct Refusal
{
    QString id; // of the finding
    int status = 0;
    QByteArray body;
};

// The Cloud Connector that is connected to the subaccount: its mapping, its trust, its names for
// people. Knows nothing of the wire.
class CloudConnector
{
public:
    explicit CloudConnector(Landscape &landscape);

    // Location ids that a Cloud Connector has connected with; "" is the default one.
    QStringList locationIds() const { return {QString()}; }
    const QList<ExposedSystem> &systems() const { return m_systems; }

    std::optional<Refusal> checkTunnel(const QString &zone, const QString &locationId) const;
    std::optional<Refusal> checkExposure(const TunnelCall &call) const;
    // Whom the certificate will be made for.
    Result<QString> principalOf(const QByteArray &token) const;
    Refusal tokenRefused(const QString &why) const;

private:
    Landscape &m_landscape;
    QList<ExposedSystem> m_systems;
};

} // namespace tokentrail::sandbox
