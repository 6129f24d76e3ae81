// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/text/json.h"

#include <QList>

namespace tokentrail::destination {

// Destinations as files: the service's own JSON, or the properties that the cockpit exports.

// Java's format of properties (java.util.Properties, "load"): comments, continued lines, escapes.
// Bytes that are no UTF-8 are taken for ISO 8859-1, as Java writes them.
Result<text::Json> destinationFromProperties(const QByteArray &source, const QString &file = {});
QByteArray toPropertiesFile(const text::Json &properties);

// Whatever a file holds: one destination, a list, {"destinationConfiguration":{…}}, properties.
// Each must have a name.
Result<QList<text::Json>> readDestinations(const QByteArray &source, const QString &file = {});

bool isSecretProperty(QStringView name); // Password, clientSecret, tokenServicePassword, …
// The same with dots in place of its secrets, or, to be given away, without them.
text::Json maskedProperties(const text::Json &properties);
text::Json withoutSecrets(const text::Json &properties);
inline constexpr auto secretMask = u"•••";

} // namespace tokentrail::destination
