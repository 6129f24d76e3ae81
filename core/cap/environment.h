// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/envnode.h"

#include <QString>

#include <vector>

namespace tokentrail::cap {

struct EnvVariable
{
    QString name;
    QString value;
    EnvOrigin origin = {}; // unset: from the process itself
};

// Environment variables in the order of the process, which decides between two that mean the same
// configuration key.
class Environment
{
public:
    const std::vector<EnvVariable> &variables() const { return m_variables; }
    const EnvVariable *find(QStringView name) const;
    bool contains(QStringView name) const { return find(name) != nullptr; }
    QString value(QStringView name) const; // null when there is none
    void set(const QString &name, const QString &value, EnvOrigin origin = {});

    static Environment ofProcess();

private:
    std::vector<EnvVariable> m_variables;
};

} // namespace tokentrail::cap
