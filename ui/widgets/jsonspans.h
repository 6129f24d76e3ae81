// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QStringView>

namespace tokentrail::ui {

// What stands where in one line of JSON, so that it can be coloured without its neighbours.
struct JsonSpan
{
    enum class Kind { Name, Text, Literal, Sign };

    int start = 0;
    int length = 0;
    Kind kind = Kind::Text;
};

QList<JsonSpan> jsonSpansOf(QStringView line);

} // namespace tokentrail::ui
