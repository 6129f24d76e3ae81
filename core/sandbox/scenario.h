// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/text/json.h"

#include <QList>
#include <QString>

#include <functional>

namespace tokentrail::sandbox {

// Something that goes wrong in the sandbox on purpose, with the call that shows it and what a
// diagnosis should say. Files in resources/scenarios, one each:
//   {"id","group","title","symptom","learn",
//    "faults":{NAME:VALUE}?, "destinations":[{…}]?, "users":[{…}]?,
//    "call":{"as","password"?,"method"?,"path","destination"?,"headers"?:{NAME:VALUE},"body"?},
//    "expect":{"status","finding"}}
struct Scenario
{
    struct Call
    {
        QString as; // user of the sandbox; "application"; empty: nobody
        QString password; // another than the user's own; null: that one
        bool tokenBeforeFaults = false; // the token was got while all was well
        QByteArray method = "GET";
        QString path; // of the sample service; below the destination when there is one
        QString destination; // empty: the sample service is called
        QList<std::pair<QByteArray, QByteArray>> headers;
        QByteArray body;
    };

    QString id; // "express-route"
    QString group; // "The user is lost"
    QString title;
    QString symptom; // what people see and paste
    QString learn; // what is to be learnt from it
    QList<std::pair<QString, QString>> faults;
    QList<text::Json> destinations; // put for as long as the scenario is in force
    QList<text::Json> users;
    Call call;
    int status = 0; // expected of the call; 0: there is no answer
    QString finding; // expected as the first
};

Result<Scenario> readScenario(const QByteArray &json, const QString &file);
const QList<Scenario> &scenarios(); // of the library, by group along the chain, then id
const Scenario *findScenario(QStringView id);
text::Json toJson(const Scenario &scenario); // as in its file

// Puts faults, destinations and users of a scenario in force through the verbs of the sandbox; what
// was in force before is cleared.
using SandboxCommand =
    std::function<Result<text::Json>(const QString &verb, const text::Json &arguments)>;
Result<void> applyScenario(const Scenario &scenario, const SandboxCommand &command);

} // namespace tokentrail::sandbox
