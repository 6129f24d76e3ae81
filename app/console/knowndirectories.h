// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/sandbox.h"
#include "core/xsuaa/directory.h"

#include <functional>
#include <map>

namespace tokentrail::console {

// Who may what where, as far as this program knows: the sandbox is asked, a subaccount is as the
// Roles page read it last.
class KnownDirectories
{
public:
    using FindSandbox = std::function<sandbox::Sandbox *()>; // null while none is running

    explicit KnownDirectories(FindSandbox findSandbox);

    void remember(const QUrl &tokenService,
                  const std::shared_ptr<const xsuaa::Directory> &directory);
    bool isOfSandbox(const QString &issuer) const;
    // Of the token service that a token names in its claim iss; none where nothing is known.
    std::optional<xsuaa::Directory> of(const QString &issuer) const;

private:
    FindSandbox m_findSandbox;
    std::map<QString, std::shared_ptr<const xsuaa::Directory>> m_read; // by authority
};

} // namespace tokentrail::console
