// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnosis/finding.h"
#include "core/trail/hop.h"

namespace tokentrail::diagnosis {

// Puts a finding together; its id, title and severity come from the table of rules.
class Verdict
{
public:
    Verdict(double confidence, const QString &sentence, const trail::Hop *place = nullptr);

    Verdict &because(const QString &sentence, const trail::Hop *hop = nullptr);
    Verdict &although(const QString &sentence, const trail::Hop *hop = nullptr);
    Verdict &fix(const QString &text, const QString &command = {}, const QString &edit = {});

    Verdict &assign(const Assignment &assignment); // is part of the fix

    operator QList<Finding>() const; // NOLINT(google-explicit-constructor): what rules return

private:
    Finding m_finding;
};

} // namespace tokentrail::diagnosis
