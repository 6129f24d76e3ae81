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
// people. Knows nothing of the wire. What an administrator sets there, as landscape.cloudConnector():
//   {"systems":[{"virtualHost":"s4virtual:44300","paths":["/sap/opu/odata/sap"]}],
//    "locationIds":["","PLANT_A"],"subjectPattern":"CN=${email}"}
class CloudConnector
{
public:
    explicit CloudConnector(Landscape &landscape);

    // Location ids that a Cloud Connector has connected with; "" is the default one.
    QStringList locationIds() const;
    QList<ExposedSystem> systems() const;

    std::optional<Refusal> checkTunnel(const QString &zone, const QString &locationId) const;
    std::optional<Refusal> checkExposure(const TunnelCall &call) const;
    // Whom the certificate will be made for: the value of the pattern's first variable.
    Result<QString> principalOf(const QByteArray &token) const;
    // The technical user of SAP-Connectivity-Technical-Authentication: the client of the token.
    Result<QString> technicalUserOf(const QByteArray &token) const;
    Refusal tokenRefused(const QString &why) const;

private:
    Landscape &m_landscape;
};

} // namespace tokentrail::sandbox
