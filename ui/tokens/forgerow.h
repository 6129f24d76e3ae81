// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/choicebutton.h"

#include <QWidget>

namespace tokentrail::ui {

// Makes a token that is wrong on purpose; hidden where nobody signs one.
class ForgeRow : public QWidget
{
    Q_OBJECT

public:
    explicit ForgeRow(QWidget *parent = nullptr);

    void setDefects(const QList<Choice> &defects, const QList<Choice> &users);

Q_SIGNALS:
    void defectRequested(const QString &defect, const QString &user);

private:
    ChoiceButton *m_user = nullptr;
    ChoiceButton *m_defect = nullptr;
};

} // namespace tokentrail::ui
