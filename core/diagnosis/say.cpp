// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/say.h"

namespace tokentrail::diagnosis {

using namespace Qt::StringLiterals;

QString say(QStringView id, std::initializer_list<text::Place> places)
{
    static const text::Phrasebook book(u"diagnosis"_s);
    return book.say(id, places);
}

QString quoted(const QString &words)
{
    return say(u"seen.quoted", {{u"words", words}});
}

QString anyOf(const QStringList &names)
{
    return names.join(say(u"word.or"));
}

} // namespace tokentrail::diagnosis
