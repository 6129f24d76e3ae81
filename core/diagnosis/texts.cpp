// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/texts.h"

#include "core/diagnosis/say.h"
#include "core/text/json.h"

#include <QFile>
#include <QHash>
#include <QRegularExpression>

#include <array>

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

} // namespace

const FindingText &textOf(QStringView findingId, QStringView language)
{
    static const Texts english = readTexts(u"en"_s);
    static const Texts german = readTexts(u"de"_s);
    static const FindingText none;
    const auto id = findingId.toString();
    const bool wantsGerman = language.isEmpty() ? text::speaksGerman() : text::isGerman(language);
    const auto &wanted = wantsGerman ? german : english;
    if (const auto found = wanted.constFind(id); found != wanted.cend())
        return *found;
    const auto found = english.constFind(id);
    return found == english.cend() ? none : *found;
}

FindingText textOfVariant(const QString &findingId, const QString &variant, QStringView language)
{
    auto text = textOf(findingId, language);
    if (variant.isEmpty())
        return text;
    const auto &special = textOf(QString(findingId + u'.' + variant), language);
    if (!special.says.isEmpty())
        text.says = special.says;
    if (!special.fix.isEmpty()) {
        text.fix = special.fix;
        text.command = special.command;
    }
    return text;
}

QString sentenceOf(const FindingText &text, const QStringList &named)
{
    if (text.says.isEmpty())
        return text.title + u'.';
    auto sentence = text.says;
    // "[ of the type %1]" → with the name and without brackets, or nothing at all.
    static const std::array around{QRegularExpression(uR"(\[([^\[\]]*%1[^\[\]]*)\])"_s),
                                   QRegularExpression(uR"(\[([^\[\]]*%2[^\[\]]*)\])"_s),
                                   QRegularExpression(uR"(\[([^\[\]]*%3[^\[\]]*)\])"_s)};
    for (size_t i = 0; i < around.size(); ++i) {
        const auto place = u"%%1"_s.arg(i + 1);
        if (!sentence.contains(place))
            continue;
        const auto name = named.value(qsizetype(i)).trimmed();
        sentence.replace(around[i], name.isEmpty() ? QString() : uR"(\1)"_s);
        sentence.replace(place, name.isEmpty() ? say(u"word.not-named") : name);
    }
    return sentence;
}

} // namespace tokentrail::diagnosis
