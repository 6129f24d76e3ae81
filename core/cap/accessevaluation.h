// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/accessconditions.h"
#include "core/cap/csnexpression.h"

namespace tokentrail::cap {

// Where the paths of a condition lead.
class Scope
{
public:
    virtual ~Scope() = default;
    virtual Value valueOf(const std::vector<RefStep> &path, Stop &stop) const = 0;
    virtual bool exists(const std::vector<RefStep> &path, Stop &stop) const = 0;

protected:
    Scope() = default;
    Q_DISABLE_COPY_MOVE(Scope)
};

// A condition over one row, in SQL's three-valued logic with SQLite's comparisons: null-safe !=,
// "= null" as "is null", text above numbers unless a column is compared.
class Evaluation
{
public:
    Evaluation(const Scope &scope, const AccessUser &user, const QString &now, Stop &stop)
        : m_scope(scope)
        , m_user(user)
        , m_now(now)
        , m_stop(stop)
    { }

    bool holds(const Tokens &tokens) const; // null does not hold

private:
    friend class EvaluationRun;

    const Scope &m_scope;
    const AccessUser &m_user;
    const QString &m_now; // $now, ISO 8601
    Stop &m_stop;
};

// What SQLite stumbles over whatever the rows are: "in" before a single value, a $user path that
// was not replaced.
void checkStatement(const Tokens &resolved, Stop &stop);

} // namespace tokentrail::cap
