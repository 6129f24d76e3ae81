// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/xssecurity.h"
#include "core/text/edit.h"

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

Json *findNamed(Json &list, const QString &name)
{
    const auto found =
        std::find_if(list.elements().begin(), list.elements().end(), [&name](const Json &each) {
            return each[u"name"].toString() == name;
        });
    return found == list.elements().end() ? nullptr : &*found;
}

void addMissingMembers(Json &target, const Json &source)
{
    for (const auto &member : source.members()) {
        if (!target.contains(member.name))
            target.set(member.name, member.value);
    }
}

// cds keeps entries by their names, so that of two with one name the later counts.
Json *findLastNamed(Json &list, const QString &name)
{
    const auto found =
        std::find_if(list.elements().rbegin(), list.elements().rend(), [&name](const Json &each) {
            return each[u"name"].toString() == name;
        });
    return found == list.elements().rend() ? nullptr : &*found;
}

// cds 9: whole members that are missing, and scopes by name.
void mergeAsCds9(Json &target, const Json &source)
{
    addMissingMembers(target, source);
    auto *scopes = target.find(u"scopes");
    if (!scopes || !scopes->isArray())
        return;
    for (const auto &scope : source[u"scopes"].elements()) {
        if (auto *existing = findLastNamed(*scopes, scope[u"name"].toString()))
            addMissingMembers(*existing, scope);
        else
            scopes->append(scope);
    }
}

bool contradicts(const Json &left, const Json &right)
{
    return std::any_of(
        left.members().begin(), left.members().end(), [&right](const Json::Member &member) {
            const auto *other = right.find(member.name);
            const auto isScalar = [](const Json &json) {
                return !json.isArray() && !json.isObject() && !json.isNull();
            };
            return other && (isScalar(member.value) || isScalar(*other))
                && !(member.value == *other);
        });
}

bool isSame(const Json &left, const Json &right)
{
    if (left.isObject() && right.isObject())
        return !contradicts(left, right) && !contradicts(right, left);
    return left == right;
}

Json *findSame(Json &list, const Json &item)
{
    const auto found = std::find_if(list.elements().begin(),
                                    list.elements().end(),
                                    [&item](const Json &each) { return isSame(each, item); });
    return found == list.elements().end() ? nullptr : &*found;
}

// cds 10: recursively; what does not contradict is united.
void unite(Json &target, const Json &source)
{
    if (target.isObject() && source.isObject()) {
        for (const auto &member : source.members()) {
            if (auto *existing = target.find(member.name))
                unite(*existing, member.value);
            else
                target.set(member.name, member.value);
        }
    } else if (target.isArray() && source.isArray()) {
        for (const auto &item : source.elements()) {
            if (auto *existing = findSame(target, item))
                unite(*existing, item);
            else if (!item.isObject() && !item.isArray())
                target.append(item);
        }
    }
}

void mergeAsCds10(Json &target, const Json &source)
{
    unite(target, source);
    auto *scopes = target.find(u"scopes");
    if (!scopes || !scopes->isArray())
        return;
    for (const auto &scope : source[u"scopes"].elements()) {
        if (!findSame(*scopes, scope))
            scopes->append(scope);
    }
}

QStringList scopesWithoutTemplate(const Json &document)
{
    QStringList referenced;
    for (const auto &each : document[u"role-templates"].elements())
        referenced += each[u"scope-references"].toStringList();
    QStringList missing;
    for (const auto &scope : document[u"scopes"].elements()) {
        const auto name = scope[u"name"].toString();
        if (!referenced.contains(name) && !missing.contains(name))
            missing << name;
    }
    return missing;
}

class Repair
{
public:
    explicit Repair(MergedXsSecurity &merged)
        : m_merged(merged)
    { }

    void run(const Json &generated)
    {
        for (const auto &attribute : generated[u"attributes"].elements())
            addNamed(u"attributes"_s, u"attribute"_s, attribute);
        for (const auto &roleTemplate : generated[u"role-templates"].elements()) {
            auto *existing = findNamed(*m_merged.document.find(u"role-templates"),
                                       roleTemplate[u"name"].toString());
            if (!existing) {
                addNamed(u"role-templates"_s, u"role-template"_s, roleTemplate);
                continue;
            }
            addReferences(*existing, roleTemplate, u"scope-references"_s);
            addReferences(*existing, roleTemplate, u"attribute-references"_s);
        }
    }

private:
    void addNamed(const QString &member, const QString &kind, const Json &entry)
    {
        auto &list = *m_merged.document.find(member);
        const auto name = entry[u"name"].toString();
        if (!list.isArray() || findNamed(list, name))
            return;
        list.append(entry);
        m_merged.notes << u"%1 \"%2\" was added; cds add xsuaa would have left it out"_s.arg(kind,
                                                                                             name);
    }

    static bool refersTo(const Json &references, const QString &name)
    {
        return std::any_of(
            references.elements().begin(), references.elements().end(), [&name](const Json &each) {
                return each.toString() == name || each[u"name"].toString() == name;
            });
    }

    void addReferences(Json &existing, const Json &roleTemplate, const QString &member)
    {
        for (const auto &name : roleTemplate[member].toStringList()) {
            if (refersTo(existing[member], name))
                continue;
            if (!existing[member].isArray())
                existing.set(member, Json::array());
            existing.find(member)->append(name);
            m_merged.notes
                << u"role-template \"%1\" received %2; cds add xsuaa would have left it as it was"_s
                       .arg(existing[u"name"].toString(), name);
        }
    }

    MergedXsSecurity &m_merged;
};

} // namespace

Json xsSecurityWithoutModel()
{
    return Json::object({{u"scopes"_s, Json::array()},
                         {u"attributes"_s, Json::array()},
                         {u"role-templates"_s, Json::array()},
                         {u"authorities-inheritance"_s, false}});
}

MergedXsSecurity mergeXsSecurity(Json existing, const Json &generated, MergeStyle style)
{
    MergedXsSecurity merged;
    merged.document = std::move(existing);
    if (!merged.document.isObject())
        merged.document = Json::object();
    if (style == MergeStyle::AsCds10)
        mergeAsCds10(merged.document, generated);
    else
        mergeAsCds9(merged.document, generated);
    if (style == MergeStyle::Repaired)
        Repair(merged).run(generated);
    for (const auto &scope : scopesWithoutTemplate(merged.document))
        merged.notes << u"no role-template holds scope %1, so nobody can be given it"_s.arg(scope);
    return merged;
}

namespace {

// Entry by entry, so that what is there keeps its shape.
Result<void> mergeList(text::JsonEditor &editor, const QString &name, const Json &list)
{
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QStringList path = {name, QString::number(i)};
        const auto &entry = list.elements()[size_t(i)];
        const auto *before = editor.find(path);
        if (before && *before == entry)
            continue;
        const auto done = before ? editor.set(path, entry) : editor.insert({name}, i, entry);
        if (!done)
            return done;
    }
    return {};
}

} // namespace

Result<void> mergeInto(text::JsonEditor &editor, const Json &merged)
{
    for (const auto &member : merged.members()) {
        const auto *before = editor.find({member.name});
        if (before && *before == member.value)
            continue;
        const bool grows = before && before->isArray() && before->size() > 0
            && member.value.size() >= before->size();
        const auto done = grows ? mergeList(editor, member.name, member.value)
                                : editor.set({member.name}, member.value);
        if (!done)
            return done;
    }
    return {};
}

} // namespace tokentrail::cap
