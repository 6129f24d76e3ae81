// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/admin/change.h"

#include <QCoreApplication>

namespace tokentrail::admin {

// How roles and users are told in sentences.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tokentrail::admin::Words)
public:
    static QString user(const UserName &user); // "bob", "bob (origin corp)"
    static QString group(const xsuaa::GroupReference &group);
    static QString attributes(const xsuaa::Role &role); // "country = DE, AT; level from …"
    static QString sentence(const Change &change);
};

} // namespace tokentrail::admin
