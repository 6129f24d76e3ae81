// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/json.h"

#include <optional>

// How JavaScript reads and prints plain values (ECMA-262), for files and variables that a Node
// program reads beside us.
namespace tokentrail::text {

QString jsTrimmed(QStringView text); // String.prototype.trim: the byte order mark is a blank, too
std::optional<double> jsNumber(QStringView text); // Number(text); nothing: NaN. "" is 0
double jsParseFloat(QStringView text); // NaN where there is no number at the begin
QByteArray jsNumberSpelling(double value); // as JSON.stringify; "null" unless finite

// "0", "17", but neither "007" nor "-1": names that objects list first, in ascending order.
std::optional<quint32> jsArrayIndex(QStringView name);

// As JSON.stringify(JSON.parse(text)) sees it: numbers respelt, of two members with one name the
// last, array indexes first. Places are kept.
Json jsNormalized(const Json &value);

} // namespace tokentrail::text
