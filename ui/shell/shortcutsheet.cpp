// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/shortcutsheet.h"

#include "ui/widgets/quiettable.h"

#include <QAction>
#include <QHeaderView>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace tokentrail::ui {

ShortcutSheet::ShortcutSheet(QWidget *window)
    : Sheet(tr("What the keyboard does"), window)
    , m_model(new QStandardItemModel(this))
{
    auto *table = new QuietTable(tr("Shortcuts"), card());
    table->setModel(m_model);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->hide();
    table->setMinimumHeight(380);
    table->horizontalHeader()->setDefaultSectionSize(150);
    body()->addWidget(table, 1);
}

void ShortcutSheet::setCommands(const QList<QAction *> &commands)
{
    m_model->clear();
    const auto add = [this](const QString &keys, const QString &what) {
        m_model->appendRow({new QStandardItem(keys), new QStandardItem(what)});
    };
    for (const auto *action : commands) {
        if (!action->shortcut().isEmpty())
            add(action->shortcut().toString(QKeySequence::NativeText), action->text().remove(u'&'));
    }
    add(tr("Up, Down"), tr("In the trail: from hop to hop"));
    add(tr("Home, End"), tr("In the trail: first and last hop"));
    add(tr("Return"), tr("In the trail: open the hop"));
    add(tr("Tab, Shift+Tab"), tr("To the next or the previous control"));
}

} // namespace tokentrail::ui
