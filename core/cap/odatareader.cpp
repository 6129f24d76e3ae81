// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/odatareader.h"

#include "core/cap/say.h"

#include <QSet>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;

namespace {

bool isAsciiLetter(QChar c)
{
    return c.unicode() < 128 && c.isLetter();
}

const QSet<QString> &functions()
{
    static const QSet<QString> names = {u"concat"_s,       u"contains"_s,
                                        u"endswith"_s,     u"indexof"_s,
                                        u"length"_s,       u"startswith"_s,
                                        u"substring"_s,    u"matchespattern"_s,
                                        u"tolower"_s,      u"toupper"_s,
                                        u"trim"_s,         u"date"_s,
                                        u"day"_s,          u"fractionalseconds"_s,
                                        u"hour"_s,         u"maxdatetime"_s,
                                        u"mindatetime"_s,  u"minute"_s,
                                        u"month"_s,        u"now"_s,
                                        u"second"_s,       u"time"_s,
                                        u"year"_s,         u"totaloffsetminutes"_s,
                                        u"totalseconds"_s, u"ceiling"_s,
                                        u"floor"_s,        u"round"_s,
                                        u"case"_s};
    return names;
}

} // namespace

void OptionTerms::add(const OptionTerms &other)
{
    paths.insert(paths.end(), other.paths.begin(), other.paths.end());
    comparisons.insert(comparisons.end(), other.comparisons.begin(), other.comparisons.end());
    lambdas.insert(lambdas.end(), other.lambdas.begin(), other.lambdas.end());
    expands.insert(expands.end(), other.expands.begin(), other.expands.end());
}

bool OdataReader::atEnd()
{
    skipBlanks();
    return m_at >= m_text.size();
}

void OdataReader::stop(int status, const QString &because)
{
    if (m_status != 0)
        return;
    m_status = status;
    m_because = because;
}

void OdataReader::skipBlanks()
{
    while (peek() == u' ' || peek() == u'\t' || peek() == u'\n')
        ++m_at;
}

bool OdataReader::blank()
{
    const auto begin = m_at;
    skipBlanks();
    return m_at > begin;
}

bool OdataReader::word(QStringView word, Qt::CaseSensitivity sensitivity)
{
    if (!QStringView(m_text).mid(m_at).startsWith(word, sensitivity))
        return false;
    m_at += word.size();
    return true;
}

bool OdataReader::open()
{
    const auto begin = m_at;
    skipBlanks();
    if (word(u"(")) {
        skipBlanks();
        return true;
    }
    m_at = begin;
    return false;
}

bool OdataReader::close()
{
    const auto begin = m_at;
    skipBlanks();
    if (word(u")"))
        return true;
    m_at = begin;
    return false;
}

bool OdataReader::comma()
{
    const auto begin = m_at;
    skipBlanks();
    if (word(u",")) {
        skipBlanks();
        return true;
    }
    m_at = begin;
    return false;
}

bool OdataReader::integer()
{
    const auto begin = m_at;
    if (peek() == u'+' || peek() == u'-')
        ++m_at;
    if (digits(1)) {
        while (peek().isDigit())
            ++m_at;
        return true;
    }
    m_at = begin;
    return false;
}

bool OdataReader::identifier(QString &name)
{
    const auto begin = m_at;
    const bool isOther = word(u"true") || word(u"false") || guid();
    m_at = begin;
    if (isOther || !(peek().isLetter() || peek() == u'_'))
        return false;
    while (peek().isLetterOrNumber() || peek() == u'_' || peek() == u'.')
        ++m_at;
    name = m_text.mid(begin, m_at - begin);
    return true;
}

bool OdataReader::reference(QStringList &path)
{
    QString name;
    if (!identifier(name))
        return false;
    path = {name};
    for (auto place = m_at; word(u"/"); place = m_at) {
        if (!identifier(name)) {
            m_at = place;
            break;
        }
        path << name;
    }
    return true;
}

bool OdataReader::bracketed(QChar from, QChar to)
{
    if (peek() != from)
        return false;
    const auto end = m_text.indexOf(to, m_at);
    if (end < 0)
        return false;
    m_at = end + 1;
    return true;
}

bool OdataReader::upTo(QStringView ends)
{
    const auto begin = m_at;
    while (m_at < m_text.size() && !ends.contains(peek()))
        ++m_at;
    return m_at > begin;
}

bool OdataReader::navigationCount(OptionTerms &terms)
{
    const auto begin = m_at;
    QStringList path;
    QString name;
    while (identifier(name) && word(u"/"))
        path << name;
    const bool counts = !path.isEmpty() && word(u"$count");
    if (counts)
        terms.paths.push_back(path);
    else
        m_at = begin;
    return counts;
}

bool OdataReader::function(OptionTerms &terms)
{
    const auto begin = m_at;
    while (isAsciiLetter(peek()))
        ++m_at;
    const auto name = m_text.mid(begin, m_at - begin).toLower();
    OptionTerms own;
    if (!name.isEmpty() && open()) {
        QStringList path;
        QString value;
        if (operand(own, path, value)) {
            while (comma() && operand(own, path, value)) { }
        }
        if (close()) {
            if (!functions().contains(name)) {
                m_lacksFunction = m_lacksFunction || m_status == 0;
                stop(501, say(u"because.no-function", {{u"function", name}}));
            }
            terms.add(own);
            return true;
        }
    }
    m_at = begin;
    return false;
}

bool OdataReader::operand(OptionTerms &terms, QStringList &path, QString &literalText)
{
    path.clear();
    literalText = QString();
    if (navigationCount(terms) || function(terms))
        return true;
    if (literal(literalText))
        return true;
    if (reference(path)) {
        terms.paths.push_back(path);
        return true;
    }
    return bracketed(u'{', u'}') || bracketed(u'[', u']');
}

} // namespace tokentrail::cap
