// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/project/descriptorfield.h"

class QPushButton;
class QStackedWidget;

namespace tokentrail::ui {

class DescriptorEntry;
class DescriptorOutcome;
class DescriptorOutline;
class DescriptorOverview;

// xs-security.json as a form: a second view of the text, which stays the only truth. Every change
// is an edit of the text; what the form does not know is not touched.
class DescriptorForm : public QWidget
{
    Q_OBJECT

public:
    explicit DescriptorForm(QWidget *parent = nullptr);

    void setText(const QString &text, bool isEditable);
    void setProblems(const QList<TableRow> &rows); // of that text
    void showChange(const QString &before); // the entry where that text was another one
    void showPlace(const TableRow &problem);

    void finishTyping(); // as when the focus leaves a field
    void takeFocus(); // where one goes on when what had it is gone

Q_SIGNALS:
    // continues: the change goes on with the one before, and is undone with it.
    void edited(const QString &text, bool continues);
    void undoRequested();
    void redoRequested();
    void textWanted(int line); // where the form cannot help

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildTroubled();
    QWidget *buildSides();
    void apply(const DescriptorChange &change, bool continues);
    void addEntry();
    void removeEntry();
    void showEntry();
    void tellTrouble();
    void say(const QString &sentence);

    QByteArray m_source;
    text::Json m_document; // the last one that could be read
    bool m_isEditable = true;
    bool m_canChange = false; // the text can be read, and may be changed
    int m_troubleLine = 0;
    QList<DescriptorProblem> m_problems;

    QWidget *m_troubled = nullptr;
    WrappedLabel *m_trouble = nullptr;
    QPushButton *m_help = nullptr; // out of the trouble
    QWidget *m_sides = nullptr;
    DescriptorOutline *m_outline = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_remove = nullptr;
    QStackedWidget *m_right = nullptr;
    DescriptorEntry *m_entry = nullptr;
    DescriptorOutcome *m_outcome = nullptr;
    DescriptorOverview *m_overview = nullptr;
    WrappedLabel *m_said = nullptr;
};

} // namespace tokentrail::ui
