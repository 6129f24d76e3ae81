// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trail/lanes.h"

namespace tokentrail::trail {

// Widths of texts, and what is done when they are too long.
class LaneMeasure
{
public:
    explicit LaneMeasure(const LaneOptions &options)
        : m_options(options)
    { }

    double width(const QString &text, TextRole role) const;
    QString elided(const QString &text, TextRole role, double available) const;
    QStringList
    wrapped(const QString &text, TextRole role, double available, qsizetype maxLines) const;

private:
    const LaneOptions &m_options;
};

} // namespace tokentrail::trail
