// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/keyinput.h"

#include "app/ctl/input.h"
#include "core/xsuaa/keytexts.h"

#include <QFileInfo>

#include <algorithm>

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;

Result<std::vector<xsuaa::ServiceKey>> readKeyFile(const QString &name)
{
    const auto document = QFileInfo(name).isDir() ? xsuaa::documentOfFolder(name) : readInput(name);
    if (!document)
        return document.error();
    return xsuaa::readServiceKeys(*document, name == "-"_L1 ? QString() : name);
}

std::optional<QString> keptKeyName(const QString &word)
{
    if (!word.startsWith("vault:"_L1))
        return std::nullopt;
    return word.mid(6);
}

void withVaultFor(Invocation &invocation,
                  const QStringList &words,
                  const std::function<void(const Vault &)> &then)
{
    const auto wanted = std::any_of(words.cbegin(), words.cend(), [](const QString &word) {
        return keptKeyName(word).has_value();
    });
    if (wanted)
        withVault(invocation, then);
    else
        then(nullptr);
}

} // namespace tokentrail::ctl
