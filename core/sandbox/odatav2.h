// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/message.h"
#include "core/sandbox/backendmodel.h"

namespace tokentrail::sandbox {

// {"error":{"code":…,"message":{"lang":"en","value":…}}}
http::Response odataV2Error(int status, const QString &code, const QString &message);

// One OData V2 service answers a request of a user who has logged on and may call it.
class ODataV2
{
public:
    // base: "http://host/sap/opu/odata/sap/API_…"; rest: the path below it, decoded.
    ODataV2(BackendService &service, QString base, QString user);

    http::Response answer(const http::Request &request, const QString &rest);

private:
    http::Response
    answerSet(const http::Request &request, const QByteArray &method, const QString &below);
    http::Response
    answerOne(const http::Request &request, const QByteArray &method, const QString &below);
    http::Response serviceDocument() const;
    http::Response list(const http::Request &request) const;
    http::Response count(const http::Request &request) const;
    http::Response one(const http::Request &request, qsizetype index) const;
    http::Response create(const http::Request &request);
    http::Response change(const http::Request &request, qsizetype index, bool replace);
    text::Json shown(const text::Json &row) const; // with __metadata and who looks at it
    Result<text::Json> bodyOf(const http::Request &request) const;

    BackendService &m_service;
    QString m_base;
    QString m_user;
};

} // namespace tokentrail::sandbox
