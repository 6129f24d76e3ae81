// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/http/exchange.h"

#include <QStringList>
#include <QUrl>

#include <optional>

namespace tokentrail::call {

// What the login window (a program of its own) is told on its stdin, and what it tells on its
// stdout: one JSON document a line. The end of stdin closes the window.

// The first line: where to, and what it may speak to.
struct LoginWindowOrder
{
    QUrl url; // of the authorization request
    // Sent with each page of the origins, so that both ends of a request know each other again.
    QByteArray correlationId;
    QStringList origins; // "https://dev.authentication.…"; a redirect elsewhere is asked about
    QByteArray authorityPem; // whose certificates pass, too; empty: the system's alone
    QString authorityWords; // what that one is called: "the sandbox's own authority"
};

struct LoginWindowReport
{
    enum class Kind {
        Shown, // the window is there
        Visited, // one request of the page itself, with how it was answered
        Held, // the way led to text, which is no origin of the order; the person is asked
        Distrusted, // the certificate of text was refused
        Closed, // the person closed it
        Failed, // there can be no window; text says why
    };
    Kind kind = Kind::Failed;
    QString text;
    std::optional<http::Exchange> visit;
};

QByteArray toLine(const LoginWindowOrder &order); // with its line break
Result<LoginWindowOrder> orderFromLine(const QByteArray &line);
QByteArray toLine(const LoginWindowReport &report);
Result<LoginWindowReport> reportFromLine(const QByteArray &line);

// "https://host:port" without the port that the scheme has anyway; empty: neither http nor https.
QString originOf(const QUrl &url);

} // namespace tokentrail::call
