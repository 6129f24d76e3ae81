// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/destination/chain.h"

#include <vector>

namespace tokentrail::destination {

// One thing that a call through a destination proves, or does not.
struct Check
{
    enum class Id {
        Found, // the Destination service knows the name and gives it out
        Token, // what the authentication type needs was got
        Name, // the host's name has an address
        Tls, // the connection is encrypted, and the certificate is trusted
        Proxy, // connectivity proxy and Cloud Connector passed the call on
        Http, // the target itself answered
        SignedIn, // … and took the logon
        OData, // … and what it answered is OData
    };
    enum class Outcome { Passed, Failed, NotDone };
    Id id = Id::Found;
    Outcome outcome = Outcome::NotDone;
    QString sentence; // what was seen, or why it was not looked at
};

QString
nameOf(Check::Id id); // "found", "token", "name", "tls", "proxy", "http", "signed-in", "odata"
QString titleOf(Check::Id id); // "Signed in"
QString nameOf(Check::Outcome outcome); // "passed", "failed", "not-done"

// What one call through a destination gave; who: "alice", empty for nobody in person.
struct CheckInput
{
    std::optional<Destination> destination;
    QList<http::Exchange> exchanges;
    QStringList messages; // of the chain; empty: it went through
    QString who;

    static CheckInput of(const Chain &chain, const QString &who);
};

// All checks in their order; after the first that failed the others were not done, unless what was
// seen proves them all the same.
std::vector<Check> checksOf(const CheckInput &input);

} // namespace tokentrail::destination
