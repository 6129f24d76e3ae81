// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/project/projectvalues.h"

#include <QWidget>

class QModelIndex;
class QPushButton;
class QTimer;

namespace tokentrail::ui {

class DescriptorEditor;
class QuietTable;
class RowsModel;
class WrappedLabel;

// xs-security.json as a text that can be changed, with what is wrong in it, told while it is typed.
class DescriptorPanel : public QWidget
{
    Q_OBJECT

public:
    explicit DescriptorPanel(QWidget *parent = nullptr);

    // What is on the disk; a text that is being changed stays.
    void setDescriptor(const QString &text, bool isEditable);
    void setProblems(const QList<TableRow> &rows);
    bool isChanged() const;

Q_SIGNALS:
    void edited(const QString &text); // a moment after the last key
    void saveRequested(const QString &text);

private:
    void showText(const QString &text);
    void showProblem(const QModelIndex &index);
    void updateButtons();

    DescriptorEditor *m_text = nullptr;
    RowsModel *m_rows = nullptr;
    QuietTable *m_problems = nullptr;
    WrappedLabel *m_detail = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_discard = nullptr;
    QTimer *m_settling = nullptr;
    QString m_saved; // as it is on the disk
};

} // namespace tokentrail::ui
