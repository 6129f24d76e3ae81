// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/exchange.h"

#include <QObject>
#include <QUrl>

#include <optional>

namespace tokentrail::weblogin {

// Makes an exchange of each request of the window itself. Of a redirect the engine tells where to
// and not with which status, which the notes say.
class VisitRecorder : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void asked(const QUrl &url, const QByteArray &method, const QByteArray &correlationId);
    void redirected(const QUrl &target);
    void answered(int status); // of the page that was shown in the end
    void failed(const QString &sentence);

Q_SIGNALS:
    void visited(const tokentrail::http::Exchange &visit);

private:
    void finish();

    std::optional<http::Exchange> m_visit; // that has no answer yet
    int m_number = 0;
};

} // namespace tokentrail::weblogin
