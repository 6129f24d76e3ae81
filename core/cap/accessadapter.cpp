// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accesshandler.h"
#include "core/cap/say.h"

// What the protocol adapters of CAP refuse before any service handler runs.

namespace tokentrail::cap {

using namespace Qt::StringLiterals;

QString AccessHandler::header(QStringView name) const
{
    for (const auto &member : m_request.headers.members()) {
        if (member.name.compare(name, Qt::CaseInsensitive) == 0)
            return member.value.toString();
    }
    return {};
}

// What the protocol adapters say of the body before they look at the method.
std::optional<AccessDecision> AccessHandler::refuseMedia() const
{
    static const QStringList known = {
        u"GET"_s, u"HEAD"_s, u"POST"_s, u"PUT"_s, u"PATCH"_s, u"DELETE"_s};
    const auto &method = m_request.method;
    if (method == "OPTIONS"_L1 && !isRest())
        return refuse(200, say(u"because.options"));
    if (!known.contains(method))
        return isRest() ? refuse(0, say(u"because.method-stops"))
                        : refuse(404, say(u"because.no-route", {{u"method", method}}));
    const bool sends = method == "POST"_L1 || method == "PUT"_L1 || method == "PATCH"_L1;
    const auto type = header(u"content-type");
    const bool isJson = type.section(u';', 0, 0) == "application/json"_L1
        && (!type.endsWith(u';') || m_model.options().cds >= 10);
    const bool isMedia = method == "PUT"_L1 && m_path.isStream;
    const bool isBatchPart = type.startsWith("multipart/mixed"_L1) && method == "POST"_L1;
    if (sends && !type.isEmpty() && !isJson && !isMedia && !isBatchPart)
        return refuse(415, say(u"because.json-only"));
    if ((method == "PUT"_L1 || method == "PATCH"_L1) && !m_request.hasBody() && type.isEmpty()
        && !isMedia)
        return refuse(isRest() ? 400 : 415, say(u"because.nothing-sent"));
    const bool makesRow = !m_path.operation && !m_path.property.startsWith("draft"_L1);
    if (sends && makesRow && !isRest() && !m_path.isOne && m_request.body.isArray())
        return refuse(400, say(u"because.single-rows"));
    const bool isOneToo = method == "POST"_L1 && m_path.isOne;
    if (sends && makesRow && !isRest() && !isOneToo && m_request.hasBody() && !isMedia
        && m_request.body.isNull())
        return refuse(500, say(u"because.body-null"));
    return {};
}

// What the protocol adapters refuse before any service handler runs.
std::optional<AccessDecision> AccessHandler::refuseMethod() const
{
    const auto &method = m_request.method;
    if (m_path.operation) {
        const bool isAction = m_path.operation->kind == Definition::Kind::Action;
        const auto expected = isAction ? u"POST"_s : u"GET"_s;
        if (method == expected)
            return {};
        return refuse(isRest() ? 400 : 405,
                      say(u"because.called-with",
                          {{u"operation", m_path.operation->name}, {u"method", expected}}));
    }
    if (!isRest() && method == "HEAD"_L1)
        return refuse(405, say(u"because.no-head"));
    if (!isRest() && (method == "GET"_L1 || method == "DELETE"_L1)
        && header(u"prefer").contains("return="_L1))
        return refuse(400, say(u"because.prefer-return", {{u"method", method}}));
    const bool isDraftAction = m_path.target() && m_path.target()->isDraftEnabled()
        && m_path.property.startsWith("draft"_L1);
    if (method == "POST"_L1 && m_path.isOne && !isDraftAction)
        return refuse(isRest() ? 400 : 405, say(u"because.post-single"));
    const bool isProperty = !m_path.property.isEmpty() && !isRest() && !m_path.isStream;
    if (method == "PATCH"_L1 && (!m_path.isOne || isProperty))
        return refuse(405, say(u"because.patch-collection"));
    if (method == "DELETE"_L1 && !m_path.isOne)
        return refuse(isRest() ? 400 : 405, say(u"because.delete-collection"));
    return {};
}

} // namespace tokentrail::cap
