// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/say.h"
#include "core/cap/xssecuritymembers.h"
#include "core/cap/xssecurityproblems.h"

#include <QHash>

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

QString inWords(MemberShape shape)
{
    switch (shape) {
    case MemberShape::Text:
        return say(u"xs.kind-text");
    case MemberShape::Flag:
    case MemberShape::TextOrFlag:
        return say(u"xs.kind-flag");
    case MemberShape::Number:
        return say(u"xs.kind-number");
    case MemberShape::Texts:
        return say(u"xs.kind-texts");
    case MemberShape::Objects:
        return say(u"xs.kind-objects");
    case MemberShape::Object:
        return say(u"xs.kind-object");
    case MemberShape::References:
        return say(u"xs.kind-references");
    }
    return {};
}

// "The name of a scope", "xsappname"
QString subjectOf(const XsSecurityMember &member)
{
    if (member.name == u"description")
        return say(u"xs.a-description");
    if (member.name != u"name")
        return member.name.toString();
    static const QHash<QString, QString> ids = {
        {u"attribute-references"_s, u"xs.name-of-attribute-references"_s},
        {u"attributes"_s, u"xs.name-of-attributes"_s},
        {u"role-collections"_s, u"xs.name-of-role-collections"_s},
        {u"role-templates"_s, u"xs.name-of-role-templates"_s},
        {u"scopes"_s, u"xs.name-of-scopes"_s}};
    return say(ids.value(member.owner.toString()));
}

bool consistsOf(const QString &text, QStringView special)
{
    return std::all_of(text.begin(), text.end(), [special](QChar c) {
        return (c.unicode() < 128 && c.isLetterOrNumber()) || special.contains(c);
    });
}

void checkCharacters(const Json &value, const XsSecurityMember &member, ProblemList &problems)
{
    auto text = value.toString();
    if (!text.startsWith(member.prefix))
        return problems.error(
            u"scope-prefix"_s,
            value,
            say(u"xs.scope-prefix",
                {{u"subject", subjectOf(member)}, {u"prefix", member.prefix.toString()}}));
    text = text.mid(member.prefix.size());
    if (!member.prefix.isEmpty() && (text.isEmpty() || text.startsWith(u'.')))
        problems.error(u"name-characters"_s, value, say(u"xs.scope-name"));
    else if (member.characters && !consistsOf(text, *member.characters))
        problems.error(
            u"name-characters"_s,
            value,
            say(u"xs.characters",
                {{u"subject", subjectOf(member)}, {u"characters", member.characters->toString()}}));
}

void checkText(const Json &value, const XsSecurityMember &member, ProblemList &problems)
{
    const auto text = value.toString();
    if (member.mostCharacters > 0 && text.size() > member.mostCharacters)
        problems.error(member.name == u"description" ? u"text-too-long"_s : u"name-too-long"_s,
                       value,
                       say(u"xs.too-long",
                           {{u"subject", subjectOf(member)}, {u"most", member.mostCharacters}}));
    if (!text.isEmpty())
        checkCharacters(value, member, problems);
}

void checkKnown(const Json &value, const XsSecurityMember &member, ProblemList &problems)
{
    if (member.takesOthers || !value.isString() || isKnownValue(member, value.toString()))
        return;
    QStringList known;
    for (const auto each : member.values)
        known << each.toString();
    problems.error(u"value-unknown"_s,
                   value,
                   say(value.toString().isEmpty() ? u"xs.value-empty" : u"xs.value-unknown",
                       {{u"value", value.toString()},
                        {u"name", member.name.toString()},
                        {u"known", known.join(", "_L1)}}));
}

void checkNumber(const Json &value, const XsSecurityMember &member, ProblemList &problems)
{
    if (member.most > 0 && (value.toInteger() < member.least || value.toInteger() > member.most))
        problems.error(u"value-out-of-range"_s,
                       value,
                       say(u"xs.out-of-range",
                           {{u"name", member.name.toString()},
                            {u"least", member.least},
                            {u"most", member.most}}));
}

void checkMembers(const Json &object, QStringView owner, ProblemList &problems);

void checkValue(const Json &value, const XsSecurityMember &member, ProblemList &problems)
{
    if (value.isString()) {
        checkText(value, member, problems);
        checkKnown(value, member, problems);
    } else if (value.isNumber()) {
        checkNumber(value, member, problems);
    }
    if (member.mostEntries > 0 && value.size() > member.mostEntries)
        problems.error(u"too-many"_s,
                       value,
                       say(u"xs.too-many",
                           {{u"most", member.mostEntries},
                            {u"list", member.name.toString()},
                            {u"count", value.size()}}));
    for (const auto &each : value.elements())
        checkKnown(each, member, problems);
}

// What stands inside of a member, whatever else is wrong with it.
void checkInside(const Json &value, const XsSecurityMember &member, ProblemList &problems)
{
    if (member.shape == MemberShape::Object)
        checkMembers(value, member.name, problems);
    if (member.shape != MemberShape::Objects && member.shape != MemberShape::References)
        return;
    for (const auto &each : value.elements())
        checkMembers(each, member.name, problems);
}

void checkMembers(const Json &object, QStringView owner, ProblemList &problems)
{
    for (const auto &member : object.members()) {
        const auto *known = xsSecurityMember(owner, member.name);
        if (!known) {
            problems.add(u"member-unknown"_s,
                         ProblemSeverity::Warning,
                         problems.placeAt(member.nameSpan.begin),
                         say(u"xs.member-unknown", {{u"name", member.name}}));
            continue;
        }
        if (fits(*known, member.value))
            checkValue(member.value, *known, problems);
        else
            problems.error(
                u"wrong-kind"_s,
                member.value,
                say(u"xs.wrong-kind", {{u"name", member.name}, {u"kind", inWords(known->shape)}}));
        checkInside(member.value, *known, problems);
    }
}

} // namespace

void checkShape(const Json &document, ProblemList &problems)
{
    checkMembers(document, u"", problems);
}

void ProblemList::add(const QString &id,
                      ProblemSeverity severity,
                      const Place &place,
                      const QString &sentence)
{
    m_problems.push_back({id, severity, place, sentence});
}

void ProblemList::at(const QString &id,
                     ProblemSeverity severity,
                     const Json &value,
                     const QString &sentence)
{
    add(id, severity, placeAt(std::max<qsizetype>(0, value.span().begin)), sentence);
}

void ProblemList::error(const QString &id, const Json &value, const QString &sentence)
{
    at(id, ProblemSeverity::Error, value, sentence);
}

void ProblemList::warning(const QString &id, const Json &value, const QString &sentence)
{
    at(id, ProblemSeverity::Warning, value, sentence);
}

void ProblemList::hint(const QString &id, const Json &value, const QString &sentence)
{
    at(id, ProblemSeverity::Hint, value, sentence);
}

XsSecurityProblems ProblemList::inOrder() const
{
    auto problems = m_problems;
    std::stable_sort(problems.begin(), problems.end(), [](const auto &left, const auto &right) {
        return std::pair(left.place.line, left.place.column)
            < std::pair(right.place.line, right.place.column);
    });
    return problems;
}

QString nameOf(ProblemSeverity severity)
{
    switch (severity) {
    case ProblemSeverity::Error:
        return u"error"_s;
    case ProblemSeverity::Warning:
        return u"warning"_s;
    case ProblemSeverity::Hint:
        return u"hint"_s;
    }
    return {};
}

} // namespace tokentrail::cap
