// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/access.h"

namespace tokentrail::cap {

// One request below a service that the user may enter: what the generic handlers make of it.
class AccessHandler
{
public:
    AccessHandler(const AccessModel &model,
                  const AccessRequest &request,
                  const AccessUser &user,
                  const Endpoint &endpoint,
                  const ResourcePath &path);

    AccessDecision handle();

private:
    // Rows at the end of the path and, before it, of its parent.
    struct Walk
    {
        bool isKnown = true;
        std::vector<const Row *> rows;
        std::vector<const Row *> parents;
        QString missing; // the entity whose rows nobody gave
    };

    AccessDecision read();
    AccessDecision readOne(const Walk &walk, const Authorization &authorization) const;
    AccessDecision readList(const Walk &walk, const Authorization &authorization) const;
    AccessDecision create(bool isUpsert);
    AccessDecision update();
    AccessDecision updateFound(const Authorization &authorization);
    AccessDecision remove();
    bool leadsIntoOwnTree() const;
    AccessDecision operate();
    std::optional<AccessDecision> draft();
    std::optional<AccessDecision> draftOfCollection();
    AccessDecision readSibling();
    std::optional<AccessDecision> refuseDraftOf(Event event) const;
    AccessDecision createDraft();
    AccessDecision editActive();
    AccessDecision useDraft();
    AccessDecision activateDraft();
    // Whose draft the path addresses, as far as the sequence of requests tells.
    enum class DraftOwner : quint8 { Nobody, Self, Other, Unknown };
    DraftOwner draftOwner() const;
    bool mayMakeDrafts() const;
    QString draftKey() const;
    std::optional<AccessDecision> refuseMedia() const;
    std::optional<AccessDecision> refuseMethod() const;
    // The checks before rows are touched by UPDATE, DELETE and bound operations.
    std::optional<AccessDecision> refuseRows(const Authorization &authorization, bool &isMissing);
    bool takeKeysFromBody();

    Access access(Event event, bool isOne) const;
    Walk walk(const std::vector<Segment> &segments, const std::vector<Filter> &filters);
    bool matches(const Segment &segment, const Table &table, const Row &row) const;
    bool passes(const std::vector<Filter> &filters, const Definition &entity, const Row &row);
    void checkStatements(const Authorization &authorization);
    bool isThere(const Row &row) const;
    std::optional<AccessDecision> refuseBody(bool isInsert, bool isDraft) const;
    bool parentExists(const Authorization &authorization);
    bool isCounted(const Row &row) const;
    bool canRead(const Row &row, bool isNew);
    Row updatedRow() const;
    Row createdRow();
    QString missingKey(const Row &created);
    QString emptyColumn(bool isNew) const;

    AccessDecision
    answer(int status, const Verdict &verdict, const Authorization *filtered = nullptr) const;
    AccessDecision refuse(const Verdict &verdict) const;
    AccessDecision refuse(int status, const QString &because) const;
    AccessDecision stopped() const;
    AccessDecision
    openRows(int status, const Authorization &authorization, const QString &entity) const;
    bool isRest() const { return m_endpoint.protocol == Protocol::Rest; }
    QString header(QStringView name) const;

    const AccessModel &m_model;
    const AccessRequest &m_request;
    const AccessUser &m_user;
    const Endpoint &m_endpoint;
    ResourcePath m_path;
    Stop m_stop;
};

} // namespace tokentrail::cap
