// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/tokeninput.h"

#include "app/ctl/input.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;

namespace {

bool isLiteral(const QString &word)
{
    constexpr std::array suffixes = {".jws"_L1, ".jwt"_L1, ".txt"_L1, ".json"_L1, ".token"_L1};
    return !word.isEmpty() && word != "-"_L1 && !word.startsWith(u'/') && !word.startsWith("./"_L1)
        && !word.startsWith("../"_L1)
        && std::none_of(suffixes.begin(),
                        suffixes.end(),
                        [&word](auto suffix) { return word.endsWith(suffix); })
        && !QFileInfo::exists(word);
}

} // namespace

Result<QByteArray> readTokenArgument(Invocation &invocation, const QString &word)
{
    if (isLiteral(word)) {
        invocation.note(
            u"the token was given as an argument, where other processes can see it; a file or stdin is safer"_s);
        return word.toUtf8();
    }
    return readSecretFile(word); // a line break at the end of a file is no part of the JWS
}

} // namespace tokentrail::ctl
