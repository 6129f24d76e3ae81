// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/projectdesk.h"
#include "core/cap/measurereport.h"
#include "core/cap/runningserver.h"
#include "ui/widgets/seams.h"

#include <QDir>

namespace tokentrail::console {

using namespace Qt::StringLiterals;

// Only what reads is sent from the window; the command line can be told to ask for more.
void ProjectDesk::measure()
{
    if (!m_table || m_measuring)
        return;
    const auto server = cap::findRunningServer(QDir::homePath(), m_folder);
    if (!server)
        return m_page->tell(
            tr("No running service of this project was found. Start it with cds watch, which "
               "writes its address into ~/.cds-services.json; for another one there is "
               "tokentrailctl cap access --measure --url."),
            true);
    cap::MeasureOptions options;
    options.authorizations = cap::mockAuthorizations(m_users);
    auto probes = cap::planProbes(*m_model, *m_table, options);
    m_measuring =
        new cap::MeasureJob(m_bench.client(), *server, *m_table, std::move(probes), options, this);
    const auto address = server->toString(QUrl::RemoveUserInfo);
    connect(m_measuring, &cap::MeasureJob::progressed, this, [this, address](int done, int all) {
        m_page->tell(tr("Asking %1: %2 of %3 requests").arg(address).arg(done).arg(all), false);
    });
    connect(m_measuring, &cap::MeasureJob::finished, this, &ProjectDesk::takeMeasurement);
    m_measuring->start();
}

void ProjectDesk::takeMeasurement()
{
    using Agreement = cap::MeasuredCell::Agreement;
    const auto result = std::make_shared<cap::Measurement>(m_measuring->measurement());
    m_measuring->deleteLater();
    m_measuring.clear();
    m_measurement = result;
    auto view = matrixView();
    view.isMeasured = true;
    for (const auto &cell : result->cells) {
        if (cell.agreement == Agreement::Differs)
            view.differences << std::pair(int(cell.probe.row), int(cell.probe.column));
    }
    const auto differ = result->count(Agreement::Differs);
    const auto failed = result->count(Agreement::Failed);
    view.note = tr("%1 cells were asked of the running service, %2 differ from the prediction. "
                   "Choose a cell to see both.")
                    .arg(result->sent())
                    .arg(differ);
    m_page->setMatrix(view);
    if (failed > 0)
        m_page->tell(tr("%1 of %2 requests had no answer.").arg(failed).arg(result->sent()), true);
    else
        m_page->tell(
            differ > 0
                ? tr("The running service differs from the prediction in %1 of %2 "
                     "cells.")
                      .arg(differ)
                      .arg(result->sent())
                : tr("The running service answers all %1 cells as predicted.").arg(result->sent()),
            differ > 0);
}

void ProjectDesk::copyReport()
{
    if (m_table && m_measurement)
        m_bench.seams().copyText(QString::fromUtf8(cap::toMarkdown(*m_table, *m_measurement)));
}

} // namespace tokentrail::console
