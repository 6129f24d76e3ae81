// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/choicebutton.h"

#include <QObject>

namespace tokentrail::console {

// The CAP project that is open, for every page that shows it, and those that were open before.
class ProjectFolders : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // Recent folders are read from there and kept there; without it only while the program runs.
    void keepIn(const QString &settingsFile);
    // A folder, or a file in it that was dropped. False, and nothing happens: there is no such one.
    bool open(const QString &given);

    const QString &current() const { return m_current; }
    QList<ui::Choice> recent() const; // newest first

Q_SIGNALS:
    void opened(const QString &folder);

private:
    QString m_settingsFile;
    QString m_current;
    QStringList m_recent;
};

} // namespace tokentrail::console
