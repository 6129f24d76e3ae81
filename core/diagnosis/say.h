// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/phrasebook.h"

#include <QStringList>

namespace tokentrail::diagnosis {

// The sentence of resources/sentences/diagnosis.<language>.json, its places filled.
QString say(QStringView id, std::initializer_list<text::Place> places = {});
QString quoted(const QString &words); // what a log or an answer says, named as its words
QString anyOf(const QStringList &names); // "admin or editor"

} // namespace tokentrail::diagnosis
