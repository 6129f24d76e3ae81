// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/sandbox/scenariodetail.h"

#include "ui/widgets/fonts.h"
#include "ui/widgets/housestyle.h"
#include "ui/widgets/wrappedlabel.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

ScenarioDetail::ScenarioDetail(QWidget *parent)
    : QWidget(parent)
    , m_title(new WrappedLabel)
    , m_hint(new WrappedLabel)
    , m_show(new QPushButton(tr("See it fail")))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 12);
    layout->setSpacing(4);
    m_title->setFont(semiBold(scaled(font(), 1.2)));
    layout->addWidget(m_title);
    m_symptom = addPart(tr("What you see"));
    m_symptom->setFont(codeFont());
    m_setUp = addPart(tr("What is made wrong"));
    m_call = addPart(tr("The call that shows it"));
    m_learn = addPart(tr("What there is to learn"));
    layout->addSpacing(14);
    makePrimary(m_show);
    m_show->setToolTip(tr("Sets the sandbox up like this, and sends the call on the Call page"));
    layout->addWidget(m_show, 0, Qt::AlignLeft);
    m_hint->setMuted(true);
    layout->addWidget(m_hint);
    layout->addStretch();
    connect(m_show, &QPushButton::clicked, this, [this] {
        Q_EMIT demonstrationRequested(m_scenario.id);
    });
}

WrappedLabel *ScenarioDetail::addPart(const QString &title)
{
    auto *heading = new WrappedLabel(title);
    heading->setFont(scaled(font(), 0.92));
    heading->setMuted(true);
    auto *text = new WrappedLabel;
    text->setAccessibleName(title);
    auto *box = qobject_cast<QVBoxLayout *>(layout());
    box->addSpacing(10);
    box->addWidget(heading);
    box->addWidget(text);
    m_parts << heading << text;
    return text;
}

void ScenarioDetail::show(const ScenarioView &scenario)
{
    m_scenario = scenario;
    update();
}

void ScenarioDetail::setRunning(bool running)
{
    m_running = running;
    update();
}

void ScenarioDetail::update()
{
    const bool any = !m_scenario.id.isEmpty();
    m_title->setText(any ? m_scenario.title : tr("No scenario fits the filter."));
    for (auto *part : std::as_const(m_parts))
        part->setVisible(any);
    m_show->setVisible(any);
    m_symptom->setText(m_scenario.symptom);
    m_setUp->setText(m_scenario.setUp.isEmpty() ? tr("Nothing: the call alone goes wrong.")
                                                : m_scenario.setUp.join(u'\n'));
    m_call->setText(m_scenario.call);
    m_learn->setText(m_scenario.learn);
    const auto why = !m_running ? tr("The sandbox is not running.") : m_scenario.whyNotHere;
    m_show->setEnabled(why.isEmpty() && any);
    m_hint->setText(why);
    m_hint->setVisible(any && !why.isEmpty());
}

} // namespace tokentrail::ui
