// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/odatareader.h"
#include "core/cap/say.h"

namespace tokentrail::cap {

using namespace Qt::StringLiterals;

namespace {

bool isHex(QChar c)
{
    return c.isDigit() || (c.toLower() >= u'a' && c.toLower() <= u'f');
}

} // namespace

bool OdataReader::digits(int count)
{
    for (int i = 0; i < count; ++i) {
        if (!(peek(i) >= u'0' && peek(i) <= u'9'))
            return false;
    }
    m_at += count;
    return true;
}

bool OdataReader::date()
{
    const auto begin = m_at;
    if (digits(1)) {
        while (digits(1)) { }
        if (word(u"-") && digits(2) && word(u"-") && digits(2)) {
            if (m_text.indexOf(u'-', begin) - begin > 4)
                stop(400, say(u"because.year"));
            const auto day = m_at;
            if (word(u"T") && digits(2) && word(u":") && digits(2)) {
                if (const auto minute = m_at; !(word(u":") && digits(2)))
                    m_at = minute;
                else if (const auto second = m_at; !(word(u".") && digits(1)))
                    m_at = second;
                while (digits(1)) { }
                const auto zone = m_at;
                if (!word(u"Z")
                    && !((word(u"+") || word(u"-")) && digits(2) && word(u":") && digits(2)))
                    m_at = zone;
            } else {
                m_at = day;
            }
            return true;
        }
    }
    m_at = begin;
    return false;
}

bool OdataReader::time()
{
    const auto begin = m_at;
    if (digits(2) && word(u":") && digits(2) && word(u":") && digits(2))
        return true;
    m_at = begin;
    return false;
}

bool OdataReader::guid()
{
    const auto begin = m_at;
    for (const int count : {8, 4, 4, 4, 12}) {
        if (count != 8)
            word(u"-");
        for (int i = 0; i < count; ++i, ++m_at) {
            if (!isHex(peek())) {
                m_at = begin;
                return false;
            }
        }
    }
    return true;
}

bool OdataReader::number()
{
    const auto begin = m_at;
    auto ahead = m_at;
    while (ahead < m_text.size() && m_text[ahead].isDigit())
        ++ahead;
    const bool endsWithMinus = ahead > m_at && ahead < m_text.size() && m_text[ahead] == u'-';
    if (endsWithMinus || !integer())
        return m_at = begin, false;
    for (const auto mark : {u".", u"e"}) {
        const auto place = m_at;
        if (!word(mark) || !digits(1))
            m_at = place;
        while (digits(1)) { }
    }
    return true;
}

bool OdataReader::quoted(QString &text)
{
    const auto begin = m_at;
    if (!word(u"'"))
        return false;
    for (text.clear(); m_at < m_text.size(); ++m_at) {
        if (peek() != u'\'') {
            text += peek();
        } else if (peek(1) == u'\'') {
            text += u'\'';
            ++m_at;
        } else {
            ++m_at;
            return true;
        }
    }
    m_at = begin;
    return false;
}

bool OdataReader::literal(QString &text)
{
    const auto begin = m_at;
    QString name;
    if (word(u"true") || word(u"false") || date() || time() || guid() || number()) {
        text = m_text.mid(begin, m_at - begin);
        return true;
    }
    if (quoted(text))
        return true;
    if (word(u"binary'") && upTo(u"'") && word(u"'"))
        return true;
    m_at = begin;
    if (word(u"@") && identifier(name))
        return true;
    m_at = begin;
    return word(u"null");
}

} // namespace tokentrail::cap
