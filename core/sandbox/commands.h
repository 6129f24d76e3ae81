// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/journal.h"
#include "core/sandbox/certificates.h"
#include "core/sandbox/registry.h"
#include "core/sandbox/sandbox.h"

namespace tokentrail::sandbox {

// What a verb may work on: all of it where a sandbox runs, the directory alone where none does.
struct CommandContext
{
    Registry &registry;
    std::optional<Endpoints> endpoints; // of this run or the last one
    QByteArray verificationKeyPem; // empty: no keys yet
    http::Journal *journal = nullptr; // null: nothing runs
    std::optional<Certificate> authority = {}; // none before the first run
    // New signing key; empty where nothing runs.
    std::function<Result<void>(bool force)> rotateKey = {};
    const Landscape *landscape = nullptr; // null: nothing runs
    text::Json keySet = {}; // public halves of the signing keys (RFC 7517); null: nothing runs
};

// Carries out a verb of the private socket; see control.h.
Result<text::Json>
runCommand(CommandContext &context, const QString &verb, const text::Json &arguments);

bool changesDirectory(const QString &verb); // user.put, fault.set, …
bool worksOffline(const QString &verb);

} // namespace tokentrail::sandbox
