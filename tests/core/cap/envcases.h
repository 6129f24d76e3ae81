// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/env.h"

#include <QDir>
#include <QFile>

// The recorded runs of cds env in tests/data/cap/env.
namespace envcases {

inline QString folder()
{
    return QStringLiteral(TOKENTRAIL_TEST_DATA "/cap/env");
}

inline QStringList names()
{
    return QDir(folder()).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
}

inline QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline tokentrail::text::Json load(const QString &name)
{
    return tokentrail::text::parseJson(read(folder() + u'/' + name + QStringLiteral("/case.json")))
        .value_or(tokentrail::text::Json());
}

inline tokentrail::text::Json expected(const tokentrail::text::Json &entry, int version)
{
    const auto &both = entry[u"expected"][u"both"];
    return both.isObject() ? both
                           : entry[u"expected"][QString(QStringLiteral("cds%1").arg(version))];
}

inline tokentrail::cap::EnvInput
input(const QString &name, const tokentrail::text::Json &entry, int version)
{
    tokentrail::cap::EnvInput input;
    const QString base = folder() + u'/' + name;
    input.projectDir = base + QStringLiteral("/project");
    input.home = base + QStringLiteral("/home");
    for (const auto &member : entry[u"env"].members()) {
        auto value = member.value.toString();
        input.environment.set(member.name,
                              value.replace(QStringLiteral("$PROJECT"), input.projectDir));
    }
    input.arguments = entry[u"args"].toStringList();
    input.cdsVersion = version;
    return input;
}

} // namespace envcases
