// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/roles/rolepanel.h"

#include "ui/roles/rolerowsmodel.h"
#include "ui/widgets/housestyle.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/quiettable.h"
#include "ui/widgets/wrappedlabel.h"

#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;
using Origin = xsuaa::RoleAttribute::Origin;

RolePanel::RolePanel(QWidget *parent)
    : QWidget(parent)
{
    m_heading = new WrappedLabel;
    m_rows = new RoleRowsModel({tr("Kind"), tr("Name"), tr("Value")}, this);
    auto *table = new QuietTable(tr("Scopes and attributes of the role"));
    table->setModel(m_rows);
    table->setWidths({66, 84, 110});
    auto *remove = new QPushButton(tr("Delete role"));
    makeQuiet(remove);
    m_delete = remove;
    connect(remove, &QPushButton::clicked, this, [this] { Q_EMIT deleteRequested(m_role); });

    auto *detail = new QWidget;
    auto *layout = new QVBoxLayout(detail);
    layout->setContentsMargins(12, 10, 8, 6);
    layout->setSpacing(8);
    layout->addWidget(m_heading);
    layout->addWidget(table, 1);
    layout->addWidget(remove, 0, Qt::AlignLeft);
    m_form = new RoleForm;
    m_panel = new Panel(tr("The role"));
    m_panel->addTab(detail, tr("Role"));
    m_panel->addTab(m_form, tr("New role"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_panel);
    showNothing();
}

void RolePanel::setDirectory(const SharedDirectory &directory)
{
    m_directory = directory;
    m_form->setDirectory(directory);
}

void RolePanel::showNothing()
{
    m_role = {};
    m_heading->setText(tr("Choose a role to see the scopes and attributes that it gives."));
    m_heading->setMuted(true);
    m_rows->setRows({});
    m_delete->hide();
}

void RolePanel::showRole(const xsuaa::RoleReference &reference)
{
    const auto role = m_directory->role(reference);
    const auto *app = m_directory->application(reference.appId);
    const auto *roleTemplate = app == nullptr ? nullptr : app->roleTemplate(reference.templateName);
    m_heading->setMuted(false);
    if (!role || roleTemplate == nullptr) {
        showNothing();
        m_heading->setText(tr("The role “%1” of the template %2 of %3 does not exist.")
                               .arg(reference.roleName, reference.templateName, reference.appId));
        return;
    }
    m_role = *role;
    m_heading->setText(role->readOnly ? tr("“%1” comes with the template %2 of %3.")
                                            .arg(role->name, role->templateName, role->appId)
                                      : tr("“%1”, from the template %2 of %3.")
                                            .arg(role->name, role->templateName, role->appId));
    QList<QStringList> rows;
    for (const auto &scope : roleTemplate->scopeReferences) {
        const auto full = app->resolved(scope);
        rows.append({tr("scope"), full.section(u'.', -1), full});
    }
    for (const auto &attribute : role->attributes) {
        const auto values = attribute.values.join(u", "_s);
        rows.append({tr("attribute"),
                     attribute.name,
                     attribute.origin == Origin::Unrestricted ? tr("unrestricted")
                         : attribute.origin == Origin::IdentityProvider
                         ? tr("identity provider: %1").arg(values)
                         : values});
    }
    m_rows->setRows(rows);
    m_delete->setVisible(!role->readOnly);
}

void RolePanel::beginNew()
{
    m_panel->setCurrentIndex(1);
    m_form->begin();
}

void RolePanel::endNew()
{
    m_panel->setCurrentIndex(0);
}

} // namespace tokentrail::ui
