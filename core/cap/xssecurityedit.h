// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/edit.h"

namespace tokentrail::cap {

// Changes an xs-security.json as a form asks for it, each by the fewest splices; what else the
// text holds stays byte for byte. Paths are those of text::JsonEditor. After a failure the text is
// what it was.
class XsSecurityEdit
{
public:
    static Result<XsSecurityEdit> open(const QByteArray &text);

    const QByteArray &text() const { return m_editor.text(); }
    const text::Json &json() const { return m_editor.json(); }

    Result<void> set(const QStringList &path, const text::Json &value);
    Result<void> remove(const QStringList &path);
    // The texts of a list, which is made where it is missing: elements that stay are not touched.
    Result<void> setTexts(const QStringList &path, const QStringList &texts);
    // Whether a list of texts or references holds a name; the list is made where it is missing.
    Result<void> setListed(const QStringList &path, const QString &name, bool listed);
    // The default-values of an attribute in attribute-references; without any it is the mere name
    // again, unless its object holds more.
    Result<void> setDefaultValues(const QStringList &referencesPath,
                                  const QString &attribute,
                                  const QStringList &values);

    // Adds an entry to scopes, attributes, role-templates or role-collections, under a name that is
    // free; gives its path.
    Result<QStringList> addEntry(const QString &list);
    // Gives an entry another name, and all references to it; how many followed. An error where the
    // name is taken or empty.
    Result<int> rename(const QStringList &entry, const QString &name);
    QList<QStringList> referencesTo(const QStringList &entry) const; // their paths

private:
    explicit XsSecurityEdit(text::JsonEditor editor)
        : m_editor(std::move(editor))
    { }

    Result<void> whole(Result<void> done, const text::JsonEditor &before);

    text::JsonEditor m_editor;
};

} // namespace tokentrail::cap
