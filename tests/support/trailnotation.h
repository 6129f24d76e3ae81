// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/exchange.h"

#include <QHash>
#include <QList>

namespace tokentrail::test {

// Conversations in a tiny notation, one line an exchange:
//
//   token alice user=alice cid=sb-app zid=z1 scope=app.admin
//   0-90  console>service  GET /ext/FL 502   bearer=alice corr=c1 by=console,service
//   10-12 service>xsuaa    POST /oauth/token 200  client=sb-dest grant=client_credentials issued=S
//   14-16 service>destination GET /destination-configuration/v1/destinations/S4_PP 200 bearer=S
//         dest=PrincipalPropagation,OnPremise,http://s4virtual:44300
//   … 403 bearer=alice | the rest of the line is the body of the answer
//
// Times are milliseconds after baseMs. Tokens are made up as they are named; a line "token" gives
// one its claims. by= says who recorded it (the callee when absent); every recorder makes one
// exchange. Lines that start with blanks go on with the line before; # starts a comment.
// Other keys: basic=user:password assertion= xuser= proxyauth= connauth= username= zid= cert=
// ua= note.NAME=VALUE header.NAME=VALUE reply.NAME=VALUE skew=MS (of the caller's clock)
constexpr qint64 baseMs = 1'900'000'000'000;

class Conversation
{
public:
    explicit Conversation(const QString &notation);

    const QList<http::Exchange> &exchanges() const { return m_exchanges; }
    QByteArray token(const QString &name) const; // compact
    QList<QByteArray> secrets() const; // whatever must never be shown: signatures, passwords, …

private:
    using Options = QHash<QString, QString>;

    void readToken(const QStringList &words);
    void addHeaders(http::Headers &headers, const Options &options);
    QByteArray formOf(const Options &options);
    http::Response answerOf(const QString &target, int status, const Options &options);
    void record(const http::Exchange &exchange,
                const QString &caller,
                const QString &callee,
                const Options &options);
    void readExchange(const QString &line);
    QByteArray makeToken(const QString &name, const Options &options);
    QByteArray tokenOrNew(const QString &name);

    QList<http::Exchange> m_exchanges;
    QHash<QString, QByteArray> m_tokens;
    QList<QByteArray> m_secrets;
};

} // namespace tokentrail::test
