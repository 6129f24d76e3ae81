// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/state.h"

#include "core/sandbox/statefolder.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

constexpr qint64 applicationId = 0x544b5452; // "TKTR": PRAGMA application_id tells whose file it is
constexpr qint64 schemaVersion = 1;

QSqlDatabase database(const QString &connection)
{
    return QSqlDatabase::database(connection, false);
}

} // namespace

struct State::Lock
{
    FolderLock folder;
};

State::State() = default;

State::~State()
{
    if (!m_connection.isEmpty()) {
        database(m_connection).close();
        QSqlDatabase::removeDatabase(m_connection);
    }
}

Error State::damaged(const QString &why) const
{
    return Error{
        ErrorCode::InvalidInput,
        u"%1 holds no readable sandbox (%2). Nothing was changed; choose another folder, or put back a copy."_s
            .arg(filePath(stateFileName), why)};
}

Result<std::unique_ptr<State>> State::open(const QString &dir, Missing missing)
{
    auto folder = lockStateFolder(dir, missing == Missing::Create);
    if (!folder)
        return folder.error();
    std::unique_ptr<State> state(new State);
    state->m_dir = folder->dir;
    state->m_lock = std::make_unique<Lock>(Lock{std::move(*folder)});
    if (const auto opened = state->openDatabase(); !opened)
        return opened.error();
    return state;
}

Result<void> State::openDatabase()
{
    const auto path = filePath(stateFileName);
    m_isNew = !QFile::exists(path);
    if (m_isNew) {
        // Made before SQLite makes it, so that it is never readable for others; the journal
        // files of SQLite take over its permissions.
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                       QFile::ReadOwner | QFile::WriteOwner))
            return Error{ErrorCode::Io,
                         u"%1 cannot be written: %2."_s.arg(path, file.errorString())};
    } else if (!looksLikeDatabase(path)) {
        return damaged(u"it is no SQLite file"_s);
    }
    m_connection = u"sandbox-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    auto db = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    db.setDatabaseName(path);
    db.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!db.open())
        return damaged(db.lastError().text());
    return prepareSchema();
}

Result<void> State::prepareSchema()
{
    const auto check =
        number(u"SELECT count(*) FROM pragma_quick_check WHERE quick_check = 'ok'"_s);
    if (!check || *check != 1)
        return damaged(u"the check of its pages failed"_s);
    const auto id = number(u"PRAGMA application_id"_s).value_or(-1);
    const auto version = number(u"PRAGMA user_version"_s).value_or(-1);
    const auto tables = number(u"SELECT count(*) FROM sqlite_master"_s).value_or(-1);
    const bool empty = id == 0 && tables == 0; // also what a crash before the first write leaves
    if (!empty && id != applicationId)
        return damaged(u"it belongs to another program"_s);
    if (version > schemaVersion)
        return damaged(u"it was written by a newer version of Tokentrail"_s);
    m_isNew = empty;

    QStringList statements{u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=FULL"_s};
    if (empty) {
        statements += {u"BEGIN IMMEDIATE"_s,
                       u"PRAGMA application_id=%1"_s.arg(applicationId),
                       u"PRAGMA user_version=%1"_s.arg(schemaVersion),
                       u"CREATE TABLE documents (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, "
                       "name TEXT NOT NULL, body TEXT NOT NULL, UNIQUE (kind, name))"_s,
                       u"COMMIT"_s};
    }
    for (const auto &statement : std::as_const(statements)) {
        if (const auto done = execute(statement); !done)
            return done;
    }
    return {};
}

Result<void> State::execute(const QString &sql) const
{
    QSqlQuery query(database(m_connection));
    if (query.exec(sql))
        return {};
    return Error{
        ErrorCode::Io,
        u"%1 cannot be written: %2."_s.arg(filePath(stateFileName), query.lastError().text())};
}

Result<qint64> State::number(const QString &sql) const
{
    QSqlQuery query(database(m_connection));
    if (query.exec(sql) && query.next())
        return query.value(0).toLongLong();
    return damaged(query.lastError().text());
}

Result<std::vector<Document>> State::documents(const QString &kind) const
{
    QSqlQuery query(database(m_connection));
    query.prepare(u"SELECT name, body FROM documents WHERE kind = ? ORDER BY id"_s);
    query.addBindValue(kind);
    if (!query.exec())
        return damaged(query.lastError().text());
    std::vector<Document> list;
    while (query.next()) {
        const auto name = query.value(0).toString();
        auto body = text::parseJson(query.value(1).toString().toUtf8());
        if (!body)
            return damaged(u"%1 \"%2\": %3"_s.arg(kind, name, body.error().sentence));
        list.push_back({kind, name, std::move(*body)});
    }
    return list;
}

std::optional<Json> State::document(const QString &kind, const QString &name) const
{
    QSqlQuery query(database(m_connection));
    query.prepare(u"SELECT body FROM documents WHERE kind = ? AND name = ?"_s);
    query.addBindValue(kind);
    query.addBindValue(name);
    if (!query.exec() || !query.next())
        return std::nullopt;
    auto body = text::parseJson(query.value(0).toString().toUtf8());
    return body ? std::optional(std::move(*body)) : std::nullopt;
}

Result<void> State::put(const Document &document)
{
    return apply({document});
}

Result<void> State::apply(const std::vector<Document> &changes)
{
    if (const auto begun = execute(u"BEGIN IMMEDIATE"_s); !begun)
        return begun;
    for (const auto &change : changes) {
        QSqlQuery query(database(m_connection));
        if (change.body.isNull()) {
            query.prepare(u"DELETE FROM documents WHERE kind = ? AND name = ?"_s);
        } else {
            query.prepare(u"INSERT INTO documents (kind, name, body) VALUES (?, ?, ?) "
                          "ON CONFLICT (kind, name) DO UPDATE SET body = excluded.body"_s);
        }
        query.addBindValue(change.kind);
        query.addBindValue(change.name);
        if (!change.body.isNull())
            query.addBindValue(QString::fromUtf8(change.body.toCompact()));
        if (!query.exec()) {
            const auto why = query.lastError().text();
            (void)execute(u"ROLLBACK"_s);
            return Error{ErrorCode::Io,
                         u"%1 cannot be written: %2."_s.arg(filePath(stateFileName), why)};
        }
    }
    const auto done = execute(u"COMMIT"_s);
    if (!done)
        (void)execute(u"ROLLBACK"_s);
    return done;
}

} // namespace tokentrail::sandbox
