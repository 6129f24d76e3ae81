// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnosis/finding.h"
#include "core/trail/hop.h"

namespace tokentrail::diagnosis {

struct Supported
{
    trail::Trail trail;
    Diagnosis diagnosis;
    QStringList versions; // "Tokentrail 0.1.0", "Qt 6.4.2"
};

// One ZIP for a ticket: the trail in every form, the findings as text and JSON, the versions, and
// a note that says what is in it and what was taken out. Everything passes the redactor.
QByteArray supportBundle(const Supported &supported);

QStringList versionsHere(); // of this program, Qt and the system
QString findingsAsText(const Diagnosis &diagnosis); // Markdown

} // namespace tokentrail::diagnosis
