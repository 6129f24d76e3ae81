// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QApplication;

namespace tokentrail::console {

// The user's language where we have it, else English, whose file holds the plural forms; and Qt's
// own texts.
void installTranslations(QApplication &application);

} // namespace tokentrail::console
