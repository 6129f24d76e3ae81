// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/gitignore.h"
#include "core/sandbox/sandbox.h"

namespace tokentrail::sandbox {

struct ProjectBinding
{
    QString file; // that holds the bindings now
    GitState git = GitState::NoRepository;
    QString caFile; // for NODE_EXTRA_CA_CERTS
    QString authKind; // that the environment must ask for; empty: the project has it right
    QString command; // that starts the project against the sandbox
};

struct ProjectBindingRequest
{
    QString folder; // of a CAP project: it has a package.json
    BindingFormat format = BindingFormat::DefaultEnv; // or CdsrcPrivate
    text::Json document; // the bindings in that format
    QString caFile;
    bool addToGitignore = false; // where git would take the file in
    QString authKind = {}; // of the project while it is developed; empty: not known
};

// Writes the bindings into a CAP project: into default-env.json, or .cdsrc-private.json. They hold
// secrets, so that git must ignore the file; and a file that holds anything else than bindings to
// a sandbox is the user's and stays as it is. Nothing of the project is run.
Result<ProjectBinding> bindProject(const ProjectBindingRequest &request);

} // namespace tokentrail::sandbox
