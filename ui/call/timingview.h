// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/exchange.h"

#include <QWidget>

namespace tokentrail::ui {

// Where the time of a call went: a bar a phase.
class TimingView : public QWidget
{
    Q_OBJECT

public:
    explicit TimingView(QWidget *parent = nullptr);

    void setTiming(const http::Timing &timing);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Phase
    {
        QString name;
        double from = 0;
        double to = 0;
    };
    QList<Phase> m_phases;
    double m_total = 0;
};

} // namespace tokentrail::ui
