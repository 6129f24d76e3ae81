// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/sheet.h"

class QAction;
class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QStandardItemModel;

namespace tokentrail::ui {

class WrappedLabel;

// Ctrl+K: every command by a few letters of its name.
class CommandPalette : public Sheet
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *window);

    void setCommands(const QList<QAction *> &commands);
    void openFresh();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void run(const QModelIndex &index);

    QLineEdit *m_filter = nullptr;
    WrappedLabel *m_nothing = nullptr; // where no command has the letters
    QListView *m_list = nullptr;
    QStandardItemModel *m_model = nullptr;
    QSortFilterProxyModel *m_proxy = nullptr;
    QList<QAction *> m_commands;
};

} // namespace tokentrail::ui
