// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/controlprotocol.h"

#include "core/base/errorname.h"

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

QByteArray requestLine(const QString &verb, const Json &arguments)
{
    return Json::object({{u"verb"_s, verb}, {u"arguments"_s, arguments}}).toCompact() + '\n';
}

QByteArray answerLine(const Result<Json> &result)
{
    if (result)
        return Json::object({{u"ok"_s, true}, {u"result"_s, *result}}).toCompact() + '\n';
    return Json::object({{u"ok"_s, false},
                         {u"code"_s, nameOf(result.error().code)},
                         {u"sentence"_s, result.error().toString()}})
               .toCompact()
        + '\n';
}

Result<Json> readAnswerLine(const QByteArray &line)
{
    const auto answer = text::parseJson(line);
    if (!answer || !answer->isObject())
        return Error{ErrorCode::Network, u"The answer of the sandbox is not readable."_s};
    if ((*answer)[u"ok"].toBool())
        return (*answer)[u"result"];
    return Error{errorCodeFromName((*answer)[u"code"].toString()).value_or(ErrorCode::InvalidInput),
                 (*answer)[u"sentence"].toString()};
}

} // namespace tokentrail::sandbox
