// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QString>

#include <initializer_list>

namespace tokentrail::text {

// The language of the process, as a locale names it ("de-DE"); English until it is told. To be set
// once, before anything is said.
void setLanguage(const QString &language);
// "de", "de-AT" and "de_DE", and not another language that begins alike.
bool isGerman(QStringView language);
bool speaksGerman();

// What fills a place of a sentence: {name}.
struct Place
{
    Place(const char16_t *theName, const QString &theValue)
        : name(theName)
        , value(theValue)
    { }
    Place(const char16_t *theName, qint64 theValue)
        : name(theName)
        , value(QString::number(theValue))
    { }

    QStringView name;
    QString value;
};

// The sentences of one module, resources/sentences/<module>.<language>.json: an id names a text
// with places in braces. "{name|words}" says the words where nothing fills the place, and
// "[… {name} …]" falls away there.
class Phrasebook
{
public:
    explicit Phrasebook(const QString &module);

    // In the language of the process; English where that lacks it, the id where all do.
    QString say(QStringView id, std::initializer_list<Place> places = {}) const;

private:
    QHash<QString, QString> m_english;
    QHash<QString, QString> m_german;
};

QString filled(const QString &sentence, std::initializer_list<Place> places);

} // namespace tokentrail::text
