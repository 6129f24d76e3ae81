// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/project/descriptoreditor.h"

#include "ui/project/descriptorfield.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTextBlock>

#include <algorithm>

namespace tokentrail::ui {

namespace {

constexpr int linesOfList = 10;

// Those that contain what was typed; those that begin with it first. One letter stands in most
// words, so that alone it counts at their begin.
void keepMatching(cap::Completions &completions)
{
    const auto &typed = completions.typed;
    const auto begins = [&typed](const cap::Completion &item) {
        return item.word.startsWith(typed, Qt::CaseInsensitive);
    };
    if (typed.size() == 1
        && std::any_of(completions.items.cbegin(), completions.items.cend(), begins)) {
        completions.items.removeIf([&begins](const auto &item) { return !begins(item); });
        return;
    }
    completions.items.removeIf([&typed](const cap::Completion &item) {
        return !item.word.contains(typed, Qt::CaseInsensitive);
    });
    std::stable_partition(completions.items.begin(), completions.items.end(), begins);
}

} // namespace

DescriptorEditor::DescriptorEditor(const QString &accessibleName, QWidget *parent)
    : CodeView(accessibleName, parent)
    , m_words(new QStandardItemModel(this))
    , m_list(new QCompleter(m_words, this))
{
    setAccessibleDescription(tr("Ctrl+Space offers what can be written at the caret."));
    m_list->setWidget(this);
    m_list->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_list->setMaxVisibleItems(linesOfList);
    m_list->popup()->setAccessibleName(tr("What can be written here"));
    m_list->popup()->setFont(font());
    softenSelection(m_list->popup());
    connect(m_list,
            qOverload<const QModelIndex &>(&QCompleter::activated),
            this,
            &DescriptorEditor::put);
    connect(m_list,
            qOverload<const QModelIndex &>(&QCompleter::highlighted),
            this,
            [this](const QModelIndex &index) {
                Q_EMIT hinted(index.isValid() ? m_offered.items.value(index.row()).help
                                              : QString());
            });
    // The words belong to the place where they were offered.
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        const auto caret = textCursor().position();
        if (isListOpen() && (caret <= m_offered.begin || caret > m_offered.end + 1))
            m_list->popup()->hide();
    });
}

bool DescriptorEditor::isListOpen() const
{
    return m_list && m_list->popup()->isVisible();
}

// Whether a key is for the list. The list asks here first, and takes what is left to it.
bool DescriptorEditor::leavesToList(const QKeyEvent &event)
{
    if (!isListOpen())
        return false;
    switch (event.key()) {
    case Qt::Key_Escape:
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_list->popup()->currentIndex().isValid())
            return true;
        m_list->popup()->hide();
        return false;
    default:
        return false;
    }
}

void DescriptorEditor::keyPressEvent(QKeyEvent *event)
{
    if (isReadOnly())
        return CodeView::keyPressEvent(event);
    if (leavesToList(*event))
        return event->ignore();
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        event->accept();
        return offer(true);
    }
    if (event->key() == Qt::Key_Return && event->modifiers() == Qt::NoModifier)
        return breakLine();
    if (asksForRedo(*event)) {
        event->accept();
        return redo();
    }
    const auto before = document()->revision();
    CodeView::keyPressEvent(event);
    if (document()->revision() != before && !event->matches(QKeySequence::Undo)
        && !event->matches(QKeySequence::Paste))
        offer(false);
}

// The new line begins where the one before does.
void DescriptorEditor::breakLine()
{
    auto cursor = textCursor();
    const auto line = cursor.block().text().left(cursor.positionInBlock());
    const auto end = std::find_if(line.begin(), line.end(), [](QChar c) { return !c.isSpace(); });
    cursor.insertText(QLatin1Char('\n') + line.left(end - line.begin()));
    setTextCursor(cursor);
    ensureCursorVisible();
}

bool DescriptorEditor::focusNextPrevChild(bool next)
{
    return !isListOpen() && CodeView::focusNextPrevChild(next); // Tab takes the chosen word
}

void DescriptorEditor::offer(bool wasAsked)
{
    m_offered = cap::completionsAt(toPlainText(), textCursor().position());
    keepMatching(m_offered);
    const auto &words = m_offered.items;
    const bool isLetter = m_offered.typed.size() == 1;
    const bool isBegun = m_offered.inQuotes && !m_offered.typed.isEmpty()
        && (!isLetter || words.isEmpty()
            || words.constFirst().word.startsWith(m_offered.typed, Qt::CaseInsensitive));
    const bool isDone =
        m_offered.items.size() == 1 && m_offered.items.constFirst().word == m_offered.typed;
    if (m_offered.items.isEmpty() || (!wasAsked && (!isBegun || isDone))) {
        m_list->popup()->hide();
        if (wasAsked)
            Q_EMIT hinted(tr("Nothing is known that could be written here."));
        return;
    }
    m_words->clear();
    for (const auto &item : m_offered.items) {
        auto *word = new QStandardItem(item.word);
        word->setToolTip(item.help);
        word->setAccessibleDescription(item.help);
        m_words->appendRow(word);
    }
    m_list->complete(placeOfList());
    const auto first = m_list->completionModel()->index(0, 0);
    m_list->popup()->setCurrentIndex(wasAsked ? first : QModelIndex());
    Q_EMIT hinted(wasAsked ? m_offered.items.constFirst().help : QString());
}

QRect DescriptorEditor::placeOfList() const
{
    auto *popup = m_list->popup();
    auto place = cursorRect();
    place.translate(viewport()->pos());
    place.setWidth(popup->sizeHintForColumn(0) + popup->verticalScrollBar()->sizeHint().width()
                   + 2 * popup->frameWidth());
    return place;
}

void DescriptorEditor::become(const QString &text, bool continues)
{
    const auto before = toPlainText();
    const auto shorter = std::min(before.size(), text.size());
    qsizetype head = 0;
    while (head < shorter && before[head] == text[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head
           && before[before.size() - 1 - tail] == text[text.size() - 1 - tail])
        ++tail;
    if (head > 0 && before[head - 1].isHighSurrogate()) // halves of a character stay together
        --head;
    if (tail > 0 && before[before.size() - tail].isLowSurrogate())
        --tail;
    QTextCursor cursor(document());
    if (continues && document()->isUndoAvailable())
        cursor.joinPreviousEditBlock();
    else
        cursor.beginEditBlock();
    cursor.setPosition(int(head));
    cursor.setPosition(int(before.size() - tail), QTextCursor::KeepAnchor);
    cursor.insertText(text.mid(head, text.size() - head - tail));
    cursor.endEditBlock();
    setTextCursor(cursor);
}

void DescriptorEditor::put(const QModelIndex &index)
{
    const auto item = m_offered.items.value(index.row());
    if (item.insert.isEmpty())
        return;
    auto cursor = textCursor();
    cursor.beginEditBlock();
    cursor.setPosition(int(m_offered.begin));
    cursor.setPosition(int(m_offered.end), QTextCursor::KeepAnchor);
    cursor.insertText(item.insert);
    cursor.endEditBlock();
    cursor.setPosition(int(m_offered.begin + item.insert.size() - item.back));
    setTextCursor(cursor);
    Q_EMIT hinted({});
}

} // namespace tokentrail::ui
