// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/users/usersvalues.h"
#include "ui/widgets/choicebutton.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace tokentrail::ui {

class AuthForm;
class Banner;
class QuietTable;
class UserForm;
class UserModel;
class WrappedLabel;

// The mock users of a CAP project: who they are, where each entry comes from, and what to change.
// Every change is shown as a diff by whoever hears the signals, before it is made.
class UsersPage : public QWidget
{
    Q_OBJECT

public:
    explicit UsersPage(QWidget *parent = nullptr);

    void setProjects(const QList<Choice> &recent, const QString &currentFolder);
    void setProfiles(const QList<Choice> &profiles, const QString &current);
    void setApplications(const QList<Choice> &applications, const QString &currentId);
    void setProject(const MockProjectView &project);
    void setWarnings(const QList<UserWarning> &warnings); // about the draft in sight
    void showUser(const QString &login);
    void tell(const QString &sentence, bool bad);
    QString serviceUrl() const;
    UserForm *form() const { return m_form; }
    AuthForm *authForm() const { return m_auth; }

Q_SIGNALS:
    void openRequested();
    void folderGiven(const QString &folder); // dropped, or one of the recent ones
    void profileChosen(const QString &profile);
    void draftEdited(const tokentrail::ui::MockUserDraft &draft);
    void saveRequested(const tokentrail::ui::MockUserDraft &draft);
    void removeRequested(const QString &login);
    void actAsRequested(const QString &login);
    void undoRequested();
    void importRequested(const QString &applicationId); // mock users from role collections
    void exportRequested(const QString &applicationId); // the reverse

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *buildTop();
    QWidget *buildList();
    QWidget *buildEditor();
    QWidget *buildExchange();
    QWidget *buildEmpty();
    void showNotes(const QList<UserWarning> &notes);
    void showCurrent();

    QPushButton *m_open = nullptr;
    ChoiceButton *m_project = nullptr;
    ChoiceButton *m_profile = nullptr;
    QLineEdit *m_url = nullptr;
    Banner *m_banner = nullptr;
    QVBoxLayout *m_notes = nullptr;
    QStackedWidget *m_stack = nullptr;
    QuietTable *m_table = nullptr;
    UserModel *m_model = nullptr;
    UserForm *m_form = nullptr;
    AuthForm *m_auth = nullptr;
    ChoiceButton *m_application = nullptr;
    QPushButton *m_import = nullptr;
    QPushButton *m_export = nullptr;
    QPushButton *m_undo = nullptr;
    QString m_folder;
};

} // namespace tokentrail::ui
