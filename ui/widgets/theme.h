// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

class QApplication;

namespace tokentrail::ui {

// System follows the lightness of the platform's window colour; high contrast leaves the
// platform's palette untouched and adds no hue.
enum class Appearance { System, Light, Dark, HighContrast };

QString nameOf(Appearance appearance); // "system", "light", "dark", "high-contrast"
std::optional<Appearance> appearanceFromName(QStringView name);

// Palette, style and fonts of the whole program.
void applyAppearance(QApplication &application, Appearance appearance);

} // namespace tokentrail::ui
