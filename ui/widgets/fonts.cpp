// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/fonts.h"

#include <QApplication>
#include <QFontDatabase>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

void applyFonts(QApplication &)
{
    auto font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    // One family asked for, one fallback: no listing of all fonts, which is slow on full systems.
    font.setFamilies({u"Inter"_s, font.family()});
    if (font.pointSizeF() < 9.75)
        font.setPointSizeF(9.75);
    // Inter's contextual tables cost half of the first frame. Scripts that need shaping get it.
    font.setStyleStrategy(QFont::PreferNoShaping);
    QApplication::setFont(font);
}

QFont codeFont()
{
    auto font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setFamilies({u"JetBrains Mono"_s, font.family()});
    font.setStyleHint(QFont::Monospace);
    font.setPointSizeF(QApplication::font().pointSizeF() * 0.96);
    font.setStyleStrategy(
        static_cast<QFont::StyleStrategy>(QFont::PreferNoShaping | QFont::PreferAntialias));
    return font;
}

QFont semiBold(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont scaled(QFont font, double factor)
{
    font.setPointSizeF(font.pointSizeF() * factor);
    return font;
}

} // namespace tokentrail::ui
