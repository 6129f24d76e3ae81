// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/console/workbench.h"
#include "ui/tokens/tokenspage.h"

#include <QPointer>

#include <map>

namespace tokentrail::console {

// Answers the Tokens page: decodes what was entered and checks it as the service of the chosen
// key would, with the key set of that key's issuer. Tokens of calls arrive here too.
class TokensDesk : public QObject
{
    Q_OBJECT

public:
    explicit TokensDesk(Workbench &bench, QObject *parent = nullptr);

    void look(const QByteArray &text); // every token in it, the first one in sight

private:
    struct KnownKey
    {
        xsuaa::ServiceKey key;
        std::optional<jose::JwkSet> keys; // without them the checks that need them stay undone
    };

    QWidget *makePage();
    void takeKey();
    void takeOutcome(const ui::CallOutcome &outcome);
    void showKeys();
    void readFiles(const QStringList &files);
    void choose(const QString &name, const QByteArray &compact);
    void showDefects();
    void make(const QString &defect, const QString &user);
    void use(const QByteArray &compact);
    void addAll(const QByteArray &text, const QString &source);
    ui::TokenView viewOf(const QByteArray &compact, const QString &source = {}) const;

    Workbench &m_bench;
    QPointer<ui::TokensPage> m_page; // null until it is first shown
    QList<Secret> m_waiting; // tokens for the page that is not made yet, oldest first
    std::map<QString, KnownKey> m_keys;
    QString m_current;
};

} // namespace tokentrail::console
