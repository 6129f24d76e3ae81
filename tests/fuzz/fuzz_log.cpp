// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/phrases.h"
#include "core/diagnosis/pieces.h"
#include "core/evidence/answertext.h"
#include "core/evidence/logtext.h"
#include "tests/fuzz/check.h"

#include <QRegularExpression>

using namespace tokentrail;
using fuzz::mustHold;

namespace {

QStringList readInPieces(const QByteArray &input, qsizetype size)
{
    evidence::LogReader reader;
    for (qsizetype at = 0; at < input.size(); at += size)
        reader.add(QByteArrayView(input).sliced(at, std::min(size, input.size() - at)));
    reader.finish();
    return reader.messages();
}

// A whole JWT with a signature of some length is a secret wherever it stands.
bool holdsToken(const QString &text)
{
    static const QRegularExpression token(
        QStringLiteral(R"(eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,})"));
    return token.match(text).hasMatch();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto input = fuzz::inputOf(data, size);
    const auto whole = evidence::readLog(input);
    mustHold(readInPieces(input, 7) == whole, "pieces of any size say the same");
    for (const auto &message : whole) {
        mustHold(!holdsToken(message), "no token stays in a message");
        mustHold(diagnosis::hear(message).isEmpty() || diagnosis::isOfSuccess(message.toUtf8())
                     || diagnosis::mayTell(message.toUtf8()),
                 "what is heard was worth keeping");
    }
    diagnosis::Case one;
    one.logLines = whole;
    diagnosis::diagnose(one);
    diagnosis::diagnose(diagnosis::caseOfAnswer(evidence::readAnswer(input)));
    return 0;
}
