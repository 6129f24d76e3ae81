// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/sheet.h"

class QAction;
class QTableView;
class QStandardItemModel;

namespace tokentrail::ui {

// F1: what the keyboard does.
class ShortcutSheet : public Sheet
{
    Q_OBJECT

public:
    explicit ShortcutSheet(QWidget *window);

    void setCommands(const QList<QAction *> &commands);

private:
    QStandardItemModel *m_model = nullptr;
};

} // namespace tokentrail::ui
