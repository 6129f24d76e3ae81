// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/say.h"

namespace tokentrail::cap {

using namespace Qt::StringLiterals;

QString say(QStringView id, std::initializer_list<text::Place> places)
{
    static const text::Phrasebook book(u"cap"_s);
    return book.say(id, places);
}

} // namespace tokentrail::cap
