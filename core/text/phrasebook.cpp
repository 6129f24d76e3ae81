// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/phrasebook.h"

#include "core/text/json.h"

#include <QFile>

#include <algorithm>

namespace tokentrail::text {

using namespace Qt::StringLiterals;

namespace {

QString &languageOfProcess()
{
    static QString language = u"en"_s;
    return language;
}

QHash<QString, QString> sentencesIn(const QString &path)
{
    QHash<QString, QString> sentences;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return sentences;
    const auto parsed = parseJson(file.readAll());
    if (!parsed)
        return sentences;
    for (const auto &member : parsed->members())
        sentences.insert(member.name, member.value.toString());
    return sentences;
}

// Reads a sentence from left to right; what is filled in is not read again.
class Filling
{
public:
    Filling(QStringView sentence, std::initializer_list<Place> places)
        : m_rest(sentence)
        , m_places(places)
    { }

    QString whole()
    {
        QString out;
        while (!m_rest.isEmpty()) {
            const auto c = m_rest.front();
            const auto end = c == u'{' ? m_rest.indexOf(u'}') : c == u'[' ? endOfClause() : -1;
            if (end < 0) {
                out += c;
                m_rest = m_rest.sliced(1);
                continue;
            }
            const auto inside = m_rest.sliced(1, end - 1);
            m_rest = m_rest.sliced(end + 1);
            out += c == u'{' ? place(inside) : clause(inside);
        }
        return out;
    }

private:
    // "[]" that holds no place stands for itself.
    qsizetype endOfClause() const
    {
        const auto end = m_rest.indexOf(u']');
        return end > 0 && m_rest.first(end).contains(u'{') ? end : -1;
    }

    QString valueOf(QStringView name) const
    {
        const auto found = std::find_if(m_places.begin(), m_places.end(), [name](const Place &one) {
            return one.name == name;
        });
        return found == m_places.end() ? QString() : found->value.trimmed();
    }

    QString place(QStringView inside) const
    {
        const auto bar = inside.indexOf(u'|');
        const auto value = valueOf(bar < 0 ? inside : inside.first(bar));
        return value.isEmpty() && bar >= 0 ? inside.sliced(bar + 1).toString() : value;
    }

    QString clause(QStringView inside) const
    {
        const auto open = inside.indexOf(u'{');
        const auto name = inside.sliced(open + 1, inside.indexOf(u'}') - open - 1);
        return valueOf(name).isEmpty() ? QString() : Filling(inside, m_places).whole();
    }

    QStringView m_rest;
    std::initializer_list<Place> m_places;
};

} // namespace

void setLanguage(const QString &language)
{
    languageOfProcess() = language;
}

bool isGerman(QStringView language)
{
    return language == u"de" || language.startsWith(u"de-") || language.startsWith(u"de_");
}

bool speaksGerman()
{
    return isGerman(languageOfProcess());
}

Phrasebook::Phrasebook(const QString &module)
    : m_english(sentencesIn(u":/sentences/%1.en.json"_s.arg(module)))
    , m_german(sentencesIn(u":/sentences/%1.de.json"_s.arg(module)))
{ }

QString Phrasebook::say(QStringView id, std::initializer_list<Place> places) const
{
    const auto key = id.toString();
    const auto &wanted = speaksGerman() ? m_german : m_english;
    if (const auto found = wanted.constFind(key); found != wanted.cend())
        return filled(*found, places);
    return filled(m_english.value(key, key), places);
}

QString filled(const QString &sentence, std::initializer_list<Place> places)
{
    return Filling(sentence, places).whole();
}

} // namespace tokentrail::text
