// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/lintsarif.h"

#include <QUrl>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

QString levelOf(ProblemSeverity severity)
{
    switch (severity) {
    case ProblemSeverity::Error:
        return u"error"_s;
    case ProblemSeverity::Warning:
        return u"warning"_s;
    case ProblemSeverity::Hint:
        return u"note"_s;
    }
    return {};
}

Json message(const QString &text)
{
    return Json::object({{u"text"_s, text}});
}

Json locationOf(const LintFinding &finding)
{
    const auto uri = QString::fromLatin1(
        QUrl::toPercentEncoding(finding.file.isEmpty() ? u"package.json"_s : finding.file, "/"));
    auto place =
        Json::object({{u"artifactLocation"_s,
                       Json::object({{u"uri"_s, uri}, {u"uriBaseId"_s, u"%SRCROOT%"_s}})}});
    if (finding.line > 0)
        place.set(u"region"_s,
                  Json::object({{u"startLine"_s, finding.line},
                                {u"startColumn"_s, std::max(1, finding.column)}}));
    return Json::object({{u"physicalLocation"_s, place}});
}

Json describedRules()
{
    auto rules = Json::array();
    for (const auto &rule : lintRules()) {
        rules.append(Json::object(
            {{u"id"_s, rule.id},
             {u"shortDescription"_s, message(rule.title)},
             {u"defaultConfiguration"_s, Json::object({{u"level"_s, levelOf(rule.severity)}})}}));
    }
    return rules;
}

} // namespace

Json toSarif(const LintReport &report)
{
    auto results = Json::array();
    for (const auto &finding : report.findings) {
        const auto text =
            finding.advice.isEmpty() ? finding.sentence : finding.sentence + u' ' + finding.advice;
        auto locations = Json::array();
        locations.append(locationOf(finding));
        results.append(Json::object({{u"ruleId"_s, finding.id},
                                     {u"level"_s, levelOf(finding.severity)},
                                     {u"message"_s, message(text)},
                                     {u"locations"_s, locations}}));
    }
    const auto driver = Json::object({{u"name"_s, u"tokentrailctl"_s},
                                      {u"version"_s, QStringLiteral(TOKENTRAIL_VERSION)},
                                      {u"rules"_s, describedRules()}});
    auto runs = Json::array();
    runs.append(Json::object({{u"tool"_s, Json::object({{u"driver"_s, driver}})},
                              {u"columnKind"_s, u"unicodeCodePoints"_s},
                              {u"results"_s, results}}));
    return Json::object({{u"$schema"_s, u"https://json.schemastore.org/sarif-2.1.0.json"_s},
                         {u"version"_s, u"2.1.0"_s},
                         {u"runs"_s, runs}});
}

} // namespace tokentrail::cap
