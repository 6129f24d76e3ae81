// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/xsuaa/say.h"

namespace tokentrail::xsuaa {

using namespace Qt::StringLiterals;

QString say(QStringView id, std::initializer_list<text::Place> places)
{
    static const text::Phrasebook book(u"xsuaa"_s);
    return book.say(id, places);
}

} // namespace tokentrail::xsuaa
