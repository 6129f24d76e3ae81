// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/command.h"
#include "core/destination/administration.h"
#include "core/destination/chain.h"

namespace tokentrail::ctl {

// One command about the destinations of a Destination service. Owned by its invocation.
class DestinationJob : public QObject
{
    Q_OBJECT

public:
    explicit DestinationJob(Invocation &invocation);

    void list();
    void show();
    void find();
    void put();
    void remove();
    void exportFile();
    void lintOne(); // of the service, by name
    void check();

private:
    using Then = std::function<void(const text::Json &answer)>;

    bool readKeys(); // false: it is told already
    void ask(destination::AdministrationInput input, const Then &then);
    void store(QList<text::Json> waiting, text::Json done);
    void afterChain(destination::Chain *chain);
    text::Json shown(const text::Json &properties) const;

    Invocation &m_invocation;
    http::Client m_client;
    xsuaa::ServiceKey m_key;
    http::TlsSettings m_tls;
    destination::Level m_level = destination::Level::Subaccount;
    QString m_who;
};

// Prints what lint says of destinations that are at hand; ends the invocation.
void answerLint(Invocation &invocation, const QList<text::Json> &destinations);

} // namespace tokentrail::ctl
