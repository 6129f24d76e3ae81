// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/sheet.h"

#include "ui/widgets/colours.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/housestyle.h"
#include "ui/widgets/wrappedlabel.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tokentrail::ui {

Sheet::Sheet(const QString &title, QWidget *window)
    : QWidget(window)
    , m_card(new QWidget(this))
    , m_body(new QVBoxLayout)
{
    setAccessibleName(title);
    setFocusPolicy(Qt::NoFocus);
    auto *heading = new WrappedLabel(title, m_card);
    heading->setFont(semiBold(scaled(font(), 1.25)));
    auto *close = new QPushButton(tr("Close"), m_card);
    makeQuiet(close);
    auto *top = new QHBoxLayout;
    top->addWidget(heading, 1);
    top->addWidget(close);
    auto *layout = new QVBoxLayout(m_card);
    layout->setContentsMargins(22, 16, 22, 22);
    layout->setSpacing(10);
    layout->addLayout(top);
    layout->addLayout(m_body);
    m_body->setSpacing(8);
    window->installEventFilter(this);
    connect(close, &QPushButton::clicked, this, &Sheet::dismiss);
    hide();
}

void Sheet::setCardWidth(int width)
{
    m_cardWidth = width;
}

void Sheet::place()
{
    m_card->layout()->activate();
    setGeometry(parentWidget()->rect());
    const auto width = qMin(m_cardWidth, this->width() - 40);
    const auto height = qMin(m_card->layout()->totalHeightForWidth(width), this->height() - 40);
    m_card->setGeometry((this->width() - width) / 2, qMax(20, this->height() / 8), width, height);
    if (m_card->geometry().bottom() > this->height() - 20)
        m_card->move(m_card->x(), qMax(20, (this->height() - height) / 2));
}

void Sheet::open()
{
    m_focusBefore = QApplication::focusWidget();
    show();
    raise();
    place();
    if (auto *first = firstStop())
        first->setFocus(Qt::TabFocusReason);
    else
        focusNextPrevChild(true);
}

void Sheet::dismiss()
{
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

QList<QWidget *> Sheet::stopsIn(const QWidget &area) const
{
    QList<QWidget *> stops;
    for (auto *widget : area.findChildren<QWidget *>()) {
        if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus))
            stops.append(widget);
    }
    const auto placeOf = [this](const QWidget *widget) {
        const auto at = widget->mapTo(m_card, QPoint(0, 0));
        return std::pair(at.y(), at.x());
    };
    std::stable_sort(stops.begin(), stops.end(), [&](const QWidget *a, const QWidget *b) {
        return placeOf(a) < placeOf(b);
    });
    return stops;
}

bool Sheet::focusNextPrevChild(bool next)
{
    const auto stops = stopsIn(*m_card);
    if (stops.isEmpty())
        return false;
    const auto at = stops.indexOf(QApplication::focusWidget());
    // On top is the close button; a fresh sheet starts with what it is for.
    const auto start =
        at < 0 ? (stops.size() > 1 ? 1 : 0) : (at + (next ? 1 : stops.size() - 1)) % stops.size();
    stops.at(start)->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

bool Sheet::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

void Sheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        event->accept(); // nothing reaches the page below
}

void Sheet::mousePressEvent(QMouseEvent *event)
{
    if (!m_card->geometry().contains(event->pos()))
        dismiss();
}

void Sheet::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto colours = Colours::of(palette());
    painter.fillRect(rect(), QColor(10, 14, 20, colours.dark ? 150 : 90));
    painter.setPen(colours.line);
    painter.setBrush(colours.panel);
    painter.drawRoundedRect(QRectF(m_card->geometry()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
}

} // namespace tokentrail::ui
