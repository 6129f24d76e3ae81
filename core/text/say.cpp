// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/say.h"

namespace tokentrail::text {

using namespace Qt::StringLiterals;

QString say(QStringView id, std::initializer_list<Place> places)
{
    static const Phrasebook book(u"text"_s);
    return book.say(id, places);
}

} // namespace tokentrail::text
