// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QCoreApplication;

namespace tokentrail::console {

struct Options
{
    QString stateDir; // of the sandbox
    QString configDir; // where the window remembers itself
    bool sandbox = true;
    QString vaultFile = {}; // empty: nothing is kept
    bool keychain = true; // the vault's key may lie in the desktop's
};

// Ends the program on --help, --version and on what it does not know.
Options readOptions(const QCoreApplication &application);

} // namespace tokentrail::console
