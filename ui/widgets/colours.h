// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QPalette>

class QWidget;

namespace tokentrail::ui {

// What a thing on screen means. Colour only repeats what shape and words already say.
enum class Tone { Neutral, Accent, Person, Client, Error };

struct Pair
{
    QColor ink;
    QColor ground; // soft, behind text in ink or in Colours::text
};

// The colours of the house by role, as data. Nothing else in ui names a colour.
struct Colours
{
    QColor window, panel, line;
    QColor text, muted;
    QColor onAccent; // text on a ground of accent.ink
    QColor lane; // ground of a party's column
    Pair accent, person, client, error;
    bool dark = false;
    bool system = false; // high contrast: taken from the system's palette, no tone has a hue

    static const Colours &light();
    static const Colours &darkOnes();
    // Those that belong to a palette: one of the two above, or the palette's own.
    static Colours of(const QPalette &palette);

    Pair pair(Tone tone) const;
    // The first person is green; further ones get further hues of equal contrast.
    Pair personNumber(int number) const;

    QPalette toPalette() const;
};

// Chosen rows on the accent's soft ground, so that the colours of their text stay what they are;
// from now on, whatever the palette becomes.
void softenSelection(QWidget *view);

// WCAG 2.1 contrast of two opaque colours, 1 … 21.
double contrast(const QColor &a, const QColor &b);

} // namespace tokentrail::ui
