// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/xsuaa/pemrepair.h"

#include <QRegularExpression>

namespace tokentrail::xsuaa {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype lineLength = 64; // RFC 7468 §2

// One block a match: its label and what stands between the two markers.
QString wrapped(const QString &text)
{
    static const QRegularExpression block(u"-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----"_s,
                                          QRegularExpression::DotMatchesEverythingOption);
    QString result;
    for (auto it = block.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        auto body = match.captured(2);
        body.remove(QRegularExpression(u"\\s"_s));
        result += u"-----BEGIN %1-----\n"_s.arg(match.captured(1));
        for (qsizetype at = 0; at < body.size(); at += lineLength)
            result += body.sliced(at, qMin(lineLength, body.size() - at)) + u'\n';
        result += u"-----END %1-----\n"_s.arg(match.captured(1));
    }
    return result;
}

} // namespace

RepairedPem repairedPem(const QString &member, const QString &value)
{
    auto text = value;
    QString told;
    if (text.contains("\\n"_L1)) {
        static const QRegularExpression written(u"\\\\+r?\\\\*n"_s);
        text.replace(u"\\r\\n"_s, u"\n"_s).replace(written, u"\n"_s);
        told = u"The \"%1\" had \\n written out in place of line breaks."_s.arg(member);
    }
    const auto isOneLine = !text.trimmed().contains(u'\n');
    if (isOneLine && text.contains("-----BEGIN "_L1)) {
        if (const auto again = wrapped(text); !again.isEmpty()) {
            text = again;
            // The service itself writes the verification key on one line.
            if (told.isEmpty() && member != "verificationkey"_L1)
                told = u"The \"%1\" had lost its line breaks."_s.arg(member);
        }
    }
    if (member == "verificationkey"_L1)
        told.clear();
    return {text.toUtf8(), told};
}

} // namespace tokentrail::xsuaa
