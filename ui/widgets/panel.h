// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QHBoxLayout;
class QStackedWidget;

namespace tokentrail::ui {

class TabStrip;

// A sheet with a rounded border, tabs on top and, to their right, what can be done with it.
class Panel : public QFrame
{
    Q_OBJECT

public:
    explicit Panel(const QString &accessibleName, QWidget *parent = nullptr);

    int addTab(QWidget *page, const QString &title);
    void setTabTitle(int index, const QString &title);
    QString tabTitle(int index) const;
    int currentIndex() const;
    void setCurrentIndex(int index);
    void setTabShown(int index, bool shown);
    void addCorner(QWidget *widget); // right of the tabs, from left to right

Q_SIGNALS:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TabStrip *m_tabs = nullptr;
    QStackedWidget *m_pages = nullptr;
    QHBoxLayout *m_header = nullptr;
};

} // namespace tokentrail::ui
