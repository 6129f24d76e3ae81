// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/sandbox/sandboxvalues.h"

#include <QWidget>

class QLineEdit;
class QModelIndex;
class QSortFilterProxyModel;
class QStandardItemModel;
class QTreeView;

namespace tokentrail::ui {

// The library by groups, found by a few letters of title, symptom or finding.
class ScenarioList : public QWidget
{
    Q_OBJECT

public:
    explicit ScenarioList(QWidget *parent = nullptr);

    void setScenarios(const QList<ScenarioView> &scenarios);
    void choose(const QString &id);

Q_SIGNALS:
    void chosen(const QString &id); // empty: nothing fits the filter
    void activated(const QString &id); // Return, or a double click

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; // keys that lead into the list

private:
    QModelIndex firstScenario() const;
    void filter(const QString &text);
    void enterList();

    QLineEdit *m_filter = nullptr;
    QTreeView *m_tree = nullptr;
    QStandardItemModel *m_model = nullptr;
    QSortFilterProxyModel *m_proxy = nullptr;
};

} // namespace tokentrail::ui
