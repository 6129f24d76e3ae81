// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/tokens/checkrow.h"

#include "ui/widgets/colours.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/wrappedlabel.h"

#include <QApplication>
#include <QPainter>
#include <QVBoxLayout>

namespace tokentrail::ui {

namespace {

QString markOf(xsuaa::Outcome outcome)
{
    switch (outcome) {
    case xsuaa::Outcome::Passed:
        return QStringLiteral("✓");
    case xsuaa::Outcome::Failed:
        return QStringLiteral("✗");
    case xsuaa::Outcome::NotChecked:
        return QStringLiteral("–");
    }
    return {};
}

} // namespace

QString CheckRow::titleOf(xsuaa::CheckId id)
{
    switch (id) {
    case xsuaa::CheckId::Parsed:
        return tr("readable as a token");
    case xsuaa::CheckId::NotExpired:
        return tr("not expired");
    case xsuaa::CheckId::AlreadyValid:
        return tr("valid already");
    case xsuaa::CheckId::Audience:
        return tr("meant for this service");
    case xsuaa::CheckId::KeyIdPresent:
        return tr("key id present");
    case xsuaa::CheckId::KeySetAvailable:
        return tr("key set at hand");
    case xsuaa::CheckId::KeyIdKnown:
        return tr("key id known");
    case xsuaa::CheckId::AlgorithmAccepted:
        return tr("algorithm accepted");
    case xsuaa::CheckId::Signature:
        return tr("signature");
    }
    return {};
}

CheckRow::CheckRow(const xsuaa::Check &check, Standing standing, QWidget *parent)
    : QFrame(parent)
    , m_standing(standing)
{
    const bool first = standing == Standing::FirstFailure;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(first ? 14 : 2, first ? 10 : 3, 8, first ? 10 : 3);
    layout->setSpacing(4);
    QString title = QStringLiteral("%1 %2").arg(markOf(check.outcome), titleOf(check.id));
    if (standing == Standing::After)
        title += check.outcome == xsuaa::Outcome::Failed ? tr(" — not reached, would fail too")
            : check.outcome == xsuaa::Outcome::Passed    ? tr(" — not reached, would pass")
                                                         : tr(" — not reached");
    auto *heading = new WrappedLabel(title);
    heading->setMuted(standing == Standing::After || check.outcome == xsuaa::Outcome::NotChecked);
    layout->addWidget(heading);
    setAccessibleName(title);
    setToolTip(check.sentence);
    if (first || (check.outcome == xsuaa::Outcome::Failed)) {
        auto *sentence = new WrappedLabel(check.sentence);
        sentence->setMuted(!first);
        layout->addWidget(sentence);
        setAccessibleDescription(check.sentence);
    }
    if (first) {
        heading->setFont(semiBold(font()));
        auto inked = QApplication::palette();
        inked.setColor(QPalette::WindowText, Colours::of(inked).error.ink);
        heading->setPalette(inked);
    }
}

void CheckRow::paintEvent(QPaintEvent *)
{
    if (m_standing != Standing::FirstFailure)
        return;
    QPainter painter(this);
    const auto colours = Colours::of(palette());
    painter.fillRect(rect(), colours.error.ground);
    painter.fillRect(QRect(0, 0, 4, height()), colours.error.ink);
}

} // namespace tokentrail::ui
