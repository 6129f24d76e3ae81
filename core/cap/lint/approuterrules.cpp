// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/lint/report.h"
#include "core/cap/say.h"

#include <QFileInfo>

namespace tokentrail::cap::lint {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

// Destinations of a default-env.json beside the approuter, by name.
std::map<QString, const Json *> localDestinations(const Json *defaultEnv)
{
    std::map<QString, const Json *> found;
    if (!defaultEnv)
        return found;
    for (const auto &destination : (*defaultEnv)[u"destinations"].elements()) {
        const auto name = destination[u"name"].toString(destination[u"Name"].toString());
        found.emplace(name, &destination);
    }
    return found;
}

void checkRoutes(Report &report, const QString &name, const Json &document)
{
    const auto folder = QFileInfo(name).path();
    const auto envName = folder == "."_L1 ? u"default-env.json"_s : folder + "/default-env.json"_L1;
    const auto destinations = localDestinations(report.project().json(envName));
    QStringList told;
    for (const auto &route : document[u"routes"].elements()) {
        for (const auto &scope : route[u"scope"].toStringList()) {
            if (!scope.startsWith("$XSAPPNAME."_L1) && !scope.contains(u'.')
                && scope != "openid"_L1)
                report.add({u"route-scope-without-prefix"_s,
                            report.placeIn(name, route[u"scope"]),
                            say(u"lint.route-scope-without-prefix", {{u"scope", scope}}),
                            say(u"advice.route-scope-without-prefix", {{u"scope", scope}})});
        }
        const auto target = route[u"destination"].toString();
        const auto found = destinations.find(target);
        const auto type = route[u"authenticationType"].toString(u"xsuaa"_s);
        if (found == destinations.end() || type == "none"_L1 || told.contains(target)
            || (*found->second)[u"forwardAuthToken"].toBool())
            continue;
        told << target;
        report.add({u"route-does-not-forward-token"_s,
                    report.placeIn(envName, *found->second),
                    say(u"lint.route-does-not-forward", {{u"destination", target}}),
                    say(u"advice.route-does-not-forward")},
                   [&](text::JsonEditor &editor) -> Result<void> {
                       const auto &list = editor.json()[u"destinations"].elements();
                       for (size_t i = 0; i < list.size(); ++i) {
                           if (list[i][u"name"].toString(list[i][u"Name"].toString()) == target)
                               return editor.set(
                                   {u"destinations"_s, QString::number(i), u"forwardAuthToken"_s},
                                   true);
                       }
                       return {};
                   });
    }
}

void checkFile(Report &report, const QString &name)
{
    Error problem;
    const auto *document = report.project().json(name, &problem);
    if (!document) {
        if (!problem.sentence.isEmpty())
            report.add({u"approuter-file-broken"_s,
                        problem.place.value_or(Place{name}),
                        problem.sentence,
                        say(u"advice.approuter-file-broken")});
        return;
    }
    const auto &method = (*document)[u"authenticationMethod"];
    if (method.toString() == "none"_L1)
        report.add({u"approuter-login-switched-off"_s,
                    report.placeIn(name, method),
                    say(u"lint.approuter-login-off"),
                    say(u"advice.approuter-login-off")});
    checkRoutes(report, name, *document);
}

} // namespace

void checkApprouter(Report &report)
{
    QStringList names = report.project().filesBelow(u"app"_s, {u"json"_s});
    names.prepend(u"xs-app.json"_s);
    for (const auto &folder : {u"approuter"_s, u"router"_s})
        names << folder + "/xs-app.json"_L1;
    names.removeDuplicates();
    for (const auto &name : std::as_const(names)) {
        if (QFileInfo(name).fileName() == "xs-app.json"_L1 && report.project().exists(name))
            checkFile(report, name);
    }
}

} // namespace tokentrail::cap::lint
