// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/texts.h"

#include "core/text/json.h"

#include <QFile>
#include <QHash>
#include <QRegularExpression>

namespace tokentrail::diagnosis {

using namespace Qt::StringLiterals;

namespace {

using Texts = QHash<QString, FindingText>;

Texts readTexts(const QString &language)
{
    QFile file(u":/findings/%1.json"_s.arg(language));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto parsed = text::parseJson(file.readAll());
    Texts texts;
    if (!parsed)
        return texts;
    for (const auto &[id, entry, span] : parsed->members())
        texts.insert(id,
                     {entry[u"title"].toString(),
                      entry[u"says"].toString(),
                      entry[u"fix"].toString(),
                      entry[u"command"].toString()});
    return texts;
}

QString &languageOfProcess()
{
    static QString language = u"en"_s;
    return language;
}

// "de", "de-AT" and "de_DE", and not another language that begins alike.
bool isGerman(QStringView language)
{
    return language == u"de" || language.startsWith(u"de-") || language.startsWith(u"de_");
}

} // namespace

void setLanguage(const QString &language)
{
    languageOfProcess() = language;
}

const FindingText &textOf(QStringView findingId, QStringView language)
{
    if (language.isEmpty())
        language = languageOfProcess();
    static const Texts english = readTexts(u"en"_s);
    static const Texts german = readTexts(u"de"_s);
    static const FindingText none;
    const auto id = findingId.toString();
    const auto &wanted = isGerman(language) ? german : english;
    if (const auto found = wanted.constFind(id); found != wanted.cend())
        return *found;
    const auto found = english.constFind(id);
    return found == english.cend() ? none : *found;
}

QString sentenceOf(const FindingText &text, const QStringList &named)
{
    if (text.says.isEmpty())
        return text.title + u'.';
    auto sentence = text.says;
    for (qsizetype i = 0; i < 3; ++i) {
        const auto place = u"%%1"_s.arg(i + 1);
        const auto name = named.value(i).trimmed();
        if (!name.isEmpty()) {
            sentence.replace(place, name);
            continue;
        }
        // " (%2)", ": %1", " the host %1" → without the place, and without the brackets around it.
        static const QRegularExpression bracketed(uR"( \([^()%]*%\d[^()%]*\))"_s);
        static const QRegularExpression afterColon(uR"(: %\d(?=\.?$))"_s);
        if (sentence.contains(place)) {
            sentence.remove(bracketed).remove(afterColon);
            sentence.replace(place, u"(not named)"_s);
        }
    }
    return sentence;
}

} // namespace tokentrail::diagnosis
