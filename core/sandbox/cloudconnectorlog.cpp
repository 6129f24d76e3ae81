// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/cloudconnectorlog.h"

#include <QDateTime>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;

namespace {

struct Line
{
    qint64 ms;
    const char *severity;
    const char *logger;
    QString text;
};

QString written(const Line &line, const QString &request)
{
    const auto moment = QDateTime::fromMSecsSinceEpoch(line.ms, Qt::UTC);
    return u"%1 +0000#%2#%3#tunnel-client-1#%4#%5\n"_s.arg(
        moment.toString(u"yyyy-MM-dd HH:mm:ss,zzz"_s),
        QString::fromLatin1(line.severity),
        QString::fromLatin1(line.logger),
        request,
        line.text);
}

// What never reached the Cloud Connector is not in its log: the proxy turned it away before.
bool reachedTheTunnel(const QString &refused)
{
    return refused != "https-not-supported"_L1 && refused != "not-absolute-form"_L1
        && refused != "proxy-authorization-missing"_L1
        && refused != "proxy-authorization-refused"_L1
        && refused != "cloud-connector-not-connected"_L1 && refused != "location-id-unknown"_L1;
}

QString linesOf(const http::Exchange &exchange)
{
    const auto refused = exchange.notes[u"refused"].toString();
    if (!reachedTheTunnel(refused))
        return {};
    const auto id = exchange.id;
    const auto host = exchange.notes[u"virtualHost"].toString();
    auto text =
        written({exchange.startMs,
                 "INFO",
                 "com.sap.core.connectivity.tunnel.client",
                 u"%1 %2 for virtual host %3"_s.arg(QString::fromLatin1(exchange.request.method),
                                                    QString::fromUtf8(exchange.request.path()),
                                                    host)},
                id);
    if (const auto principal = exchange.notes[u"principal"].toString(); !principal.isEmpty())
        text += written({exchange.startMs,
                         "DEBUG",
                         "com.sap.scc.principalpropagation",
                         u"Short-lived certificate for CN=%1 generated"_s.arg(principal)},
                        id);
    const bool failed = !refused.isEmpty();
    const auto status = QString::number(exchange.response.status);
    text += written({exchange.endMs,
                     failed ? "ERROR" : "INFO",
                     failed ? "com.sap.scc.security" : "com.sap.core.connectivity.protocol.http",
                     failed ? QString::fromUtf8(exchange.response.body)
                            : u"Backend of %1 answered %2"_s.arg(host, status)},
                    id);
    return text;
}

} // namespace

QByteArray cloudConnectorLog(const QList<http::Exchange> &exchanges)
{
    QString log;
    for (const auto &exchange : exchanges) {
        if (exchange.observer == "proxy"_L1)
            log += linesOf(exchange);
    }
    return log.toUtf8();
}

} // namespace tokentrail::sandbox
