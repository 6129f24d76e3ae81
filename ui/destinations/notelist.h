// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/destinations/destinationsvalues.h"

#include <QWidget>

class QVBoxLayout;

namespace tokentrail::ui {

// Notes below each other, each on the ground of what it means.
class NoteList : public QWidget
{
    Q_OBJECT

public:
    explicit NoteList(QWidget *parent = nullptr);

    void setNotes(const QList<DestinationNote> &notes);

private:
    QVBoxLayout *m_layout = nullptr;
};

} // namespace tokentrail::ui
