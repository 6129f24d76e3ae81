// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/http/journal.h"
#include "core/text/json.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace tokentrail::sandbox {

struct StartOptions
{
    QString stateDir; // created with mode 0700 where missing
    int httpPort = -1; // -1: that of the last run (any free one the first time), 0: any free
    int httpsPort = -1;
};

// Where the parties listen. All on 127.0.0.1.
struct Endpoints
{
    QUrl xsuaaUrl; // https://127.0.0.1:PORT
    QUrl xsuaaHttpUrl; // http://127.0.0.1:PORT
    QString uaaDomain; // 127.0.0.1:PORT of https
    QUrl destinationUri;
    QString proxyHost;
    quint16 proxyPort = 0;
    QUrl backendUrl;
    QUrl backendTlsUrl; // the same over https; asks for client certificates
    QUrl serviceUrl;
    QString caFile; // PEM
    text::Json toJson() const; // the line that `sandbox run` prints
};

enum class BindingFormat { DefaultEnv, Vcap, ServiceKey, CdsrcPrivate };

struct UserCard
{
    QString userName;
    QString givenName;
    QString familyName;
    QString email;
    QString origin;
    QStringList roleCollections;
};

// The emulated landscape, in this process: XSUAA, Destination service, connectivity proxy with
// Cloud Connector, backend, sample service. The only header of the sandbox that ui may include.
class Sandbox : public QObject
{
    Q_OBJECT

public:
    explicit Sandbox(QObject *parent = nullptr);
    ~Sandbox() override; // stops

    // Makes keys the first time, which takes a moment: started() or failed() follows, once.
    void start(const StartOptions &options);
    void stop();
    bool isRunning() const;

    const Endpoints &endpoints() const;
    QByteArray caPem() const;
    http::Journal &journal(); // of all parties of the landscape
    QList<UserCard> users() const;
    QStringList destinationNames() const;
    // service: instance name; empty: the sample application with destination and connectivity.
    Result<text::Json>
    bindings(BindingFormat format, const QString &service = {}, bool plainHttp = false) const;
    // The same verbs that the private socket takes from other processes; see control.h.
    Result<text::Json> command(const QString &verb, const text::Json &arguments);

Q_SIGNALS:
    void started();
    void failed(const tokentrail::Error &error);
    void changed(); // users, collections, destinations, faults

private:
    void takeKeys();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace tokentrail::sandbox
