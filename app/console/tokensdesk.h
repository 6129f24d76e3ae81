// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/http/client.h"
#include "core/jose/jwk.h"
#include "core/xsuaa/servicekey.h"
#include "ui/tokens/tokenspage.h"

#include <QObject>

#include <map>
#include <optional>

namespace tokentrail::console {

// Answers the Tokens page: decodes what was entered and checks it as the service of the chosen
// key would, with the key set of that key's issuer.
class TokensDesk : public QObject
{
    Q_OBJECT

public:
    TokensDesk(ui::TokensPage &page,
               http::Client &client,
               const Clock &clock,
               QObject *parent = nullptr);

    void addKey(const QString &name, const xsuaa::ServiceKey &key, const http::TlsSettings &tls);
    void look(const QByteArray &text); // every token in it, the first one in sight

private:
    struct KnownKey
    {
        xsuaa::ServiceKey key;
        http::TlsSettings tls;
        std::optional<jose::JwkSet> keys; // of the issuer, once fetched
    };

    void readFiles(const QStringList &files);
    void choose(const QString &name, const QByteArray &compact);
    void fetchKeySet(const QString &name);
    ui::TokenView viewOf(const QByteArray &compact) const;

    ui::TokensPage &m_page;
    http::Client &m_client;
    const Clock &m_clock;
    std::map<QString, KnownKey> m_keys;
    QString m_current;
    QByteArray m_inSight;
};

} // namespace tokentrail::console
