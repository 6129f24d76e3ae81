// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/base/errorname.h"

#include <utility>

namespace tokentrail {

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

} // namespace

QString nameOf(ErrorCode code)
{
    for (const auto &[known, name] : codeNames) {
        if (known == code)
            return QStringView(name).toString();
    }
    return {};
}

std::optional<ErrorCode> errorCodeFromName(QStringView name)
{
    for (const auto &[code, known] : codeNames) {
        if (name == QStringView(known))
            return code;
    }
    return std::nullopt;
}

} // namespace tokentrail
