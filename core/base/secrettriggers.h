// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QStringView>

namespace tokentrail::redactor {

// The redactor's patterns, each of which costs a pass over the text.
enum Pattern : unsigned {
    Jwt = 1U << 0,
    JsonMember = 1U << 1,
    NamedValue = 1U << 2,
    TypedValue = 1U << 3,
    KeyStore = 1U << 4,
    FormField = 1U << 5,
    HeaderLine = 1U << 6,
    BasicWord = 1U << 7,
    PrivateKey = 1U << 8,
    UserInfo = 1U << 9,
    EveryPattern = (1U << 10) - 1,
};

// Which of them can match at all: found in one pass by the words that a match has to hold. Never
// leaves one out that would match.
unsigned patternsFor(QStringView text);
unsigned patternsFor(QByteArrayView utf8);

} // namespace tokentrail::redactor
