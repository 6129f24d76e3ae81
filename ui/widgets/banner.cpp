// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/banner.h"

#include "ui/widgets/housestyle.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimer>

namespace tokentrail::ui {

namespace {

constexpr int toastMs = 4000;

void readOut(QWidget *widget)
{
    QAccessibleEvent event(widget, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace

Banner::Banner(QWidget *parent)
    : QFrame(parent)
    , m_sentence(new QLabel(this))
    , m_action(new QPushButton(this))
{
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_action->hide();
    auto *close = new QPushButton(tr("Dismiss"), this);
    makeQuiet(close);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 6, 6, 6);
    layout->addWidget(m_sentence, 1);
    layout->addWidget(m_action);
    layout->addWidget(close);
    connect(close, &QPushButton::clicked, this, &Banner::dismiss);
    connect(m_action, &QPushButton::clicked, this, &Banner::actionTriggered);
    hide();
}

void Banner::tell(Tone tone, const QString &sentence, const QString &action)
{
    m_tone = tone;
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    show();
    update();
    readOut(this);
}

void Banner::dismiss()
{
    hide();
}

QString Banner::sentence() const
{
    return m_sentence->text();
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto colours = Colours::of(palette());
    const auto pair = colours.pair(m_tone);
    painter.setPen(colours.system ? QPen(pair.ink) : QPen(Qt::NoPen));
    painter.setBrush(pair.ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.fillRect(QRectF(0, 6, 4, height() - 12), pair.ink);
}

Toast::Toast(QWidget *parent)
    : QFrame(parent)
    , m_sentence(new QLabel(this))
    , m_timer(new QTimer(this))
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 10, 16, 10);
    layout->addWidget(m_sentence);
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &QWidget::hide);
    hide();
}

void Toast::tell(const QString &sentence)
{
    auto colours = palette();
    colours.setColor(QPalette::WindowText, colours.color(QPalette::Window));
    m_sentence->setPalette(colours);
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
    adjustSize();
    move((parentWidget()->width() - width()) / 2, parentWidget()->height() - height() - 48);
    show();
    raise();
    readOut(this);
    m_timer->start(toastMs);
}

void Toast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::WindowText));
    painter.drawRoundedRect(QRectF(rect()), 8, 8);
}

} // namespace tokentrail::ui
