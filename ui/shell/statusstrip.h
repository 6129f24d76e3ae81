// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/colours.h"

#include <QWidget>

class QLabel;
class QTimer;

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
    // In the place of the work, for as long as it takes to read it; read aloud, too.
    void tellBriefly(const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Chip *m_place = nullptr;
    QLabel *m_who = nullptr;
    QLabel *m_work = nullptr;
    QString m_workWords;
    QTimer *m_telling = nullptr; // runs while something is told
};

} // namespace tokentrail::ui
