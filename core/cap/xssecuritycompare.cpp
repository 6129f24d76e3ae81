// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/say.h"
#include "core/cap/xssecuritymembers.h"
#include "core/cap/xssecurityproblems.h"

#include <QSet>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

const Json *namedIn(const Json &list, const QString &name)
{
    for (const auto &each : list.elements()) {
        if (each[u"name"].toString() == name)
            return &each;
    }
    return nullptr;
}

QString typeOf(const Json &attribute)
{
    const auto type = attribute[u"valueType"].toString(u"string"_s);
    return type == "s"_L1 ? u"string"_s : type;
}

const Json *referenceTo(const Json &roleTemplate, const QString &attribute)
{
    for (const auto &reference : roleTemplate[u"attribute-references"].elements()) {
        if (nameOfReference(reference) == attribute)
            return &reference;
    }
    return nullptr;
}

class Comparison
{
public:
    Comparison(const Json &now, const Json &deployed, ProblemList &problems)
        : m_now(now)
        , m_deployed(deployed)
        , m_problems(problems)
    { }

    void run()
    {
        compareApplication();
        for (const auto &attribute : m_now[u"attributes"].elements()) {
            if (const auto *before =
                    namedIn(m_deployed[u"attributes"], attribute[u"name"].toString()))
                compareAttribute(attribute, *before);
        }
        for (const auto &roleTemplate : m_now[u"role-templates"].elements()) {
            if (const auto *before =
                    namedIn(m_deployed[u"role-templates"], roleTemplate[u"name"].toString()))
                compareTemplate(roleTemplate, *before);
        }
        for (const auto &collection : m_now[u"role-collections"].elements()) {
            if (const auto *before =
                    namedIn(m_deployed[u"role-collections"], collection[u"name"].toString()))
                compareCollection(collection, *before);
        }
        tellRemoved(u"role-templates", u"role-template-removed"_s, u"xs.role-template-removed");
        tellRemoved(
            u"role-collections", u"role-collection-removed"_s, u"xs.role-collection-removed");
        tellRemoved(u"scopes", u"scope-removed"_s, u"xs.scope-removed");
    }

private:
    void compareApplication()
    {
        const auto before = m_deployed[u"xsappname"].toString().section(u'!', 0, 0);
        const auto &now = m_now[u"xsappname"];
        if (!before.isEmpty() && now.isString() && now.toString() != before)
            m_problems.error(
                u"xsappname-changed"_s, now, say(u"xs.xsappname-changed", {{u"before", before}}));
        const auto modeBefore = m_deployed[u"tenant-mode"].toString(u"dedicated"_s);
        const auto modeNow = m_now[u"tenant-mode"].toString(u"dedicated"_s);
        if (modeNow != modeBefore)
            m_problems.warning(
                u"tenant-mode-changed"_s,
                m_now.contains(u"tenant-mode") ? m_now[u"tenant-mode"] : m_now,
                say(u"xs.tenant-mode-changed", {{u"before", modeBefore}, {u"now", modeNow}}));
    }

    void compareAttribute(const Json &now, const Json &before)
    {
        if (typeOf(now) != typeOf(before))
            m_problems.error(u"value-type-changed"_s,
                             now.contains(u"valueType") ? now[u"valueType"] : now,
                             say(u"xs.value-type-changed",
                                 {{u"name", now[u"name"].toString()}, {u"type", typeOf(before)}}));
        if (isValueRequired(now) && !isValueRequired(before))
            m_problems.error(
                u"attribute-became-required"_s,
                now.contains(u"valueRequired") ? now[u"valueRequired"] : now,
                say(u"xs.attribute-became-required", {{u"name", now[u"name"].toString()}}));
    }

    void compareTemplate(const Json &now, const Json &before)
    {
        for (const auto &reference : now[u"attribute-references"].elements()) {
            const auto attribute = nameOfReference(reference);
            const auto *old = referenceTo(before, attribute);
            if (!old)
                m_problems.error(
                    u"attribute-reference-added"_s,
                    reference,
                    say(u"xs.attribute-reference-added",
                        {{u"name", now[u"name"].toString()}, {u"attribute", attribute}}));
            else if (!((*old)[u"default-values"] == reference[u"default-values"]))
                m_problems.error(u"default-values-changed"_s,
                                 reference,
                                 say(u"xs.default-values-changed", {{u"attribute", attribute}}));
        }
    }

    void compareCollection(const Json &now, const Json &before)
    {
        const auto templatesOf = [](const Json &collection) {
            const auto names = collection[u"role-template-references"].toStringList();
            return QSet<QString>(names.begin(), names.end());
        };
        if (templatesOf(now) != templatesOf(before))
            m_problems.warning(
                u"role-collection-changed"_s,
                now[u"role-template-references"],
                say(u"xs.role-collection-changed", {{u"name", now[u"name"].toString()}}));
    }

    void tellRemoved(QStringView list, const QString &id, QStringView sentence)
    {
        for (const auto &before : m_deployed[list].elements()) {
            const auto name = before[u"name"].toString();
            if (!name.isEmpty() && !namedIn(m_now[list], name))
                m_problems.warning(id,
                                   m_now.contains(list) ? m_now[list] : m_now,
                                   say(sentence, {{u"name", name}}));
        }
    }

    const Json &m_now;
    const Json &m_deployed;
    ProblemList &m_problems;
};

} // namespace

XsSecurityProblems
compareXsSecurity(const QByteArray &source, const Json &deployed, const QString &file)
{
    ProblemList problems(source, file);
    const auto now = text::parseJson(source, file);
    if (now && now->isObject())
        Comparison(*now, deployed, problems).run();
    return problems.inOrder();
}

} // namespace tokentrail::cap
