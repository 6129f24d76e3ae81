// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

// The one redactor: everything that is logged, exported or shown by default goes through it.
// What is taken out is replaced by a mark that still says what it was: "•••" for secrets, and
// "eyJ…[token 9c1f03ab]" for tokens, whose fingerprint lets a reader follow them.
namespace tokentrail::redactor {

bool isSecretHeader(
    QByteArrayView name); // Authorization, Proxy-Authorization, Cookie, X-user-token, …
bool isSecretField(QStringView name); // client_secret, password, assertion, code, refresh_token, …

QByteArray headerValue(QByteArrayView name, const QByteArray &value);
QByteArray formBody(const QByteArray &body); // application/x-www-form-urlencoded
QByteArray textBody(const QByteArray &body); // text() of UTF-8, JSON and HTML among it
QByteArray url(const QByteArray &url); // user info, query and fragment
QString text(const QString &text); // anything else: logs, HTML, curl lines, messages
// text() by these of the patterns in secrettriggers.h alone; all of them give the same as text().
QString textBy(unsigned patterns, const QString &text);
QByteArray body(const QByteArray &contentType, const QByteArray &body); // picks one of the above

} // namespace tokentrail::redactor
