// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/caplogin.h"
#include "core/sandbox/customerservice.h"
#include "core/sandbox/party.h"
#include "core/sandbox/sampleroutes.h"

#include <QObject>

#include <memory>

namespace tokentrail::sandbox {

// Stands for a CAP application of kind xsuaa: the guide's CustomerService, and routes that read
// from the backend through a destination, some of which lose the user on the way.
class SampleService final : public Party
{
public:
    explicit SampleService(Landscape &landscape);
    ~SampleService() override;

    QString observer() const override { return QStringLiteral("service"); }
    void handle(const http::Request &request,
                const http::Connection &connection,
                const Note &note,
                http::Responder respond) override;
    void restart() { m_authentication.forgetKeySets(); }

private:
    struct Call
    {
        http::Request request;
        QByteArray correlationId;
        Note note;
        http::Responder respond;
    };

    void handleRoute(const SampleRoute &route, const Call &call);
    void handleCustomerService(const Call &call);
    void read(const SampleRoute &route, const Call &call, const QByteArray &userToken);
    static bool answerRefusal(const CapLogin &login, bool anonymousIsRefused, const Call &call);

    Landscape &m_landscape;
    CapAuthentication m_authentication;
    CustomerService m_customers;
    std::unique_ptr<QObject> m_context; // owns the reads under way
};

} // namespace tokentrail::sandbox
