// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/roles/rolesvalues.h"
#include "ui/widgets/choicebutton.h"

#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QScrollArea;
class QStringListModel;
class QVBoxLayout;

namespace tokentrail::ui {

class CodeView;
class Panel;
class QuietTable;
class RoleRowsModel;
class WrappedLabel;

// What one person may do and why, what if, and the token that a login would give.
class PersonPanel : public QWidget
{
    Q_OBJECT

public:
    explicit PersonPanel(QWidget *parent = nullptr);

    void setDirectory(const SharedDirectory &directory);
    void show(const PersonView &person);
    void showNobody();
    void focusPlan(); // of what is tried

Q_SIGNALS:
    void applicationChosen(const QString &appId);
    void toggleWanted(const QString &collection); // what if; empty: as it is
    void planWanted(); // make a change of what was tried
    void changeWanted(const tokentrail::admin::Change &change);
    void refused(const QString &sentence);
    void signInWanted(); // again, for a token that is not old

private:
    QWidget *buildWhy();
    QHBoxLayout *buildAssignment();
    void showRows(const PersonView &person);
    void showChoices(const PersonView &person);
    void assign();
    void takeAway();
    QWidget *buildToken();
    void showNotes(const PersonView &person);

    SharedDirectory m_directory;
    Panel *m_why = nullptr;
    QScrollArea *m_notesArea = nullptr;
    ChoiceButton *m_application = nullptr;
    ChoiceButton *m_toggle = nullptr;
    QWidget *m_plan = nullptr;
    QLineEdit *m_collection = nullptr; // to assign
    QStringListModel *m_collectionNames = nullptr;
    QList<QWidget *> m_entries; // of no use while nobody is shown
    QuietTable *m_table = nullptr;
    QList<xsuaa::CollectionEffect> m_rowCollections; // one a row
    admin::UserName m_user;
    RoleRowsModel *m_rows = nullptr;
    WrappedLabel *m_heading = nullptr;
    QVBoxLayout *m_notes = nullptr;
    CodeView *m_preview = nullptr;
};

} // namespace tokentrail::ui
