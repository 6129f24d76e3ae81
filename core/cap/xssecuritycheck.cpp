// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/xssecuritycheck.h"

#include "core/cap/xssecurityproblems.h"

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

constexpr int maxNameLength = 64; // of attributes, role templates and role collections

bool consistsOf(const QString &name, QStringView special)
{
    return std::all_of(name.begin(), name.end(), [special](QChar c) {
        return (c.unicode() < 128 && c.isLetterOrNumber()) || special.contains(c);
    });
}

const Json &namedIn(const Json &list, const QString &name)
{
    for (const auto &each : list.elements()) {
        if (each[u"name"].toString() == name)
            return each;
    }
    static const Json none;
    return none;
}

class Checker
{
public:
    Checker(const Json &document, ProblemList &problems)
        : m_document(document)
        , m_problems(problems)
    { }

    void run()
    {
        checkApplication();
        checkCount(u"scopes", 500);
        checkCount(u"attributes", 50);
        checkCount(u"role-templates", 500);
        checkCount(u"role-collections", 250);
        checkScopes();
        for (const auto &attribute : m_document[u"attributes"].elements())
            checkAttribute(attribute);
        for (const auto &roleTemplate : m_document[u"role-templates"].elements())
            checkTemplate(roleTemplate);
        for (const auto &collection : m_document[u"role-collections"].elements())
            checkCollection(collection);
        checkUnreachableScopes();
    }

private:
    void checkApplication()
    {
        const auto &name = m_document[u"xsappname"];
        if (name.toString().size() > 100)
            m_problems.error(u"name-too-long"_s, name, u"xsappname may have 100 characters."_s);
        if (name.isString()
            && (name.toString().isEmpty() || !consistsOf(name.toString(), u"-_/\\")))
            m_problems.error(u"name-characters"_s,
                             name,
                             u"xsappname must consist of letters, digits and - _ / \\."_s);
        const auto &mode = m_document[u"tenant-mode"];
        const QStringList modes = {u"dedicated"_s, u"shared"_s, u"external"_s};
        if (mode.isString() && !modes.contains(mode.toString()))
            m_problems.error(
                u"value-unknown"_s, mode, u"tenant-mode is dedicated, shared or external."_s);
    }

    void checkCount(QStringView list, qsizetype limit)
    {
        const auto &entries = m_document[list];
        if (entries.isArray() && entries.size() > limit)
            m_problems.error(
                u"too-many"_s,
                entries,
                u"There may be %1 %2; here are %3."_s.arg(limit).arg(list).arg(entries.size()));
        QStringList seen;
        for (const auto &entry : entries.elements()) {
            const auto name = entry[u"name"].toString();
            if (entry.isObject() && name.isEmpty())
                m_problems.error(
                    u"name-missing"_s, entry, u"An entry of %1 has no name."_s.arg(list));
            else if (seen.contains(name))
                m_problems.error(u"name-twice"_s,
                                 entry[u"name"],
                                 u"%1 stands in %2 twice."_s.arg(name, list.toString()));
            seen << name;
        }
    }

    void checkName(const Json &name, int limit, QStringView special, const QString &what)
    {
        if (!name.isString())
            return;
        if (name.toString().size() > limit)
            m_problems.error(u"name-too-long"_s,
                             name,
                             u"The name of %1 may have %2 characters."_s.arg(what).arg(limit));
        if (!consistsOf(name.toString(), special))
            m_problems.error(u"name-characters"_s,
                             name,
                             u"The name of %1 must consist of letters, digits and \"%2\"."_s.arg(
                                 what, special.toString()));
    }

    void checkScopes()
    {
        qsizetype granted = 0;
        for (const auto &scope : m_document[u"scopes"].elements()) {
            checkScope(scope[u"name"]);
            if (scope[u"granted-apps"].size() + scope[u"grant-as-authority-to-apps"].size() > 0)
                ++granted;
        }
        if (granted > 250)
            m_problems.error(
                u"too-many"_s,
                m_document[u"scopes"],
                u"250 scopes may be granted to other applications; here are %1."_s.arg(granted));
    }

    void checkScope(const Json &name)
    {
        if (!name.isString() || name.toString().isEmpty())
            return;
        const auto prefix = u"$XSAPPNAME."_s;
        const auto text = name.toString();
        if (text.size() > 193)
            m_problems.error(
                u"name-too-long"_s, name, u"The name of a scope may have 193 characters."_s);
        if (!text.startsWith(prefix))
            return m_problems.error(
                u"scope-prefix"_s, name, u"The name of a scope must start with \"$XSAPPNAME.\"."_s);
        const auto local = text.mid(prefix.size());
        if (local.startsWith(u'.') || local.isEmpty())
            m_problems.error(
                u"name-characters"_s, name, u"A scope must have a name that starts with no dot."_s);
        else if (!consistsOf(local, u"-_/\\:."))
            m_problems.error(
                u"name-characters"_s,
                name,
                u"The name of a scope must consist of letters, digits and - _ / \\ : \"."
                "\"."_s);
    }

    void checkAttribute(const Json &attribute)
    {
        checkName(attribute[u"name"], maxNameLength, u"_", u"an attribute"_s);
        const auto &type = attribute[u"valueType"];
        const QStringList types = {u"string"_s, u"s"_s, u"int"_s, u"date"_s};
        if (type.isString() && !types.contains(type.toString()))
            m_problems.error(u"value-unknown"_s, type, u"valueType is string (s), int or date."_s);
    }

    void checkTemplate(const Json &roleTemplate)
    {
        checkName(roleTemplate[u"name"], maxNameLength, u".-_", u"a role template"_s);
        const auto &roleName = roleTemplate[u"default-role-name"];
        if (roleName.toString().size() > 255)
            m_problems.error(
                u"name-too-long"_s, roleName, u"default-role-name may have 255 characters."_s);
        for (const auto &reference : roleTemplate[u"scope-references"].elements()) {
            const auto name = reference.toString();
            if (name.startsWith("$XSAPPNAME."_L1) && namedIn(m_document[u"scopes"], name).isNull())
                m_problems.error(u"reference-unknown"_s,
                                 reference,
                                 u"Scope %1 is not among the scopes."_s.arg(name));
            else if (!name.startsWith(u'$') && !name.isEmpty())
                m_problems.warning(
                    u"reference-without-application"_s,
                    reference,
                    u"%1 names no application; own scopes start with $XSAPPNAME."_s.arg(name));
        }
        for (const auto &reference : roleTemplate[u"attribute-references"].elements()) {
            const auto name = nameOfReference(reference);
            if (!name.isEmpty() && namedIn(m_document[u"attributes"], name).isNull())
                m_problems.error(u"reference-unknown"_s,
                                 reference,
                                 u"Attribute %1 is not among the attributes."_s.arg(name));
        }
        if (const auto attribute = attributeWithoutDefault(roleTemplate); !attribute.isEmpty())
            m_problems.hint(
                u"no-default-role"_s,
                roleTemplate[u"name"],
                u"No role is made of this template by itself: attribute %1 is required and has no "
                "default-values."_s.arg(attribute));
    }

    static QString nameOfReference(const Json &reference)
    {
        return reference.isString() ? reference.toString() : reference[u"name"].toString();
    }

    static bool isRequired(const Json &attribute)
    {
        const auto &required = attribute[u"valueRequired"];
        return attribute.isObject() && required.toBool(required.toString() != "false"_L1);
    }

    QString attributeWithoutDefault(const Json &roleTemplate) const
    {
        for (const auto &reference : roleTemplate[u"attribute-references"].elements()) {
            const auto name = nameOfReference(reference);
            const bool hasDefault = reference[u"default-values"].size() > 0;
            if (!hasDefault && isRequired(namedIn(m_document[u"attributes"], name)))
                return name;
        }
        return {};
    }

    void checkCollection(const Json &collection)
    {
        const auto &name = collection[u"name"];
        if (name.toString().size() > maxNameLength)
            m_problems.error(u"name-too-long"_s,
                             name,
                             u"The name of a role collection may have 64 characters."_s);
        const auto &description = collection[u"description"];
        if (description.toString().size() > 1000)
            m_problems.error(
                u"text-too-long"_s, description, u"A description may have 1000 characters."_s);
        const auto &references = collection[u"role-template-references"];
        if (references.size() == 0)
            m_problems.error(u"references-missing"_s,
                             collection,
                             u"A role collection needs role-template-references."_s);
        for (const auto &reference : references.elements())
            checkTemplateReference(reference);
    }

    void checkTemplateReference(const Json &reference)
    {
        const auto prefix = u"$XSAPPNAME."_s;
        const auto text = reference.toString();
        if (!text.startsWith(prefix)) {
            if (!text.startsWith(u'$') && !text.isEmpty())
                m_problems.error(
                    u"reference-without-application"_s,
                    reference,
                    u"%1 names no application; own templates start with $XSAPPNAME."_s.arg(text));
            return;
        }
        const auto &roleTemplate = namedIn(m_document[u"role-templates"], text.mid(prefix.size()));
        if (roleTemplate.isNull())
            m_problems.error(u"reference-unknown"_s,
                             reference,
                             u"Role template %1 is not among the role-templates."_s.arg(text));
        else if (const auto attribute = attributeWithoutDefault(roleTemplate); !attribute.isEmpty())
            m_problems.error(u"collection-without-default-role"_s,
                             reference,
                             u"%1 yields no default role (attribute %2 is required and has no "
                             u"default-values), so "
                             "no role collection can hold it."_s.arg(text, attribute));
    }

    void checkUnreachableScopes()
    {
        QStringList referenced;
        for (const auto &roleTemplate : m_document[u"role-templates"].elements())
            referenced += roleTemplate[u"scope-references"].toStringList();
        for (const auto &scope : m_document[u"scopes"].elements()) {
            const auto name = scope[u"name"].toString();
            const bool isGranted = scope[u"granted-apps"].size() > 0
                || scope[u"grant-as-authority-to-apps"].size() > 0
                || m_document[u"authorities"].toStringList().contains(name);
            if (!name.isEmpty() && !isGranted && !referenced.contains(name))
                m_problems.warning(
                    u"scope-without-role-template"_s,
                    scope[u"name"],
                    u"No role template holds %1: nobody can be given it."_s.arg(name));
        }
    }

    const Json &m_document;
    ProblemList &m_problems;
};

// What PowerShell's ">" makes of a file, and editors on Windows.
QString encodingTrouble(const QByteArray &source)
{
    if (source.startsWith("\xFF\xFE") || source.startsWith("\xFE\xFF"))
        return u"The file is UTF-16 (a shell's \">\" makes that on Windows); it must be UTF-8."_s;
    if (source.startsWith("\xEF\xBB\xBF"))
        return u"The file starts with a byte order mark; it must be plain UTF-8."_s;
    return {};
}

} // namespace

XsSecurityProblems checkXsSecurity(const QByteArray &source, const QString &file)
{
    ProblemList problems(source, file);
    const auto parsed = text::parseJson(source, file);
    if (!parsed) {
        const auto trouble = encodingTrouble(source);
        const bool isEncoding = !trouble.isEmpty();
        problems.add(isEncoding ? u"encoding"_s : u"json-malformed"_s,
                     ProblemSeverity::Error,
                     parsed.error().place.value_or(Place{file, 1, 1}),
                     isEncoding ? trouble : parsed.error().sentence);
        return problems.inOrder();
    }
    if (!parsed->isObject()) {
        problems.error(u"wrong-kind"_s, *parsed, u"An xs-security.json is an object."_s);
        return problems.inOrder();
    }
    for (const auto &twice : text::duplicateNames(source, *parsed, file))
        problems.add(u"member-twice"_s,
                     ProblemSeverity::Warning,
                     twice.place.value_or(Place{}),
                     twice.sentence);
    checkShape(*parsed, problems);
    Checker(*parsed, problems).run();
    checkOAuthConfiguration((*parsed)[u"oauth2-configuration"], problems);
    return problems.inOrder();
}

} // namespace tokentrail::cap
