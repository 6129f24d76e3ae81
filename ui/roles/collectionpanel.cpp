// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/roles/collectionpanel.h"

#include "ui/roles/deletekey.h"
#include "ui/roles/rolerowsmodel.h"
#include "ui/widgets/housestyle.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/quiettable.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QStringListModel>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;
using Kind = admin::Change::Kind;

namespace {

QWidget *inset(QWidget *table, QLayout *entry)
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(10, 2, 6, 8);
    layout->setSpacing(6);
    layout->addWidget(table, 1);
    layout->addLayout(entry);
    return page;
}

} // namespace

CollectionPanel::CollectionPanel(QWidget *parent)
    : QWidget(parent)
{
    m_panel = new Panel(tr("The role collection"));
    m_panel->addTab(buildRoles(), tr("Roles"));
    m_panel->addTab(buildPeople(), tr("Assigned to"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_panel);
}

QWidget *CollectionPanel::buildRoles()
{
    m_roles = new RoleRowsModel({tr("Role"), tr("Template")}, this);
    m_roleTable = new QuietTable(tr("Roles of the collection"));
    m_roleTable->setModel(m_roles);
    m_roleTable->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_roleTable->setColumnWidth(1, 96);
    m_newRole = new QLineEdit;
    m_newRole->setPlaceholderText(tr("Add a role by its name"));
    m_newRole->setAccessibleName(tr("Role to add to the collection"));
    m_roleNames = new QStringListModel(this);
    auto *completer = new QCompleter(m_roleNames, m_newRole);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_newRole->setCompleter(completer);
    auto *add = new QPushButton(tr("Add"));
    auto *remove = new QPushButton(tr("Take out"));
    makeQuiet(remove);
    auto *entry = new QHBoxLayout;
    entry->addWidget(m_newRole, 1);
    entry->addWidget(add);
    entry->addWidget(remove);
    m_entries << m_newRole << add << remove;
    connect(m_roleTable, &QuietTable::currentRowChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            chooseRole(current.row());
    });
    connect(m_newRole, &QLineEdit::returnPressed, this, &CollectionPanel::addRole);
    connect(add, &QPushButton::clicked, this, &CollectionPanel::addRole);
    connect(remove, &QPushButton::clicked, this, &CollectionPanel::removeRole);
    onDelete(m_roleTable, [this] { removeRole(); });
    return inset(m_roleTable, entry);
}

QWidget *CollectionPanel::buildPeople()
{
    m_members = new RoleRowsModel({tr("Who"), tr("Origin"), tr("How")}, this);
    m_memberTable = new QuietTable(tr("Users and groups with the collection"));
    m_memberTable->setModel(m_members);
    m_memberTable->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_memberTable->setColumnWidth(1, 86);
    m_memberTable->setColumnWidth(2, 76);
    m_newMember = new QLineEdit;
    m_newMember->setPlaceholderText(tr("Name"));
    m_newMember->setAccessibleName(tr("User or group to assign the collection to"));
    m_memberKind = new QComboBox;
    m_memberKind->addItems({tr("user"), tr("group")});
    m_memberKind->setAccessibleName(tr("Kind of who is to be assigned"));
    m_origin = new QLineEdit(QString::fromLatin1(xsuaa::defaultOrigin));
    m_origin->setAccessibleName(tr("Origin"));
    m_origin->setToolTip(tr("Origin key of the identity provider"));
    m_origin->setMaximumWidth(96);
    auto *assign = new QPushButton(tr("Assign"));
    auto *take = new QPushButton(tr("Take away"));
    makeQuiet(take);
    auto *first = new QHBoxLayout;
    first->addWidget(m_newMember, 1);
    first->addWidget(m_memberKind);
    auto *second = new QHBoxLayout;
    second->addWidget(m_origin, 1);
    second->addWidget(assign);
    second->addWidget(take);
    auto *entry = new QVBoxLayout;
    entry->addLayout(first);
    entry->addLayout(second);
    m_entries << m_newMember << m_memberKind << m_origin << assign << take;
    connect(m_newMember, &QLineEdit::returnPressed, this, &CollectionPanel::assign);
    connect(assign, &QPushButton::clicked, this, &CollectionPanel::assign);
    connect(take, &QPushButton::clicked, this, &CollectionPanel::unassign);
    onDelete(m_memberTable, [this] { unassign(); });
    return inset(m_memberTable, entry);
}

void CollectionPanel::setDirectory(const SharedDirectory &directory)
{
    m_directory = directory;
    QStringList names;
    for (const auto &app : directory->applications) {
        for (const auto &role : directory->rolesOf(app))
            names << role.name;
    }
    names.removeDuplicates();
    m_roleNames->setStringList(names);
}

void CollectionPanel::showCollection(const QString &name)
{
    const auto *collection = m_directory ? m_directory->roleCollection(name) : nullptr;
    const bool same = name == m_name;
    const auto row = same ? m_roleTable->currentIndex().row() : 0;
    m_name = collection == nullptr ? QString() : name;
    for (auto *entry : std::as_const(m_entries))
        entry->setEnabled(collection != nullptr);
    m_references.clear();
    QList<QStringList> rows;
    if (collection != nullptr) {
        m_references = collection->roles;
        for (const auto &role : collection->roles)
            rows.append({role.roleName, role.templateName});
        fillMembers(*collection);
    } else {
        m_members->setRows({});
    }
    m_roles->setRows(rows);
    m_panel->setTabTitle(0, tr("Roles (%1)").arg(m_references.size()));
    m_panel->setTabTitle(1, tr("Assigned to (%1)").arg(m_members->rowCount()));
    if (m_references.isEmpty()) {
        Q_EMIT noRoleChosen();
        return;
    }
    const auto chosen = std::clamp(row, 0, int(m_references.size()) - 1);
    m_roleTable->setCurrentIndex(m_roles->index(chosen, 0));
    chooseRole(chosen);
}

void CollectionPanel::fillMembers(const xsuaa::RoleCollection &collection)
{
    QList<QStringList> rows;
    for (const auto &user : m_directory->users) {
        if (user.roleCollections.contains(collection.name))
            rows.append({user.userName, user.origin, tr("user"), QString()});
    }
    for (const auto &group : collection.groups)
        rows.append({group.attributeValue, group.origin, tr("group"), group.attributeName});
    m_members->setRows(rows);
}

void CollectionPanel::chooseRole(int row)
{
    if (row < m_references.size())
        Q_EMIT roleChosen(m_references.at(row));
}

void CollectionPanel::addRole()
{
    const auto wanted = m_newRole->text().trimmed();
    if (wanted.isEmpty() || m_name.isEmpty())
        return;
    for (const auto &app : m_directory->applications) {
        for (const auto &role : m_directory->rolesOf(app)) {
            if (role.name.compare(wanted, Qt::CaseInsensitive) != 0)
                continue;
            m_newRole->clear();
            Q_EMIT changeWanted(
                admin::addRoleChange(m_name, {role.appId, role.templateName, role.name}));
            return;
        }
    }
    Q_EMIT refused(tr("There is no role “%1”. Create it from a template first.").arg(wanted));
}

void CollectionPanel::removeRole()
{
    const auto row = m_roleTable->currentIndex().row();
    if (row < 0 || row >= m_references.size())
        return;
    auto change = admin::addRoleChange(m_name, m_references.at(row));
    change.kind = Kind::RemoveRole;
    Q_EMIT changeWanted(change);
}

void CollectionPanel::assign()
{
    const auto who = m_newMember->text().trimmed();
    const auto origin = m_origin->text().trimmed();
    if (who.isEmpty() || origin.isEmpty() || m_name.isEmpty())
        return;
    m_newMember->clear();
    if (m_memberKind->currentIndex() == 0)
        Q_EMIT changeWanted(admin::assignUserChange(m_name, {who, origin}));
    else
        Q_EMIT changeWanted(admin::assignGroupChange(m_name, {origin, u"Groups"_s, who}));
}

void CollectionPanel::unassign()
{
    const auto row = m_memberTable->currentIndex().row();
    if (row < 0 || row >= m_members->rowCount())
        return;
    const auto &cells = m_members->at(row);
    auto change = cells.at(3).isEmpty()
        ? admin::assignUserChange(m_name, {cells.at(0), cells.at(1)})
        : admin::assignGroupChange(m_name, {cells.at(1), cells.at(3), cells.at(0)});
    change.kind = cells.at(3).isEmpty() ? Kind::UnassignUser : Kind::UnassignGroup;
    Q_EMIT changeWanted(change);
}

} // namespace tokentrail::ui
