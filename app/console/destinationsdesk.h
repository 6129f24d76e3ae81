// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/console/workbench.h"
#include "core/destination/administration.h"
#include "core/destination/chain.h"
#include "ui/destinations/destinationspage.h"

#include <QPointer>

#include <map>

namespace tokentrail::console {

// Answers the Destinations page: reads and changes the destinations of a Destination service
// through its own interface, the sandbox's too, judges their properties, and checks them by a call.
class DestinationsDesk : public QObject
{
    Q_OBJECT

public:
    explicit DestinationsDesk(Workbench &bench, QObject *parent = nullptr);

Q_SIGNALS:
    void listed(); // the list of the service is in sight
    void checked();

private:
    struct Service
    {
        QString title;
        xsuaa::ServiceKey destinationKey;
        std::optional<xsuaa::ServiceKey> connectivityKey;
        http::TlsSettings tls;
    };
    using Then = std::function<void(const text::Json &answer)>;

    QWidget *makePage();
    void connectForm();
    void takePlace();
    void readKeys(const QStringList &files);
    void useService(const QString &id);
    void showServices();
    void reload(const QString &select = {});
    void show(const text::Json &properties);
    void tellOutdated();
    void advise();
    text::Json fromForm() const;
    std::optional<text::Json> known(const QString &name) const;
    void ask(destination::AdministrationInput input, const Then &then);
    // edited: name of the one that the wanted one began as; empty: none
    void propose(const QList<text::Json> &wanted, const QString &edited = {});
    void store(QList<text::Json> waiting, const QStringList &done);
    void remove(const QString &name);
    void takeFiles(const QStringList &files);
    void import();
    void exportTo(const QString &name);
    void call(const QString &name);
    QString samplePathOf(const QString &name) const;
    void check(const QString &name, const QString &sessionId, const QString &path);
    void runCheck(const QString &name, const call::Session &session, const QString &path);
    void showChecks(const destination::Chain &chain, const QString &name, const QString &who);

    Workbench &m_bench;
    QPointer<ui::DestinationsPage> m_page; // null until it is first shown
    std::map<QString, Service> m_services;
    QString m_current; // id of the service in sight
    QList<text::Json> m_destinations;
    QString m_wanted; // to be selected once the list is there
    QString m_checked; // name of the one in sight that was checked; empty: none was
    bool m_isOutdated = false; // the sandbox behaves otherwise since then
    int m_reading = 0; // answers of an earlier question are dropped
};

} // namespace tokentrail::console
