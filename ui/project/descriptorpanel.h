// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/project/projectvalues.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QLayout;
class QModelIndex;
class QPushButton;
class QStackedWidget;
class QTimer;

namespace tokentrail::ui {

class DescriptorEditor;
class DescriptorForm;
class QuietTable;
class RowsModel;
class TabStrip;
class WrappedLabel;

// xs-security.json as a form and as a text, two views of one text with one history, and with what
// is wrong in it, told while it is changed.
class DescriptorPanel : public QWidget
{
    Q_OBJECT

public:
    explicit DescriptorPanel(QWidget *parent = nullptr);

    // What is on the disk of a project; a text that is being changed stays, and waits while another
    // project is shown.
    void setDescriptor(const QString &folder, const QString &text, bool isEditable);
    void setProblems(const QList<TableRow> &rows);
    bool isChanged() const;
    QString text() const; // as it is being changed
    void replaceText(const QString &text); // a change as if it were typed
    void showForm(bool form); // or the text
    void setCompared(const QString &name); // the descriptor beside it; empty: none

Q_SIGNALS:
    void formShown(bool form); // as the user wants it
    void compareWanted(); // with one that is to be chosen
    void compareEnded();
    void edited(const QString &text); // a moment after the last key
    void saveRequested(const QString &text);

private:
    QLayout *buildTop();
    void showText(const QString &text);
    void showProblem(const QModelIndex &index);
    void showLine(int line);
    void stepThroughHistory(bool back);
    void saveByKey();
    void updateButtons();
    bool isFormShown() const;

    TabStrip *m_views = nullptr;
    QLabel *m_compared = nullptr;
    QPushButton *m_compare = nullptr;
    QPushButton *m_compareNoMore = nullptr;
    QStackedWidget *m_stack = nullptr;
    DescriptorForm *m_form = nullptr;
    DescriptorEditor *m_text = nullptr;
    RowsModel *m_rows = nullptr;
    QuietTable *m_problems = nullptr;
    WrappedLabel *m_detail = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_discard = nullptr;
    QTimer *m_settling = nullptr;
    QString m_folder;
    QString m_saved; // as it is on the disk
    // By folder: of other projects, and of one whose file cannot be edited for now.
    QHash<QString, QString> m_drafts;
};

} // namespace tokentrail::ui
