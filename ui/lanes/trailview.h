// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trail/lanes.h"
#include "ui/lanes/trailpainter.h"

#include <QAbstractScrollArea>

namespace tokentrail::ui {

// The picture of a trail. Arrow keys go from hop to hop, Return opens one; screen readers find
// every hop as an item of a list.
class TrailView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit TrailView(QWidget *parent = nullptr);

    void setTrail(const trail::Trail &trail);
    const trail::Trail &trail() const { return m_trail; }
    const trail::LanePicture &picture() const { return m_picture; }
    QString selectedHop() const { return m_marks.selectedHop; }
    void selectHop(const QString &hopId); // no signal; scrolls there
    QRect hopRect(const QString &hopId) const; // in viewport coordinates
    QRect titleRect() const; // the lanes' titles: always at the top of the viewport
    QImage toImage(double factor) const; // the whole picture

Q_SIGNALS:
    void hopSelected(const QString &hopId); // empty: none
    void hopOpened(const QString &hopId);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void relayout();
    const trail::LaneRow *selectedRow() const; // the first of its bands
    bool showsSelected() const;
    void scrollToSelected();
    void paintTitles(QPainter &painter, const Colours &colours);
    double scale() const; // picture to widget: follows the window's font
    QPointF offset() const;
    QPointF toPicture(const QPointF &viewportPoint) const;
    void step(int by);
    void choose(const QString &hopId);
    QString tipAt(const QPointF &point) const;
    void announce();

    trail::Trail m_trail;
    trail::LanePicture m_picture;
    TrailMarks m_marks;
};

// Gives TrailView its list of hops. Called once by the view.
void installTrailAccessibility();

} // namespace tokentrail::ui
