// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/call/callpage.h"

#include "ui/call/callbar.h"
#include "ui/call/findingspanel.h"
#include "ui/call/messagepanel.h"
#include "ui/call/trailpanel.h"
#include "ui/lanes/trailsaver.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/chipbutton.h"
#include "ui/widgets/diffdialog.h"
#include "ui/widgets/seams.h"
#include "ui/widgets/wrappedlabel.h"

#include <QDataStream>
#include <QHBoxLayout>
#include <QSplitter>
#include <QVBoxLayout>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

CallPage::CallPage(Seams &seams, QWidget *parent)
    : QWidget(parent)
    , m_seams(seams)
    , m_bar(new CallBar(this))
    , m_banner(new Banner(this))
    , m_toast(new Toast(this))
    , m_saver(new TrailSaver(seams, this))
{
    makeBody();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 8);
    layout->setSpacing(8);
    layout->addWidget(m_bar);
    layout->addWidget(makeStatusLine());
    layout->addWidget(m_banner);
    layout->addWidget(m_columns, 1);
    connectParts();
}

QWidget *CallPage::makeStatusLine()
{
    auto *line = new QWidget(this);
    m_says = new WrappedLabel({}, line);
    m_says->setMuted(true);
    m_says->setWordWrap(false);
    m_says->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_status = new Chip(line);
    m_status->hide();
    line->setMinimumHeight(fontMetrics().height() + 5); // as high with the chip as without
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(2, 0, 0, 0);
    layout->addWidget(m_says, 1);
    layout->addWidget(m_status);
    m_prediction = new ChipButton(line);
    m_prediction->setToolTip(tr("What the model of the open project says to this call: show why"));
    m_prediction->hide();
    layout->insertWidget(0, m_prediction);
    connect(m_prediction, &ChipButton::clicked, this, &CallPage::predictionActivated);
    m_says->setText(tr("Ready to send. Ctrl+Return sends, Ctrl+K lists every command."));
    return line;
}

void CallPage::makeBody()
{
    m_findings = new FindingsPanel(this);
    m_message = new MessagePanel(this);
    m_trail = new TrailPanel(this);
    m_left = new QSplitter(Qt::Vertical, this);
    m_left->setChildrenCollapsible(false);
    m_left->addWidget(m_findings);
    m_left->addWidget(m_message);
    m_left->setStretchFactor(0, 6);
    m_left->setStretchFactor(1, 4);
    m_columns = new QSplitter(Qt::Horizontal, this);
    m_columns->setChildrenCollapsible(false);
    m_columns->addWidget(m_left);
    m_columns->addWidget(m_trail);
    m_columns->setStretchFactor(0, 10);
    m_columns->setStretchFactor(1, 20);
    m_columns->setSizes({392, 780});
    m_left->setSizes({440, 300});
    m_left->setMinimumWidth(352);
    m_trail->setMinimumWidth(360);
}

void CallPage::connectParts()
{
    connect(m_bar, &CallBar::sendRequested, this, &CallPage::send);
    connect(m_bar, &CallBar::cancelRequested, this, &CallPage::cancelRequested);
    connect(m_bar, &CallBar::edited, this, [this] {
        m_message->setUrl(m_bar->url());
        announceDraft();
    });
    connect(m_message, &MessagePanel::copyRequested, this, [this](const QString &text) {
        m_seams.copyText(text);
    });
    connect(m_message, &MessagePanel::edited, this, &CallPage::announceDraft);
    connect(m_message, &MessagePanel::urlEdited, this, [this](const QString &url) {
        m_bar->setUrl(url);
        announceDraft();
    });
    connect(m_findings, &FindingsPanel::hopActivated, m_trail, &TrailPanel::openHop);
    connect(m_findings,
            &FindingsPanel::copyRequested,
            this,
            [this](const QString &text, const QString &what) {
                m_seams.copyText(text);
                m_toast->tell(what);
            });
    connect(m_findings,
            &FindingsPanel::diffRequested,
            this,
            [this](const QString &title, const QString &diff) {
                (new DiffDialog(m_seams, title, diff, this))->open();
            });
    connect(m_findings, &FindingsPanel::assignmentRequested, this, &CallPage::assignmentRequested);
    connect(m_banner, &Banner::actionTriggered, this, [this] {
        m_banner->dismiss();
        Q_EMIT freshSandboxRequested();
    });
    connect(m_trail, &TrailPanel::exampleChosen, this, [this](const CallDraft &draft) {
        setDraft(draft);
        announceDraft();
        send();
    });
    connect(m_trail, &TrailPanel::examplesRequested, this, &CallPage::showExamples);
    connect(m_trail, &TrailPanel::exportRequested, this, [this](trail::ExportFormat format) {
        if (m_outcome)
            m_saver->saveTrail(m_outcome->trail, format);
    });
    connect(m_trail, &TrailPanel::bundleRequested, this, [this] {
        if (m_outcome)
            m_saver->saveBundle(m_outcome->trail, m_outcome->diagnosis);
    });
    connect(m_trail, &TrailPanel::compareRequested, this, &CallPage::compareRequested);
    connect(m_trail, &TrailPanel::imageExportRequested, this, [this] {
        m_saver->saveImage(m_trail->picture(2));
    });
    connect(m_saver, &TrailSaver::saved, this, [this](const QString &file) {
        m_toast->tell(tr("Saved as %1, without secrets.").arg(file));
    });
    connect(m_saver, &TrailSaver::failed, this, [this](const QString &sentence) {
        m_banner->tell(Tone::Error, sentence);
    });
}

void CallPage::setSessions(const QList<Choice> &sessions)
{
    m_bar->setSessions(sessions);
}

void CallPage::addSessionCommand(QAction *action)
{
    m_bar->addSessionCommand(action);
}

void CallPage::setTargets(const QList<Choice> &targets)
{
    m_bar->setTargets(targets);
}

void CallPage::setVias(const QList<Choice> &vias)
{
    m_bar->setVias(vias);
}

void CallPage::setExamples(const QList<ExampleCall> &examples)
{
    m_trail->setExamples(examples);
}

void CallPage::setPlan(const QStringList &steps)
{
    m_trail->setPlan(steps);
}

void CallPage::setPrediction(const QString &text, bool refuses)
{
    m_prediction->setLook(
        {text, refuses ? Tone::Error : Tone::Person, refuses ? ChipMark::Lost : ChipMark::None, 0});
    m_prediction->setVisible(!text.isEmpty());
}

void CallPage::setDraft(const CallDraft &draft)
{
    m_bar->setDraft(draft);
    m_message->setDraft(draft);
}

CallDraft CallPage::draft() const
{
    CallDraft draft;
    m_bar->fill(draft);
    m_message->fill(draft);
    return draft;
}

void CallPage::announceDraft()
{
    if (m_bannerIsOfDraft) // of what is being changed
        m_banner->dismiss();
    m_bannerIsOfDraft = false;
    Q_EMIT draftChanged(draft());
}

void CallPage::setRunning(const QString &step)
{
    m_running = true;
    m_bar->setRunning(true);
    m_banner->dismiss();
    m_says->setText(step);
    m_status->setLook({tr("under way"), Tone::Accent, ChipMark::None, 0});
    m_status->show();
}

void CallPage::stopRunning()
{
    m_running = false;
    m_bar->setRunning(false);
}

void CallPage::setOutcome(const CallOutcome &outcome)
{
    stopRunning();
    m_outcome = outcome;
    const auto failed = outcome.response.status == 0 || outcome.response.status >= 400;
    m_status->setLook({statusLine(outcome),
                       failed ? Tone::Error : Tone::Person,
                       failed ? ChipMark::Lost : ChipMark::None,
                       0});
    m_status->show();
    m_says->setText(whatHappened(outcome));
    m_says->setToolTip(m_says->text());
    m_findings->setOutcome(outcome);
    m_message->setOutcome(outcome);
    m_trail->setTrail(outcome.trail);
}

void CallPage::setComparable(bool comparable)
{
    m_trail->setComparable(comparable);
}

void CallPage::tellError(const QString &sentence)
{
    stopRunning();
    m_status->setLook({tr("not sent"), Tone::Error, ChipMark::Lost, 0});
    m_status->show();
    m_says->setText({});
    m_banner->tell(Tone::Error, sentence);
    m_bannerIsOfDraft = true;
}

void CallPage::offerFreshSandbox(const QString &why)
{
    stopRunning();
    m_banner->tell(Tone::Client, why, tr("Start a fresh one"));
    m_bannerIsOfDraft = false;
}

void CallPage::send()
{
    if (m_running)
        return;
    Q_EMIT sendRequested(draft());
}

void CallPage::cancel()
{
    if (m_running)
        Q_EMIT cancelRequested();
    else
        m_trail->closeHop();
}

void CallPage::selectUrl()
{
    m_bar->selectUrl();
}

void CallPage::focusUrl()
{
    m_bar->focusUrl();
}

void CallPage::showExamples()
{
    m_trail->showWelcome();
}

QByteArray CallPage::saveLayout() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << m_columns->saveState() << m_left->saveState();
    return bytes;
}

void CallPage::restoreLayout(const QByteArray &state)
{
    QDataStream stream(state);
    QByteArray columns;
    QByteArray left;
    stream >> columns >> left;
    if (stream.status() != QDataStream::Ok)
        return;
    m_columns->restoreState(columns);
    m_left->restoreState(left);
}

} // namespace tokentrail::ui
