// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/measurecallers.h"

#include "core/cap/measureplan.h"
#include "core/jose/jwt.h"

#include <QCoreApplication>

#include <algorithm>

namespace tokentrail::console {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tokentrail::console::ServiceCaller)
};

bool isTaken(const std::vector<ServiceCaller> &callers, const QString &name)
{
    return name == "anonymous"_L1
        || std::any_of(callers.begin(), callers.end(), [&name](const ServiceCaller &caller) {
               return caller.shown.name == name;
           });
}

// Columns are told apart by their names alone.
QString freeName(const std::vector<ServiceCaller> &callers, const QString &wanted)
{
    auto name = wanted;
    for (int number = 2; isTaken(callers, name); ++number)
        name = Words::tr("%1, session %2").arg(wanted).arg(number - 1);
    return name;
}

std::optional<ServiceCaller> callerOf(const cap::AccessModel &model, const call::Session &session)
{
    const auto token = jose::decodeToken(session.accessToken.reveal());
    if (!token.isReadable())
        return std::nullopt;
    const auto taken = Json::object(
        {{u"header"_s, token.header}, {u"payload"_s, token.claims}, {u"signature"_s, u"valid"_s}});
    cap::Caller caller;
    caller.token = &taken;
    caller.sendsAuthorization = true;
    ServiceCaller found;
    found.user = model.logIn(caller).user;
    found.authorization = Secret(QByteArray("Bearer " + token.compact));
    return found;
}

} // namespace

std::vector<ServiceCaller>
serviceCallers(const cap::AccessModel &model, const Json &mockUsers, SessionBook &sessions)
{
    std::vector<ServiceCaller> callers;
    for (const auto &[name, authorization] : cap::mockAuthorizations(mockUsers))
        callers.push_back({{name, Words::tr("mock user"), true}, authorization});
    for (const auto &id : sessions.ids()) {
        const auto *entry = sessions.find(id);
        if (!entry || entry->session.accessToken.isEmpty() || sessions.needsToken(*entry))
            continue;
        auto caller = callerOf(model, entry->session);
        if (!caller)
            continue;
        // A token goes out only to whom the user says.
        caller->shown = {freeName(callers, entry->session.title),
                         Words::tr("session, %1").arg(sessions.lifeLeft(entry->session)),
                         false};
        callers.push_back(*std::move(caller));
    }
    return callers;
}

} // namespace tokentrail::console
