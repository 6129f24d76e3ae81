// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QButtonGroup;
class QLabel;
class QVBoxLayout;

namespace tokentrail::ui {

// A call made before, as one line of the list below the pages.
struct PastCall
{
    QString title; // "/ext/FunctionalLocation"
    QString detail; // "alice · 502 · 14:05:09"
    bool failed = false;
};

// Left edge: the pages, by Alt and a digit, and the calls of this run.
class Navigation : public QWidget
{
    Q_OBJECT

public:
    explicit Navigation(QWidget *parent = nullptr);

    // By digit, 0 last; the pages that show what happened stand apart from those that set it up.
    void addPage(const QString &title, int digit);
    void setCurrentPage(int digit); // no signal
    void addPastCall(const PastCall &call); // newest on top
    int pastCalls() const { return m_pastCalls; }

Q_SIGNALS:
    void pageChosen(int digit);
    void pastCallChosen(int index); // in the order in which they were added

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup *m_pages = nullptr;
    QVBoxLayout *m_showing = nullptr; // 1 to 4
    QVBoxLayout *m_settingUp = nullptr; // 5 to 9, 0
    QLabel *m_heading = nullptr;
    QVBoxLayout *m_calls = nullptr;
    int m_pastCalls = 0;
};

} // namespace tokentrail::ui
