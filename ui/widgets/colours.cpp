// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/colours.h"

#include <QEvent>
#include <QWidget>

#include <array>
#include <cmath>

namespace tokentrail::ui {

namespace {

Colours makeLight()
{
    Colours c;
    c.window = QColor(0xf6f7f9);
    c.panel = QColor(0xffffff);
    c.line = QColor(0xd9dde3);
    c.text = QColor(0x1c2430);
    c.muted = QColor(0x5f6a7d);
    c.onAccent = QColor(0xffffff);
    c.lane = QColor(0xf1f3f6);
    c.accent = {QColor(0x2563c9), QColor(0xe5eefc)};
    c.person = {QColor(0x2b7a4b), QColor(0xdff2e6)};
    c.client = {QColor(0x7a5a00), QColor(0xfbf0cf)};
    c.error = {QColor(0xb42318), QColor(0xfdeceb)};
    return c;
}

Colours makeDark()
{
    Colours c;
    c.window = QColor(0x1b1f26);
    c.panel = QColor(0x232831);
    c.line = QColor(0x39414d);
    c.text = QColor(0xe7ebf1);
    c.muted = QColor(0x9aa6b6);
    c.onAccent = QColor(0x10151d);
    c.lane = QColor(0x1e232b);
    c.accent = {QColor(0x79aaff), QColor(0x26364f)};
    c.person = {QColor(0x6fd39b), QColor(0x1f3a2c)};
    c.client = {QColor(0xe6c35c), QColor(0x3b331a)};
    c.error = {QColor(0xff8f85), QColor(0x43251f)};
    c.dark = true;
    return c;
}

Colours fromSystem(const QPalette &palette)
{
    Colours c;
    c.system = true;
    c.window = palette.color(QPalette::Window);
    c.panel = palette.color(QPalette::Base);
    c.text = palette.color(QPalette::Text);
    c.muted = c.text;
    c.line = c.text;
    c.lane = c.panel;
    c.onAccent = palette.color(QPalette::HighlightedText);
    c.accent = {palette.color(QPalette::Highlight), c.panel};
    c.person = c.client = c.error = {c.text, c.panel};
    c.dark = c.window.lightness() < 128;
    return c;
}

bool isPaletteOf(const Colours &colours, const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).rgb() == colours.window.rgb()
        && palette.color(QPalette::Active, QPalette::Mid).rgb() == colours.line.rgb();
}

double luminance(const QColor &colour)
{
    const auto linear = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

} // namespace

const Colours &Colours::light()
{
    static const Colours colours = makeLight();
    return colours;
}

const Colours &Colours::darkOnes()
{
    static const Colours colours = makeDark();
    return colours;
}

Colours Colours::of(const QPalette &palette)
{
    if (isPaletteOf(light(), palette))
        return light();
    if (isPaletteOf(darkOnes(), palette))
        return darkOnes();
    return fromSystem(palette);
}

Pair Colours::pair(Tone tone) const
{
    switch (tone) {
    case Tone::Neutral:
        return {text, system ? panel : window};
    case Tone::Accent:
        return accent;
    case Tone::Person:
        return person;
    case Tone::Client:
        return client;
    case Tone::Error:
        return error;
    }
    return {};
}

Pair Colours::personNumber(int number) const
{
    if (number <= 0 || system)
        return person;
    static const std::array<Pair, 3> lights{
        Pair{QColor(0x6b3fa0), QColor(0xefe6fb)},
        Pair{QColor(0x0f6b78), QColor(0xdcf1f4)},
        Pair{QColor(0x9c2f6e), QColor(0xfbe5f1)},
    };
    static const std::array<Pair, 3> darks{
        Pair{QColor(0xc3a1f5), QColor(0x33284a)},
        Pair{QColor(0x6cc9d6), QColor(0x1d3a40)},
        Pair{QColor(0xf09ac8), QColor(0x43253a)},
    };
    const auto &further = dark ? darks : lights;
    return further[static_cast<std::size_t>(number - 1) % further.size()];
}

QPalette Colours::toPalette() const
{
    QPalette p;
    const auto set = [&p](QPalette::ColorRole role, const QColor &colour) {
        p.setColor(QPalette::All, role, colour);
    };
    set(QPalette::Window, window);
    set(QPalette::WindowText, text);
    set(QPalette::Base, panel);
    set(QPalette::AlternateBase, window);
    set(QPalette::Text, text);
    set(QPalette::PlaceholderText, muted);
    set(QPalette::Button, panel);
    set(QPalette::ButtonText, text);
    set(QPalette::BrightText, error.ink);
    // The bevel roles: without them Fusion's unchecked boxes vanish on a dark window.
    set(QPalette::Light, dark ? line.lighter(130) : QColor(Qt::white));
    set(QPalette::Midlight, dark ? line.lighter(115) : window);
    set(QPalette::Mid, line);
    set(QPalette::Dark, muted);
    set(QPalette::Shadow, dark ? QColor(0x0c0f13) : QColor(0x9aa3af));
    set(QPalette::Highlight, accent.ink);
    set(QPalette::HighlightedText, onAccent);
    set(QPalette::Link, accent.ink);
    set(QPalette::LinkVisited, accent.ink);
    set(QPalette::ToolTipBase, panel);
    set(QPalette::ToolTipText, text);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, muted);
    p.setColor(QPalette::Disabled, QPalette::Highlight, line);
    return p;
}

namespace {

void soften(QWidget *view)
{
    const auto colours = Colours::of(view->palette());
    QPalette chosen; // only these roles: all others go on following the application
    if (!colours.system) {
        chosen.setColor(QPalette::Highlight, colours.accent.ground);
        chosen.setColor(QPalette::HighlightedText, colours.text);
    }
    if (view->palette().color(QPalette::Highlight) != chosen.color(QPalette::Highlight)
        || colours.system)
        view->setPalette(chosen);
}

class SoftSelection : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::PaletteChange)
            soften(static_cast<QWidget *>(watched));
        return false;
    }
};

} // namespace

void softenSelection(QWidget *view)
{
    soften(view);
    view->installEventFilter(new SoftSelection(view));
}

double contrast(const QColor &a, const QColor &b)
{
    const auto one = luminance(a);
    const auto other = luminance(b);
    return (qMax(one, other) + 0.05) / (qMin(one, other) + 0.05);
}

} // namespace tokentrail::ui
