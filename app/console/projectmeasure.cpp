// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/projectdesk.h"
#include "core/cap/measurereport.h"
#include "core/cap/runningserver.h"
#include "ui/widgets/seams.h"

#include <QDir>

namespace tokentrail::console {

using namespace Qt::StringLiterals;

namespace {

// What would be sent for each caller, told apart by whether it writes.
void countRequests(ui::MeasureOffer &offer,
                   const cap::AccessModel &model,
                   const cap::AccessTable &table)
{
    cap::MeasureOptions all;
    all.withWrites = true;
    for (const auto &probe : cap::planProbes(model, table, all)) {
        if (probe.column != 0 || probe.method.isEmpty()) // column 0 is nobody, who may ask all
            continue;
        if (probe.method == "GET")
            ++offer.reads;
        else
            offer.writes << QString::fromLatin1(probe.method) + u' ' + probe.target;
    }
}

} // namespace

void ProjectDesk::askWhomToMeasure()
{
    if (!m_table || m_measuring)
        return;
    const auto callers = serviceCallers(*m_model, m_users, m_bench.sessions());
    ui::MeasureOffer offer;
    if (const auto server = cap::findRunningServer(QDir::homePath(), m_folder))
        offer.url = server->toString(QUrl::RemoveUserInfo | QUrl::StripTrailingSlash);
    for (const auto &caller : callers)
        offer.callers << caller.shown;
    countRequests(offer, *m_model, *m_table);
    auto *dialog = new ui::MeasureDialog(offer, m_page);
    connect(dialog,
            &ui::MeasureDialog::wanted,
            this,
            [this, callers, model = m_model](const ui::MeasureWish &wish) {
                if (model == m_model
                    && !m_measuring) // else the project changed while the question stood there
                    measure(wish, callers);
            });
    dialog->open();
}

void ProjectDesk::measure(const ui::MeasureWish &wish, const std::vector<ServiceCaller> &callers)
{
    cap::MeasureOptions options;
    options.withWrites = wish.withWrites;
    m_table = std::make_shared<cap::AccessTable>(*m_model, &m_users);
    m_measurement.reset(); // it is of the table before
    for (const auto &caller : callers) {
        if (!wish.callers.contains(caller.shown.name))
            continue;
        options.authorizations[caller.shown.name] = caller.authorization;
        if (caller.user)
            m_table->addCaller(caller.shown.name, *caller.user);
    }
    m_page->setMatrix(matrixView());
    const QUrl server(wish.url, QUrl::StrictMode);
    auto probes = cap::planProbes(*m_model, *m_table, options);
    m_measuring =
        new cap::MeasureJob(m_bench.client(), server, *m_table, std::move(probes), options, this);
    const auto address = server.toString(QUrl::RemoveUserInfo);
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
    const auto undecided = result->count(Agreement::Undecided);
    view.note = tr("%1 cells were asked of the running service, %2 differ from the prediction. "
                   "Choose a cell to see both.")
                    .arg(result->sent())
                    .arg(differ);
    m_page->setMatrix(view);
    if (failed > 0)
        m_page->tell(tr("%1 of %2 requests had no answer.").arg(failed).arg(result->sent()), true);
    else if (differ == 0 && undecided > 0)
        m_page->tell(tr("The running service answers %1 cells as predicted; of %2 more nothing is "
                        "predicted.")
                         .arg(result->count(Agreement::Same))
                         .arg(undecided),
                     false);
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
