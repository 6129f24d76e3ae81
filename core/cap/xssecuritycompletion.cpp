// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/xssecuritycompletion.h"

#include "core/cap/xssecuritymembers.h"
#include "core/cap/xssecurityspot.h"
#include "core/text/json.h"
#include "core/text/loosejson.h"

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::LooseJson;
using Kind = LooseJson::Kind;

namespace {

QString quoted(const QString &word)
{
    return QString::fromUtf8(text::Json(word).toCompact());
}

class Offers
{
public:
    Offers(const QString &text, const LooseJson &root, const Spot &spot)
        : m_text(text)
        , m_root(root)
        , m_spot(spot)
    { }

    QList<Completion> make()
    {
        if (m_spot.isName)
            offerNames();
        else
            offerValues();
        return m_items;
    }

private:
    void offerNames()
    {
        const auto owner = xsSecurityOwnerAt(m_spot.path);
        if (!owner)
            return;
        for (const auto *member : xsSecurityMembersOf(*owner)) {
            const auto *there = m_spot.container->find(member->name);
            if (!there || there->nameBegin == m_spot.begin)
                offerName(*member);
        }
    }

    void offerName(const XsSecurityMember &member)
    {
        Completion item;
        item.word = member.name.toString();
        item.help = helpOf(member);
        item.insert = quoted(item.word);
        if (!behind().startsWith(u':')) { // a new member, not another name for one
            const QString value = emptyValue(member.shape);
            item.insert = commaBefore() + item.insert + u": "_s + value + commaBehind();
            item.back = commaBehind().size() + value.size() / 2;
        }
        m_items << item;
    }

    QStringView behind() const { return QStringView(m_text).sliced(m_spot.end).trimmed(); }

    // The commas that are missing beside what comes to stand between others.
    QString commaBefore() const
    {
        const auto before = QStringView(m_text).first(m_spot.begin).trimmed();
        const bool isFirst = before.endsWith(u'{') || before.endsWith(u'[');
        return isFirst || before.endsWith(u',') ? QString() : u", "_s;
    }
    QString commaBehind() const
    {
        const bool isFollowed = behind().startsWith(u'"') || behind().startsWith(u'{');
        return isFollowed ? u","_s : QString();
    }

    static QString emptyValue(MemberShape shape)
    {
        switch (shape) {
        case MemberShape::Text:
            return u"\"\""_s;
        case MemberShape::Texts:
        case MemberShape::Objects:
        case MemberShape::References:
            return u"[]"_s;
        case MemberShape::Object:
            return u"{}"_s;
        case MemberShape::Flag:
        case MemberShape::TextOrFlag:
        case MemberShape::Number:
            break;
        }
        return {};
    }

    void offerValues()
    {
        const auto *member = xsSecurityMemberAt(m_spot.path);
        if (!member)
            return;
        const bool inList = m_spot.container->kind == Kind::Array;
        if (inList && member->shape == MemberShape::Objects)
            return offerEntry(*member);
        const bool takesWords = inList
            ? member->shape == MemberShape::Texts || member->shape == MemberShape::References
            : member->shape == MemberShape::Text;
        const bool isFlag = !inList
            && (member->shape == MemberShape::Flag || (member->shape == MemberShape::TextOrFlag));
        if (isFlag && !(m_spot.inQuotes && member->shape == MemberShape::Flag)) {
            for (const auto &word : {u"true"_s, u"false"_s})
                m_items << Completion{
                    word, m_spot.inQuotes ? quoted(word) : word, 0, helpOf(*member)};
        }
        if (!takesWords)
            return;
        for (const auto value : member->values)
            offerValue(value.toString(), helpOf(*member));
        offerReferences(*member);
    }

    // An object with an empty name, where nothing has begun.
    void offerEntry(const XsSecurityMember &list)
    {
        const auto *name = xsSecurityMember(list.name, u"name");
        if (!name || m_spot.begin != m_spot.end)
            return;
        const QString entry = u"{\"name\": \""_s + name->prefix.toString() + u"\"}"_s;
        m_items << Completion{
            entry, commaBefore() + entry + commaBehind(), commaBehind().size() + 2, helpOf(list)};
    }

    void offerReferences(const XsSecurityMember &member)
    {
        switch (member.refersTo) {
        case NamesOf::Nothing:
            return;
        case NamesOf::Scopes:
            return offerNamesIn(u"scopes", {});
        case NamesOf::Attributes:
            return offerNamesIn(u"attributes", {});
        case NamesOf::RoleTemplates:
            return offerNamesIn(u"role-templates", u"$XSAPPNAME."_s);
        case NamesOf::Applications:
            Completion item{u"$XSAPPNAME(application,)"_s, {}, 2, helpOf(member)};
            item.insert = quoted(item.word);
            m_items << item;
            return;
        }
    }

    void offerNamesIn(QStringView list, const QString &prefix)
    {
        const auto *entries = m_root.find(list);
        if (!entries)
            return;
        for (const auto &entry : entries->children) {
            const auto *name = entry.find(u"name");
            const auto *description = entry.find(u"description");
            if (name && name->kind == Kind::Text && !name->text.isEmpty())
                offerValue(prefix + name->text, description ? description->text : QString());
        }
    }

    void offerValue(const QString &word, const QString &help)
    {
        const bool inList = m_spot.container->kind == Kind::Array;
        for (const auto &other : m_spot.container->children) {
            if (inList && other.text == word && other.begin != m_spot.begin)
                return; // it is in the list already
        }
        const QString insert =
            inList ? QString(commaBefore() + quoted(word) + commaBehind()) : quoted(word);
        m_items << Completion{word, insert, inList ? commaBehind().size() : 0, help};
    }

    const QString &m_text;
    const LooseJson &m_root;
    const Spot &m_spot;
    QList<Completion> m_items;
};

} // namespace

Completions completionsAt(const QString &text, qsizetype offset)
{
    Completions completions;
    completions.begin = completions.end = offset;
    if (offset < 0 || offset > text.size())
        return completions;
    const auto root = text::readLoosely(text);
    const auto spot = findSpot(text, root, offset);
    if (!spot.found)
        return completions;
    completions.begin = spot.begin;
    completions.end = spot.end;
    completions.inQuotes = spot.inQuotes;
    const auto from = spot.begin + (spot.inQuotes ? 1 : 0);
    completions.typed = text.mid(from, offset - from);
    completions.items = Offers(text, root, spot).make();
    return completions;
}

} // namespace tokentrail::cap
