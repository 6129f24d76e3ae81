// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/knowndirectories.h"

#include "core/sandbox/directorysnapshot.h"

namespace tokentrail::console {

KnownDirectories::KnownDirectories(FindSandbox findSandbox)
    : m_findSandbox(std::move(findSandbox))
{ }

void KnownDirectories::remember(const QUrl &tokenService,
                                const std::shared_ptr<const xsuaa::Directory> &directory)
{
    m_read[tokenService.authority()] = directory;
}

std::optional<xsuaa::Directory> KnownDirectories::of(const QString &issuer) const
{
    const auto authority = QUrl(issuer).authority();
    auto *sandbox = m_findSandbox();
    const bool isSandbox = sandbox
        && (authority == sandbox->endpoints().xsuaaUrl.authority()
            || authority == sandbox->endpoints().xsuaaHttpUrl.authority());
    if (isSandbox) {
        auto directory =
            sandbox::readDirectory([sandbox](const QString &verb, const text::Json &arguments) {
                return sandbox->command(verb, arguments);
            });
        return directory ? std::optional(std::move(*directory)) : std::nullopt;
    }
    const auto read = m_read.find(authority);
    return read == m_read.end() ? std::nullopt : std::optional(*read->second);
}

} // namespace tokentrail::console
