// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/codeview.h"

#include "ui/widgets/fonts.h"

#include <QEvent>
#include <QPainter>

namespace tokentrail::ui {

CodeView::CodeView(const QString &accessibleName, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_highlighter(new JsonHighlighter(document()))
{
    setAccessibleName(accessibleName);
    setFont(codeFont());
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setTabChangesFocus(true);
    document()->setDocumentMargin(12);
}

void CodeView::setCode(const QString &text, Language language)
{
    if (language != m_language) {
        m_language = language;
        m_highlighter->setLook(language, Colours::of(palette()));
    }
    if (text != toPlainText())
        setPlainText(text);
}

void CodeView::makeFramed()
{
    setFrameShape(QFrame::StyledPanel);
    setViewportMargins(2, 2, 2, 2); // the viewport would paint over the rounded corners
}

void CodeView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighter)
        m_highlighter->setLook(m_language, Colours::of(palette()));
}

void CodeView::paintEvent(QPaintEvent *event)
{
    QPlainTextEdit::paintEvent(event);
    if (!hasFocus() || frameShape() != QFrame::NoFrame)
        return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Colours::of(palette()).accent.ink, 2));
    painter.drawRoundedRect(QRectF(viewport()->rect()).adjusted(2, 2, -2, -2), 5, 5);
}

} // namespace tokentrail::ui
