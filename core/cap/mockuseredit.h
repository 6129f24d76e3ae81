// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/text/json.h"

#include <QStringList>

#include <optional>

namespace tokentrail::cap {

// What shall be different about a mock user; what is not named stays as it is.
struct MockUserChange
{
    QString login;
    std::optional<Secret> password; // empty: any password will do
    std::optional<QStringList> roles;
    std::vector<std::pair<QString, QStringList>> attributes;
    std::optional<QString> tenant; // empty: none
};

// The text of a package.json or .cdsrc*.json with the user changed or added under
// requires.auth.users; everything else byte for byte as before. An empty text is a new file.
// Where the user stands in a profile block of the file, that entry is changed.
Result<QByteArray>
withMockUser(const QByteArray &text, const QString &file, const MockUserChange &change);

// The same without the user; an error where the file does not have it.
Result<QByteArray>
withoutMockUser(const QByteArray &text, const QString &file, const QString &login);

// The files of a project that may hold mock users, in the order in which they are asked; the first
// that has the user, or else that configures requires.auth, or else package.json.
QString fileForMockUser(const QString &projectDir, const QString &login);

} // namespace tokentrail::cap
