// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/error.h"
#include "core/text/json.h"

#include <QStringList>

#include <optional>

namespace tokentrail::xsuaa {

// Reads members of a known kind out of JSON; keeps the first mistake with its place, so that
// readers need not ask after every member.
class DescriptorReader
{
public:
    DescriptorReader(const QByteArray &source, const QString &file)
        : m_source(source)
        , m_file(file)
    { }

    const std::optional<Error> &error() const { return m_error; }

    QString string(const text::Json &object, const QString &name, const QString &fallback = {});
    QString requiredString(const text::Json &object, const QString &name); // and not empty
    QStringList strings(const text::Json &object, const QString &name);
    bool boolean(const text::Json &object, const QString &name, bool fallback);
    int integer(const text::Json &object, const QString &name, int fallback);
    const text::Json::Elements &array(const text::Json &object, const QString &name);
    bool expectObject(const text::Json &value, const QString &what);
    void fail(const text::Json &at, const QString &sentence);

private:
    const text::Json *member(const text::Json &object,
                             const QString &name,
                             text::Json::Kind kind,
                             const QString &kindInWords);

    QByteArray m_source;
    QString m_file;
    std::optional<Error> m_error;
};

} // namespace tokentrail::xsuaa
