// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/lint.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

// A project of a few files in a folder of its own, linted without the machine's environment.
class LintProject
{
public:
    void write(const QString &name, const QByteArray &text)
    {
        const auto path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
    }
    QString path(const QString &name) const { return m_folder.filePath(name); }

    tokentrail::cap::LintInput input(int cds = 10) const
    {
        tokentrail::cap::LintInput input;
        input.projectDir = m_folder.path();
        input.home = m_folder.filePath(QStringLiteral("home"));
        input.cdsVersion = cds;
        return input;
    }
    tokentrail::cap::LintReport lint(int cds = 10) const
    {
        return tokentrail::cap::lintProject(input(cds));
    }
    // "id line:column", one each, hints about what is merely usual left out
    QStringList ids(int cds = 10) const
    {
        QStringList found;
        for (const auto &finding : lint(cds).findings) {
            if (finding.id != QStringLiteral("xssec-missing")
                || finding.severity != tokentrail::cap::ProblemSeverity::Hint)
                found << finding.id;
        }
        found.sort();
        return found;
    }

private:
    QTemporaryDir m_folder;
};
