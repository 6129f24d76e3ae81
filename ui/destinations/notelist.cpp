// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/destinations/notelist.h"

#include "ui/widgets/notecard.h"

#include <QVBoxLayout>

namespace tokentrail::ui {

namespace {

Tone toneOf(NoteKind kind)
{
    switch (kind) {
    case NoteKind::Good:
        return Tone::Person;
    case NoteKind::Bad:
        return Tone::Error;
    case NoteKind::Careful:
        return Tone::Client;
    case NoteKind::Plain:
        break;
    }
    return Tone::Neutral;
}

} // namespace

NoteList::NoteList(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(6);
}

void NoteList::setNotes(const QList<DestinationNote> &notes)
{
    while (auto *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const auto &note : notes)
        m_layout->addWidget(new NoteCard(toneOf(note.kind), note.title, note.sentence));
    setVisible(!notes.isEmpty());
}

} // namespace tokentrail::ui
