// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/environment.h"

#include <algorithm>

extern char **environ; // NOLINT: POSIX has no header for it

namespace tokentrail::cap {

const EnvVariable *Environment::find(QStringView name) const
{
    const auto found =
        std::find_if(m_variables.begin(), m_variables.end(), [name](const EnvVariable &variable) {
            return variable.name == name;
        });
    return found == m_variables.end() ? nullptr : &*found;
}

QString Environment::value(QStringView name) const
{
    const auto *found = find(name);
    return found ? found->value : QString();
}

void Environment::set(const QString &name, const QString &value, EnvOrigin origin)
{
    if (const auto *found = find(name)) {
        auto &variable = m_variables[size_t(found - m_variables.data())];
        variable.value = value;
        variable.origin = origin;
    } else {
        m_variables.push_back({name, value, origin});
    }
}

Environment Environment::ofProcess()
{
    Environment environment;
    for (char **entry = environ; entry && *entry; ++entry) {
        const QByteArray line(*entry);
        const auto equals = line.indexOf('=');
        if (equals > 0)
            environment.set(QString::fromLocal8Bit(line.first(equals)),
                            QString::fromLocal8Bit(line.sliced(equals + 1)));
    }
    return environment;
}

} // namespace tokentrail::cap
