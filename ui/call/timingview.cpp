// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/call/timingview.h"

#include "ui/widgets/colours.h"

#include <QPainter>

namespace tokentrail::ui {

namespace {
constexpr int rowHeight = 30;
constexpr int nameWidth = 130;
constexpr int numberWidth = 80;
constexpr int margin = 14;
} // namespace

TimingView::TimingView(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Timing of the call"));
}

void TimingView::setTiming(const http::Timing &timing)
{
    m_phases.clear();
    m_total = timing.total;
    auto last = 0.0;
    QStringList told;
    const auto add = [&](const QString &name, double until) {
        if (until < 0)
            return;
        m_phases.append({name, last, until});
        told << tr("%1: %2 ms").arg(name).arg(until - last, 0, 'f', 1);
        last = qMax(last, until);
    };
    add(tr("Name"), timing.dns);
    add(tr("Connection"), timing.connected);
    add(tr("TLS"), timing.tls);
    add(tr("Sending"), timing.sent);
    add(tr("Waiting"), timing.firstByte);
    add(tr("Receiving"), timing.total);
    setAccessibleDescription(told.join(QStringLiteral(", ")));
    setMinimumHeight(minimumSizeHint().height());
    update();
}

QSize TimingView::minimumSizeHint() const
{
    return {260, static_cast<int>(m_phases.size()) * rowHeight + 2 * margin};
}

void TimingView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto colours = Colours::of(palette());
    if (m_phases.isEmpty()) {
        painter.setPen(colours.muted);
        painter.drawText(rect().adjusted(margin, margin, -margin, -margin),
                         Qt::TextWordWrap,
                         tr("Nothing was timed yet."));
        return;
    }
    const QRectF track(nameWidth, margin, qMax(20, width() - nameWidth - numberWidth - margin), 0);
    auto y = static_cast<double>(margin);
    for (const auto &phase : std::as_const(m_phases)) {
        painter.setPen(colours.muted);
        painter.drawText(
            QRectF(margin, y, nameWidth - margin, rowHeight), Qt::AlignVCenter, phase.name);
        const auto whole = qMax(0.001, m_total);
        const QRectF bar(track.left() + track.width() * phase.from / whole,
                         y + 9,
                         qMax(2.0, track.width() * (phase.to - phase.from) / whole),
                         rowHeight - 18);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.lane);
        painter.drawRoundedRect(QRectF(track.left(), bar.top(), track.width(), bar.height()), 4, 4);
        painter.setBrush(colours.accent.ink);
        painter.drawRoundedRect(bar, qMin(4.0, bar.width() / 2), 4);
        painter.setPen(colours.text);
        painter.drawText(QRectF(track.right() + 8, y, numberWidth - 8, rowHeight),
                         Qt::AlignVCenter,
                         tr("%1 ms").arg(phase.to - phase.from, 0, 'f', 1));
        y += rowHeight;
    }
}

} // namespace tokentrail::ui
