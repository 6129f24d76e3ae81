// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/editfiles.h"
#include "ui/project/projectpage.h"

#include <QPointer>

namespace tokentrail::console {

// What the Project page has written in the open folder, and the way back.
class ProjectEdits : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void attach(ui::ProjectPage *page);
    void forget(); // another folder is open

    // Tells the page, with a way back; something that is not well yet is told as such.
    void wrote(const QString &what,
               const text::WrittenEdits &written,
               const QString &sentence,
               bool isBad = false);
    void wrote(const QString &what, const text::FileSnapshot &before, const QByteArray &after);

Q_SIGNALS:
    void changed(); // files were written, or taken back

private:
    struct Made
    {
        QString what;
        text::WrittenEdits written;
    };

    void undo();

    QPointer<ui::ProjectPage> m_page;
    std::vector<Made> m_made;
};

} // namespace tokentrail::console
