// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/json.h"

#include <QStringList>

#include <vector>

namespace tokentrail::cap {

// Where configuration begins in a file: under "cds", which package.json must have and others may.
QStringList configRoot(const text::Json &json, const QString &file);

// Everywhere where `rest` leads to in the configuration of a file, also through profile blocks on
// the way, in the order of the document.
std::vector<QStringList>
configPaths(const text::Json &json, const QString &file, const QStringList &rest);

// Of those the one that counts with these profiles (strongest first); empty: none of them counts.
// Without any profile the first one.
QStringList strongestPath(const std::vector<QStringList> &paths, const QStringList &profiles);

// The files of a project that may hold mock users, strongest first.
QStringList mockUserFiles();

} // namespace tokentrail::cap
