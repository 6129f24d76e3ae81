// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
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
    TokensDesk(ui::TokensPage &page, const Clock &clock, QObject *parent = nullptr);

    // keys: of the issuer; without them the checks that need them stay undone.
    void addKey(const QString &name,
                const xsuaa::ServiceKey &key,
                const std::optional<jose::JwkSet> &keys);
    void look(const QByteArray &text); // every token in it, the first one in sight

private:
    struct KnownKey
    {
        xsuaa::ServiceKey key;
        std::optional<jose::JwkSet> keys;
    };

    void readFiles(const QStringList &files);
    void choose(const QString &name, const QByteArray &compact);
    ui::TokenView viewOf(const QByteArray &compact) const;

    ui::TokensPage &m_page;
    const Clock &m_clock;
    std::map<QString, KnownKey> m_keys;
    QString m_current;
};

} // namespace tokentrail::console
