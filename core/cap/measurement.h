// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/measureplan.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace tokentrail::http {
class Client;
class ClientJob;
} // namespace tokentrail::http

namespace tokentrail::cap {

// What the running service answered for one cell, beside what the model predicts.
struct MeasuredCell
{
    enum class Agreement : quint8 {
        Same,
        Differs,
        Undecided, // the model does not tell
        NotSent, // why: in the probe
        Failed, // no answer came
    };
    Probe probe;
    AccessDecision predicted;
    int status = 0; // of the answer
    QString measured; // "ok", "forbidden", …: what the status means for this request
    QString failure;
    Agreement agreement = Agreement::NotSent;
};
QString nameOf(MeasuredCell::Agreement agreement); // "same", "differs", …

// What a status says about access. A request that writes is made so that it cannot succeed: its
// 400 and 404 come after access was granted.
QString meaningOf(const Probe &probe, int status);
MeasuredCell::Agreement compare(const AccessDecision &predicted, const QString &measured);

struct Measurement
{
    std::vector<MeasuredCell> cells; // row by row
    int count(MeasuredCell::Agreement agreement) const;
    int sent() const;
};

// Sends the probes, a few at a time, and compares. One-shot.
class MeasureJob : public QObject
{
    Q_OBJECT

public:
    // The table, and the model below it, must live as long.
    MeasureJob(http::Client &client,
               const QUrl &server,
               const AccessTable &table,
               std::vector<Probe> probes,
               MeasureOptions options,
               QObject *parent = nullptr);
    ~MeasureJob() override;

    void start();
    const Measurement &measurement() const { return m_result; }

Q_SIGNALS:
    void progressed(int done, int all);
    void finished(tokentrail::cap::MeasureJob *job);

private:
    void sendNext();
    void take(size_t index, http::ClientJob *job);

    http::Client &m_client;
    QUrl m_server;
    const AccessTable &m_table;
    MeasureOptions m_options;
    Measurement m_result;
    std::vector<size_t> m_open; // indexes of cells that are sent, last first
    int m_running = 0;
    int m_done = 0;
    int m_all = 0;
};

} // namespace tokentrail::cap
