// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trail/export.h"
#include "ui/call/callvalues.h"
#include "ui/widgets/panel.h"

class QMenu;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace tokentrail::ui {

class HopDetail;
class QuietTable;
class TrailModel;
class TrailView;
class Welcome;

// The trail as a picture and as a table, the drawer of the chosen hop below, Export above.
class TrailPanel : public Panel
{
    Q_OBJECT

public:
    enum Tab { Picture, Table };

    explicit TrailPanel(QWidget *parent = nullptr);

    void showWelcome();
    void setPlan(const QStringList &steps);
    void setExamples(const QList<ExampleCall> &examples);
    void setTrail(const trail::Trail &trail);
    void openHop(const QString &hopId);
    bool closeHop(); // false when none was open
    void setComparable(bool comparable); // an earlier call worked
    QImage picture(double factor) const;
    TrailView *view() const { return m_view; }
    QMenu *exportMenu() const { return m_exportMenu; }

Q_SIGNALS:
    void exampleChosen(const tokentrail::ui::CallDraft &draft);
    void exportRequested(tokentrail::trail::ExportFormat format);
    void imageExportRequested();
    void bundleRequested();
    void compareRequested(); // with the last that worked
    void examplesRequested();

private:
    void makeExportMenu();
    void makeDetail();
    bool isHopOpen() const;
    void showTrail();
    void nameExamples(const QString &text);
    void selectInTable(const QString &hopId);

    QStackedWidget *m_stack = nullptr; // welcome, or the picture
    Welcome *m_welcome = nullptr;
    TrailView *m_view = nullptr;
    QuietTable *m_table = nullptr;
    TrailModel *m_model = nullptr;
    HopDetail *m_detail = nullptr; // null until a hop is first opened
    QToolButton *m_export = nullptr;
    QToolButton *m_examples = nullptr;
    QToolButton *m_compare = nullptr;
    bool m_comparable = false;
    QMenu *m_exportMenu = nullptr;
    trail::Trail m_trail;
};

} // namespace tokentrail::ui
