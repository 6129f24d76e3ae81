// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QPushButton;

namespace tokentrail::ui {

class Seams;
class WrappedLabel;

// Shows an edit before anybody makes it. Not modal; Esc closes.
class DiffDialog : public QDialog
{
    Q_OBJECT

public:
    DiffDialog(Seams &seams, const QString &title, const QString &diff, QWidget *parent = nullptr);

    // Offers to make the edit, too: accepted() follows when the user wants it.
    void offer(const QString &action, const QString &note);
    // The same for an edit that is better not made: leaving it stays what Return does.
    void offerAgainstAdvice(const QString &action, const QString &note);

private:
    WrappedLabel *m_note = nullptr;
    QPushButton *m_make = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace tokentrail::ui
