// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/project/descriptorfield.h"

namespace tokentrail::ui {

class QuietTable;
class RowsModel;

// The entries of one list of an xs-security.json, each with what holds it.
class DescriptorOverview : public QWidget
{
    Q_OBJECT

public:
    explicit DescriptorOverview(QWidget *parent = nullptr);

    void show(const QString &list, const QByteArray &source);
    void setProblems(const QList<DescriptorProblem> &problems); // those of the list as a whole

Q_SIGNALS:
    void entryWanted(const QStringList &entry);

private:
    QString m_list;
    WrappedLabel *m_heading = nullptr;
    WrappedLabel *m_help = nullptr;
    ProblemLabel *m_problems = nullptr;
    RowsModel *m_rows = nullptr;
    QuietTable *m_table = nullptr;
};

} // namespace tokentrail::ui
