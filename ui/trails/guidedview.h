// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnosis/guided.h"

#include <QScrollArea>

class QVBoxLayout;

namespace tokentrail::ui {

// The questions that lead to where a call broke, one by one: each passed, failed or not visible,
// in words, and the hop that answers it one click away.
class GuidedView : public QScrollArea
{
    Q_OBJECT

public:
    explicit GuidedView(QWidget *parent = nullptr);

    void setChecks(const QList<diagnosis::GuidedCheck> &checks);

Q_SIGNALS:
    void hopActivated(const QString &hopId);

private:
    void addCheck(QVBoxLayout *rows, int number, const diagnosis::GuidedCheck &check);
};

} // namespace tokentrail::ui
