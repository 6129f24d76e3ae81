// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/trails/trailentry.h"
#include "ui/widgets/stepsback.h"

#include <QWidget>

class QMenu;
class QScrollArea;
class QStackedWidget;
class QToolButton;

namespace tokentrail::ui {

class Banner;
class CardList;
class ComparisonView;
class GuidedView;
class Panel;
class QuietTable;
class Seams;
class Toast;
class TrailModel;
class TrailPane;
class TrailSaver;

// All trails of this run and of opened files: one opened large, or two side by side.
class TrailsPage : public QWidget, public StepsBack
{
    Q_OBJECT

public:
    explicit TrailsPage(Seams &seams, QWidget *parent = nullptr);

    void setTrails(const QList<TrailEntry> &entries); // newest first
    void showTrail(const QString &id, const QString &hopId = {});
    void showPair(const TrailPair &pair);
    void tell(const QString &sentence); // e.g. why a file could not be read
    QString currentId() const;
    void stepBack() override; // closes the hop, then the comparison
    ComparisonView *comparison() const { return m_comparison; }
    TrailPane *pane() const { return m_pane; }

Q_SIGNALS:
    void openRequested();
    void filesDropped(const QStringList &files);
    void compareRequested(const QString &id, const QString &otherId);
    void assignmentRequested(const tokentrail::diagnosis::Assignment &assignment);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeList();
    QWidget *makeTrail();
    QWidget *makeComparison();
    void makeMenus();
    void fillCompareMenu();
    void showEntry(const TrailEntry &entry);
    void fillFindings(const diagnosis::Diagnosis &diagnosis);
    const TrailEntry *entry(const QString &id) const;

    Seams &m_seams;
    QList<TrailEntry> m_entries;
    QString m_shown; // id of the one that is opened large
    Banner *m_banner = nullptr;
    Toast *m_toast = nullptr;
    TrailSaver *m_saver = nullptr;
    QStackedWidget *m_whole = nullptr; // nothing yet, or the columns
    QStackedWidget *m_right = nullptr; // one trail, or two
    CardList *m_list = nullptr;
    Panel *m_panel = nullptr;
    TrailPane *m_pane = nullptr;
    QuietTable *m_table = nullptr;
    TrailModel *m_model = nullptr;
    QScrollArea *m_findings = nullptr;
    GuidedView *m_guided = nullptr;
    ComparisonView *m_comparison = nullptr;
    QToolButton *m_compare = nullptr;
    QToolButton *m_export = nullptr;
    QMenu *m_compareMenu = nullptr;
};

} // namespace tokentrail::ui
