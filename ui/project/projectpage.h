// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/project/projectvalues.h"
#include "ui/widgets/choicebutton.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace tokentrail::ui {

class AccessPanel;
class Banner;
class DescriptorPanel;
class Panel;
class QuietTable;
class RowsModel;
class Seams;
class StepsPanel;
class ValuesPanel;
class WrappedLabel;

// A CAP project without running it: what is effective and where it was written, who may do what,
// what is wrong, and the steps of the guide.
class ProjectPage : public QWidget
{
    Q_OBJECT

public:
    explicit ProjectPage(Seams &seams, QWidget *parent = nullptr);

    void setProjects(const QList<Choice> &recent, const QString &currentFolder);
    void setProfiles(const QList<Choice> &profiles, const QString &current);
    void setProject(const ProjectView &project);
    void setMatrix(const MatrixView &matrix); // alone: the rest stays
    // The cell of what and who, and why it is so.
    void showReason(const QString &what, const QString &who, const QString &because);
    DescriptorPanel *descriptor() const { return m_descriptor; }
    void setDescriptorProblems(const QList<TableRow> &rows); // of the text as it is being changed
    void setBusy(const QString &folder); // it is being read
    void tell(const QString &sentence, bool bad);
    void tellDone(const QString &sentence, bool bad = false); // with a way back: undoRequested()
    StepsPanel *steps() const { return m_steps; }
    ValuesPanel *values() const { return m_values; }

Q_SIGNALS:
    void openRequested();
    void undoRequested(); // what tellDone() spoke of
    void folderGiven(const QString &folder); // dropped, or one of the recent ones
    void profileChosen(const QString &profile);
    void editRequested(int finding); // show the change of this finding
    void measureWanted(); // ask the running service for every cell of the matrix
    void reportWanted(); // of the measurement
    void descriptorEdited(const QString &text);
    void descriptorSaveRequested(const QString &text);
    void descriptorWanted(); // make xs-security.json from the model

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    struct Sheet // a table with what its chosen row has to say
    {
        RowsModel *model = nullptr;
        QuietTable *table = nullptr;
        WrappedLabel *detail = nullptr;
        QPushButton *edit = nullptr;
        QPushButton *copy = nullptr;
    };

    QWidget *buildTop();
    QWidget *buildEmpty();
    QWidget *buildFindings();
    QWidget *buildDescriptor();
    Sheet makeSheet(const QString &name, const QStringList &headings, QWidget *host);
    static void showRow(const Sheet &sheet);
    void fill(Sheet &sheet, const QList<TableRow> &rows);

    Seams &m_seams;
    ChoiceButton *m_project = nullptr;
    ChoiceButton *m_profile = nullptr;
    Banner *m_banner = nullptr;
    WrappedLabel *m_summary = nullptr;
    QStackedWidget *m_stack = nullptr;
    Panel *m_panel = nullptr;
    Sheet m_findings;
    ValuesPanel *m_values = nullptr;
    StepsPanel *m_steps = nullptr;
    AccessPanel *m_access = nullptr;
    DescriptorPanel *m_descriptor = nullptr;
    bool m_isReading = false; // the banner says so
};

} // namespace tokentrail::ui
