// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/json.h"

#include <QStringList>

namespace tokentrail::text {

// Changes a YAML text of simple block style by splices, as JsonEditor does with JSON: lines that
// do not change stay as they are, with their comments. New values are written in flow style. An
// edit counts only if the text then reads as wanted; otherwise it is refused with a sentence.
class YamlEditor
{
public:
    static Result<YamlEditor> open(const QByteArray &text, const QString &file = {});

    const QByteArray &text() const { return m_text; }
    const Json &json() const { return m_json; }
    const Json *find(const QStringList &path) const; // through mappings only

    Result<void> set(const QStringList &path, const Json &value);
    Result<void> remove(const QStringList &path);
    Result<void> rename(const QStringList &path, const QString &name);

private:
    YamlEditor() = default;
    qsizetype lineBegin(qsizetype at) const;
    qsizetype lineEnd(qsizetype at) const; // before the line break
    QByteArray newline() const;
    const Json::Member *memberAt(const QStringList &path) const;
    Result<void> replaceMember(const Json::Member &member, const Json &value, const Json &wanted);
    Result<void>
    addMember(const Json &mapping, const QString &name, const Json &value, const Json &wanted);
    Result<void> splice(qsizetype begin, qsizetype end, const QByteArray &with, const Json &wanted);

    QByteArray m_text;
    QString m_file;
    Json m_json;
};

} // namespace tokentrail::text
