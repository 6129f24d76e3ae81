// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/accessevaluation.h"
#include "core/cap/csn.h"

#include <QHash>

#include <memory>
#include <vector>

namespace tokentrail::cap {

using Row = std::vector<Value>;

// The rows of an entity; columns are flat, as in the database ("author_ID", "address_city").
struct Table
{
    bool isKnown = false; // nobody gave rows: what depends on them stays open
    QStringList columns;
    QHash<QString, int> index;
    std::vector<Row> rows;

    Value cell(const Row &row, const QString &column) const;
    Row rowOf(const text::Json &body) const; // of an entry that is not there yet
};

// Rows by entity, projections and joins worked out from those of the tables.
class Rows
{
public:
    Rows(const Csn &csn, const text::Json *data, QString now);
    ~Rows();
    Q_DISABLE_COPY_MOVE(Rows)

    const Table &of(const Definition &entity) const;
    // The rows that an association leads to; their table is of(*association.target).
    std::vector<const Row *>
    follow(const Definition &entity, const Row &row, const Element &association, Stop &stop) const;
    // Gives a new row the foreign key that makes it belong to its parent.
    void connect(const Definition &parent,
                 const Row &parentRow,
                 const Element &association,
                 Row &child) const;
    bool holds(const Tokens &condition,
               const Definition &entity,
               const Row &row,
               const AccessUser &user,
               Stop &stop) const;
    const QString &now() const { return m_now; }
    const Csn &csn() const { return m_csn; }

private:
    Table make(const Definition &entity) const;
    Table makeStored(const Definition &entity, const text::Json &rows) const;
    Table makeProjection(const Definition &entity, const Definition &source) const;
    Table makeJoin(const Definition &entity) const;

    const Csn &m_csn;
    const text::Json *m_data;
    QString m_now;
    mutable QHash<const Definition *, std::shared_ptr<Table>> m_tables;
};

// Paths of a condition that start at one row of an entity.
class RowScope final : public Scope
{
public:
    RowScope(const Rows &rows, const Definition &entity, const Row &row, const AccessUser &user)
        : m_rows(rows)
        , m_entity(entity)
        , m_row(row)
        , m_user(user)
    { }
    Value valueOf(const std::vector<RefStep> &path, Stop &stop) const override;
    bool exists(const std::vector<RefStep> &path, Stop &stop) const override;

private:
    const Rows &m_rows;
    const Definition &m_entity;
    const Row &m_row;
    const AccessUser &m_user;
};

// Names of the database columns that elements become.
QStringList columnsOf(const std::vector<Element> &elements, const QString &prefix = {});
// Key columns that OData addresses a row by; foreign keys of associations included.
QStringList keyColumnsOf(const Definition &entity);
// Those that a path through the parent may leave out: foreign keys back to it.
QStringList backlinkColumnsOf(const Definition &entity);

} // namespace tokentrail::cap
