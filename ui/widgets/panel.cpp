// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/panel.h"

#include "ui/widgets/colours.h"
#include "ui/widgets/tabstrip.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tokentrail::ui {

Panel::Panel(const QString &accessibleName, QWidget *parent)
    : QFrame(parent)
    , m_tabs(new TabStrip(this))
    , m_pages(new QStackedWidget(this))
    , m_header(new QHBoxLayout)
{
    setAccessibleName(accessibleName);
    m_tabs->setAccessibleName(accessibleName);
    m_pages->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    m_pages->setMinimumHeight(120);
    m_header->setContentsMargins(12, 0, 8, 0);
    m_header->setSpacing(4);
    m_header->addWidget(m_tabs);
    m_header->addStretch();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 1, 5);
    layout->setSpacing(1);
    layout->addLayout(m_header);
    layout->addWidget(m_pages, 1);

    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        m_pages->setCurrentIndex(index);
        Q_EMIT currentChanged(index);
    });
}

int Panel::addTab(QWidget *page, const QString &title)
{
    m_pages->addWidget(page);
    return m_tabs->addTab(title);
}

void Panel::setTabTitle(int index, const QString &title)
{
    if (m_tabs->tabText(index) != title)
        m_tabs->setTabText(index, title);
}

QString Panel::tabTitle(int index) const
{
    return m_tabs->tabText(index);
}

int Panel::currentIndex() const
{
    return m_tabs->currentIndex();
}

void Panel::setCurrentIndex(int index)
{
    m_tabs->setCurrentIndex(index);
}

void Panel::setTabShown(int index, bool shown)
{
    m_tabs->setTabVisible(index, shown);
    m_tabs->updateGeometry(); // the bar itself forgets to ask for the room
}

void Panel::addCorner(QWidget *widget)
{
    m_header->addWidget(widget);
}

void Panel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto colours = Colours::of(palette());
    painter.setPen(colours.line);
    painter.setBrush(colours.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    const auto y = m_tabs->geometry().bottom() + 0.5;
    painter.drawLine(QPointF(1, y), QPointF(width() - 1, y));
}

} // namespace tokentrail::ui
