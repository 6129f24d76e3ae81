// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/project/projectvalues.h"

#include <QWidget>

class QPushButton;

namespace tokentrail::ui {

class QuietTable;
class RowsModel;
class WrappedLabel;

// What is effective and where it was written; and, when the user wants it run, what the project's
// own cds says to that.
class ValuesPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ValuesPanel(QWidget *parent = nullptr);

    void setValues(const QList<TableRow> &values);
    void setAskable(bool askable); // a folder is open
    void setTrusted(bool trusted); // the folder, so that asking asks nobody first
    void setRunning(bool running, const QString &sentence = {});
    // Setting, what was read here, what cds says; none: the sentence alone.
    void setDifferences(const QString &sentence, Tone tone, const QList<TableRow> &rows);
    void clearAnswer();

Q_SIGNALS:
    void askWanted();
    void cancelWanted();
    void distrustWanted();

private:
    QuietTable *makeTable(const QString &name, RowsModel *model);
    void buildActions();
    void updateActions();

    RowsModel *m_values = nullptr;
    RowsModel *m_differences = nullptr;
    QuietTable *m_valuesTable = nullptr;
    QuietTable *m_differencesTable = nullptr;
    WrappedLabel *m_answer = nullptr;
    QPushButton *m_ask = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_distrust = nullptr;
    bool m_isAskable = false;
    bool m_isTrusted = false;
    bool m_isRunning = false;
};

} // namespace tokentrail::ui
