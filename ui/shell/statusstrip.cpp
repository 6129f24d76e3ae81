// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/statusstrip.h"

#include "ui/widgets/chip.h"
#include "ui/widgets/fonts.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QTimer>

namespace tokentrail::ui {

namespace {

constexpr int tellingMs = 4'000;

QLabel *makeLabel(const QString &accessibleName, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setAccessibleName(accessibleName);
    label->setFont(scaled(parent->font(), 0.92));
    return label;
}

} // namespace

StatusStrip::StatusStrip(QWidget *parent)
    : QWidget(parent)
    , m_place(new Chip(this))
    , m_who(makeLabel(tr("Who is signed in"), this))
    , m_work(makeLabel(tr("What runs"), this))
    , m_telling(new QTimer(this))
{
    setAccessibleName(tr("Where, who, what runs"));
    m_who->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_place->setFont(scaled(font(), 0.92));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 3, 14, 3);
    layout->setSpacing(18);
    layout->addWidget(m_place);
    layout->addWidget(m_who, 1);
    layout->addWidget(m_work);
    m_telling->setSingleShot(true);
    m_telling->setInterval(tellingMs);
    connect(m_telling, &QTimer::timeout, this, [this] { m_work->setText(m_workWords); });
}

void StatusStrip::setPlace(const QString &place, Tone tone, const QString &detail)
{
    m_place->setLook({place, tone, ChipMark::None, 0});
    m_place->setToolTip(detail);
    m_place->setAccessibleDescription(detail);
}

void StatusStrip::setWho(const QString &who)
{
    m_who->setText(who);
    m_who->setToolTip(who);
}

void StatusStrip::setWork(const QString &work)
{
    m_workWords = work;
    if (!m_telling->isActive())
        m_work->setText(work);
}

void StatusStrip::tellBriefly(const QString &sentence)
{
    m_work->setText(sentence);
    m_telling->start();
    QAccessibleEvent event(m_work, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void StatusStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto colours = Colours::of(palette());
    painter.fillRect(rect(), colours.panel);
    painter.setPen(colours.line);
    painter.drawLine(rect().topLeft(), rect().topRight());
}

} // namespace tokentrail::ui
