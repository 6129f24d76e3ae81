// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/xssecuritycheck.h"

#include "core/cap/say.h"
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
        for (const auto *member : xsSecurityMembersOf(u"")) {
            if (member->shape == MemberShape::Objects)
                checkNames(member->name);
        }
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
            m_problems.error(u"name-characters"_s, name, say(u"xs.name-empty"));
    }

    void checkNames(QStringView list)
    {
        const auto &entries = m_document[list];
        QStringList seen;
        for (const auto &entry : entries.elements()) {
            const auto name = entry[u"name"].toString();
            if (entry.isObject() && name.isEmpty())
                m_problems.error(u"name-missing"_s,
                                 entry,
                                 say(u"xs.name-missing", {{u"list", list.toString()}}));
            else if (seen.contains(name))
                m_problems.error(
                    u"name-twice"_s,
                    entry[u"name"],
                    say(u"xs.name-twice", {{u"name", name}, {u"list", list.toString()}}));
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
            m_problems.error(u"too-many"_s,
                             m_document[u"scopes"],
                             say(u"xs.granted-too-many", {{u"count", granted}}));
    }

    void checkTemplate(const Json &roleTemplate)
    {
        for (const auto &reference : roleTemplate[u"scope-references"].elements()) {
            const auto name = reference.toString();
            if (name.startsWith("$XSAPPNAME."_L1) && namedIn(m_document[u"scopes"], name).isNull())
                m_problems.error(
                    u"reference-unknown"_s, reference, say(u"xs.scope-unknown", {{u"name", name}}));
            else if (!name.startsWith(u'$') && !name.isEmpty() && !isOfTheService(name))
                m_problems.warning(u"reference-without-application"_s,
                                   reference,
                                   say(u"xs.scope-without-application", {{u"name", name}}));
        }
        for (const auto &reference : roleTemplate[u"attribute-references"].elements()) {
            const auto name = nameOfReference(reference);
            if (!name.isEmpty() && namedIn(m_document[u"attributes"], name).isNull())
                m_problems.error(u"reference-unknown"_s,
                                 reference,
                                 say(u"xs.attribute-unknown", {{u"name", name}}));
        }
        if (const auto attribute = attributeWithoutDefault(roleTemplate); !attribute.isEmpty())
            m_problems.hint(u"no-default-role"_s,
                            roleTemplate[u"name"],
                            say(u"xs.no-default-role", {{u"attribute", attribute}}));
    }

    // uaa.user belongs to no application.
    static bool isOfTheService(const QString &scope)
    {
        return isKnownValue(*xsSecurityMember(u"role-templates", u"scope-references"), scope);
    }

    QString attributeWithoutDefault(const Json &roleTemplate) const
    {
        for (const auto &reference : roleTemplate[u"attribute-references"].elements()) {
            const auto name = nameOfReference(reference);
            const bool hasDefault = reference[u"default-values"].size() > 0;
            const auto &attribute = namedIn(m_document[u"attributes"], name);
            if (!hasDefault && attribute.isObject() && isValueRequired(attribute))
                return name;
        }
        return {};
    }

    void checkCollection(const Json &collection)
    {
        const auto &references = collection[u"role-template-references"];
        if (references.size() == 0)
            m_problems.error(u"references-missing"_s, collection, say(u"xs.references-missing"));
        for (const auto &reference : references.elements())
            checkTemplateReference(reference);
    }

    void checkTemplateReference(const Json &reference)
    {
        const auto prefix = u"$XSAPPNAME."_s;
        const auto text = reference.toString();
        if (!text.startsWith(prefix)) {
            if (!text.startsWith(u'$') && !text.isEmpty())
                m_problems.error(u"reference-without-application"_s,
                                 reference,
                                 say(u"xs.template-without-application", {{u"name", text}}));
            return;
        }
        const auto &roleTemplate = namedIn(m_document[u"role-templates"], text.mid(prefix.size()));
        if (roleTemplate.isNull())
            m_problems.error(
                u"reference-unknown"_s, reference, say(u"xs.template-unknown", {{u"name", text}}));
        else if (const auto attribute = attributeWithoutDefault(roleTemplate); !attribute.isEmpty())
            m_problems.error(u"collection-without-default-role"_s,
                             reference,
                             say(u"xs.collection-without-default-role",
                                 {{u"name", text}, {u"attribute", attribute}}));
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
                m_problems.warning(u"scope-without-role-template"_s,
                                   scope[u"name"],
                                   say(u"xs.scope-without-role-template", {{u"name", name}}));
        }
    }

    const Json &m_document;
    ProblemList &m_problems;
};

// What PowerShell's ">" makes of a file, and editors on Windows.
QString encodingTrouble(const QByteArray &source)
{
    if (source.startsWith("\xFF\xFE") || source.startsWith("\xFE\xFF"))
        return say(u"xs.encoding-utf16");
    if (source.startsWith("\xEF\xBB\xBF"))
        return say(u"xs.encoding-mark");
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
        problems.error(u"wrong-kind"_s, *parsed, say(u"xs.no-object"));
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
