// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/roles/rolespage.h"

#include "ui/roles/collectionmodel.h"
#include "ui/roles/collectionpanel.h"
#include "ui/roles/peoplemodel.h"
#include "ui/roles/personpanel.h"
#include "ui/roles/planpanel.h"
#include "ui/roles/rolepanel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/housestyle.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/quiettable.h"
#include "ui/widgets/wrappedlabel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>

namespace tokentrail::ui {

namespace {

QSplitter *splitter(Qt::Orientation orientation)
{
    auto *made = new QSplitter(orientation);
    made->setChildrenCollapsible(false);
    made->setHandleWidth(12);
    return made;
}

} // namespace

RolesPage::RolesPage(QWidget *parent)
    : QWidget(parent)
    , m_collections(new CollectionModel(this))
    , m_people(new PeopleModel(this))
{
    m_person = new PersonPanel;
    m_detail = new QStackedWidget;
    m_detail->addWidget(buildCollection());
    m_detail->addWidget(m_person);
    auto *columns = splitter(Qt::Horizontal);
    columns->addWidget(buildLists());
    columns->addWidget(m_detail);
    columns->setSizes({300, 660});
    columns->setStretchFactor(1, 1);
    m_plan = new PlanPanel;
    auto *rows = splitter(Qt::Vertical);
    rows->addWidget(columns);
    rows->addWidget(m_plan);
    rows->setSizes({440, 150});
    rows->setStretchFactor(0, 1);
    m_stack = new QStackedWidget;
    m_stack->addWidget(buildEmpty());
    m_stack->addWidget(rows);
    m_banner = new Banner;
    m_banner->hide();
    connect(m_banner, &Banner::actionTriggered, this, &RolesPage::callAgainRequested);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 8);
    layout->setSpacing(10);
    layout->addWidget(buildTop());
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
    connect(m_person, &PersonPanel::applicationChosen, this, &RolesPage::applicationChosen);
    connect(m_person, &PersonPanel::toggleWanted, this, &RolesPage::toggleWanted);
    connect(m_person, &PersonPanel::planWanted, this, &RolesPage::planWanted);
    connect(m_person, &PersonPanel::signInWanted, this, &RolesPage::signInRequested);
    connect(m_person, &PersonPanel::changeWanted, this, [this](const auto &change) {
        Q_EMIT changesWanted({change});
    });
    connect(m_person, &PersonPanel::refused, this, [this](const QString &sentence) {
        tell(sentence, true);
    });
    connect(m_plan, &PlanPanel::applyRequested, this, &RolesPage::applyRequested);
    connect(m_plan, &PlanPanel::discardRequested, this, &RolesPage::discardRequested);
    connect(m_plan, &PlanPanel::dropRequested, this, &RolesPage::dropRequested);
    connect(m_plan, &PlanPanel::undoRequested, this, &RolesPage::undoRequested);
    addShortcuts();
    setRunning({}, 0, 0);
}

QWidget *RolesPage::buildTop()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_place = new ChoiceButton(tr("of"), tr("Subaccount"));
    m_place->setDetailShown(false);
    m_filter = new QLineEdit;
    m_filter->setPlaceholderText(tr("Filter role collections and users (Ctrl+F)"));
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setTextMargins(6, 0, 6, 0);
    m_progressText = new QLabel;
    m_progress = new QProgressBar;
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(90);
    m_cancel = new QPushButton(tr("Cancel"));
    auto *fresh = new QPushButton(tr("New role"));
    fresh->setToolTip(tr("From a template (Ctrl+N)"));
    auto *load = new QPushButton(tr("Import…"));
    auto *save = new QPushButton(tr("Export…"));
    auto *reload = new QPushButton(tr("Reload"));
    for (auto *button : {load, save, reload})
        makeQuiet(button);
    layout->addWidget(m_place);
    layout->addWidget(m_filter, 1);
    layout->addWidget(m_progressText);
    layout->addWidget(m_progress);
    layout->addWidget(m_cancel);
    layout->addWidget(reload);
    layout->addWidget(load);
    layout->addWidget(save);
    layout->addWidget(fresh);
    connect(m_place, &ChoiceButton::chosen, this, &RolesPage::placeChosen);
    connect(m_filter, &QLineEdit::textChanged, this, &RolesPage::filter);
    connect(m_cancel, &QPushButton::clicked, this, &RolesPage::cancelRequested);
    connect(reload, &QPushButton::clicked, this, &RolesPage::reloadRequested);
    connect(load, &QPushButton::clicked, this, &RolesPage::importRequested);
    connect(save, &QPushButton::clicked, this, &RolesPage::exportRequested);
    connect(fresh, &QPushButton::clicked, this, [this] {
        m_detail->setCurrentIndex(0);
        m_role->beginNew();
    });
    return row;
}

QWidget *RolesPage::buildLists()
{
    m_collectionTable = new QuietTable(tr("Role collections"));
    m_collectionTable->setModel(m_collections);
    auto *header = m_collectionTable->horizontalHeader();
    header->setSectionResizeMode(CollectionModel::NameColumn, QHeaderView::Stretch);
    m_collectionTable->setColumnWidth(CollectionModel::RolesColumn, 52);
    m_collectionTable->setColumnWidth(CollectionModel::UsersColumn, 56);
    m_peopleTable = new QuietTable(tr("Users"));
    m_peopleTable->setModel(m_people);
    m_peopleTable->setWidths({96, 86, 90});
    m_newCollection = new QLineEdit;
    m_newCollection->setPlaceholderText(tr("New role collection"));
    m_newCollection->setAccessibleName(tr("Name of a new role collection"));
    auto *create = new QPushButton(tr("Create"));
    auto *remove = new QPushButton(tr("Delete"));
    makeQuiet(remove);
    auto *entry = new QHBoxLayout;
    entry->addWidget(m_newCollection, 1);
    entry->addWidget(create);
    entry->addWidget(remove);
    auto *collections = new QWidget;
    auto *layout = new QVBoxLayout(collections);
    layout->setContentsMargins(10, 2, 6, 8);
    layout->setSpacing(6);
    layout->addWidget(m_collectionTable, 1);
    layout->addLayout(entry);
    auto *people = new QWidget;
    auto *margins = new QVBoxLayout(people);
    margins->setContentsMargins(10, 2, 6, 4);
    margins->addWidget(m_peopleTable);
    m_lists = new Panel(tr("Role collections and users"));
    m_lists->addTab(collections, tr("Role collections"));
    m_lists->addTab(people, tr("Users"));
    connect(m_lists, &Panel::currentChanged, this, [this](int index) {
        m_detail->setCurrentIndex(index);
        if (index == 1 && !m_peopleTable->currentIndex().isValid() && m_people->rowCount() > 0)
            m_peopleTable->setCurrentIndex(m_people->index(0, 0));
    });
    connect(m_collectionTable, &QuietTable::currentRowChanged, this, [this](const auto &current) {
        if (current.isValid())
            currentCollection(current.row());
    });
    connect(m_peopleTable, &QuietTable::currentRowChanged, this, [this](const auto &current) {
        if (current.isValid())
            currentPerson(current.row());
    });
    connect(m_newCollection, &QLineEdit::returnPressed, this, &RolesPage::createCollection);
    connect(create, &QPushButton::clicked, this, &RolesPage::createCollection);
    connect(remove, &QPushButton::clicked, this, [this] {
        if (!m_collection->collection().isEmpty())
            Q_EMIT collectionDeletionWanted(m_collection->collection());
    });
    return m_lists;
}

QWidget *RolesPage::buildCollection()
{
    m_collection = new CollectionPanel;
    m_role = new RolePanel;
    auto *columns = splitter(Qt::Horizontal);
    columns->addWidget(m_collection);
    columns->addWidget(m_role);
    columns->setSizes({330, 330});
    connect(m_collection, &CollectionPanel::roleChosen, m_role, &RolePanel::showRole);
    connect(m_collection, &CollectionPanel::noRoleChosen, m_role, &RolePanel::showNothing);
    connect(m_collection, &CollectionPanel::changeWanted, this, [this](const auto &change) {
        Q_EMIT changesWanted({change});
    });
    connect(m_collection, &CollectionPanel::refused, this, [this](const QString &sentence) {
        tell(sentence, true);
    });
    connect(m_role->form(), &RoleForm::wanted, this, &RolesPage::roleWanted);
    connect(m_role, &RolePanel::deleteRequested, this, &RolesPage::roleDeletionWanted);
    return columns;
}

QWidget *RolesPage::buildEmpty()
{
    m_teaching = new EmptyState(teachingText());
    return m_teaching;
}

void RolesPage::setPlaces(const QList<Choice> &places, const QString &current)
{
    m_place->setChoices(places);
    m_place->setCurrentId(current);
    m_place->setVisible(!places.isEmpty());
}

QString RolesPage::teachingText()
{
    return tr("Who may what\n\nRole collections, the roles in them, the scopes and attributes that "
              "these give, and the users and groups that have them.\n\n"
              "Start the sandbox to try it; for a subaccount of yours keep a service key of plan "
              "apiaccess on the page Keys and choose it above. Changes are planned as sentences "
              "first and can be undone.");
}

void RolesPage::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, const std::function<void()> &act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    add(QKeySequence(Qt::CTRL | Qt::Key_F), [this] {
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
    });
    add(QKeySequence(Qt::CTRL | Qt::Key_N), [this] {
        m_detail->setCurrentIndex(0);
        m_role->beginNew();
    });
}

void RolesPage::show(const RolesView &view)
{
    m_plan->show(view);
    m_stack->setCurrentIndex(view.directory ? 1 : 0);
    if (!view.directory)
        return;
    const auto collection = m_collection->collection();
    const auto person = m_people->at(m_peopleTable->currentIndex().row());
    m_directory = view.directory;
    m_collections->setDirectory(view.directory);
    m_people->setDirectory(view.directory);
    m_collection->setDirectory(view.directory);
    m_role->setDirectory(view.directory);
    m_person->setDirectory(view.directory);
    const auto row = std::max(0, m_collections->rowOf(collection));
    m_collectionTable->setCurrentIndex(m_collections->index(row, 0));
    currentCollection(row);
    if (const auto personRow = m_people->rowOf(person); personRow >= 0)
        m_peopleTable->setCurrentIndex(m_people->index(personRow, 0));
}

void RolesPage::showPerson(const PersonView &person)
{
    m_person->show(person);
}

void RolesPage::setRunning(const QString &sentence, qint64 done, qint64 all)
{
    const bool busy = !sentence.isEmpty();
    m_progressText->setText(sentence.size() > 48 ? sentence.first(47) + u'…' : sentence);
    m_progressText->setToolTip(sentence);
    m_progressText->setVisible(busy);
    m_cancel->setVisible(busy);
    m_progress->setVisible(busy && all > 0); // of unknown length, the sentence says enough
    m_teaching->setText(busy ? tr("Reading who may what.") : teachingText());
    m_progress->setMaximum(int(std::max<qint64>(all, 0)));
    m_progress->setValue(int(done));
}

void RolesPage::setApplying(bool applying)
{
    m_plan->setBusy(applying);
}

void RolesPage::tell(const QString &sentence, bool bad)
{
    m_banner->tell(bad ? Tone::Error : Tone::Accent, sentence);
}

void RolesPage::offerCall(const QString &sentence)
{
    m_banner->tell(Tone::Accent, sentence, tr("Send the call again"));
}

void RolesPage::refuseRole(const QString &sentence)
{
    m_role->form()->refuse(sentence);
}

void RolesPage::roleTaken()
{
    m_role->endNew();
}

void RolesPage::chooseCollection(const QString &name)
{
    const auto row = m_collections->rowOf(name);
    if (row < 0)
        return;
    m_lists->setCurrentIndex(0);
    m_collectionTable->setCurrentIndex(m_collections->index(row, 0));
}

void RolesPage::chooseUser(const admin::UserName &user)
{
    const auto row = m_people->rowOf(user);
    if (row < 0)
        return;
    m_lists->setCurrentIndex(1);
    m_peopleTable->setCurrentIndex(m_people->index(row, 0));
}

void RolesPage::focusPlan()
{
    m_person->focusPlan();
}

void RolesPage::createCollection()
{
    const auto name = m_newCollection->text().trimmed();
    if (name.isEmpty())
        return;
    m_newCollection->clear();
    Q_EMIT changesWanted({admin::createCollectionChange(name, {})});
    chooseCollection(name);
}

void RolesPage::currentCollection(int row)
{
    const auto name = m_collections->nameAt(row);
    m_collection->showCollection(name);
    m_role->form()->setCollection(name);
}

void RolesPage::currentPerson(int row)
{
    Q_EMIT personChosen(m_people->at(row));
}

void RolesPage::filter(const QString &text)
{
    const auto collection = m_collection->collection();
    m_collections->setFilter(text);
    m_people->setFilter(text);
    const auto row = std::max(0, m_collections->rowOf(collection));
    m_collectionTable->setCurrentIndex(m_collections->index(row, 0));
}

} // namespace tokentrail::ui
