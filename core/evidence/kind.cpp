// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/evidence/kind.h"

#include "core/evidence/answertext.h"
#include "core/text/json.h"

#include <QRegularExpression>
#include <QStringDecoder>

namespace tokentrail::evidence {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype headRead = 64 * 1024; // what tells the kind stands at the top

bool isToken(const QString &head)
{
    static const QRegularExpression token(
        uR"(^(?:authorization:\s*)?(?:bearer\s+)?eyJ[\w-]+\.[\w-]+\.[\w-]*$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return token.match(head).hasMatch();
}

// curl -i and curl -v; other headers in front are known by readAnswer.
bool hasStatusLine(const QString &head)
{
    static const QRegularExpression line(uR"(^(?:< )?HTTP/\d(?:\.\d)? \d{3}\b)"_s,
                                         QRegularExpression::MultilineOption);
    return line.match(head).hasMatch();
}

Kind kindOfJson(const text::Json &json)
{
    if (json[u"log"][u"entries"].isArray())
        return Kind::Har;
    if (json[u"hops"].isArray() || json[u"trails"].isArray())
        return Kind::Trail;
    // One line of a JSON log is a document too.
    for (const auto *name : {u"msg", u"level", u"written_at", u"component_name"}) {
        if (json.contains(name))
            return Kind::Log;
    }
    return Kind::Answer;
}

} // namespace

Kind kindOf(const QByteArray &text)
{
    const auto trimmed = text.trimmed();
    const auto head = QString::fromUtf8(trimmed.first(std::min(trimmed.size(), headRead)));
    if (isToken(head))
        return Kind::Token;
    if (hasStatusLine(head) || head.startsWith(u'<') || statusAlone(trimmed) != 0)
        return Kind::Answer;
    if (head.startsWith(u'{') || head.startsWith(u'[')) {
        if (const auto json = text::parseJson(trimmed))
            return kindOfJson(*json);
    }
    return Kind::Log;
}

} // namespace tokentrail::evidence
