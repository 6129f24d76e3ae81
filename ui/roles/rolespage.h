// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/roles/rolesvalues.h"
#include "ui/widgets/choicebutton.h"

#include <QWidget>

class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QLabel;

namespace tokentrail::ui {

class Banner;
class CollectionModel;
class CollectionPanel;
class Panel;
class PeopleModel;
class PersonPanel;
class PlanPanel;
class QuietTable;
class RolePanel;
class EmptyState;

// Who may what: role collections → roles → scopes and attributes; users → what they may do.
// Emits what is wanted; shows what it is given.
class RolesPage : public QWidget
{
    Q_OBJECT

public:
    explicit RolesPage(QWidget *parent = nullptr);

    // What can be administered; nothing is asked of a real subaccount before it is chosen.
    void setPlaces(const QList<Choice> &places, const QString &current);
    void show(const RolesView &view);
    void showPerson(const PersonView &person);
    void setRunning(const QString &sentence, qint64 done, qint64 all); // empty: nothing runs
    void setApplying(bool applying); // meanwhile nothing else can be applied or undone
    void tell(const QString &sentence, bool bad);
    void offerCall(const QString &sentence); // to be sent again
    void refuseRole(const QString &sentence); // beside the form
    void roleTaken();
    void chooseCollection(const QString &name);
    void chooseUser(const admin::UserName &user);
    void focusPlan(); // of what is tried with the person

Q_SIGNALS:
    void placeChosen(const QString &id);
    void changesWanted(const QList<tokentrail::admin::Change> &changes);
    void roleWanted(const tokentrail::xsuaa::Role &role, const QString &collection);
    void roleDeletionWanted(const tokentrail::xsuaa::Role &role);
    void collectionDeletionWanted(const QString &name);
    void personChosen(const tokentrail::admin::UserName &user);
    void applicationChosen(const QString &appId);
    void toggleWanted(const QString &collection);
    void planWanted();
    void applyRequested();
    void discardRequested();
    void dropRequested(int line); // of the plan, from 0
    void signInRequested(); // again, as the person who is shown
    void callAgainRequested(); // the last call
    void undoRequested();
    void reloadRequested();
    void cancelRequested();
    void exportRequested();
    void importRequested();

private:
    QWidget *buildTop();
    QWidget *buildLists();
    QWidget *buildEmpty();
    static QString teachingText();
    QWidget *buildCollection();
    void addShortcuts();
    void createCollection();
    void currentCollection(int row);
    void currentPerson(int row);
    void filter(const QString &text);

    SharedDirectory m_directory;
    CollectionModel *m_collections = nullptr;
    PeopleModel *m_people = nullptr;
    ChoiceButton *m_place = nullptr;
    QLineEdit *m_filter = nullptr;
    QLabel *m_progressText = nullptr;
    QProgressBar *m_progress = nullptr;
    EmptyState *m_teaching = nullptr;
    QPushButton *m_cancel = nullptr;
    Banner *m_banner = nullptr;
    QStackedWidget *m_stack = nullptr; // empty, work
    QStackedWidget *m_detail = nullptr; // collection, person
    Panel *m_lists = nullptr;
    QuietTable *m_collectionTable = nullptr;
    QuietTable *m_peopleTable = nullptr;
    QLineEdit *m_newCollection = nullptr;
    CollectionPanel *m_collection = nullptr;
    RolePanel *m_role = nullptr;
    PersonPanel *m_person = nullptr;
    PlanPanel *m_plan = nullptr;
};

} // namespace tokentrail::ui
