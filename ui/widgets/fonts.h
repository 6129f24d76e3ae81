// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFont>

class QApplication;

namespace tokentrail::ui {

// Inter where it is installed, the system's font otherwise; size is the system's.
void applyFonts(QApplication &application);

// JetBrains Mono where it is installed. Never shaped, so that != and -> stay two characters.
QFont codeFont();

QFont semiBold(QFont font);
QFont scaled(QFont font, double factor);

} // namespace tokentrail::ui
