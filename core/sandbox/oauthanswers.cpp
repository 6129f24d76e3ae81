// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/oauthanswers.h"

#include "core/sandbox/answers.h"

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

// A quoted-string (RFC 9110 §5.6.4) of text that may stem from the request.
QByteArray quoted(const QString &text)
{
    QByteArray out = "\"";
    for (const auto character : text.toUtf8()) {
        if (character == '"' || character == '\\')
            out += '\\';
        if (static_cast<unsigned char>(character) >= 0x20 && character != 0x7f)
            out += character;
    }
    return out + '"';
}

void forbidCaching(http::Response &response)
{
    response.headers.set("Cache-Control", "no-store");
    response.headers.set("Pragma", "no-cache");
}

http::Response errorAnswer(int status, const QString &error, const QString &description)
{
    auto response = jsonAnswer(
        status, Json::object({{u"error"_s, error}, {u"error_description"_s, description}}));
    forbidCaching(response);
    return response;
}

} // namespace

http::Response oauthError(int status, const QString &error, const QString &description)
{
    auto response = errorAnswer(status, error, description);
    if (status == 401) {
        response.headers.set("WWW-Authenticate",
                             QByteArray("Basic realm=\"UAA/client\", error=") + quoted(error)
                                 + ", error_description=" + quoted(description));
    }
    return response;
}

http::Response badCredentials()
{
    return oauthError(401, u"unauthorized"_s, u"Bad credentials"_s);
}

http::Response bearerError(const QString &description)
{
    auto response = errorAnswer(401, u"invalid_token"_s, description);
    response.headers.set(
        "WWW-Authenticate",
        QByteArray("Bearer realm=\"UAA/oauth\", error=\"invalid_token\", error_description=")
            + quoted(description));
    return response;
}

http::Response oauthAnswer(const Json &body)
{
    auto response = jsonAnswer(200, body);
    forbidCaching(response);
    return response;
}

QString Form::value(QStringView name) const
{
    for (const auto &[field, value] : m_fields) {
        if (field == name)
            return value.isNull() ? u""_s : value;
    }
    return {};
}

} // namespace tokentrail::sandbox
