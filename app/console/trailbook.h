// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/console/workbench.h"
#include "core/diagnosis/finding.h"
#include "core/diagnosis/guided.h"
#include "core/trail/hop.h"

#include <QPointer>
#include <QSet>

class QTimer;

namespace tokentrail::console {

// A trail of this run with what it means.
struct BookedTrail
{
    QString id; // unique in the book
    trail::Trail trail;
    diagnosis::Diagnosis diagnosis;
    QList<diagnosis::GuidedCheck> guided; // the questions that lead to the place
    QString source; // "this window", "another client", the name of a file
    qint64 whenMs = 0;
    int status = 0; // of the call; 0: no answer
    bool own = false; // a call of this window

    bool worked() const;
    QString title() const; // "GET /ext/FunctionalLocation as alice"
    QString detail() const; // "502 · 14:05:09 · another client"
};

// All trails of this run: the calls of the window, what the sandbox's parties saw of other
// clients, and those that were opened from files. Pages about trails and findings read here.
class TrailBook : public QObject
{
    Q_OBJECT

public:
    explicit TrailBook(Workbench &bench, QObject *parent = nullptr);

    const QList<BookedTrail> &trails() const { return m_trails; } // oldest first
    const BookedTrail *find(const QString &id) const;
    const BookedTrail *last() const; // of this window; null: none
    // The newest one before it that worked: of the same path, else of the same destination, else any.
    const BookedTrail *lastWorkedBefore(const QString &id) const;
    // A trail, a HAR or a log; the ids of what was added.
    Result<QStringList> open(const QByteArray &content, const QString &name);

    void showHop(const QString &id, const QString &hopId); // hopWanted() follows

Q_SIGNALS:
    void changed();
    void hopWanted(const QString &id, const QString &hopId);

private:
    void watchSandbox();
    void takeOutcome(const ui::CallOutcome &outcome);
    void gatherOthers();
    void add(BookedTrail booked);
    diagnosis::Case caseOf(const trail::Trail &trail) const;
    void understand(BookedTrail &booked) const;

    Workbench &m_bench;
    QTimer *m_soon = nullptr;
    QPointer<http::Journal> m_watched;
    QList<BookedTrail> m_trails;
    QSet<QString> m_ownExchanges;
    int m_lastId = 0;
};

} // namespace tokentrail::console
