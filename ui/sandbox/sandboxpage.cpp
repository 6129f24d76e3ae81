// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/sandbox/sandboxpage.h"

#include "ui/sandbox/faultmodel.h"
#include "ui/sandbox/scenariodetail.h"
#include "ui/sandbox/scenariolist.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/housestyle.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/quiettable.h"
#include "ui/widgets/wrappedlabel.h"

#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

namespace {

enum RightTab { ScenarioTab, FaultTab, AddressTab };

QScrollArea *scrolling(QWidget *content, const QString &name)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(content);
    area->setAccessibleName(name);
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return area;
}

// For a moment the button says what it did, and then what it does again.
void sayCopied(QPushButton *button)
{
    constexpr int momentMs = 1'500;
    const auto copied = SandboxPage::tr("Copied");
    if (button->text() == copied)
        return;
    QTimer::singleShot(
        momentMs, button, [button, text = button->text()] { button->setText(text); });
    button->setText(copied);
}

} // namespace

SandboxPage::SandboxPage(QWidget *parent)
    : QWidget(parent)
    , m_faults(new FaultModel(this))
{
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(12);
    splitter->addWidget(buildScenarios());
    splitter->addWidget(buildDetail());
    splitter->setSizes({420, 640});
    splitter->setStretchFactor(1, 1);
    m_banner = new Banner;
    m_banner->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 8);
    layout->setSpacing(10);
    layout->addWidget(buildTop());
    layout->addWidget(m_banner);
    layout->addWidget(splitter, 1);
    connect(m_faults, &FaultModel::setWanted, this, &SandboxPage::faultSet);
    connect(m_faults, &FaultModel::clearWanted, this, &SandboxPage::faultCleared);
    setView({});
}

// It opens with the list, not with Stop, which comes first in the row above.
void SandboxPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!std::exchange(m_wasShown, true))
        m_list->setFocus(Qt::OtherFocusReason);
}

QWidget *SandboxPage::buildTop()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_state = new Chip;
    m_folder = new QLabel;
    m_folder->setForegroundRole(QPalette::PlaceholderText);
    m_behave = new QPushButton(tr("Behave again"));
    m_behave->setToolTip(tr("Takes all faults back"));
    m_startStop = new QPushButton;
    layout->addWidget(m_state);
    layout->addWidget(m_folder, 1);
    layout->addWidget(m_behave);
    layout->addWidget(m_startStop);
    connect(m_behave, &QPushButton::clicked, this, [this] { Q_EMIT faultCleared({}); });
    connect(m_startStop, &QPushButton::clicked, this, [this] {
        if (m_running)
            Q_EMIT stopRequested();
        else
            Q_EMIT startRequested();
    });
    return row;
}

QWidget *SandboxPage::buildScenarios()
{
    m_list = new ScenarioList;
    auto *panel = new Panel(tr("Broken scenarios"));
    panel->addTab(m_list, tr("What can go wrong"));
    panel->setMinimumWidth(280);
    connect(m_list, &ScenarioList::chosen, this, &SandboxPage::showScenario);
    connect(m_list, &ScenarioList::activated, this, &SandboxPage::demonstrationRequested);
    return panel;
}

QWidget *SandboxPage::buildDetail()
{
    m_detail = new ScenarioDetail;
    m_right = new Panel(tr("Scenario, faults and addresses"));
    m_right->addTab(scrolling(m_detail, tr("Scenario")), tr("Scenario"));
    m_right->addTab(buildFaults(), tr("Faults"));
    m_right->addTab(buildAddresses(), tr("Run your application against it"));
    m_right->setMinimumWidth(380);
    connect(m_detail,
            &ScenarioDetail::demonstrationRequested,
            this,
            &SandboxPage::demonstrationRequested);
    return m_right;
}

QWidget *SandboxPage::buildFaults()
{
    m_faultTable = new QuietTable(tr("Faults"));
    m_faultTable->setModel(m_faults);
    m_faultTable->setEditTriggers(QAbstractItemView::DoubleClicked
                                  | QAbstractItemView::EditKeyPressed);
    auto *header = m_faultTable->horizontalHeader();
    header->setSectionResizeMode(FaultModel::Name, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(FaultModel::Value, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(FaultModel::Meaning, QHeaderView::Stretch);
    m_faultTable->setWordWrap(true); // the sentences are longer than the column
    m_faultTable->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(12, 10, 12, 10);
    auto *hint = new WrappedLabel(
        tr("Space switches a fault on or off, F2 changes its value. Real applications that are "
           "bound to this sandbox feel it too."));
    hint->setMuted(true);
    layout->addWidget(hint);
    layout->addWidget(m_faultTable, 1);
    return page;
}

QWidget *SandboxPage::buildAddresses()
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(10);
    auto *steps = new WrappedLabel(
        tr("Copy the bindings into default-env.json of your project and keep that file out of git. "
           "Trust the certificate authority below, then start the application as always."));
    layout->addWidget(steps);
    auto *row = new QHBoxLayout;
    const std::pair<QString, QString> formats[] = {
        {u"default-env"_s, tr("Copy default-env.json")},
        {u"cdsrc-private"_s, tr("Copy .cdsrc-private.json")},
        {u"service-key"_s, tr("Copy the service key")}};
    for (const auto &[format, text] : formats) {
        auto *button = new QPushButton(text);
        m_bindings[format] = button;
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, name = format] {
            Q_EMIT bindingsRequested(name);
        });
    }
    row->addStretch();
    layout->addLayout(row);
    m_addresses = new QFormLayout;
    m_addresses->setHorizontalSpacing(16);
    layout->addLayout(m_addresses);
    layout->addStretch();
    return scrolling(content, tr("Addresses"));
}

void SandboxPage::setScenarios(const QList<ScenarioView> &scenarios)
{
    m_scenarios = scenarios;
    m_list->setScenarios(scenarios);
    if (!scenarios.isEmpty())
        m_list->choose(scenarios.constFirst().id);
}

void SandboxPage::showScenario(const QString &id)
{
    const auto found = std::find_if(m_scenarios.begin(),
                                    m_scenarios.end(),
                                    [&id](const ScenarioView &one) { return one.id == id; });
    m_detail->show(found == m_scenarios.end() ? ScenarioView() : *found);
    m_right->setCurrentIndex(ScenarioTab);
}

void SandboxPage::setView(const SandboxView &view)
{
    m_running = view.running;
    m_state->setLook({view.running ? tr("running") : tr("not running"),
                      view.running ? Tone::Person : Tone::Neutral,
                      ChipMark::None});
    m_state->setAccessibleName(view.running ? tr("The sandbox is running")
                                            : tr("The sandbox is not running"));
    m_folder->setText(view.state);
    m_startStop->setText(view.running ? tr("Stop") : tr("Start"));
    m_startStop->setAccessibleName(view.running ? tr("Stop the sandbox") : tr("Start the sandbox"));
    m_faults->setFaults(view.faults);
    const auto inForce = m_faults->inForce();
    m_behave->setEnabled(inForce > 0);
    m_right->setTabTitle(FaultTab, inForce > 0 ? tr("Faults %1").arg(inForce) : tr("Faults"));
    if (inForce > 0)
        m_banner->tell(Tone::Client,
                       tr("%n fault(s) in force: calls fail on purpose.", nullptr, inForce));
    else
        m_banner->dismiss();
    m_detail->setRunning(view.running);
    for (auto *button : std::as_const(m_bindings))
        button->setEnabled(view.running);
    showAddresses(view.addresses);
}

void SandboxPage::showAddresses(const QList<AddressView> &addresses)
{
    if (addresses == m_addressesShown)
        return; // the focus may be in one of them
    m_addressesShown = addresses;
    while (m_addresses->rowCount() > 0)
        m_addresses->removeRow(0);
    for (const auto &address : addresses) {
        auto *value = new WrappedLabel(address.value);
        value->setFont(codeFont());
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        auto *copy = new QPushButton(tr("Copy"));
        makeQuiet(copy);
        copy->setAccessibleName(tr("%1: %2. Copy").arg(address.label, address.value));
        connect(copy, &QPushButton::clicked, this, [this, copy, text = address.value] {
            Q_EMIT addressCopied(text);
            sayCopied(copy);
        });
        auto *row = new QHBoxLayout;
        row->addWidget(value, 1);
        row->addWidget(copy, 0, Qt::AlignTop);
        m_addresses->addRow(address.label, row);
    }
}

void SandboxPage::tellCopied(const QString &format)
{
    if (auto *button = m_bindings.value(format))
        sayCopied(button);
}

void SandboxPage::tellError(const QString &sentence)
{
    m_banner->tell(Tone::Error, sentence);
}

} // namespace tokentrail::ui
