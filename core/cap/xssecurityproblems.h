// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/xssecuritycheck.h"

namespace tokentrail::cap {

// Collects problems with their places in the text.
class ProblemList
{
public:
    ProblemList(const QByteArray &source, QString file)
        : m_source(source)
        , m_file(std::move(file))
    { }

    void error(const QString &id, const text::Json &at, const QString &sentence);
    void warning(const QString &id, const text::Json &at, const QString &sentence);
    void hint(const QString &id, const text::Json &at, const QString &sentence);
    void
    add(const QString &id, ProblemSeverity severity, const Place &place, const QString &sentence);
    Place placeAt(qsizetype offset) const { return placeOf(m_source, offset, m_file); }
    XsSecurityProblems inOrder() const; // of the file

private:
    void at(const QString &id,
            ProblemSeverity severity,
            const text::Json &value,
            const QString &sentence);

    const QByteArray &m_source;
    QString m_file;
    XsSecurityProblems m_problems;
};

// What the table of members says: which there are, of which kind, their limits and known values.
void checkShape(const text::Json &document, ProblemList &problems);
// What it cannot say of oauth2-configuration.
void checkOAuthConfiguration(const text::Json &configuration, ProblemList &problems);

} // namespace tokentrail::cap
