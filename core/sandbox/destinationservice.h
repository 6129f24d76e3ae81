// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/party.h"

#include <QObject>

#include <memory>

namespace tokentrail::sandbox {

// The Destination service's find API; managing is another file's matter. With token retrieval it plays the client of the target's
// token service, and what goes wrong there is told inside authTokens, with status 200.
class DestinationService final : public Party
{
public:
    explicit DestinationService(Landscape &landscape);
    ~DestinationService() override;

    QString observer() const override { return QStringLiteral("destination"); }
    void handle(const http::Request &request,
                const http::Connection &connection,
                const Note &note,
                http::Responder respond) override;

private:
    Result<text::Json> callerOf(const http::Request &request) const; // claims of its token
    void find(const http::Request &request,
              const QString &name,
              const text::Json &caller,
              const http::Responder &respond);

    Landscape &m_landscape;
    std::unique_ptr<QObject> m_context; // owns the token requests under way
};

} // namespace tokentrail::sandbox
