// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/evidence/words.h"

#include <QRegularExpression>

#include <array>

namespace tokentrail::evidence {

using namespace Qt::StringLiterals;

namespace {

// Of one JSON document a reader wants the messages, not a tree of everything.
constexpr int deepest = 24;
constexpr qsizetype longest = 256 * 1024;

bool isAboutTheRequest(const QString &name)
{
    static constexpr std::array names{
        u"request", u"config", u"user_agent", u"remote_user", u"token_payload", u"jwt"};
    for (const auto *one : names) {
        if (name == QStringView(one))
            return true;
    }
    return false;
}

void addTexts(const text::Json &json, QString &out, int depth)
{
    if (depth > deepest || out.size() > longest)
        return;
    if (json.isString()) {
        out += json.toString() + u'\n';
    } else if (json.isArray()) {
        for (const auto &element : json.elements())
            addTexts(element, out, depth + 1);
    } else if (json.isObject()) {
        for (const auto &member : json.members()) {
            if (!isAboutTheRequest(member.name))
                addTexts(member.value, out, depth + 1);
        }
    }
}

QString withoutEntities(QString text)
{
    if (!text.contains(u'&'))
        return text;
    static const QRegularExpression numbered(u"&#(\\d{2,5});"_s);
    for (auto match = numbered.match(text); match.hasMatch();
         match = numbered.match(text, match.capturedStart() + 1))
        text.replace(
            match.capturedStart(), match.capturedLength(), QChar(match.captured(1).toUShort()));
    return text.replace("&quot;"_L1, "\""_L1)
        .replace("&#34;"_L1, "\""_L1)
        .replace("&apos;"_L1, "'"_L1)
        .replace("&#39;"_L1, "'"_L1)
        .replace("&#x27;"_L1, "'"_L1, Qt::CaseInsensitive)
        .replace("&#x2f;"_L1, "/"_L1, Qt::CaseInsensitive)
        .replace("&lt;"_L1, "<"_L1)
        .replace("&gt;"_L1, ">"_L1)
        .replace("&nbsp;"_L1, " "_L1)
        .replace("&amp;"_L1, "&"_L1);
}

} // namespace

QString textsIn(const text::Json &json)
{
    QString out;
    addTexts(json, out, 0);
    return out.trimmed();
}

QString plainWords(const QByteArray &document)
{
    const auto trimmed = document.trimmed();
    if (trimmed.startsWith('{') || trimmed.startsWith('[')) {
        if (const auto json = text::parseJson(trimmed))
            return textsIn(*json);
    }
    return withoutEntities(QString::fromUtf8(document));
}

QString withoutMarkup(const QString &text)
{
    static const QRegularExpression marked(u"<(?:/|!doctype|html|\\?xml)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    if (!marked.match(text).hasMatch())
        return text;
    static const QRegularExpression unseen(
        u"<(script|style)\\b.*?(?:</\\1\\s*>|$)|<!--.*?(?:-->|$)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    // What was cut may begin inside of a tag or end there.
    static const QRegularExpression tag(u"^[^<>]{0,200}?=\"[^<>]*>|<[/a-z!?][^<>]*(?:>|$)"_s,
                                        QRegularExpression::CaseInsensitiveOption);
    auto seen = text;
    return seen.replace(unseen, u" "_s).replace(tag, u" "_s).simplified();
}

} // namespace tokentrail::evidence
