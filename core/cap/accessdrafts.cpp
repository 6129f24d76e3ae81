// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accesscapabilities.h"
#include "core/cap/accesshandler.h"
#include "core/cap/accesslists.h"
#include "core/cap/say.h"

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;

namespace {

// "IsActiveEntity eq false", alone or beside other conditions.
bool asksForDrafts(const ResourcePath &path)
{
    return path.option(u"$filter").contains("IsActiveEntity eq false"_L1);
}

bool hasBypass(const Definition &entity)
{
    const auto *bypass = entity.annotation(u"@odata.draft.bypass");
    return bypass && bypass->toBool(true);
}

} // namespace

QString AccessHandler::draftKey() const
{
    const auto &root = m_path.segments.front();
    QString key = root.entity->name;
    auto parts = root.keys;
    if (!root.isKeyed) { // a new one
        for (const auto &column : keyColumnsOf(*root.entity)) {
            if (m_request.body.contains(column))
                parts.push_back({column, Value::of(m_request.body[column])});
        }
    }
    for (const auto &part : parts)
        key += u'/' + part.name + u'=' + part.value.toText();
    return key;
}

bool AccessHandler::mayMakeDrafts() const
{
    const std::vector<Segment> root(m_path.segments.begin(), m_path.segments.begin() + 1);
    const auto allows = [&](Event event) {
        const Access access = {
            m_user, m_endpoint.service, root, event, nullptr, true, m_model.options().cds};
        return authorize(access).verdict.passed();
    };
    return allows(Event::New) || allows(Event::Edit);
}

AccessHandler::DraftOwner AccessHandler::draftOwner() const
{
    if (!m_request.drafts)
        return DraftOwner::Unknown;
    const auto owner = m_request.drafts->owners.constFind(draftKey());
    if (owner != m_request.drafts->owners.constEnd())
        return *owner == m_user.shownId() ? DraftOwner::Self : DraftOwner::Other;
    return mayMakeDrafts() ? DraftOwner::Unknown : DraftOwner::Nobody;
}

// Nothing: the request goes the way of entities without drafts.
std::optional<AccessDecision> AccessHandler::draft()
{
    const auto &root = m_path.segments.front();
    if (!root.isKeyed)
        return draftOfCollection();
    if (m_path.property.startsWith("draft"_L1) && m_request.method != "POST"_L1)
        return refuse(405, say(u"because.with-post", {{u"operation", m_path.property}}));
    if (m_path.property == "draftEdit"_L1)
        return editActive();
    if (!m_path.isActive.value_or(true))
        return useDraft();
    if (m_path.property == "SiblingEntity"_L1 || m_path.property == "DraftAdministrativeData"_L1)
        return readSibling();
    if (m_path.property.startsWith("draft"_L1))
        return refuse(400, say(u"because.on-draft", {{u"operation", m_path.property}}));
    const auto &method = m_request.method;
    const bool deletesRow = method == "DELETE"_L1 && m_path.property.isEmpty();
    const bool writes = method != "GET"_L1 && !deletesRow && !m_path.operation;
    if (writes && m_model.options().cds < 10 && !hasBypass(*root.entity))
        return refuse(501, say(u"because.active-rows"));
    if (writes && root.entity->draftRoot != root.entity)
        return refuse(422, say(u"because.draft-child-changed"));
    if (writes && m_request.drafts && m_request.drafts->owners.contains(draftKey()))
        return refuse(409, say(u"because.draft-already"));
    if (method == "DELETE"_L1 && m_request.drafts && m_request.drafts->owners.contains(draftKey()))
        return refuse(403, say(u"because.draft-there"));
    return {};
}

std::optional<AccessDecision> AccessHandler::draftOfCollection()
{
    if (m_request.method == "POST"_L1 && !m_path.operation)
        return createDraft();
    if (m_request.method != "GET"_L1 || !asksForDrafts(m_path))
        return {};
    const auto verdict = checkRoles(access(Event::Read, false));
    if (!verdict.passed())
        return refuse(verdict);
    auto decision = refuse(200, say(u"because.own-drafts"));
    if (m_request.drafts) {
        decision.ids.emplace();
        const QString prefix = m_path.target()->name + u'/';
        const auto &owners = m_request.drafts->owners;
        for (auto owner = owners.constBegin(); owner != owners.constEnd(); ++owner) {
            if (owner.key().startsWith(prefix) && *owner == m_user.shownId())
                decision.ids->push_back(Value::of(owner.key().section(u'=', -1)));
        }
    }
    return decision;
}

// The draft of an active row, or who is at it: empty where there is none.
AccessDecision AccessHandler::readSibling()
{
    const auto verdict = checkRoles(access(Event::Read, true));
    if (!verdict.passed())
        return refuse(verdict);
    if (!m_request.drafts)
        return refuse(0, say(u"because.sibling-unknown"));
    const auto owner = m_request.drafts->owners.constFind(draftKey());
    const bool exists = owner != m_request.drafts->owners.constEnd();
    if (m_path.property == "DraftAdministrativeData"_L1)
        return refuse(exists ? 200 : 404, say(u"because.sibling"));
    const bool isOwn = exists && *owner == m_user.shownId();
    return refuse(isOwn ? 200 : 204, say(u"because.sibling"));
}

// Drafts have shed their capabilities; making one asks for those of the active entity.
std::optional<AccessDecision> AccessHandler::refuseDraftOf(Event event) const
{
    const auto verdict = checkDraftOf(*m_path.target(), event);
    return verdict.passed() ? std::nullopt : std::optional(refuse(verdict));
}

AccessDecision AccessHandler::createDraft()
{
    if (m_request.body[u"IsActiveEntity"].toBool()) {
        if (m_model.options().cds < 10 && !hasBypass(*m_path.target()))
            return refuse(501, say(u"because.active-made"));
        return create(false);
    }
    const auto authorization = authorize(access(Event::New, false));
    if (!authorization.verdict.passed())
        return refuse(authorization.verdict);
    if (auto refused = refuseBody(false, true))
        return *refused;
    if (auto refused = refuseDraftOf(Event::Create))
        return *refused;
    if (m_path.target()->draftRoot != m_path.target())
        return refuse(422, say(u"because.draft-child-made"));
    if (m_request.drafts && m_request.drafts->owners.contains(draftKey()))
        return refuse(500, say(u"because.key-taken"));
    if (m_request.drafts)
        m_request.drafts->owners.insert(draftKey(), m_user.shownId());
    auto decision = answer(201, authorization.verdict);
    if (header(u"prefer").contains("return=minimal"_L1))
        decision.status = 204;
    return decision;
}

AccessDecision AccessHandler::editActive()
{
    if (!m_path.isActive.value_or(true))
        return refuse(400, say(u"because.edit-active"));
    const auto authorization = authorize(access(Event::Edit, true));
    if (!authorization.verdict.passed())
        return refuse(authorization.verdict);
    bool isMissing = false;
    if (auto refused = refuseRows(authorization, isMissing)) {
        if (refused->status == 200)
            refused->status = 201;
        return *refused;
    }
    if (auto refused = refuseDraftOf(Event::Update))
        return *refused;
    if (isMissing)
        return refuse(404, say(u"because.no-row"));
    auto decision = answer(201, authorization.verdict, &authorization);
    if (!m_request.drafts) {
        decision.because += u' ' + say(u"because.draft-unknown-conflict");
        return decision;
    }
    if (m_request.drafts->owners.contains(draftKey()))
        return refuse(409, say(u"because.draft-already"));
    m_request.drafts->owners.insert(draftKey(), m_user.shownId());
    return decision;
}

AccessDecision AccessHandler::useDraft()
{
    const auto &method = m_request.method;
    const bool isChild = m_path.segments.size() > 1;
    const bool looksFirst = method == "PATCH"_L1; // all others ask for roles first
    const bool makesChild = method == "POST"_L1 && isChild && !m_path.operation;
    Verdict verdict;
    if (method == "POST"_L1 && isChild)
        verdict = authorize(access(Event::New, false)).verdict;
    else
        verdict = checkRoles(access(Event::Update, true));
    if (!looksFirst && !verdict.passed())
        return refuse(verdict);
    if (makesChild) {
        if (auto refused = refuseBody(false, true))
            return *refused;
    }
    const bool reads = method == "GET"_L1;
    const bool readsAnyway =
        reads && (m_path.property == "DraftAdministrativeData"_L1 || (isChild && !m_path.isOne));
    const auto draft = draftOwner();
    if (draft == DraftOwner::Other && readsAnyway) // who is at it; of the rows none are seen
        return refuse(200, say(u"because.sibling"));
    switch (draft) {
    case DraftOwner::Unknown:
        return refuse(0, say(u"because.draft-unknown"));
    case DraftOwner::Nobody:
        return refuse(404, say(u"because.no-draft"));
    case DraftOwner::Other:
        return reads ? refuse(404, say(u"because.draft-of-another"))
                     : refuse(403, say(u"because.draft-locked"));
    case DraftOwner::Self:
        break;
    }
    if (!verdict.passed())
        return refuse(verdict);
    if (looksFirst && m_path.property.isEmpty()) {
        if (auto refused = refuseBody(false, true))
            return *refused;
    }
    if (m_path.property == "draftActivate"_L1)
        return activateDraft();
    if (method == "DELETE"_L1 && !isChild)
        m_request.drafts->owners.remove(draftKey());
    const int success = method == "DELETE"_L1 ? 204 : (method == "POST"_L1 && isChild ? 201 : 200);
    return refuse(success, say(u"because.draft-own"));
}

AccessDecision AccessHandler::activateDraft()
{
    const auto all = walk(m_path.segments, {});
    const bool exists = !all.rows.empty();
    const auto authorization = authorize(access(exists ? Event::Update : Event::Create, true));
    if (!authorization.verdict.passed())
        return refuse(authorization.verdict);
    if (exists) {
        bool isMissing = false;
        if (auto refused = refuseRows(authorization, isMissing))
            return *refused;
    }
    m_request.drafts->owners.remove(draftKey());
    return answer(exists ? 200 : 201, authorization.verdict);
}

} // namespace tokentrail::cap
