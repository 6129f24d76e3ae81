// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/endpoints.h"
#include "core/sandbox/keymaterial.h"
#include "core/sandbox/registry.h"

namespace tokentrail::sandbox {

// A way in which a token can be wrong, made on purpose to see what a service says to it.
struct Defect
{
    const char *name; // "expired"
    const char *meaning; // one sentence: what is wrong, and what a CAP service does
};
const QList<Defect> &knownDefects();

struct ForgeParts
{
    const Registry &registry;
    const Endpoints &endpoints;
    const KeyMaterial &keys;
    qint64 nowSeconds = 0;
};

// A token of this sandbox's XSUAA with one defect, signed with its key where the defect is not
// the signature. arguments: {"defect","user"?,"application"?}; without a user the client's own.
// Answers {"access_token","defect","meaning"}. Only ever the sandbox's own key: no other is here.
Result<text::Json> forgeToken(const ForgeParts &parts, const text::Json &arguments);

} // namespace tokentrail::sandbox
