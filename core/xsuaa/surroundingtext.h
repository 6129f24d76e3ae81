// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace tokentrail::xsuaa {

// Blanks everything around the JSON of a document, as tools print it before and after, so that
// lines and columns stay what they were. cut: whether there was any.
QByteArray blankedAround(const QByteArray &document, bool &cut);

} // namespace tokentrail::xsuaa
