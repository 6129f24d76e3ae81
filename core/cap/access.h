// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/accesschecks.h"
#include "core/cap/accessrows.h"

#include <memory>
#include <optional>
#include <vector>

namespace tokentrail::cap {

struct AccessOptions
{
    AuthKind kind = AuthKind::Mocked;
    bool production = false; // NODE_ENV
    bool loginRequired = false;
    std::optional<bool> restrictAllServices; // unset: false with kind mocked, else true
    qint64 nowSeconds = 0;
    int cds = 9; // major version whose behaviour is asked for
};

// The drafts that earlier requests of one sequence have made.
struct DraftStore
{
    QHash<QString, QString> owners; // user ids by entity and key
};

// One request to the service.
struct AccessRequest
{
    Caller caller;
    QString method;
    QString url; // path and query
    text::Json body;
    bool sendsNull = false; // the body is null, and not only missing
    text::Json headers; // names in any case
    DraftStore *drafts = nullptr; // null: whether a draft exists is not known
    bool hasBody() const { return sendsNull || !body.isNull(); }
};

// What the service would answer, and why.
struct AccessDecision
{
    int status = 0; // 0: could not be decided
    std::optional<std::vector<Value>> ids; // keys of the rows of a list, where rows are known
    QString where; // the condition that rows must fulfil, as the model has it
    QString because; // one sentence: what decided, and its place in the model
    QString brief; // a few words of it: "Orders grants READ to admin only"
    std::vector<std::pair<QString, int>> parts; // of a $batch: id and status
    bool failsCondition = false; // refused although a role is held that grants it

    QString decision() const; // "ok", "forbidden", …, "unknown"
};
QString decisionOf(int status);

// Predicts what a CAP service answers, from its compiled model, users and rows; nothing of the
// project runs. What handlers in code do is not seen. Rules: capire "CDS-based authorization",
// as observed on @sap/cds 9.9 and 10.1.
class AccessModel
{
public:
    // csn, users and data must live as long; users and data may be null.
    AccessModel(const Csn &csn,
                AccessOptions options,
                const text::Json *users = nullptr,
                const text::Json *data = nullptr,
                const text::Json *credentials = nullptr);
    ~AccessModel();
    Q_DISABLE_COPY_MOVE(AccessModel)

    AccessDecision decide(const AccessRequest &request) const;
    Login logIn(const Caller &caller) const;
    // One cell of the matrix: an event on an entity ("READ", "UPSERT", a bound operation), an
    // unbound operation (entity empty), or the service itself (both empty).
    AccessDecision decide(const AccessUser &user,
                          const QString &service,
                          const QString &entity,
                          const QString &event) const;
    // The same without words, for speed: the checks alone.
    Authorization judge(const AccessUser &user, const Definition &entity, Event event) const;

    const std::vector<Endpoint> &endpoints() const { return m_endpoints; }
    const Csn &csn() const { return m_csn; }
    const Rows &rows() const { return m_rows; }
    const AccessOptions &options() const { return m_options; }
    bool restrictsAllServices() const;

private:
    AccessDecision decideServed(const AccessRequest &request, const Endpoint &endpoint) const;
    AccessDecision
    decideBatch(const AccessRequest &request, const Endpoint &endpoint, const Login &login) const;

    const Csn &m_csn;
    AccessOptions m_options;
    const text::Json *m_users;
    const text::Json *m_credentials;
    std::vector<Endpoint> m_endpoints;
    Rows m_rows;
};

} // namespace tokentrail::cap
