// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/http/exchange.h"

#include <QObject>
#include <QUrl>

#include <memory>
#include <optional>

namespace tokentrail::oauth {

// Waits on 127.0.0.1 and ::1 for the browser to come back from the login (RFC 8252 §7.3). Takes
// one answer with the right state; whatever else knocks is turned away and changes nothing.
class LoopbackListener : public QObject
{
    Q_OBJECT

public:
    explicit LoopbackListener(const QString &state, QObject *parent = nullptr);
    ~LoopbackListener() override;

    // Port 0: any free. The redirect URI names localhost, which XSUAA always allows.
    Result<QString> listen(quint16 port = 0,
                           const QString &path = QStringLiteral("/login/callback"));
    void setTimeLimit(int ms); // from now; without one it waits for ever

    QString redirectUri() const;
    // How the browser came back, once it did: the last redirect of the login.
    const std::optional<http::Exchange> &visit() const;

Q_SIGNALS:
    // One of the two, once.
    void received(const tokentrail::Secret &code);
    void failed(const tokentrail::Error &error);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace tokentrail::oauth
