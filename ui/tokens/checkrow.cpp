// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/tokens/checkrow.h"

#include "ui/widgets/colours.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/wrappedlabel.h"

#include <QApplication>
#include <QEvent>
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

QString CheckRow::titleOf(const xsuaa::Check &check)
{
    const bool failed = check.outcome == xsuaa::Outcome::Failed;
    if (failed && check.finding == QLatin1String("token-time-claims-invalid"))
        return check.id == xsuaa::CheckId::NotExpired ? tr("its end is not said properly")
                                                      : tr("its beginning is not said properly");
    switch (check.id) {
    case xsuaa::CheckId::Parsed:
        return failed ? tr("cannot be read as a token") : tr("readable as a token");
    case xsuaa::CheckId::NotExpired:
        return failed ? tr("expired") : tr("not expired");
    case xsuaa::CheckId::AlreadyValid:
        return failed ? tr("not valid yet") : tr("valid already");
    case xsuaa::CheckId::Audience:
        return failed ? tr("not meant for this service") : tr("meant for this service");
    case xsuaa::CheckId::KeyIdPresent:
        return failed ? tr("key id missing") : tr("key id present");
    case xsuaa::CheckId::KeySetAvailable:
        return failed ? tr("no key set to check with") : tr("key set at hand");
    case xsuaa::CheckId::KeyIdKnown:
        return failed ? tr("key id unknown to the issuer") : tr("key id known");
    case xsuaa::CheckId::AlgorithmAccepted:
        return failed ? tr("algorithm not accepted") : tr("algorithm accepted");
    case xsuaa::CheckId::Signature:
        return failed ? tr("signature wrong") : tr("signature right");
    }
    return {};
}

CheckRow::CheckRow(const xsuaa::Check &check, Standing standing, QWidget *parent)
    : CheckRow(titleOf(check), check.outcome, check.sentence, standing, parent)
{ }

CheckRow::CheckRow(const QString &check,
                   xsuaa::Outcome outcome,
                   const QString &told,
                   Standing standing,
                   QWidget *parent)
    : QFrame(parent)
    , m_standing(standing)
{
    const bool first = standing == Standing::FirstFailure;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(first ? 14 : 2, first ? 10 : 3, 8, first ? 10 : 3);
    layout->setSpacing(4);
    QString title = QStringLiteral("%1 %2").arg(markOf(outcome), check);
    if (outcome == xsuaa::Outcome::NotChecked)
        title += tr(": not checked");
    if (standing == Standing::After)
        title += outcome == xsuaa::Outcome::Failed ? tr(" — not reached, would fail too")
            : outcome == xsuaa::Outcome::Passed    ? tr(" — not reached, would pass")
                                                   : QString();
    auto *heading = new WrappedLabel(title);
    heading->setMuted(standing == Standing::After || outcome == xsuaa::Outcome::NotChecked);
    layout->addWidget(heading);
    setAccessibleName(title);
    setToolTip(told);
    if (first || (outcome == xsuaa::Outcome::Failed)) {
        auto *sentence = new WrappedLabel(told);
        sentence->setMuted(!first);
        layout->addWidget(sentence);
        setAccessibleDescription(told);
    }
    if (first) {
        heading->setFont(semiBold(font()));
        m_heading = heading;
        ink();
    }
}

void CheckRow::ink()
{
    auto inked = QApplication::palette();
    inked.setColor(QPalette::WindowText, Colours::of(inked).error.ink);
    m_heading->setPalette(inked);
}

void CheckRow::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_heading)
        ink();
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
