// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/project/descriptorfield.h"

#include <QTreeView>

class QStandardItem;
class QStandardItemModel;

namespace tokentrail::ui {

// The entries of an xs-security.json, in the order in which they are documented, with a mark where
// something is wrong. An entry has the path of what it shows: {"scopes", "0"}; those that are no
// member have names of their own.
class DescriptorOutline : public QTreeView
{
    Q_OBJECT

public:
    static QStringList general();
    static QStringList foreign(); // authorities and scopes of other applications
    static QStringList outcome();

    explicit DescriptorOutline(QWidget *parent = nullptr);

    void setDescriptor(const text::Json &document);
    void setProblems(const QList<DescriptorProblem> &problems);
    QStringList currentEntry() const;
    void setCurrentEntry(const QStringList &entry); // or the nearest around it
    // The entry that shows a path of the descriptor.
    static QStringList entryOf(const QStringList &path);

Q_SIGNALS:
    void chosen(const QStringList &entry); // another one, or the same after it was another

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    QStandardItem *addTop(const QString &title, const QStringList &entry);
    void fillList(QStandardItem *group, const QString &title, const text::Json &entries);
    void mark();
    QStandardItem *itemOf(const QStringList &entry) const;

    QStandardItemModel *m_entries = nullptr;
    QList<DescriptorProblem> m_problems;
    QStringList m_told; // as chosen
    bool m_filling = false;
};

} // namespace tokentrail::ui
