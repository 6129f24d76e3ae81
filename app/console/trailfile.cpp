// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/trailfile.h"

#include "core/diagnosis/mended.h"
#include "core/evidence/har.h"
#include "core/evidence/logtext.h"
#include "core/trail/trailbuilder.h"

#include <QCoreApplication>

namespace tokentrail::console {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("tokentrail::console::TrailFile", text);
}

Result<TrailFile> fromJson(const text::Json &json)
{
    TrailFile file;
    const auto &several = json.isArray() ? json : json[u"trails"];
    if (!several.isArray()) {
        auto trail = trail::trailFromJson(json);
        if (!trail)
            return trail.error();
        file.trails.append(std::move(*trail));
        return file;
    }
    for (const auto &one : several.elements()) {
        auto trail = trail::trailFromJson(one);
        if (!trail)
            return trail.error();
        file.trails.append(std::move(*trail));
    }
    return file;
}

} // namespace

Result<TrailFile> readTrailFile(const QByteArray &content, const QString &name)
{
    const auto begin = content.trimmed().left(1);
    const auto json = text::parseJson(content, name);
    if (json && (*json)[u"log"][u"entries"].isArray()) {
        const auto har = evidence::readHar(content, name);
        if (!har)
            return har.error();
        return TrailFile{trail::buildTrails(har->exchanges), {}};
    }
    if (json && (json->isArray() || (*json)[u"hops"].isArray() || (*json)[u"trails"].isArray()))
        return fromJson(*json);
    // One JSON object a line is how CAP logs in production.
    if (!json && (begin == "{" || begin == "[")
        && content.trimmed().endsWith(begin == "{" ? "}" : "]") && content.contains("\"hops\""))
        return json.error();
    TrailFile file;
    file.logLines = evidence::readLog(content);
    if (file.logLines.isEmpty())
        return Error{ErrorCode::InvalidInput,
                     say(QT_TRANSLATE_NOOP(
                             "tokentrail::console::TrailFile",
                             "%1 holds nothing that tells of a call: a trail as JSON, a HAR or "
                             "a log is wanted."))
                         .arg(name)};
    auto telling = diagnosis::readerOfFailures();
    telling.add(content);
    telling.finish();
    file.failures = telling.messages();
    file.logEndsWell = telling.endsWell();
    return file;
}

} // namespace tokentrail::console
