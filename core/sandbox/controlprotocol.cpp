// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/controlprotocol.h"

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

constexpr std::pair<ErrorCode, const char16_t *> codeNames[] = {
    {ErrorCode::Usage, u"usage"},
    {ErrorCode::InvalidInput, u"invalid-input"},
    {ErrorCode::NotFound, u"not-found"},
    {ErrorCode::Refused, u"refused"},
    {ErrorCode::Network, u"network"},
    {ErrorCode::Conflict, u"conflict"},
    {ErrorCode::Unsupported, u"unsupported"},
    {ErrorCode::Crypto, u"crypto"},
    {ErrorCode::Io, u"io"},
    {ErrorCode::Cancelled, u"cancelled"},
};

QString nameOf(ErrorCode code)
{
    for (const auto &[known, name] : codeNames) {
        if (known == code)
            return QStringView(name).toString();
    }
    return {};
}

ErrorCode codeOf(const QString &name)
{
    for (const auto &[code, known] : codeNames) {
        if (name == QStringView(known))
            return code;
    }
    return ErrorCode::InvalidInput;
}

} // namespace

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
    return Error{codeOf((*answer)[u"code"].toString()), (*answer)[u"sentence"].toString()};
}

} // namespace tokentrail::sandbox
