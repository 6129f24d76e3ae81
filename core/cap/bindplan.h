// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/bindedit.h"
#include "core/cap/env.h"
#include "core/cap/gitignore.h"

namespace tokentrail::cap {

// What binding a project would write, and how git stands to that.
struct BindPlan
{
    QString folder;
    BindingPlace place = BindingPlace::CdsrcPrivate;
    std::vector<ServiceToBind> services;
    GitState git = GitState::NoRepository;
    text::FileSnapshot before; // these two hold secrets
    QByteArray after;

    bool changesNothing() const { return before.content == after; }
    QString diff() const; // with dots in place of the secrets
};

// An error where the folder is no CAP project, or a file is not what an edit could keep.
Result<BindPlan>
planBinding(const QString &folder, BindingPlace place, const std::vector<ServiceToBind> &services);

// Writes the file, at once or not at all, for its owner alone. Conflict, and nothing written, where git would take the secrets in: it does not ignore the file, or has it already and
// that was not confirmed.
Result<void> carryOut(const BindPlan &plan, bool evenIfTracked = false);

// Whether the project takes the binding with the profile hybrid, and how it is started so.
struct BindingEffect
{
    bool isEffective = false;
    QString obstacle; // what is stronger, or missing; a sentence
    std::vector<EnvVariable> variables; // that cds needs
    QString command; // "cds watch --profile hybrid", behind these
};
// home and environment are those of whoever will run cds; caFile is what trusts the sandbox.
BindingEffect effectOf(const BindPlan &plan,
                       const QString &home,
                       const Environment &environment,
                       const QString &caFile = {});

QString shellWord(const QString &word); // quoted where a shell would take it apart

} // namespace tokentrail::cap
