// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/colours.h"

#include <QFrame>

namespace tokentrail::ui {

// A title and a sentence on a soft ground with a bar: says, asks nothing.
class NoteCard : public QFrame
{
    Q_OBJECT

public:
    NoteCard(Tone tone, const QString &title, const QString &sentence, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
};

} // namespace tokentrail::ui
