// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/users/userspage.h"

#include "ui/users/authform.h"
#include "ui/users/userform.h"
#include "ui/users/usermodel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/housestyle.h"
#include "ui/widgets/notecard.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/quiettable.h"
#include "ui/widgets/wrappedlabel.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

UsersPage::UsersPage(QWidget *parent)
    : QWidget(parent)
    , m_model(new UserModel(this))
{
    setAcceptDrops(true);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(12);
    splitter->addWidget(buildList());
    splitter->addWidget(buildEditor());
    splitter->setSizes({640, 400});
    splitter->setStretchFactor(0, 1);

    m_stack = new QStackedWidget;
    m_stack->addWidget(buildEmpty());
    m_stack->addWidget(splitter);
    m_banner = new Banner;
    m_banner->hide();
    m_notes = new QVBoxLayout;
    m_notes->setSpacing(6);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 8);
    layout->setSpacing(10);
    layout->addWidget(buildTop());
    layout->addWidget(m_banner);
    layout->addLayout(m_notes);
    layout->addWidget(m_stack, 1);
    setProject({});
}

QWidget *UsersPage::buildTop()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_open = new QPushButton(tr("Open a project…"));
    m_project = new ChoiceButton(tr("project"), tr("Project"));
    m_profile = new ChoiceButton(tr("profile"), tr("Profile"));
    m_url = new QLineEdit;
    m_url->setAccessibleName(tr("URL of the running project"));
    m_url->setToolTip(tr("Where “Act as” sends its calls"));
    m_url->setTextMargins(6, 0, 6, 0);
    layout->addWidget(m_open);
    layout->addWidget(m_project);
    layout->addWidget(m_profile);
    layout->addWidget(m_url, 1);
    connect(m_open, &QPushButton::clicked, this, &UsersPage::openRequested);
    connect(m_project, &ChoiceButton::chosen, this, &UsersPage::folderGiven);
    connect(m_profile, &ChoiceButton::chosen, this, &UsersPage::profileChosen);
    return row;
}

QWidget *UsersPage::buildList()
{
    m_table = new QuietTable(tr("Mock users"));
    m_table->setModel(m_model);
    auto *header = m_table->horizontalHeader();
    header->setSectionResizeMode(UserModel::RolesColumn, QHeaderView::Stretch);
    header->setMinimumSectionSize(60);
    m_table->setColumnWidth(UserModel::LoginColumn, 100);
    m_table->setColumnWidth(UserModel::PasswordColumn, 92);
    m_table->setColumnWidth(UserModel::SourceColumn, 136);
    connect(m_table, &QuietTable::currentRowChanged, this, &UsersPage::showCurrent);

    auto *add = new QPushButton(tr("New user"));
    m_undo = new QPushButton(tr("Undo"));
    for (auto *button : {add, m_undo})
        makeQuiet(button);
    auto *panel = new Panel(tr("Mock users"));
    auto *inset = new QWidget;
    auto *margins = new QVBoxLayout(inset);
    margins->setContentsMargins(10, 2, 6, 4);
    margins->addWidget(m_table);
    panel->addTab(inset, tr("Who can log in"));
    panel->addCorner(m_undo);
    panel->addCorner(add);
    connect(add, &QPushButton::clicked, this, [this] {
        m_table->clearSelection();
        m_table->setCurrentIndex({});
        m_form->editNew();
    });
    connect(m_undo, &QPushButton::clicked, this, &UsersPage::undoRequested);
    return panel;
}

QWidget *UsersPage::buildEditor()
{
    m_form = new UserForm;
    m_auth = new AuthForm;
    auto *panel = new Panel(tr("The mock user"));
    panel->addTab(m_form, tr("User"));
    panel->addTab(m_auth, tr("Authentication"));
    panel->addTab(buildExchange(), tr("Role collections"));
    connect(m_form, &UserForm::edited, this, [this] { Q_EMIT draftEdited(m_form->draft()); });
    connect(m_form, &UserForm::saveRequested, this, &UsersPage::saveRequested);
    connect(m_form, &UserForm::removeRequested, this, &UsersPage::removeRequested);
    connect(m_form, &UserForm::actAsRequested, this, &UsersPage::actAsRequested);
    return panel;
}

QWidget *UsersPage::buildExchange()
{
    m_application = new ChoiceButton(tr("application"), tr("Application of the sandbox"));
    auto *in = new WrappedLabel(
        tr("Users of the sandbox become mock users, with the roles and attributes that a token for "
           "the application would give them."));
    m_import = new QPushButton(tr("Mock users from role collections…"));
    auto *out = new WrappedLabel(
        tr("The reverse: what the mock users may do becomes role collections, so that the same "
           "people can sign in to the sandbox and may the same."));
    m_export = new QPushButton(tr("Role collections from mock users"));
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(8);
    layout->addWidget(m_application, 0, Qt::AlignLeft);
    layout->addSpacing(6);
    layout->addWidget(in);
    layout->addWidget(m_import, 0, Qt::AlignLeft);
    layout->addSpacing(10);
    layout->addWidget(out);
    layout->addWidget(m_export, 0, Qt::AlignLeft);
    layout->addStretch();
    for (auto *label : {in, out})
        label->setMuted(true);
    connect(m_import, &QPushButton::clicked, this, [this] {
        Q_EMIT importRequested(m_application->currentId());
    });
    connect(m_export, &QPushButton::clicked, this, [this] {
        Q_EMIT exportRequested(m_application->currentId());
    });
    setApplications({}, {});
    return page;
}

void UsersPage::setApplications(const QList<Choice> &applications, const QString &currentId)
{
    m_application->setChoices(applications);
    m_application->setCurrentId(currentId);
    for (auto *button : {m_import, m_export})
        button->setEnabled(!currentId.isEmpty());
}

QWidget *UsersPage::buildEmpty()
{
    auto *empty = new EmptyState(
        tr("Open the folder of a CAP project, or drop it here.\n\n"
           "You see who can log in without a real identity provider, and which file each of them "
           "comes from. Edits are shown first and change only their own lines; nothing of the "
           "project is run."));
    auto *open = new QPushButton(tr("Open a project…"));
    makePrimary(open);
    connect(open, &QPushButton::clicked, this, &UsersPage::openRequested);
    empty->addAction(open);
    return empty;
}

void UsersPage::setProjects(const QList<Choice> &recent, const QString &currentFolder)
{
    m_project->setChoices(recent);
    m_project->setCurrentId(currentFolder);
    m_project->setVisible(!recent.isEmpty());
}

void UsersPage::setProfiles(const QList<Choice> &profiles, const QString &current)
{
    m_profile->setChoices(profiles);
    m_profile->setCurrentId(current);
}

void UsersPage::setProject(const MockProjectView &project)
{
    const bool open = !project.folder.isEmpty();
    const bool same = open && project.folder == m_folder;
    const auto current = same && m_table->currentIndex().isValid()
        ? m_model->at(m_table->currentIndex().row()).login
        : QString();
    m_folder = project.folder;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_profile, m_url})
        widget->setVisible(open);
    m_project->setVisible(open);
    m_open->setVisible(open);
    if (!same)
        m_url->setText(project.serviceUrl);
    showNotes(project.notes);
    m_model->setUsers(project.users);
    m_auth->show(project);
    m_undo->setEnabled(!project.undo.isEmpty());
    m_undo->setToolTip(project.undo);
    m_stack->setCurrentIndex(open ? 1 : 0);
    if (open)
        showUser(current);
}

void UsersPage::showNotes(const QList<UserWarning> &notes)
{
    while (auto *item = m_notes->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const auto &note : notes)
        m_notes->addWidget(
            new NoteCard(note.severe ? Tone::Error : Tone::Client, note.sentence, QString()));
}

void UsersPage::setWarnings(const QList<UserWarning> &warnings)
{
    m_form->setWarnings(warnings);
}

void UsersPage::showUser(const QString &login)
{
    if (m_model->rowCount() == 0) {
        m_form->editNew();
        return;
    }
    const auto row = std::max(0, m_model->rowOf(login));
    m_table->setCurrentIndex(m_model->index(row, 0));
    showCurrent();
}

void UsersPage::showCurrent()
{
    const auto current = m_table->currentIndex();
    if (current.isValid())
        m_form->edit(m_model->at(current.row()));
}

void UsersPage::tell(const QString &sentence, bool bad)
{
    m_banner->tell(bad ? Tone::Error : Tone::Accent, sentence);
}

QString UsersPage::serviceUrl() const
{
    return m_url->text().trimmed();
}

void UsersPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void UsersPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    for (const auto &url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            Q_EMIT folderGiven(url.toLocalFile());
    }
}

} // namespace tokentrail::ui
