// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/misbehaviour.h"

#include "core/sandbox/answers.h"

#include <QTimer>

#include <algorithm>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestDelayMs = 600'000;

struct Kind
{
    const char *name;
    const char *meaning; // after the name of the party
    FaultInfo::Value value;
    const char *byDefault;
};

constexpr Kind kinds[] = {
    {"status", "answers every request with this status", FaultInfo::Value::Status, "500"},
    {"delay", "answers later, by this many milliseconds", FaultInfo::Value::Integer, "5000"},
    {"drop", "hangs up without an answer", FaultInfo::Value::Switch, "on"},
    {"html", "answers every request with an HTML page", FaultInfo::Value::Switch, "on"},
    {"redirect", "sends every request on to itself (302)", FaultInfo::Value::Switch, "on"},
    {"rate-limit", "answers 429 and asks to wait a second", FaultInfo::Value::Switch, "on"}};

struct PartyName
{
    const char *id; // as the party observes
    const char *name;
};

constexpr PartyName parties[] = {{"xsuaa", "The XSUAA"},
                                 {"destination", "The Destination service"},
                                 {"proxy", "The connectivity proxy"},
                                 {"backend", "The backend"},
                                 {"service", "The sample service"}};

QByteArray confession(const QString &party, const char *fault)
{
    return "The sandbox misbehaves on purpose (" + party.toLatin1() + '.' + fault + ")\n";
}

} // namespace

std::vector<FaultInfo> partyFaults()
{
    std::vector<FaultInfo> faults;
    for (const auto &party : parties) {
        for (const auto &kind : kinds) {
            faults.push_back({QByteArray(party.id) + '.' + kind.name,
                              QByteArray(party.name) + ' ' + kind.meaning,
                              kind.value,
                              kind.byDefault});
        }
    }
    return faults;
}

QString Misbehaviour::valueFor(const Party &party, QStringView fault) const
{
    return m_valueOf(QString(party.observer() + u'.' + fault));
}

void Misbehaviour::handle(Party &party,
                          const http::Request &request,
                          const http::Connection &connection,
                          const Party::Note &note,
                          const http::Responder &respond)
{
    const auto delay = valueFor(party, u"delay").toInt();
    if (delay <= 0)
        return answer(party, request, connection, note, respond);
    QTimer::singleShot(std::min(delay, longestDelayMs),
                       &m_life,
                       [this, &party, request, connection, note, respond] {
                           answer(party, request, connection, note, respond);
                       });
}

void Misbehaviour::answer(Party &party,
                          const http::Request &request,
                          const http::Connection &connection,
                          const Party::Note &note,
                          const http::Responder &respond)
{
    if (!valueFor(party, u"drop").isNull())
        return respond.drop();
    if (!valueFor(party, u"rate-limit").isNull()) {
        auto response = textAnswer(429, confession(party.observer(), "rate-limit"));
        response.headers.set("Retry-After", "1");
        return respond(response);
    }
    if (!valueFor(party, u"redirect").isNull()) {
        auto response = textAnswer(302, confession(party.observer(), "redirect"));
        response.headers.set("Location", request.path().isEmpty() ? "/" : request.path());
        return respond(response);
    }
    if (const auto status = valueFor(party, u"status").toInt(); status != 0)
        return respond(textAnswer(status, confession(party.observer(), "status")));
    if (!valueFor(party, u"html").isNull())
        return respond(htmlAnswer(200,
                                  "<!DOCTYPE html>\n<html><head><title>Sandbox</title></head><body>"
                                  "<h1>"
                                      + confession(party.observer(), "html")
                                      + "</h1></body></html>\n"));
    party.handle(request, connection, note, respond);
}

} // namespace tokentrail::sandbox
