// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

namespace tokentrail::ui {

class Seams;

// Shows an edit before anybody makes it. Not modal; Esc closes.
class DiffDialog : public QDialog
{
    Q_OBJECT

public:
    DiffDialog(Seams &seams, const QString &title, const QString &diff, QWidget *parent = nullptr);
};

} // namespace tokentrail::ui
