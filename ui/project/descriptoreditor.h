// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/xssecuritycompletion.h"
#include "ui/widgets/codeview.h"

class QCompleter;
class QModelIndex;
class QStandardItemModel;

namespace tokentrail::ui {

// The text of an xs-security.json, which offers what can be written at the caret: when asked with
// Ctrl+Space, and by itself once a quoted word has begun. By itself it chooses nothing, so that
// Return stays a new line.
class DescriptorEditor : public CodeView
{
    Q_OBJECT

public:
    explicit DescriptorEditor(const QString &accessibleName, QWidget *parent = nullptr);

    // Makes the text another one by replacing what differs: one step of the history, or a part of
    // the one before.
    void become(const QString &text, bool continues);

Q_SIGNALS:
    void hinted(const QString &sentence); // about the word that is chosen in the list; empty: none

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    bool isListOpen() const;
    bool leavesToList(const QKeyEvent &event);
    void offer(bool wasAsked);
    void put(const QModelIndex &index);
    void breakLine();
    QRect placeOfList() const;

    QStandardItemModel *m_words = nullptr;
    QCompleter *m_list = nullptr;
    cap::Completions m_offered; // with the items that the list shows
};

} // namespace tokentrail::ui
