// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/lanes/trailview.h"

#include "ui/lanes/hopwords.h"

#include <QAccessible>
#include <QFontInfo>
#include <QHelpEvent>
#include <QImage>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace tokentrail::ui {

namespace {

constexpr int margin = 12;
constexpr double stickyGap = 4; // above and below titles that stay
constexpr double windowTextPixels = 13; // at which the picture's own size is used unscaled

} // namespace

TrailView::TrailView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    installTrailAccessibility();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Trail of the call, hop by hop"));
    viewport()->setMouseTracking(true);
    horizontalScrollBar()->setSingleStep(24);
    verticalScrollBar()->setSingleStep(24);
}

void TrailView::setTrail(const trail::Trail &trail)
{
    m_trail = trail;
    m_marks.selectedHop.clear();
    m_marks.hoveredHop.clear();
    setAccessibleDescription(trail.title);
    relayout();
    verticalScrollBar()->setValue(0);
    QAccessibleEvent event(this, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&event);
}

double TrailView::scale() const
{
    return qMax(0.8, QFontInfo(font()).pixelSize() / windowTextPixels);
}

void TrailView::relayout()
{
    trail::LaneOptions options;
    options.width = qMax(0.0, viewport()->width() / scale() - 2 * margin);
    options.textWidth = [base = font()](const QString &text, trail::TextRole role) {
        return pictureTextWidth(base, text, role);
    };
    m_picture = trail::layoutLanes(m_trail, options);
    const QSize size = ((m_picture.size + QSizeF(2 * margin, 2 * margin)) * scale()).toSize();
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, qMax(0, size.width() - viewport()->width()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, qMax(0, size.height() - viewport()->height()));
    viewport()->update();
}

QPointF TrailView::offset() const
{
    return QPointF(margin * scale() - horizontalScrollBar()->value(),
                   margin * scale() - verticalScrollBar()->value());
}

QPointF TrailView::toPicture(const QPointF &viewportPoint) const
{
    return (viewportPoint - offset()) / scale();
}

QRect TrailView::hopRect(const QString &hopId) const
{
    QRectF all;
    for (const auto &row : m_picture.rows) {
        if (row.hopId == hopId)
            all = all.united(row.rect);
    }
    if (all.isNull())
        return {};
    return QRectF(all.topLeft() * scale() + offset(), all.size() * scale()).toAlignedRect();
}

QRect TrailView::titleRect() const
{
    if (m_picture.lanes.isEmpty())
        return {};
    const auto height = m_picture.lanes.constFirst().titleRect.height() + 2 * stickyGap;
    return {0, 0, viewport()->width(), qRound(height * scale())};
}

const trail::LaneRow *TrailView::selectedRow() const
{
    const auto found =
        std::find_if(m_picture.rows.cbegin(), m_picture.rows.cend(), [this](const auto &row) {
            return row.hopId == m_marks.selectedHop;
        });
    return found == m_picture.rows.cend() ? nullptr : &*found;
}

bool TrailView::showsSelected() const
{
    const auto *row = selectedRow();
    if (!row)
        return false;
    const auto top = (row->rect.top() + margin) * scale() - verticalScrollBar()->value();
    return top >= 0 && top < verticalScrollBar()->pageStep();
}

void TrailView::scrollToSelected()
{
    const auto *row = selectedRow();
    if (!row)
        return;
    auto *bar = verticalScrollBar();
    const auto top = qRound((row->rect.top() + margin) * scale()) - 8 - titleRect().height();
    const auto bottom = qRound((row->rect.bottom() + margin) * scale()) + 8;
    if (bottom > bar->value() + viewport()->height())
        bar->setValue(bottom - viewport()->height());
    if (top < bar->value()) // last: where both do not fit, its beginning is in sight
        bar->setValue(top);
}

void TrailView::selectHop(const QString &hopId)
{
    if (m_marks.selectedHop == hopId)
        return;
    m_marks.selectedHop = hopId;
    scrollToSelected();
    viewport()->update();
    announce();
}

void TrailView::announce()
{
    const auto number = numberOf(m_trail, m_marks.selectedHop);
    if (number == 0 || !hasFocus())
        return;
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(number - 1);
    QAccessible::updateAccessibility(&event);
}

QImage TrailView::toImage(double factor) const
{
    const QSizeF size = m_picture.size + QSizeF(2 * margin, 2 * margin);
    QImage image((size * factor).toSize(), QImage::Format_ARGB32_Premultiplied);
    const auto colours = Colours::of(palette());
    image.fill(colours.panel);
    QPainter painter(&image);
    painter.scale(factor, factor);
    painter.translate(margin, margin);
    TrailPainter(painter, colours, font()).paint(m_picture, {});
    return image;
}

void TrailView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const auto colours = Colours::of(palette());
    painter.fillRect(viewport()->rect(), colours.panel);
    if (m_trail.hops.isEmpty())
        return;
    painter.save();
    painter.translate(offset());
    painter.scale(scale(), scale());
    auto marks = m_marks;
    marks.focused = hasFocus();
    TrailPainter(painter, colours, font()).paint(m_picture, marks);
    painter.restore();
    paintTitles(painter, colours);
}

void TrailView::paintTitles(QPainter &painter, const Colours &colours)
{
    if (m_picture.lanes.isEmpty() || verticalScrollBar()->value() == 0)
        return;
    const auto strip = titleRect();
    painter.fillRect(strip, colours.panel);
    painter.setPen(colours.line);
    painter.drawLine(strip.bottomLeft(), strip.bottomRight());
    painter.translate(offset().x(), 0);
    painter.scale(scale(), scale());
    TrailPainter(painter, colours, font()).paintTitles(m_picture, stickyGap);
}

void TrailView::resizeEvent(QResizeEvent *)
{
    // The drawer of the hop takes room from the picture: the hop must not go out of sight.
    const auto shown = showsSelected();
    relayout();
    if (shown)
        scrollToSelected();
}

void TrailView::scrollContentsBy(int, int)
{
    viewport()->update(); // all of it: the titles stay where they are
}

void TrailView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        relayout();
}

void TrailView::choose(const QString &hopId)
{
    selectHop(hopId);
    Q_EMIT hopSelected(hopId);
}

void TrailView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        choose(m_picture.hopAt(toPicture(event->position())));
}

void TrailView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const auto hop = m_picture.hopAt(toPicture(event->position()));
    if (!hop.isEmpty())
        Q_EMIT hopOpened(hop);
}

void TrailView::mouseMoveEvent(QMouseEvent *event)
{
    const auto hop = m_picture.hopAt(toPicture(event->position()));
    if (hop == m_marks.hoveredHop)
        return;
    m_marks.hoveredHop = hop;
    viewport()->setCursor(hop.isEmpty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    viewport()->update();
}

void TrailView::step(int by)
{
    if (m_trail.hops.isEmpty())
        return;
    const qsizetype at = numberOf(m_trail, m_marks.selectedHop) - 1;
    const qsizetype last = m_trail.hops.size() - 1;
    const auto next = at < 0 ? (by > 0 ? 0 : last) : qBound<qsizetype>(0, at + by, last);
    choose(m_trail.hops.at(next).id);
}

void TrailView::keyPressEvent(QKeyEvent *event)
{
    const auto all = static_cast<int>(m_trail.hops.size());
    switch (event->key()) {
    case Qt::Key_Down:
        step(1);
        return;
    case Qt::Key_Up:
        step(-1);
        return;
    case Qt::Key_Home:
        step(-all);
        return;
    case Qt::Key_End:
        step(all);
        return;
    case Qt::Key_Left:
    case Qt::Key_Right:
        horizontalScrollBar()->triggerAction(event->key() == Qt::Key_Left
                                                 ? QAbstractSlider::SliderSingleStepSub
                                                 : QAbstractSlider::SliderSingleStepAdd);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (event->modifiers() == Qt::NoModifier && !m_marks.selectedHop.isEmpty()) {
            Q_EMIT hopOpened(m_marks.selectedHop);
            return;
        }
        break;
    default:
        break;
    }
    event->ignore();
}

void TrailView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (m_marks.selectedHop.isEmpty() && event->reason() != Qt::MouseFocusReason)
        step(1);
    viewport()->update();
    announce();
}

void TrailView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

QString TrailView::tipAt(const QPointF &point) const
{
    for (const auto &chip : m_picture.chips) {
        if (chip.rect.contains(point))
            return chip.fullText;
    }
    for (const auto &text : m_picture.texts) {
        if (text.rect.contains(point) && text.fullText != text.text)
            return text.fullText;
    }
    const auto *hop = m_trail.hop(m_picture.hopAt(point));
    return hop ? hopInWords(m_trail, *hop) : QString();
}

bool TrailView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), tipAt(toPicture(help->pos())), viewport());
        return true;
    }
    if (event->type() == QEvent::Leave && !m_marks.hoveredHop.isEmpty()) {
        m_marks.hoveredHop.clear();
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace tokentrail::ui
