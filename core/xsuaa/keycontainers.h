// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/xsuaa/servicekey.h"

namespace tokentrail::xsuaa {

// One block of credentials as it stood in its container.
struct FoundCredentials
{
    text::Json credentials;
    QString label; // of the service, where the container says it
    QString name; // of the instance or binding
    QString shape;
    std::vector<Error> problems;
    QStringList repairs; // what reading has mended
};

// All credentials of a document, with their container taken off.
Result<std::vector<FoundCredentials>> findCredentials(const QByteArray &document,
                                                      const QString &file);

} // namespace tokentrail::xsuaa
