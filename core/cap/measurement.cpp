// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/measurement.h"

#include "core/http/client.h"

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using Agreement = MeasuredCell::Agreement;

namespace {

constexpr int atOnce = 6;
constexpr int answerTimeoutMs = 20'000;
constexpr qint64 largestAnswer = 16 * 1024 * 1024;

} // namespace

QString nameOf(Agreement agreement)
{
    switch (agreement) {
    case Agreement::Same:
        return u"same"_s;
    case Agreement::Differs:
        return u"differs"_s;
    case Agreement::Undecided:
        return u"undecided"_s;
    case Agreement::NotSent:
        return u"not sent"_s;
    case Agreement::Failed:
        return u"failed"_s;
    }
    return {};
}

QString meaningOf(const Probe &probe, int status)
{
    const bool isRefusal = status == 401 || status == 403 || status == 405;
    const bool isMadeToFail = probe.method != "GET" && (status == 400 || status == 404);
    // A function of a row that is not there, a singleton without its row: somebody looked for it.
    const bool looksForRow = status == 404 && probe.method == "GET"
        && !probe.target.contains("$top=1"_L1) && !probe.target.endsWith(u'/');
    if (!isRefusal && (isMadeToFail || looksForRow))
        return u"ok"_s;
    return decisionOf(status);
}

Agreement compare(const AccessDecision &predicted, const QString &measured)
{
    if (predicted.status == 0)
        return Agreement::Undecided;
    return predicted.decision() == measured ? Agreement::Same : Agreement::Differs;
}

int Measurement::count(Agreement agreement) const
{
    return int(std::count_if(cells.begin(), cells.end(), [agreement](const MeasuredCell &cell) {
        return cell.agreement == agreement;
    }));
}

int Measurement::sent() const
{
    return int(cells.size()) - count(Agreement::NotSent);
}

MeasureJob::MeasureJob(http::Client &client,
                       const QUrl &server,
                       const AccessTable &table,
                       std::vector<Probe> probes,
                       MeasureOptions options,
                       QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_server(server)
    , m_table(table)
    , m_options(std::move(options))
{
    for (auto &probe : probes) {
        MeasuredCell cell;
        cell.predicted = table.cell(probe.row, probe.column);
        cell.probe = std::move(probe);
        m_result.cells.push_back(std::move(cell));
    }
    for (size_t i = m_result.cells.size(); i-- > 0;) {
        if (!m_result.cells[i].probe.method.isEmpty())
            m_open.push_back(i);
    }
    m_all = int(m_open.size());
}

MeasureJob::~MeasureJob() = default;

void MeasureJob::start()
{
    QMetaObject::invokeMethod(this, &MeasureJob::sendNext, Qt::QueuedConnection);
}

void MeasureJob::sendNext()
{
    while (m_running < atOnce && !m_open.empty()) {
        const auto index = m_open.back();
        m_open.pop_back();
        const auto &probe = m_result.cells[index].probe;
        http::ClientRequest request;
        request.method = probe.method;
        const auto base = m_server.toString(QUrl::RemovePath | QUrl::RemoveQuery
                                            | QUrl::RemoveFragment | QUrl::FullyEncoded);
        request.url = QUrl::fromEncoded((base + probe.target).toUtf8(), QUrl::StrictMode);
        request.headers.add("Accept", "application/json");
        if (!probe.body.isEmpty())
            request.headers.add("Content-Type", "application/json");
        const auto &caller = m_table.columns()[probe.column].name;
        if (const auto known = m_options.authorizations.find(caller);
            known != m_options.authorizations.end())
            request.headers.add("Authorization", known->second.reveal());
        request.body = probe.body;
        request.limits.totalTimeoutMs = answerTimeoutMs;
        request.limits.maxBodyBytes = largestAnswer;
        auto *job = m_client.send(request, this);
        connect(job, &http::ClientJob::finished, this, [this, index](http::ClientJob *done) {
            take(index, done);
        });
        ++m_running;
        job->start();
    }
    if (m_running == 0)
        Q_EMIT finished(this);
}

void MeasureJob::take(size_t index, http::ClientJob *job)
{
    auto &cell = m_result.cells[index];
    cell.status = job->exchange().response.status;
    if (cell.status == 0) {
        cell.agreement = Agreement::Failed;
        cell.failure = job->exchange().failure ? job->exchange().failure->sentence : QString();
    } else {
        cell.measured = meaningOf(cell.probe, cell.status);
        cell.agreement = compare(cell.predicted, cell.measured);
    }
    job->deleteLater();
    --m_running;
    Q_EMIT progressed(++m_done, m_all);
    sendNext();
}

} // namespace tokentrail::cap
