// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/text/json.h"

#include <QList>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace tokentrail::sandbox {

// One entry of the state: "user" "alice" {…}.
struct Document
{
    QString kind;
    QString name;
    text::Json body; // null in a change: the document is removed
};

// The state folder of one sandbox, owned by one process at a time. What put() and apply() have
// acknowledged survives the death of the process and a power cut.
class State
{
public:
    enum class Missing { Create, Refuse };

    // A folder that holds anything else than a sandbox, or a damaged one, is left as it is.
    static Result<std::unique_ptr<State>> open(const QString &dir, Missing missing);
    ~State();

    const QString &dir() const { return m_dir; }
    QString filePath(const QString &name) const { return m_dir + u'/' + name; }
    bool isNew() const { return m_isNew; } // holds nothing yet

    Result<std::vector<Document>> documents(const QString &kind) const; // in order of creation
    std::optional<text::Json> document(const QString &kind, const QString &name) const;
    Result<void> put(const Document &document);
    Result<void> apply(const std::vector<Document> &changes); // all of them, or none

private:
    struct Lock;
    State();
    Result<void> openDatabase();
    Result<void> prepareSchema();
    Result<void> execute(const QString &sql) const;
    Result<qint64> number(const QString &sql) const;
    Error damaged(const QString &why) const;

    QString m_dir;
    QString m_connection;
    std::unique_ptr<Lock> m_lock;
    bool m_isNew = false;
};

} // namespace tokentrail::sandbox
