// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/admin/call.h"

namespace tokentrail::admin {

// Reads who may what in a subaccount, page by page.
class DirectoryRead : public QObject
{
    Q_OBJECT

public:
    explicit DirectoryRead(Connection &connection, QObject *parent = nullptr);

    void start(); // finished() once, later
    void cancel();
    Result<xsuaa::Directory> takeResult() { return std::move(m_result); }
    // What could not be read, though the rest could; empty: nothing.
    const QStringList &remarks() const { return m_remarks; }

Q_SIGNALS:
    void progressed(const QString &sentence, qint64 done, qint64 all); // all 0: not known
    void finished(tokentrail::admin::DirectoryRead *read);

private:
    void ask(const Request &request, void (DirectoryRead::*take)(const text::Json &answer));
    void takeApps(const text::Json &answer);
    void takeRoles(const text::Json &answer);
    void askCollections();
    void takeCollections(const text::Json &answer);
    void askUsers();
    void takeUsers(const text::Json &answer);
    void addUser(const xsuaa::User &user);
    void end(Result<xsuaa::Directory> result);

    Connection &m_connection;
    QPointer<Call> m_call;
    xsuaa::Directory m_directory;
    QHash<QString, qsizetype> m_userIndex; // "origin/name"
    QSet<QString> m_collectionNames;
    QStringList m_remarks;
    Result<xsuaa::Directory> m_result;
    qint64 m_skip = 0;
    qint64 m_startIndex = 1;
    bool m_usersWanted = false; // what comes next may fail: users are not all we are for
    bool m_ended = false;
};

// The shapes of the interface.
Result<xsuaa::Application> applicationFromApi(const text::Json &json);
Result<xsuaa::Role> roleFromApi(const text::Json &json);
QList<xsuaa::User> usersOfCollection(const text::Json &json); // its userReferences
xsuaa::User userFromScim(const text::Json &json);

} // namespace tokentrail::admin
