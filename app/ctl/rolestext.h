// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/xsuaa/effective.h"

namespace tokentrail::ctl {

// What the commands of roles print.
text::Json collectionsJson(const xsuaa::Directory &directory, const QString &filter);
QString collectionsText(const xsuaa::Directory &directory, const QString &filter);
text::Json collectionJson(const xsuaa::Directory &directory,
                          const xsuaa::RoleCollection &collection);
QString collectionText(const xsuaa::Directory &directory, const xsuaa::RoleCollection &collection);
text::Json templatesJson(const xsuaa::Directory &directory);
QString templatesText(const xsuaa::Directory &directory);
text::Json usersJson(const xsuaa::Directory &directory, const QString &filter);
QString usersText(const xsuaa::Directory &directory, const QString &filter);
text::Json effectiveJson(const xsuaa::EffectivePermission &effective);
QString effectiveText(const xsuaa::EffectivePermission &effective);

} // namespace tokentrail::ctl
