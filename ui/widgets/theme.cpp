// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/theme.h"

#include "ui/widgets/colours.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/housestyle.h"

#include <QApplication>

#include <array>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array appearances{
    Appearance::System, Appearance::Light, Appearance::Dark, Appearance::HighContrast};

} // namespace

QString nameOf(Appearance appearance)
{
    switch (appearance) {
    case Appearance::System:
        return u"system"_s;
    case Appearance::Light:
        return u"light"_s;
    case Appearance::Dark:
        return u"dark"_s;
    case Appearance::HighContrast:
        return u"high-contrast"_s;
    }
    return {};
}

std::optional<Appearance> appearanceFromName(QStringView name)
{
    for (const auto appearance : appearances) {
        if (nameOf(appearance) == name)
            return appearance;
    }
    return std::nullopt;
}

void applyAppearance(QApplication &application, Appearance appearance)
{
    if (!qobject_cast<HouseStyle *>(QApplication::style()))
        QApplication::setStyle(new HouseStyle); // the application owns it
    QApplication::setPalette(QPalette()); // the platform's own
    const auto systemIsDark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    switch (appearance) {
    case Appearance::System:
        QApplication::setPalette(
            (systemIsDark ? Colours::darkOnes() : Colours::light()).toPalette());
        break;
    case Appearance::Light:
        QApplication::setPalette(Colours::light().toPalette());
        break;
    case Appearance::Dark:
        QApplication::setPalette(Colours::darkOnes().toPalette());
        break;
    case Appearance::HighContrast:
        break;
    }
    applyFonts(application);
}

} // namespace tokentrail::ui
