// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/jose/say.h"

namespace tokentrail::jose {

using namespace Qt::StringLiterals;

QString say(QStringView id, std::initializer_list<text::Place> places)
{
    static const text::Phrasebook book(u"jose"_s);
    return book.say(id, places);
}

} // namespace tokentrail::jose
