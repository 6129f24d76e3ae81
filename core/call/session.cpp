// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/call/session.h"

namespace tokentrail::call {

namespace {

constexpr std::pair<Grant, const char16_t *> grantNames[] = {
    {Grant::None, u"none"},
    {Grant::Basic, u"basic"},
    {Grant::Password, u"password"},
    {Grant::ClientCredentials, u"client_credentials"},
    {Grant::AuthorizationCode, u"authorization_code"},
    {Grant::JwtBearer, u"jwt-bearer"},
    {Grant::Saml2Bearer, u"saml2-bearer"},
    {Grant::RefreshToken, u"refresh_token"},
    {Grant::Passcode, u"passcode"},
    {Grant::PastedToken, u"pasted-token"},
};

} // namespace

QString nameOf(Grant grant)
{
    for (const auto &[known, name] : grantNames) {
        if (known == grant)
            return QString::fromUtf16(name);
    }
    return {};
}

std::optional<Grant> grantFromName(QStringView name)
{
    for (const auto &[grant, known] : grantNames) {
        if (name == QStringView(known))
            return grant;
    }
    return std::nullopt;
}

} // namespace tokentrail::call
