// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/sandboxlink.h"
#include "core/trail/hop.h"

#include <QObject>
#include <QTimer>

namespace tokentrail::ctl {

// What one command did, seen together with what the running sandboxes saw of it.
struct Observation
{
    trail::Trail trail; // the one that holds our last exchange
    QList<trail::Trail> earlier; // before it
};

// Gives our exchanges to the sandboxes near by and takes back the hops behind them. Hops that
// come after the answer are waited for a moment.
class Observer : public QObject
{
    Q_OBJECT

public:
    Observer(QList<http::Exchange> own, QList<RunningSandbox> sandboxes, QObject *parent);

    void start(); // finished() once, later
    const Observation &observation() const { return m_observation; }

Q_SIGNALS:
    void finished();

private:
    void nameCallees();
    void append();
    void look();
    QList<http::Exchange> gather(qint64 sinceMs) const;
    Observation observe(const QList<http::Exchange> &exchanges) const;
    bool isComplete(const QList<http::Exchange> &seen);
    void end();

    QList<http::Exchange> m_own;
    QList<RunningSandbox> m_sandboxes;
    QStringList m_ownIds; // of the first sandbox's journal, or ours
    Observation m_observation;
    QTimer m_again;
    qsizetype m_seenBefore = -1;
    int m_looks = 0;
};

} // namespace tokentrail::ctl
