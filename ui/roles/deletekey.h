// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/quiettable.h"

#include <QShortcut>

#include <functional>

namespace tokentrail::ui {

// The Delete key takes away what the table has as its current row.
inline void onDelete(QuietTable *table, const std::function<void()> &act)
{
    auto *key = new QShortcut(QKeySequence::Delete, table);
    key->setContext(Qt::WidgetShortcut);
    QObject::connect(key, &QShortcut::activated, table, act);
}

} // namespace tokentrail::ui
