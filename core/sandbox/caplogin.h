// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/jose/jwk.h"
#include "core/sandbox/party.h"
#include "core/xsuaa/capuser.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>
#include <memory>
#include <optional>

namespace tokentrail::sandbox {

// Who a request is, as CAP (cds 9, kind xsuaa) would say.
struct CapLogin
{
    int refusedWith = 0; // 401 or 500; 0: go on
    bool anonymous = true;
    xsuaa::CapUser user;
    QByteArray token; // verified; empty for anonymous
    QString log; // the line that CAP writes when it refuses
};

// The authentication of the sample service: @sap/xssec's checks with the key of the binding and the
// key set of the issuer. That is fetched over https, kept for 30 minutes per zone, got anew in the
// background after 15, and never got because of a key id that it lacks.
class CapAuthentication
{
public:
    using Done = std::function<void(const CapLogin &login)>;

    explicit CapAuthentication(Landscape &landscape);
    ~CapAuthentication();

    // done may be called at once.
    void login(const http::Request &request, const QByteArray &correlationId, const Done &done);
    void forgetKeySets(); // as a restart of the service does

private:
    struct KeySet
    {
        jose::JwkSet keys;
        qint64 fetchedMs = 0;
    };
    using Fetched = std::function<void(const Result<jose::JwkSet> &keys, const CapLogin &refusal)>;
    CapLogin decide(const QByteArray &token, const jose::JwkSet *keys) const;
    void fetchKeys(const QString &zone, const QByteArray &id, const Fetched &fetched);
    void refreshKeys(const QString &zone, const QByteArray &id);
    void take(const http::Exchange &exchange, const QString &zone, const Fetched &fetched);

    Landscape &m_landscape;
    QHash<QString, KeySet> m_keySets; // by zone
    QSet<QString> m_refreshing; // zones
    std::unique_ptr<QObject> m_context; // owns the fetches under way
};

} // namespace tokentrail::sandbox
