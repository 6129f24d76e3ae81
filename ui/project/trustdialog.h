// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

namespace tokentrail::ui {

// Asks before anything of a folder is run, and says what that would be. Return and Esc run nothing.
class TrustDialog : public QDialog
{
    Q_OBJECT

public:
    TrustDialog(const QString &folder, const QString &commandLine, QWidget *parent = nullptr);

Q_SIGNALS:
    void allowed(bool fromNowOn); // once; or always for this folder
};

} // namespace tokentrail::ui
