// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/tokens/sizebar.h"

#include "ui/widgets/colours.h"

#include <QLocale>
#include <QPainter>

namespace tokentrail::ui {

namespace {

constexpr int barHeight = 10;
constexpr qsizetype shownBytes = 20 * 1024; // beyond the last limit, so that one sees it passed

QString sizeInWords(qsizetype bytes, int decimals)
{
    return QLocale().formattedDataSize(bytes, decimals, QLocale::DataSizeTraditionalFormat);
}

} // namespace

SizeBar::SizeBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Size of the token"));
}

void SizeBar::setBytes(qsizetype bytes)
{
    m_bytes = bytes;
    setAccessibleDescription(inWords());
    setToolTip(tr("All headers of a request together must stay below these limits, not the token "
                  "alone."));
    update();
}

QString SizeBar::inWords() const
{
    const auto own = sizeInWords(m_bytes, 1);
    if (m_bytes > nodeLimit)
        return tr("%1: too large for Node, which answers 431 before CAP sees the call").arg(own);
    if (m_bytes > proxyLimit)
        return tr("%1: fits Node (16 kB), too large for proxies and servers with 8 kB").arg(own);
    return tr("%1: fits 8 kB (many proxies, Java) and 16 kB (Node)").arg(own);
}

QSize SizeBar::sizeHint() const
{
    return {260, barHeight + 6 + fontMetrics().height()};
}

QSize SizeBar::minimumSizeHint() const
{
    return {160, sizeHint().height()};
}

void SizeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto colours = Colours::of(palette());
    const auto over = m_bytes > nodeLimit;
    const auto tight = m_bytes > proxyLimit;
    const QRectF bar(0.5, 0.5, width() - 1, barHeight - 1);
    const auto at = [&](qsizetype bytes) {
        return bar.left() + bar.width() * qMin(1.0, double(bytes) / double(shownBytes));
    };
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.lane);
    painter.drawRoundedRect(bar, barHeight / 2.0, barHeight / 2.0);
    auto used = bar;
    used.setRight(qMax(bar.left() + barHeight, at(m_bytes)));
    painter.setBrush(over ? colours.error.ink : tight ? colours.client.ink : colours.accent.ink);
    painter.drawRoundedRect(used, barHeight / 2.0, barHeight / 2.0);
    painter.setPen(QPen(colours.text, 1.5));
    for (const auto limit : {proxyLimit, nodeLimit})
        painter.drawLine(QPointF(at(limit), 0), QPointF(at(limit), barHeight));
    painter.setPen(over ? colours.error.ink : colours.muted);
    const QRect words(0, barHeight + 6, width(), fontMetrics().height());
    painter.drawText(
        words, Qt::AlignLeft, fontMetrics().elidedText(inWords(), Qt::ElideRight, words.width()));
}

} // namespace tokentrail::ui
