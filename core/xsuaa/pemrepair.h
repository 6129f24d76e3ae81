// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace tokentrail::xsuaa {

// PEM as OpenSSL reads it, from what shells, web forms and Kubernetes make of it: line breaks
// written out as \n (also twice over), or lost. told: what was repaired; empty: nothing.
struct RepairedPem
{
    QByteArray pem;
    QString told;
};
RepairedPem repairedPem(const QString &member, const QString &value);

} // namespace tokentrail::xsuaa
