// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/findings/findingentry.h"

#include <QWidget>

class QCheckBox;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace tokentrail::ui {

class Banner;
class CardList;
class Panel;
class Seams;
class Toast;

// What all calls of the run mean, as in a mail program: the list, and the finding in sight.
class FindingsPage : public QWidget
{
    Q_OBJECT

public:
    explicit FindingsPage(Seams &seams, QWidget *parent = nullptr);

    void setFindings(const QList<FindingEntry> &entries); // newest call first, best first in it
    void tell(const QString &sentence); // what came of an edit
    void tellError(const QString &sentence);
    QString currentId() const;
    void choose(const QString &id);

Q_SIGNALS:
    void hopRequested(const QString &entryId, const QString &hopId);
    void notMineChanged(const QString &entryId, bool notMine);
    void applyRequested(const QString &entryId); // the diff was seen and is wanted
    void assignmentRequested(const tokentrail::diagnosis::Assignment &assignment);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeList();
    QWidget *makeReader();
    QWidget *makeNothing();
    void refill();
    void read(const QString &id);
    void showDiff(const FindingEntry &entry);
    void addActions(QVBoxLayout *layout, const FindingEntry &entry);
    const FindingEntry *entry(const QString &id) const;

    Seams &m_seams;
    QList<FindingEntry> m_entries;
    QStackedWidget *m_whole = nullptr;
    Panel *m_listPanel = nullptr;
    CardList *m_list = nullptr;
    QCheckBox *m_showNotMine = nullptr;
    QScrollArea *m_reader = nullptr;
    Banner *m_banner = nullptr;
    Toast *m_toast = nullptr;
};

} // namespace tokentrail::ui
