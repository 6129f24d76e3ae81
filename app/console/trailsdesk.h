// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/console/trailbook.h"
#include "ui/trails/trailspage.h"

namespace tokentrail::console {

// Answers the Trails page: shows what the book holds, opens files, compares two.
class TrailsDesk : public QObject
{
    Q_OBJECT

public:
    TrailsDesk(Workbench &bench, TrailBook &book, QObject *parent = nullptr);

    void openFiles(const QStringList &files);
    void compare(const QString &id, const QString &otherId);
    void compareLast(); // the last call of the window with the last that worked

private:
    QWidget *makePage();
    void refresh();
    void showHop(const QString &id, const QString &hopId);
    ui::TrailsPage *shownPage(); // made and in sight

    Workbench &m_bench;
    TrailBook &m_book;
    QPointer<ui::TrailsPage> m_page; // null until it is first shown
};

} // namespace tokentrail::console
