// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QSslCertificate>
#include <QString>

namespace tokentrail::weblogin {

// Whether this chain (leaf first) is good for this host now, with these authorities as the only
// ones: dates, host name and name constraints as everywhere else.
bool isIssuedBy(const QByteArray &authorityPem,
                const QList<QSslCertificate> &chain,
                const QString &host);

} // namespace tokentrail::weblogin
