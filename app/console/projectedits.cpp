// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/projectedits.h"

namespace tokentrail::console {

void ProjectEdits::attach(ui::ProjectPage *page)
{
    m_page = page;
    connect(page, &ui::ProjectPage::undoRequested, this, &ProjectEdits::undo);
}

void ProjectEdits::forget()
{
    m_made.clear();
}

void ProjectEdits::wrote(const QString &what,
                         const text::WrittenEdits &written,
                         const QString &sentence,
                         bool isBad)
{
    const auto isSentence = what.endsWith(u'.'); // the advice of a finding
    m_made.push_back({isSentence ? what.chopped(1) : what, written});
    m_page->tellDone(sentence, isBad);
    Q_EMIT changed();
}

void ProjectEdits::wrote(const QString &what,
                         const text::FileSnapshot &before,
                         const QByteArray &after)
{
    wrote(what, {{{before, after}}, {}}, tr("%1 is written.").arg(before.path));
}

void ProjectEdits::undo()
{
    if (m_made.empty())
        return m_page->tell(tr("Nothing of this folder is left to be taken back."), false);
    const auto last = m_made.back();
    if (const auto done = text::takeAllBack(last.written); !done)
        return m_page->tell(done.error().toString(), true);
    m_made.pop_back();
    if (m_made.empty())
        m_page->tell(tr("Taken back: %1.").arg(last.what), false);
    else
        m_page->tellDone(tr("Taken back: %1. Before that: %2.").arg(last.what, m_made.back().what));
    Q_EMIT changed();
}

} // namespace tokentrail::console
