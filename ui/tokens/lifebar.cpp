// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/tokens/lifebar.h"

#include "ui/tokens/tokenview.h"
#include "ui/widgets/colours.h"

#include <QDateTime>
#include <QLocale>
#include <QPainter>

namespace tokentrail::ui {

namespace {

constexpr int barHeight = 10;

// The day only where it is not today.
QString clockTime(qint64 seconds, qint64 now)
{
    const auto time = QDateTime::fromSecsSinceEpoch(seconds);
    const auto today = QDateTime::fromSecsSinceEpoch(now).date();
    return time.date() == today ? QLocale().toString(time.time(), QStringLiteral("HH:mm:ss"))
                                : QLocale().toString(time, QStringLiteral("yyyy-MM-dd HH:mm"));
}

} // namespace

LifeBar::LifeBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LifeBar::setLife(qint64 issuedAt, qint64 expiresAt, qint64 nowSeconds)
{
    m_issuedAt = issuedAt;
    m_expiresAt = expiresAt;
    m_now = nowSeconds;
    setVisible(expiresAt != 0);
    setAccessibleName(tr("Life of the token"));
    setAccessibleDescription(lifeInWords(expiresAt, nowSeconds));
    update();
}

QSize LifeBar::sizeHint() const
{
    return {260, barHeight + 6 + fontMetrics().height()};
}

QSize LifeBar::minimumSizeHint() const
{
    return {160, sizeHint().height()};
}

double LifeBar::elapsed() const
{
    const auto whole = double(m_expiresAt - m_issuedAt);
    return whole <= 0 ? 1.0 : qBound(0.0, double(m_now - m_issuedAt) / whole, 1.0);
}

void LifeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto colours = Colours::of(palette());
    const bool ended = m_now >= m_expiresAt;
    const QRectF bar(0.5, 0.5, width() - 1, barHeight - 1);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ended ? colours.error.ground : colours.lane);
    painter.drawRoundedRect(bar, barHeight / 2.0, barHeight / 2.0);
    auto used = bar;
    used.setWidth(qMax<double>(barHeight, bar.width() * elapsed()));
    painter.setBrush(ended ? colours.error.ink : colours.accent.ink);
    painter.drawRoundedRect(used, barHeight / 2.0, barHeight / 2.0);

    const QRect words(0, barHeight + 6, width(), fontMetrics().height());
    const auto begin =
        m_issuedAt == 0 ? QString() : tr("issued %1").arg(clockTime(m_issuedAt, m_now));
    const auto end = (ended ? tr("ended %1") : tr("ends %1")).arg(clockTime(m_expiresAt, m_now));
    const auto life = ended ? QString() : lifeInWords(m_expiresAt, m_now);
    const auto widthOf = [this](const QString &text) {
        return fontMetrics().horizontalAdvance(text);
    };
    // What is left counts most: where not all have room, when it was issued goes.
    constexpr int gap = 12;
    const auto half = width() / 2 - widthOf(life) / 2 - gap;
    const bool roomy = widthOf(begin) <= half && widthOf(end) <= half;
    painter.setPen(colours.muted);
    if (roomy || ended)
        painter.drawText(words, Qt::AlignLeft, begin);
    painter.setPen(ended ? colours.error.ink : colours.muted);
    painter.drawText(words, Qt::AlignRight, end);
    painter.setPen(colours.text);
    painter.drawText(words, roomy ? Qt::AlignHCenter : Qt::AlignLeft, life);
}

} // namespace tokentrail::ui
