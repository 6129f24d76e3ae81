// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/xssecurityedit.h"

#include "core/cap/say.h"
#include "core/cap/xssecuritymembers.h"

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

const auto own = u"$XSAPPNAME."_s;

// How references spell the name of an entry of a list.
QString spelling(const QString &list, const QString &name)
{
    return list == "role-templates"_L1 ? QString(own + name) : name;
}

qsizetype indexIn(const Json &list, const QString &name)
{
    const auto &elements = list.elements();
    const auto found = std::find_if(elements.begin(), elements.end(), [&name](const Json &each) {
        return nameOfReference(each) == name;
    });
    return found == elements.end() ? -1 : found - elements.begin();
}

Json newEntry(const QString &list, const QString &name)
{
    auto entry = Json::object({{u"name"_s, name}});
    if (list == "role-templates"_L1)
        entry.set(u"scope-references"_s, Json::array());
    if (list == "role-collections"_L1)
        entry.set(u"role-template-references"_s, Json::array());
    return entry;
}

QString freeName(const Json &entries, const QString &list)
{
    const QString stem = list == "scopes"_L1 ? QString(own + u"NewScope"_s)
        : list == "attributes"_L1            ? u"newAttribute"_s
        : list == "role-templates"_L1        ? u"NewRoleTemplate"_s
                                             : u"NewRoleCollection"_s;
    auto name = stem;
    for (int i = 2; indexIn(entries, name) >= 0; ++i)
        name = stem + QString::number(i);
    return name;
}

} // namespace

Result<XsSecurityEdit> XsSecurityEdit::open(const QByteArray &text)
{
    auto editor = text::JsonEditor::open(text, u"xs-security.json"_s);
    if (!editor)
        return editor.error();
    return XsSecurityEdit(*std::move(editor));
}

// Several splices or none.
Result<void> XsSecurityEdit::whole(Result<void> done, const text::JsonEditor &before)
{
    if (!done)
        m_editor = before;
    return done;
}

Result<void> XsSecurityEdit::set(const QStringList &path, const Json &value)
{
    return m_editor.set(path, value);
}

Result<void> XsSecurityEdit::remove(const QStringList &path)
{
    return m_editor.find(path) ? m_editor.remove(path) : Result<void>();
}

Result<void> XsSecurityEdit::setTexts(const QStringList &path, const QStringList &texts)
{
    const auto *list = m_editor.find(path);
    if (!list)
        return texts.isEmpty() ? Result<void>() : m_editor.set(path, Json::array(texts));
    const auto before = m_editor;
    const auto is = [&](qsizetype at, const QString &text) {
        const auto &element = m_editor.find(path)->elements()[size_t(at)];
        return element.isString() && element.toString() == text;
    };
    const auto size = list->size();
    qsizetype head = 0;
    while (head < std::min(size, texts.size()) && is(head, texts[head]))
        ++head;
    qsizetype tail = 0;
    while (tail < std::min(size, texts.size()) - head
           && is(size - 1 - tail, texts[texts.size() - 1 - tail]))
        ++tail;
    const auto replaced = std::min(size, texts.size()) - head - tail;
    Result<void> done;
    for (auto i = head; i < head + replaced && done; ++i)
        done = m_editor.set(path + QStringList{QString::number(i)}, texts[i]);
    for (auto i = head + replaced; i < texts.size() - tail && done; ++i)
        done = m_editor.insert(path, i, texts[i]);
    for (auto i = size; i > texts.size() && done; --i)
        done = m_editor.remove(path + QStringList{QString::number(i - 1 - tail)});
    return whole(done, before);
}

Result<void> XsSecurityEdit::setListed(const QStringList &path, const QString &name, bool listed)
{
    const auto *list = m_editor.find(path);
    const auto index = list ? indexIn(*list, name) : -1;
    if (listed == (index >= 0))
        return {};
    if (!listed)
        return m_editor.remove(path + QStringList{QString::number(index)});
    return list ? m_editor.insert(path, list->size(), name)
                : m_editor.set(path, Json::array(QStringList{name}));
}

Result<void> XsSecurityEdit::setDefaultValues(const QStringList &referencesPath,
                                              const QString &attribute,
                                              const QStringList &values)
{
    const auto *list = m_editor.find(referencesPath);
    const auto index = list ? indexIn(*list, attribute) : -1;
    if (index < 0)
        return {};
    const QStringList path = referencesPath + QStringList{QString::number(index)};
    const auto &reference = list->elements()[size_t(index)];
    if (reference.isObject()) {
        if (values.isEmpty() && !reference.contains(u"default-values"))
            return {};
        if (values.isEmpty() && reference.size() == 2)
            return m_editor.set(path, attribute);
        if (values.isEmpty())
            return remove(path + QStringList{u"default-values"_s});
        return setTexts(path + QStringList{u"default-values"_s}, values);
    }
    if (values.isEmpty())
        return {};
    return m_editor.set(
        path, Json::object({{u"name"_s, attribute}, {u"default-values"_s, Json::array(values)}}));
}

Result<QStringList> XsSecurityEdit::addEntry(const QString &list)
{
    const auto *entries = m_editor.find({list});
    const auto size = entries ? entries->size() : 0;
    const auto entry = newEntry(list, freeName(json()[list], list));
    auto array = Json::array();
    array.append(entry);
    const auto done = entries ? m_editor.insert({list}, size, entry) : m_editor.set({list}, array);
    if (!done)
        return done.error();
    return QStringList{list, QString::number(size)};
}

QList<QStringList> XsSecurityEdit::referencesTo(const QStringList &entry) const
{
    const auto *found = m_editor.find(entry);
    const auto list = entry.value(0);
    const auto name = found ? (*found)[u"name"].toString() : QString();
    QList<QStringList> paths;
    if (name.isEmpty())
        return paths;
    const auto lookInto = [&](const QStringList &path) {
        const auto *references = m_editor.find(path);
        for (qsizetype i = 0; references && i < qsizetype(references->elements().size()); ++i) {
            const auto &reference = references->elements()[size_t(i)];
            if (nameOfReference(reference) != spelling(list, name))
                continue;
            auto at = path + QStringList{QString::number(i)};
            if (reference.isObject())
                at << u"name"_s;
            paths << at;
        }
    };
    const auto lookIntoEach = [&](const QString &owner, const QString &member) {
        for (qsizetype i = 0; i < json()[owner].size(); ++i)
            lookInto({owner, QString::number(i), member});
    };
    if (list == "scopes"_L1) {
        lookIntoEach(u"role-templates"_s, u"scope-references"_s);
        lookInto({u"authorities"_s});
        lookInto({u"foreign-scope-references"_s});
    } else if (list == "attributes"_L1) {
        lookIntoEach(u"role-templates"_s, u"attribute-references"_s);
    } else if (list == "role-templates"_L1) {
        lookIntoEach(u"role-collections"_s, u"role-template-references"_s);
    }
    return paths;
}

Result<int> XsSecurityEdit::rename(const QStringList &entry, const QString &name)
{
    const auto *found = m_editor.find(entry);
    if (!found || name.isEmpty())
        return Error{ErrorCode::InvalidInput, say(u"xs.edit-no-name")};
    const auto before = (*found)[u"name"].toString();
    if (before == name)
        return 0;
    const auto &entries = json()[entry.constFirst()];
    if (indexIn(entries, name) >= 0)
        return Error{ErrorCode::Conflict, say(u"xs.edit-name-taken", {{u"name", name}})};
    // Of two entries with one name the other one keeps the references.
    const auto sameName =
        std::count_if(entries.elements().begin(),
                      entries.elements().end(),
                      [&before](const Json &each) { return each[u"name"].toString() == before; });
    const auto references = sameName > 1 ? QList<QStringList>() : referencesTo(entry);
    const auto undone = m_editor;
    auto done = m_editor.set(entry + QStringList{u"name"_s}, name);
    for (const auto &reference : references) {
        if (done)
            done = m_editor.set(reference, spelling(entry.constFirst(), name));
    }
    if (const auto all = whole(done, undone); !all)
        return all.error();
    return int(references.size());
}

} // namespace tokentrail::cap
