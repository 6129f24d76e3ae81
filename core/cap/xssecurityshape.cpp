// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/xssecurityproblems.h"

#include <algorithm>
#include <iterator>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

enum class Shape : quint8 { Text, Flag, Number, Texts, Objects, Object, References, TextOrFlag };

struct MemberShape
{
    QStringView owner; // "" is the document
    QStringView name;
    Shape shape;
};

constexpr MemberShape members[] = {
    {u"", u"xsappname", Shape::Text},
    {u"", u"tenant-mode", Shape::Text},
    {u"", u"description", Shape::Text},
    {u"", u"scopes", Shape::Objects},
    {u"", u"attributes", Shape::Objects},
    {u"", u"role-templates", Shape::Objects},
    {u"", u"role-collections", Shape::Objects},
    {u"", u"authorities", Shape::Texts},
    {u"", u"foreign-scope-references", Shape::Texts},
    {u"", u"oauth2-configuration", Shape::Object},
    {u"", u"xsenableasyncservice", Shape::TextOrFlag},
    {u"", u"authorities-inheritance", Shape::Flag},
    {u"scopes", u"name", Shape::Text},
    {u"scopes", u"description", Shape::Text},
    {u"scopes", u"granted-apps", Shape::Texts},
    {u"scopes", u"grant-as-authority-to-apps", Shape::Texts},
    {u"attributes", u"name", Shape::Text},
    {u"attributes", u"description", Shape::Text},
    {u"attributes", u"valueType", Shape::Text},
    {u"attributes", u"valueRequired", Shape::TextOrFlag},
    {u"role-templates", u"name", Shape::Text},
    {u"role-templates", u"description", Shape::Text},
    {u"role-templates", u"default-role-name", Shape::Text},
    {u"role-templates", u"scope-references", Shape::Texts},
    {u"role-templates", u"attribute-references", Shape::References},
    {u"role-collections", u"name", Shape::Text},
    {u"role-collections", u"description", Shape::Text},
    {u"role-collections", u"role-template-references", Shape::Texts},
    {u"oauth2-configuration", u"token-validity", Shape::Number},
    {u"oauth2-configuration", u"refresh-token-validity", Shape::Number},
    {u"oauth2-configuration", u"redirect-uris", Shape::Texts},
    {u"oauth2-configuration", u"credential-types", Shape::Texts},
    {u"oauth2-configuration", u"system-attributes", Shape::Texts},
    {u"oauth2-configuration", u"allowedproviders", Shape::Texts},
    {u"oauth2-configuration", u"autoapprove", Shape::TextOrFlag},
    {u"oauth2-configuration", u"grant-types", Shape::Texts}};

QString inWords(Shape shape)
{
    switch (shape) {
    case Shape::Text:
        return u"a text"_s;
    case Shape::Flag:
    case Shape::TextOrFlag:
        return u"true or false"_s;
    case Shape::Number:
        return u"a number"_s;
    case Shape::Texts:
        return u"a list of texts"_s;
    case Shape::Objects:
        return u"a list of objects"_s;
    case Shape::Object:
        return u"an object"_s;
    case Shape::References:
        return u"a list of names, or of objects with name and default-values"_s;
    }
    return {};
}

template<typename Test>
bool isListOf(const Json &json, Test test)
{
    return json.isArray() && std::all_of(json.elements().begin(), json.elements().end(), test);
}

bool fits(const Json &json, Shape shape)
{
    const auto isText = [](const Json &each) {
        return each.isString();
    };
    const auto isObject = [](const Json &each) {
        return each.isObject();
    };
    const auto isReference = [](const Json &each) {
        return each.isString() || (each.isObject() && each[u"name"].isString());
    };
    switch (shape) {
    case Shape::Text:
        return json.isString();
    case Shape::Flag:
        return json.isBool();
    case Shape::TextOrFlag:
        return json.isBool() || json.toString() == "true"_L1 || json.toString() == "false"_L1;
    case Shape::Number:
        return json.isNumber();
    case Shape::Texts:
        return isListOf(json, isText);
    case Shape::Objects:
        return isListOf(json, isObject);
    case Shape::Object:
        return json.isObject();
    case Shape::References:
        return isListOf(json, isReference);
    }
    return false;
}

void checkMembers(const Json &object, QStringView owner, ProblemList &problems)
{
    for (const auto &member : object.members()) {
        const auto known =
            std::find_if(std::begin(members), std::end(members), [&](const auto &each) {
                return each.owner == owner && each.name == member.name;
            });
        if (known == std::end(members))
            problems.add(u"member-unknown"_s,
                         ProblemSeverity::Warning,
                         problems.placeAt(member.nameSpan.begin),
                         u"\"%1\" is no documented member here."_s.arg(member.name));
        else if (!fits(member.value, known->shape))
            problems.error(u"wrong-kind"_s,
                           member.value,
                           u"\"%1\" must be %2."_s.arg(member.name, inWords(known->shape)));
    }
}

} // namespace

void checkShape(const Json &document, ProblemList &problems)
{
    checkMembers(document, u"", problems);
    for (const auto list : {u"scopes", u"attributes", u"role-templates", u"role-collections"}) {
        for (const auto &each : document[list].elements())
            checkMembers(each, list, problems);
    }
    checkMembers(document[u"oauth2-configuration"], u"oauth2-configuration", problems);
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
