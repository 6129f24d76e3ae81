// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/faults.h"
#include "core/sandbox/party.h"

#include <QObject>

namespace tokentrail::sandbox {

// What can go wrong with any server, whatever it is for: "<party>.status", ".delay", ".drop",
// ".html", ".redirect" and ".rate-limit". Stands between the wire and the party.
class Misbehaviour
{
public:
    using FaultValue = std::function<QString(QStringView name)>; // null: not set

    explicit Misbehaviour(FaultValue valueOf)
        : m_valueOf(std::move(valueOf))
    { }

    // Hands the request to the party, or answers in its place.
    void handle(Party &party,
                const http::Request &request,
                const http::Connection &connection,
                const Party::Note &note,
                const http::Responder &respond);

private:
    void answer(Party &party,
                const http::Request &request,
                const http::Connection &connection,
                const Party::Note &note,
                const http::Responder &respond);
    QString valueFor(const Party &party, QStringView fault) const;

    FaultValue m_valueOf;
    QObject m_life; // of answers that come later
};

// The faults of all parties that this class serves.
std::vector<FaultInfo> partyFaults();

} // namespace tokentrail::sandbox
