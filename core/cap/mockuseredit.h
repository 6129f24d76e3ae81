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
    std::optional<QString> id = {}; // empty, or the login: none of its own
    std::optional<text::Json> features = {}; // null: none of its own
    QStringList attributesGone = {};
    QString newLogin = {}; // empty: keeps its name
};

// A text of configuration that is about to change.
struct ConfigText
{
    QByteArray text; // empty: a new file
    QString file; // package.json, .cdsrc*.json or .cdsrc.yaml
    // Of the entries in profile blocks the one that counts with these is changed; strongest
    // first, as cds.env.profiles. None: the first entry in the document.
    QStringList profiles = {};
};

// The text with the user changed or added under requires.auth.users; everything else byte for
// byte as before.
Result<QByteArray> withMockUser(const ConfigText &config, const MockUserChange &change);
// Several at once.
Result<QByteArray> withMockUsers(const ConfigText &config,
                                 const std::vector<MockUserChange> &changes);
// The same without the user; an error where the file does not have it.
Result<QByteArray> withoutMockUser(const ConfigText &config, const QString &login);

// requires.auth.<path> set to a value, e.g. {"users", "*"} to false, {"tenants", "t1", "features"}.
Result<QByteArray>
withAuthValue(const ConfigText &config, const QStringList &path, const text::Json &value);
Result<QByteArray> withoutAuthValue(const ConfigText &config, const QStringList &path);
// "mocked", "basic", …, in whichever of the two spellings the file has.
Result<QByteArray> withAuthKind(const ConfigText &config, const QString &kind);

// The file of a project that a change of the user belongs to: the strongest that has the user, or
// else the first that configures requires.auth, or else package.json.
QString
fileForMockUser(const QString &projectDir, const QString &login, const QStringList &profiles = {});

} // namespace tokentrail::cap
