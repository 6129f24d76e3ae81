// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/xssecurityspot.h"

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::LooseJson;
using Kind = LooseJson::Kind;

namespace {

// Inside of a word, or behind one that nothing ends.
bool isIn(qsizetype offset, qsizetype begin, qsizetype end, bool closed)
{
    return offset > begin && (offset < end || (offset == end && !closed));
}

class Finder
{
public:
    Finder(const QString &text, qsizetype offset)
        : m_text(text)
        , m_offset(offset)
    { }

    Spot find(const LooseJson &root)
    {
        if (root.kind == Kind::Object || root.kind == Kind::Array)
            lookInto(root, {});
        return m_spot;
    }

private:
    bool holdsCaret(const LooseJson &container) const
    {
        return isIn(m_offset, container.begin, container.end, container.closed);
    }

    void lookInto(const LooseJson &container, const QStringList &path)
    {
        if (!holdsCaret(container))
            return;
        m_spot.container = &container;
        if (container.kind == Kind::Array)
            lookIntoArray(container, path);
        else
            lookIntoObject(container, path);
    }

    void settle(bool isName, const QStringList &path, qsizetype begin, qsizetype end, bool closed)
    {
        m_spot.found = true;
        m_spot.isName = isName;
        m_spot.path = path;
        m_spot.begin = begin;
        m_spot.end = closed ? end : m_offset; // what follows is not of this word
        m_spot.inQuotes = begin < end && m_text[begin] == u'"';
    }
    void settleHere(bool isName, const QStringList &path)
    {
        settle(isName, path, m_offset, m_offset, true);
    }

    void lookIntoArray(const LooseJson &array, const QStringList &path)
    {
        for (qsizetype i = 0; i < qsizetype(array.children.size()); ++i) {
            const auto &child = array.children[size_t(i)];
            if (child.kind == Kind::Array || child.kind == Kind::Object) {
                if (holdsCaret(child))
                    return lookInto(child, path + QStringList{QString::number(i)});
            } else if (isIn(m_offset, child.begin, child.end, isClosed(child))) {
                return settle(false, path, child.begin, child.end, isClosed(child));
            }
        }
        settleHere(false, path);
    }

    void lookIntoObject(const LooseJson &object, const QStringList &path)
    {
        for (const auto &child : object.children) {
            const bool nameClosed = child.nameClosed && m_text.mid(child.nameBegin, 1) == u"\""_s;
            if (child.nameBegin >= 0 && isIn(m_offset, child.nameBegin, child.nameEnd, nameClosed))
                return settle(true, path, child.nameBegin, child.nameEnd, nameClosed);
            const QStringList inside = path + QStringList{child.name};
            if (child.kind == Kind::Array || child.kind == Kind::Object) {
                if (holdsCaret(child))
                    return lookInto(child, inside);
            } else if (child.kind != Kind::Nothing
                       && isIn(m_offset, child.begin, child.end, isClosed(child))) {
                return settle(false, inside, child.begin, child.end, isClosed(child));
            }
            if (child.colon >= 0 && m_offset > child.colon && isBeforeValue(child))
                return settleHere(false, inside);
        }
        settleHere(true, path);
    }

    static bool isClosed(const LooseJson &value)
    {
        return value.kind == Kind::Text && value.closed;
    }

    // Between the colon and a value that is still missing, with nothing but blanks on the way.
    bool isBeforeValue(const LooseJson &member) const
    {
        if (member.kind != Kind::Nothing)
            return false;
        const auto between =
            QStringView(m_text).sliced(member.colon + 1, m_offset - member.colon - 1);
        return between.trimmed().isEmpty();
    }

    const QString &m_text;
    qsizetype m_offset;
    Spot m_spot;
};

} // namespace

Spot findSpot(const QString &text, const LooseJson &document, qsizetype offset)
{
    return Finder(text, offset).find(document);
}

} // namespace tokentrail::cap
