// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

namespace tokentrail::jose {

// Every token in a text, in order, each once: a log, a HAR, a curl line, a header. Broken ones
// too, as long as they begin like one. Empty when the text holds none.
QList<QByteArray> findTokens(const QByteArray &text);

} // namespace tokentrail::jose
