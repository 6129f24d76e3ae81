// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/trailcommands.h"

#include "app/ctl/trailinput.h"
#include "core/trail/export.h"

#include <optional>

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;

namespace {

std::optional<trail::ExportFormat> formatFrom(const QString &name)
{
    if (name == "mermaid"_L1)
        return trail::ExportFormat::Mermaid;
    if (name == "svg"_L1)
        return trail::ExportFormat::Svg;
    if (name == "markdown"_L1)
        return trail::ExportFormat::Markdown;
    if (name == "har"_L1)
        return trail::ExportFormat::Har;
    if (name == "json"_L1)
        return trail::ExportFormat::Json;
    return std::nullopt;
}

// Of several trails the one that was asked for, otherwise the newest.
const trail::Trail *chosen(const QList<trail::Trail> &trails, const QString &id)
{
    for (auto it = trails.crbegin(); it != trails.crend(); ++it) {
        if (id.isEmpty() || it->id == id)
            return &*it;
    }
    return nullptr;
}

void exportOne(Invocation &invocation)
{
    const auto format = formatFrom(invocation.value(u"--format"_s));
    if (!format)
        return invocation.failUsage(u"--format wants mermaid, svg, markdown, har or json"_s);
    const auto trails = readTrails(invocation.positional(0));
    if (!trails)
        return invocation.fail(trails.error());
    const auto id = invocation.value(u"--trail"_s);
    const auto *trail = chosen(*trails, id);
    if (!trail)
        return invocation.fail({ErrorCode::NotFound,
                                id.isEmpty() ? u"there is no trail in it"_s
                                             : u"there is no trail %1 in it"_s.arg(id)});
    const auto scheme = invocation.has(u"--dark"_s) ? trail::Scheme::Dark : trail::Scheme::Light;
    invocation.printRaw(trail::exportTrail(*trail, *format, scheme));
    invocation.finish(Ok);
}

} // namespace

QList<Command> trailCommands()
{
    return {{u"trail export"_s,
             u"[FILE]"_s,
             u"Draw or write a recorded trail, redacted"_s,
             {{u"--format"_s, u"FORMAT"_s, u"mermaid, svg, markdown, har or json"_s},
              {u"--trail"_s, u"ID"_s, u"which one of several; otherwise the newest"_s},
              {u"--dark"_s, {}, u"the SVG on a dark ground"_s}},
             exportOne}};
}

} // namespace tokentrail::ctl
