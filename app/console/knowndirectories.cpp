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

bool KnownDirectories::isOfSandbox(const QString &issuer) const
{
    const auto authority = QUrl(issuer).authority();
    const auto *sandbox = m_findSandbox();
    return sandbox && !authority.isEmpty()
        && (authority == sandbox->endpoints().xsuaaUrl.authority()
            || authority == sandbox->endpoints().xsuaaHttpUrl.authority());
}

std::optional<xsuaa::Directory> KnownDirectories::of(const QString &issuer) const
{
    if (isOfSandbox(issuer)) {
        auto *sandbox = m_findSandbox();
        auto directory =
            sandbox::readDirectory([sandbox](const QString &verb, const text::Json &arguments) {
                return sandbox->command(verb, arguments);
            });
        return directory ? std::optional(std::move(*directory)) : std::nullopt;
    }
    const auto read = m_read.find(QUrl(issuer).authority());
    return read == m_read.end() ? std::nullopt : std::optional(*read->second);
}

} // namespace tokentrail::console
