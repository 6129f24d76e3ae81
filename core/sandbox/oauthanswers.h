// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/message.h"
#include "core/text/json.h"

namespace tokentrail::sandbox {

// {"error":…,"error_description":…}, as the UAA says it: clients print the body verbatim. 401
// brings the challenge of the token endpoint along.
http::Response oauthError(int status, const QString &error, const QString &description);
http::Response badCredentials(); // 401: the client's or the user's

// The same for endpoints that take a bearer token (RFC 6750 §3).
http::Response bearerError(const QString &description);

http::Response oauthAnswer(const text::Json &body); // 200, not to be cached

// Fields of a form, read once.
class Form
{
public:
    explicit Form(const QByteArray &body)
        : m_fields(http::fromForm(body))
    { }
    QString value(QStringView name) const; // of the first; null when absent
    bool has(QStringView name) const { return !value(name).isNull(); }

private:
    QList<std::pair<QString, QString>> m_fields;
};

} // namespace tokentrail::sandbox
