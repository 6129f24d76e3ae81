// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/colours.h"

#include <QWidget>

class QLabel;

namespace tokentrail::ui {

class Chip;

// Lower edge: where, who, what runs; in words.
class StatusStrip : public QWidget
{
    Q_OBJECT

public:
    explicit StatusStrip(QWidget *parent = nullptr);

    void setPlace(const QString &place, Tone tone, const QString &detail);
    void setWho(const QString &who);
    void setWork(const QString &work);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Chip *m_place = nullptr;
    QLabel *m_who = nullptr;
    QLabel *m_work = nullptr;
};

} // namespace tokentrail::ui
