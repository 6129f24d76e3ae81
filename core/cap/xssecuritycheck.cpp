// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/xssecuritycheck.h"

#include "core/cap/xssecuritymembers.h"
#include "core/cap/xssecurityproblems.h"

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

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
        for (const auto list : {u"scopes", u"attributes", u"role-templates", u"role-collections"})
            checkNames(list);
        checkGranted();
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
        if (name.isString() && name.toString().isEmpty())
            m_problems.error(u"name-characters"_s, name, u"xsappname is empty."_s);
    }

    void checkNames(QStringView list)
    {
        const auto &entries = m_document[list];
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

    void checkGranted()
    {
        qsizetype granted = 0;
        for (const auto &scope : m_document[u"scopes"].elements()) {
            if (scope[u"granted-apps"].size() + scope[u"grant-as-authority-to-apps"].size() > 0)
                ++granted;
        }
        if (granted > 250)
            m_problems.error(
                u"too-many"_s,
                m_document[u"scopes"],
                u"250 scopes may be granted to other applications; here are %1."_s.arg(granted));
    }

    void checkTemplate(const Json &roleTemplate)
    {
        for (const auto &reference : roleTemplate[u"scope-references"].elements()) {
            const auto name = reference.toString();
            if (name.startsWith("$XSAPPNAME."_L1) && namedIn(m_document[u"scopes"], name).isNull())
                m_problems.error(u"reference-unknown"_s,
                                 reference,
                                 u"Scope %1 is not among the scopes."_s.arg(name));
            else if (!name.startsWith(u'$') && !name.isEmpty() && !isOfTheService(name))
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

    // uaa.user belongs to no application.
    static bool isOfTheService(const QString &scope)
    {
        return isKnownValue(*xsSecurityMember(u"role-templates", u"scope-references"), scope);
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
