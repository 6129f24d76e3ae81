// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/xssecuritymembers.h"

#include "core/text/json.h"
#include "core/text/jsvalue.h"

#include <QCoreApplication>

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tokentrail::cap::XsSecurityMember)
};

template<typename Test>
bool isListOf(const Json &json, Test test)
{
    return json.isArray() && std::all_of(json.elements().begin(), json.elements().end(), test);
}

bool holds(std::span<const QStringView> values, const QString &value)
{
    return std::find(values.begin(), values.end(), value) != values.end();
}

} // namespace

std::vector<const XsSecurityMember *> xsSecurityMembersOf(QStringView owner)
{
    std::vector<const XsSecurityMember *> found;
    for (const auto &member : xsSecurityMembers()) {
        if (member.owner == owner)
            found.push_back(&member);
    }
    return found;
}

const XsSecurityMember *xsSecurityMember(QStringView owner, QStringView name)
{
    const auto all = xsSecurityMembers();
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto &member) {
        return member.owner == owner && member.name == name;
    });
    return found == all.end() ? nullptr : &*found;
}

std::optional<QString> xsSecurityOwnerAt(const QStringList &path)
{
    QString owner;
    for (qsizetype i = 0; i < path.size(); ++i) {
        const auto *member = xsSecurityMember(owner, path[i]);
        if (!member)
            return std::nullopt;
        const bool isList =
            member->shape == MemberShape::Objects || member->shape == MemberShape::References;
        if (!isList && member->shape != MemberShape::Object)
            return std::nullopt;
        if (isList && (++i == path.size() || !text::jsArrayIndex(path[i])))
            return std::nullopt;
        owner = member->name.toString();
    }
    return owner;
}

const XsSecurityMember *xsSecurityMemberAt(const QStringList &path)
{
    if (path.isEmpty())
        return nullptr;
    const auto owner = xsSecurityOwnerAt(path.first(path.size() - 1));
    return owner ? xsSecurityMember(*owner, path.constLast()) : nullptr;
}

QString nameOfReference(const Json &reference)
{
    return reference.isString() ? reference.toString() : reference[u"name"].toString();
}

bool isValueRequired(const Json &attribute)
{
    const auto &required = attribute[u"valueRequired"];
    return required.toBool(required.toString() != "false"_L1);
}

bool isKnownValue(const XsSecurityMember &member, const QString &value)
{
    return holds(member.values, value) || holds(member.retired, value);
}

bool fits(const XsSecurityMember &member, const Json &value)
{
    switch (member.shape) {
    case MemberShape::Text:
        return value.isString();
    case MemberShape::Flag:
        return value.isBool();
    case MemberShape::TextOrFlag:
        return value.isBool() || value.toString() == "true"_L1 || value.toString() == "false"_L1;
    case MemberShape::Number:
        return value.isNumber();
    case MemberShape::Texts:
        return isListOf(value, [](const Json &each) { return each.isString(); });
    case MemberShape::Objects:
        return isListOf(value, [](const Json &each) { return each.isObject(); });
    case MemberShape::Object:
        return value.isObject();
    case MemberShape::References:
        return isListOf(value, [](const Json &each) {
            return each.isString() || (each.isObject() && each[u"name"].isString());
        });
    }
    return false;
}

QString helpOf(const XsSecurityMember &member)
{
    return Words::tr(member.help);
}

QString limitsOf(const XsSecurityMember &member)
{
    QStringList limits;
    if (!member.prefix.isEmpty())
        limits << Words::tr("starts with %1").arg(member.prefix);
    if (member.mostCharacters > 0)
        limits << Words::tr("at most %n character(s)", nullptr, member.mostCharacters);
    if (member.characters)
        limits
            << (member.characters->isEmpty()
                    ? Words::tr("letters and digits")
                    : Words::tr("letters, digits and %1")
                          .arg(
                              member.characters->toString().split(QString()).join(u' ').trimmed()));
    if (member.mostEntries > 0)
        limits << Words::tr("at most %n entry(s)", nullptr, member.mostEntries);
    if (member.most > 0)
        limits << Words::tr("%1 to %2 seconds").arg(member.least).arg(member.most);
    if (!member.standard.isEmpty())
        limits << Words::tr("%1 where it is missing").arg(member.standard);
    return limits.join(u" · "_s);
}

} // namespace tokentrail::cap
