// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/access.h"

namespace tokentrail::cap {

// Who may do what: callers × (service, entity, event). Rows are listed at once, each cell is
// decided when somebody asks for it.
class AccessTable
{
public:
    struct Row
    {
        QString service;
        QString entity; // empty: the service itself, or an unbound operation
        QString event; // "READ", …; the name of an operation; "SERVICE"
        bool hasHandlers = false; // an operation: its handler is code, which is not read
        QString name() const; // "Shop.Orders READ"
    };
    struct Column
    {
        QString name; // "alice", "anonymous", "role admin"
        AccessUser user;
    };

    // users: mock users by name; null or empty: anonymous, and one caller for each role that the
    // model asks for. Only services that are served to the outside have rows.
    AccessTable(const AccessModel &model, const text::Json *users);

    void addCaller(const QString &name, const AccessUser &user);

    const std::vector<Row> &rows() const { return m_rows; }
    const std::vector<Column> &columns() const { return m_columns; }
    AccessDecision cell(size_t row, size_t column) const;

private:
    void addService(const Definition &service);
    void addRoles();

    const AccessModel &m_model;
    std::vector<Row> m_rows;
    std::vector<Column> m_columns;
};

// "ok where owner = $user", "ok", "forbidden", …: a cell in a file that is compared later.
QString cellText(const AccessDecision &decision);

} // namespace tokentrail::cap
