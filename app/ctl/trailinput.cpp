// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/trailinput.h"

#include "app/ctl/input.h"

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;

Result<QList<trail::Trail>> parseTrails(const QByteArray &source, const QString &file)
{
    const auto parsed = text::parseJson(source, file);
    if (!parsed)
        return parsed.error();
    const auto &several = parsed->isArray() ? *parsed : (*parsed)[u"trails"];
    QList<trail::Trail> trails;
    const auto add = [&](const text::Json &json) -> Result<void> {
        auto trail = trail::trailFromJson(json);
        if (!trail) {
            auto error = trail.error();
            if (json.span().isValid())
                error.place = placeOf(source, json.span().begin, file);
            return error;
        }
        trails.append(std::move(*trail));
        return {};
    };
    if (several.isArray()) {
        for (const auto &json : several.elements()) {
            if (const auto added = add(json); !added)
                return added.error();
        }
        return trails;
    }
    if (const auto added = add(*parsed); !added)
        return added.error();
    return trails;
}

Result<QList<trail::Trail>> readTrails(const QString &name)
{
    const auto source = readInput(name);
    if (!source)
        return source.error();
    return parseTrails(*source, name == "-"_L1 ? QString() : name);
}

} // namespace tokentrail::ctl
