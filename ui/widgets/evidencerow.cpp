// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/evidencerow.h"

#include "ui/widgets/colours.h"

#include <QPainter>

namespace tokentrail::ui {

namespace {
constexpr int indent = 16;
constexpr int wrap = Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop;
} // namespace

EvidenceRow::EvidenceRow(const QString &sentence, const QString &hopId, Kind kind, QWidget *parent)
    : QAbstractButton(parent)
    , m_hopId(hopId)
    , m_kind(kind)
{
    setText(QString(sentence).replace(u'&', QStringLiteral("&&")));
    setAccessibleName(sentence);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    if (hopId.isEmpty()) {
        setFocusPolicy(Qt::NoFocus);
    } else {
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
        setToolTip(tr("Show this hop"));
        setAccessibleDescription(tr("Shows this hop in the trail"));
    }
    connect(this, &QAbstractButton::clicked, this, [this] {
        if (!m_hopId.isEmpty())
            Q_EMIT hopActivated(m_hopId);
    });
}

QRect EvidenceRow::textRect(int width) const
{
    return fontMetrics().boundingRect(
        QRect(indent, 2, qMax(40, width - indent - 4), 10000), wrap, accessibleName());
}

QSize EvidenceRow::sizeHint() const
{
    return {260, heightForWidth(260)};
}

QSize EvidenceRow::minimumSizeHint() const
{
    return {120, fontMetrics().height() + 4};
}

int EvidenceRow::heightForWidth(int width) const
{
    return textRect(width).height() + 4;
}

void EvidenceRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto colours = Colours::of(palette());
    const auto ink = palette().color(QPalette::WindowText);
    const QPointF dot(5, 2 + fontMetrics().height() / 2.0);
    painter.setPen(QPen(ink, 1.4));
    painter.setBrush(m_kind == Kind::For ? QBrush(ink) : QBrush(Qt::NoBrush));
    painter.drawEllipse(dot, 2.0, 2.0);
    auto used = font();
    used.setUnderline(!m_hopId.isEmpty() && underMouse());
    painter.setFont(used);
    painter.drawText(QRect(indent, 2, width() - indent - 4, height()), wrap, accessibleName());
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colours.accent.ink, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

} // namespace tokentrail::ui
