// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/destination/destination.h"

namespace tokentrail::destination {

struct NeededProperty
{
    QString property;
    QString because;
};

// Properties that the authentication type asks for and that are not there.
QList<NeededProperty> neededProperties(Authentication authentication, const text::Json &properties);

// How a property is really spelt that differs from a known one in case alone; empty: it does not.
QString knownSpelling(const QString &name);

// The authentication type that a misspelt one was most likely meant to be; empty: like none.
QString meantAuthentication(const QString &spelt);

// Words that a property takes, where they are a closed set: for lists to choose from.
QStringList knownValues(const QString &property);

// Properties in the order in which people think of them; for forms and new destinations.
QStringList usualProperties(Authentication authentication);

} // namespace tokentrail::destination
