// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/colours.h"

#include <QAbstractScrollArea>
#include <QList>

class QLineEdit;
class QPainter;

namespace tokentrail::ui {

// Text of any size to be read: only the lines in sight are decoded and drawn. Arrow and page keys
// scroll; Shift with them, or dragging, chooses lines; Ctrl+C copies those, or all.
class LargeTextView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit LargeTextView(const QString &accessibleName, QWidget *parent = nullptr);

    enum class Language { Plain, Json };

    void setText(const QByteArray &utf8, Language language = Language::Plain);
    // From the line behind the current one on and around the end; capitals count where the words
    // have some. Goes there, and is false where nothing holds the words.
    bool find(const QString &words, bool backwards = false);
    qsizetype currentLine() const { return m_current; }
    qsizetype lineCount() const { return m_starts.size(); }
    QString line(qsizetype number) const; // from 0
    QString selectedText() const; // the chosen lines; all where none is chosen
    qsizetype linesDrawn() const { return m_drawn; } // by the last painting

Q_SIGNALS:
    void copyRequested(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void addSearch();
    void placeSearch();
    void paintLine(QPainter &painter, qsizetype number, QPointF at, const Colours &colours) const;
    bool findFrom(qsizetype byte, const QString &words);
    bool goTo(qsizetype byte, const QByteArray &wanted);
    qsizetype lineOf(qsizetype byte) const;
    int lineHeight() const;
    qsizetype lineAt(int y) const;
    void measure();
    void moveTo(qsizetype line, bool choosing);
    QByteArrayView bytesOf(qsizetype number) const;

    QLineEdit *m_search = nullptr; // null until the text is first in sight
    Language m_language = Language::Plain;
    QByteArray m_text;
    QList<qsizetype> m_starts{0};
    qsizetype m_current = 0;
    qsizetype m_anchor = -1; // -1: nothing is chosen
    qsizetype m_longest = 0; // bytes of the longest line, as far as it is shown
    qsizetype m_drawn = 0;
};

} // namespace tokentrail::ui
