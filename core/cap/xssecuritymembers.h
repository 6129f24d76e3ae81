// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace tokentrail::text {
class Json;
}

namespace tokentrail::cap {

enum class MemberShape : quint8 {
    Text,
    Flag, // true or false
    TextOrFlag, // the same, also as "true" and "false"
    Number,
    Texts, // a list
    Objects, // a list; the members of each have the list's name as their owner
    Object, // its members have its name as their owner
    References, // a list of names, or of objects whose members have its name as their owner
};

// Whose names the values of a member are, beside the known ones.
enum class NamesOf : quint8 { Nothing, Scopes, Attributes, RoleTemplates, Applications };

// A member that is documented for an xs-security.json, with its limits.
struct XsSecurityMember
{
    QStringView owner; // "" is the document
    QStringView name;
    MemberShape shape = MemberShape::Text;
    const char *help = ""; // one English sentence; helpOf() says it in the language of the window
    std::span<const QStringView> values = {}; // that are known
    bool takesOthers = true; // values beside those
    std::span<const QStringView> retired = {}; // values that were once taken
    NamesOf refersTo = NamesOf::Nothing;
    QStringView prefix = {}; // with which a text has to start
    std::optional<QStringView> characters = {}; // beside letters and digits; nothing: any
    int mostCharacters = 0; // 0: no limit is documented
    int mostEntries = 0; // likewise
    qint64 least = 0; // of a number
    qint64 most = 0; // likewise; 0: no limit is documented
    QStringView standard = {}; // what counts where the member is missing
};

// All of them, in the order in which they are documented: what the checker, the form and the
// completion of the text go by. Source: SAP help, "Application Security Descriptor Configuration
// Syntax"; what the schema of the API and cds itself have beside it.
std::span<const XsSecurityMember> xsSecurityMembers();
std::vector<const XsSecurityMember *> xsSecurityMembersOf(QStringView owner);
const XsSecurityMember *xsSecurityMember(QStringView owner, QStringView name); // null: none such
// The member at a path of names and indices, {"scopes", "0", "name"}; null: none that is known.
const XsSecurityMember *xsSecurityMemberAt(const QStringList &path);
// Whose members an object at a path has; nothing: none that are known.
std::optional<QString> xsSecurityOwnerAt(const QStringList &path);

bool isKnownValue(const XsSecurityMember &member, const QString &value); // or once was
bool fits(const XsSecurityMember &member, const text::Json &value); // its kind, not its limits

// The name in a reference to an attribute, which is a text or an object.
QString nameOfReference(const text::Json &reference);
// Whether a role must give an attribute values, which it must where nothing is said.
bool isValueRequired(const text::Json &attribute);

// In the language of the window.
QString helpOf(const XsSecurityMember &member);
QString limitsOf(const XsSecurityMember &member); // "at most 64 characters, …"; empty: none

} // namespace tokentrail::cap
