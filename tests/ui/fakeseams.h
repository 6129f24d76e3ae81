// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/seams.h"

namespace tokentrail::ui {

// Answers in the user's place, and remembers what was asked.
class FakeSeams : public Seams
{
public:
    void putText(const QString &text) override { copied = text; }
    void putSecret(const Secret &) override { secretCopied = true; }
    void askSaveFile(QWidget *,
                     const QString &,
                     const QString &suggestion,
                     const QString &,
                     const std::function<void(const QString &)> &answer) override
    {
        suggested = suggestion;
        answer(fileToGive);
    }
    void askOpenFile(QWidget *,
                     const QString &,
                     const QString &,
                     const std::function<void(const QString &)> &answer) override
    {
        answer(fileToGive);
    }
    void askFolder(QWidget *,
                   const QString &,
                   const QString &,
                   const std::function<void(const QString &)> &answer) override
    {
        answer(folderToGive);
    }

    void openUrl(const QUrl &url) override { opened = url; }

    QUrl opened;
    QString copied;
    bool secretCopied = false;
    QString suggested;
    QString fileToGive;
    QString folderToGive;
};

} // namespace tokentrail::ui
