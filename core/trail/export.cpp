// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trail/export.h"

#include "core/trail/har.h"
#include "core/trail/mermaid.h"
#include "core/trail/svg.h"

namespace tokentrail::trail {

QByteArray exportTrail(const Trail &trail, ExportFormat format, Scheme scheme)
{
    switch (format) {
    case ExportFormat::Mermaid:
        return toMermaid(trail);
    case ExportFormat::Svg:
        return toSvg(trail, scheme);
    case ExportFormat::Markdown:
        return toMarkdown(trail);
    case ExportFormat::Har:
        return toHar(trail).toIndented() + '\n';
    case ExportFormat::Json:
        return toJson(trail).toIndented() + '\n';
    }
    return {};
}

} // namespace tokentrail::trail
