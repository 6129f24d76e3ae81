// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/json.h"

#include <QStringList>

namespace tokentrail::text {

// Changes a JSON text by splices: everything outside of what changes stays byte for byte, with its
// order, indentation, line ends and spelling of numbers. New text takes the style of what stands
// around it. What an edit brings is parsed before it is made, and the edit refused where that fails.
//
// A path names members, and elements by their index: {"cds", "requires", "auth", "roles", "0"}.
class JsonEditor
{
public:
    static Result<JsonEditor> open(const QByteArray &text, const QString &file = {});

    const QByteArray &text() const { return m_text; }
    const Json &json() const { return m_json; }
    const Json *find(const QStringList &path) const;

    // Replaces what is there, or adds a member at the end; objects on the way are made.
    Result<void> set(const QStringList &path, const Json &value);
    // Puts an element before the one at the index; the size of the array appends.
    Result<void> insert(const QStringList &arrayPath, qsizetype index, const Json &value);
    Result<void> remove(const QStringList &path);
    // Gives a member another name, in its place; an error where the name is taken.
    Result<void> rename(const QStringList &path, const QString &name);

private:
    struct Item // a member with its name, or an element
    {
        qsizetype begin = 0;
        qsizetype end = 0;
        qsizetype valueBegin = 0;
    };
    struct Style
    {
        QByteArray newline;
        QByteArray unit;
        QByteArray colon;
    };

    JsonEditor() = default;
    static std::vector<Item> itemsOf(const Json &container);
    Style style() const;
    QByteArray lineIndent(qsizetype at) const;
    QByteArray blanksBefore(qsizetype at) const;
    bool spansLines(Span span) const;
    QByteArray written(const Json &value, const QByteArray &indent, bool onOneLine) const;
    QByteArray colonIn(const Json &container) const;
    bool writesOnOneLine(const Json &container) const;
    Result<void>
    addItem(const Json &container, qsizetype index, const QByteArray &name, const Json &value);
    Result<void> removeItem(const Json &container, qsizetype index);
    struct NewItem
    {
        QByteArray name; // as it is written; empty: an element
        QByteArray head; // the name with its colon
        QByteArray value;
        QByteArray before = {}; // the comma, and blanks
        QByteArray behind = {};
    };
    Result<void> insertItem(qsizetype at, qsizetype index, const NewItem &item);
    static Error notMade(const Error &because);
    Result<void> splice(qsizetype begin, qsizetype end, const QByteArray &with);
    const Json::Member *memberAt(const QStringList &path) const;
    Error missing(const QStringList &path) const;

    QByteArray m_text;
    QString m_file;
    Json m_json;
};

} // namespace tokentrail::text
