// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/scenario.h"

#include "core/base/logging.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <tuple>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

const auto libraryFolder = u":/scenarios"_s;

Scenario::Call readCall(const Json &json)
{
    Scenario::Call call;
    call.as = json[u"as"].toString();
    call.password = json[u"password"].toString();
    call.tokenBeforeFaults = json[u"tokenBeforeFaults"].toBool();
    call.method = json[u"method"].toString(u"GET"_s).toLatin1();
    call.path = json[u"path"].toString();
    call.destination = json[u"destination"].toString();
    call.body = json[u"body"].toString().toUtf8();
    for (const auto &header : json[u"headers"].members())
        call.headers.append({header.name.toUtf8(), header.value.toString().toUtf8()});
    return call;
}

QList<Json> listOf(const Json &json)
{
    return QList<Json>(json.elements().begin(), json.elements().end());
}

void load(QList<Scenario> &list)
{
    const QDir folder(libraryFolder);
    for (const auto &name : folder.entryList({u"*.json"_s}, QDir::Files)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        auto scenario = readScenario(file.readAll(), name);
        if (scenario)
            list.append(std::move(*scenario));
        else
            qCCritical(logSandbox) << scenario.error().toString();
    }
}

} // namespace

Result<Scenario> readScenario(const QByteArray &source, const QString &file)
{
    const auto json = text::parseJson(source, file);
    if (!json)
        return json.error();
    Scenario scenario;
    scenario.id = (*json)[u"id"].toString();
    scenario.group = (*json)[u"group"].toString();
    scenario.title = (*json)[u"title"].toString();
    scenario.symptom = (*json)[u"symptom"].toString();
    scenario.learn = (*json)[u"learn"].toString();
    for (const auto &fault : (*json)[u"faults"].members())
        scenario.faults.append({fault.name, fault.value.toString()});
    scenario.destinations = listOf((*json)[u"destinations"]);
    scenario.users = listOf((*json)[u"users"]);
    scenario.call = readCall((*json)[u"call"]);
    scenario.status = int((*json)[u"expect"][u"status"].toInteger());
    scenario.finding = (*json)[u"expect"][u"finding"].toString();
    for (const auto &[name, value] : {std::pair(u"id"_s, scenario.id),
                                      std::pair(u"group"_s, scenario.group),
                                      std::pair(u"title"_s, scenario.title),
                                      std::pair(u"learn"_s, scenario.learn),
                                      std::pair(u"call.path"_s, scenario.call.path),
                                      std::pair(u"expect.finding"_s, scenario.finding)}) {
        if (value.isEmpty())
            return Error{ErrorCode::InvalidInput, u"%1: the scenario lacks %2."_s.arg(file, name)};
    }
    return scenario;
}

namespace {

// Groups along the chain of tokens, the thread's own first.
qsizetype placeOf(const QString &group)
{
    static const QStringList order{u"The user is lost"_s,
                                   u"The token is refused"_s,
                                   u"Roles are missing"_s,
                                   u"Signing in"_s,
                                   u"The destination"_s,
                                   u"Connectivity proxy and Cloud Connector"_s,
                                   u"The backend"_s,
                                   u"Hidden failures"_s};
    const auto place = order.indexOf(group);
    return place < 0 ? order.size() : place;
}

} // namespace

const QList<Scenario> &scenarios()
{
    static const auto all = [] {
        QList<Scenario> list;
        load(list);
        std::stable_sort(list.begin(), list.end(), [](const Scenario &a, const Scenario &b) {
            return std::pair(placeOf(a.group), a.id) < std::pair(placeOf(b.group), b.id);
        });
        return list;
    }();
    return all;
}

const Scenario *findScenario(QStringView id)
{
    const auto &all = scenarios();
    const auto found = std::find_if(
        all.begin(), all.end(), [id](const Scenario &scenario) { return scenario.id == id; });
    return found == all.end() ? nullptr : &*found;
}

Json toJson(const Scenario &scenario)
{
    auto faults = Json::object();
    for (const auto &[name, value] : scenario.faults)
        faults.set(name, value);
    auto headers = Json::object();
    for (const auto &[name, value] : scenario.call.headers)
        headers.set(QString::fromUtf8(name), QString::fromUtf8(value));
    auto destinations = Json::array();
    for (const auto &destination : scenario.destinations)
        destinations.append(destination);
    auto users = Json::array();
    for (const auto &user : scenario.users)
        users.append(user);
    return Json::object(
        {{u"id"_s, scenario.id},
         {u"group"_s, scenario.group},
         {u"title"_s, scenario.title},
         {u"symptom"_s, scenario.symptom},
         {u"faults"_s, faults},
         {u"destinations"_s, destinations},
         {u"users"_s, users},
         {u"call"_s,
          Json::object({{u"as"_s, scenario.call.as},
                        {u"tokenBeforeFaults"_s, scenario.call.tokenBeforeFaults},
                        {u"method"_s, QString::fromLatin1(scenario.call.method)},
                        {u"path"_s, scenario.call.path},
                        {u"destination"_s, scenario.call.destination},
                        {u"headers"_s, headers},
                        {u"body"_s, QString::fromUtf8(scenario.call.body)}})},
         {u"expect"_s,
          Json::object({{u"status"_s, scenario.status}, {u"finding"_s, scenario.finding}})},
         {u"learn"_s, scenario.learn}});
}

Result<void> applyScenario(const Scenario &scenario, const SandboxCommand &command)
{
    if (const auto done = command(u"fault.clear"_s, Json::object()); !done)
        return done.error();
    for (const auto &destination : scenario.destinations) {
        const auto done =
            command(u"destination.put"_s, Json::object({{u"destination"_s, destination}}));
        if (!done)
            return done.error();
    }
    for (const auto &user : scenario.users) {
        if (const auto done = command(u"user.put"_s, Json::object({{u"user"_s, user}})); !done)
            return done.error();
    }
    for (const auto &[name, value] : scenario.faults) {
        const auto done =
            command(u"fault.set"_s, Json::object({{u"name"_s, name}, {u"value"_s, value}}));
        if (!done)
            return done.error();
    }
    return {};
}

} // namespace tokentrail::sandbox
