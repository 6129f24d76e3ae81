// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/console/trailbook.h"
#include "ui/findings/findingspage.h"

#include <QSet>

namespace tokentrail::console {

// Answers the Findings page: the findings of all trails in the book, what the user put aside
// (remembered in the settings), and edits that are wanted.
class FindingsDesk : public QObject
{
    Q_OBJECT

public:
    // settingsFile: empty where nothing is to be remembered.
    FindingsDesk(Workbench &bench,
                 TrailBook &book,
                 const QString &settingsFile,
                 QObject *parent = nullptr);

private:
    QWidget *makePage();
    void refresh();
    void setNotMine(const QString &entryId, bool notMine);
    void apply(const QString &entryId);
    void applyIn(const QString &folder, const QByteArray &diff);

    // What an entry of the page stands for.
    struct Place
    {
        QString trailId;
        diagnosis::Finding finding;
        QString key; // what is remembered: the finding and the call it is about
    };

    Workbench &m_bench;
    TrailBook &m_book;
    QString m_settingsFile;
    QSet<QString> m_notMine; // keys
    QHash<QString, Place> m_places; // by entry
    QPointer<ui::FindingsPage> m_page;
};

} // namespace tokentrail::console
