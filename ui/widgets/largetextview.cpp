// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/largetextview.h"

#include "core/text/reindent.h"
#include "ui/widgets/colours.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/jsonhighlighter.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextLayout>

#include <algorithm>

namespace tokentrail::ui {

namespace {

constexpr int margin = 12;
constexpr int searchGap = 6;
constexpr qsizetype findsWhileTyping = 20'000'000; // bytes: with more every letter would be felt
constexpr qsizetype longestShownLine = 4000; // bytes: nobody reads more across

char small(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c + 32) : c;
}

// Capitals of ASCII count where the words have some.
qsizetype positionOf(QByteArrayView text, QByteArrayView words, bool last)
{
    const bool exact =
        std::any_of(words.begin(), words.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (exact)
        return last ? text.lastIndexOf(words) : text.indexOf(words);
    const auto same = [](char a, char b) {
        return small(a) == small(b);
    };
    const auto found = last
        ? std::find_end(text.begin(), text.end(), words.begin(), words.end(), same)
        : std::search(text.begin(), text.end(), words.begin(), words.end(), same);
    return found == text.end() ? -1 : found - text.begin();
}

} // namespace

LargeTextView::LargeTextView(const QString &accessibleName, QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setAccessibleName(accessibleName);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setFont(codeFont());
    viewport()->setCursor(Qt::IBeamCursor);
}

void LargeTextView::addSearch()
{
    if (m_search)
        return;
    m_search = new QLineEdit(this);
    m_search->setPlaceholderText(tr("Find (Ctrl+F)"));
    m_search->setAccessibleName(tr("Find in the text"));
    m_search->setClearButtonEnabled(true);
    setViewportMargins(0, m_search->sizeHint().height() + 2 * searchGap, 0, 0);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        const bool found = m_search->text().isEmpty() || find(m_search->text());
        m_search->setAccessibleDescription(found ? QString() : tr("Nothing found"));
        m_search->setToolTip(m_search->accessibleDescription());
    });
    connect(m_search, &QLineEdit::textEdited, this, [this](const QString &words) {
        if (!words.isEmpty() && m_text.size() < findsWhileTyping)
            findFrom(m_starts.at(m_current), words);
    });
    placeSearch();
    m_search->show();
}

void LargeTextView::placeSearch()
{
    const auto height = m_search->sizeHint().height();
    m_search->setGeometry(margin, searchGap, std::min(320, width() - 2 * margin), height);
}

void LargeTextView::setText(const QByteArray &utf8, Language language)
{
    m_language = language;
    m_text = utf8;
    m_starts = text::lineStarts(m_text);
    m_longest = 0;
    for (qsizetype number = 0; number < lineCount(); ++number)
        m_longest = std::max(m_longest, std::min(bytesOf(number).size(), longestShownLine));
    m_current = 0;
    m_anchor = -1;
    setAccessibleDescription(tr("%n line(s)", nullptr, static_cast<int>(m_starts.size())));
    measure();
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
    viewport()->update();
}

QByteArrayView LargeTextView::bytesOf(qsizetype number) const
{
    const auto begin = m_starts.at(number);
    const auto end = number + 1 < m_starts.size() ? m_starts.at(number + 1) - 1 : m_text.size();
    return QByteArrayView(m_text).sliced(begin, end - begin);
}

QString LargeTextView::line(qsizetype number) const
{
    const auto bytes = bytesOf(number);
    if (bytes.size() <= longestShownLine)
        return QString::fromUtf8(bytes);
    return QString::fromUtf8(bytes.first(longestShownLine)) + u'…';
}

QString LargeTextView::selectedText() const
{
    if (m_anchor < 0)
        return QString::fromUtf8(m_text);
    const auto first = std::min(m_anchor, m_current);
    const auto last = std::max(m_anchor, m_current);
    const auto begin = m_starts.at(first);
    const auto end = last + 1 < m_starts.size() ? m_starts.at(last + 1) : m_text.size();
    return QString::fromUtf8(QByteArrayView(m_text).sliced(begin, end - begin));
}

qsizetype LargeTextView::lineOf(qsizetype byte) const
{
    const auto behind = std::upper_bound(m_starts.begin(), m_starts.end(), byte);
    return behind - m_starts.begin() - 1;
}

bool LargeTextView::find(const QString &words, bool backwards)
{
    if (!backwards)
        return findFrom(m_current + 1 < lineCount() ? m_starts.at(m_current + 1) : m_text.size(),
                        words);
    const auto wanted = words.toUtf8();
    const QByteArrayView text(m_text);
    const auto before = positionOf(text.first(m_starts.at(m_current)), wanted, true);
    return goTo(before >= 0 ? before : positionOf(text, wanted, true), wanted);
}

bool LargeTextView::findFrom(qsizetype byte, const QString &words)
{
    const auto wanted = words.toUtf8();
    const QByteArrayView text(m_text);
    const auto behind = positionOf(text.sliced(byte), wanted, false);
    return goTo(behind >= 0 ? byte + behind : positionOf(text, wanted, false), wanted);
}

bool LargeTextView::goTo(qsizetype byte, const QByteArray &wanted)
{
    if (byte < 0 || wanted.isEmpty())
        return false;
    moveTo(lineOf(byte), false);
    m_anchor = m_current; // so that the line stands out
    return true;
}

int LargeTextView::lineHeight() const
{
    return fontMetrics().lineSpacing();
}

qsizetype LargeTextView::lineAt(int y) const
{
    const auto number = verticalScrollBar()->value() + (y - margin / 2) / lineHeight();
    return std::clamp<qsizetype>(number, 0, lineCount() - 1);
}

// The bar counts lines, so that 50 MB do not overflow its pixels.
void LargeTextView::measure()
{
    const auto page = std::max(1, (viewport()->height() - margin) / lineHeight());
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setRange(0, static_cast<int>(std::max<qsizetype>(0, lineCount() - page)));
    const auto widest = fontMetrics().averageCharWidth() * static_cast<int>(m_longest) + 2 * margin;
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, std::max(0, widest - viewport()->width()));
    horizontalScrollBar()->setSingleStep(24);
}

void LargeTextView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const auto colours = Colours::of(palette());
    painter.fillRect(viewport()->rect(), colours.panel);
    const auto height = lineHeight();
    const auto first = qsizetype(verticalScrollBar()->value());
    const auto x = margin - horizontalScrollBar()->value();
    m_drawn = 0;
    for (auto number = first; number < lineCount(); ++number) {
        const auto top = margin / 2 + static_cast<int>(number - first) * height;
        if (top > viewport()->height())
            break;
        const bool chosen = m_anchor >= 0 && number >= std::min(m_anchor, m_current)
            && number <= std::max(m_anchor, m_current);
        if (chosen)
            painter.fillRect(QRect(0, top, viewport()->width(), height), colours.accent.ground);
        paintLine(painter, number, QPointF(x, top), colours);
        ++m_drawn;
    }
    if (!hasFocus())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.accent.ink, 2));
    painter.drawRoundedRect(QRectF(viewport()->rect()).adjusted(2, 2, -2, -2), 5, 5);
}

void LargeTextView::paintLine(QPainter &painter,
                              qsizetype number,
                              QPointF at,
                              const Colours &colours) const
{
    painter.setPen(colours.text);
    const auto text = line(number);
    if (m_language == Language::Plain)
        return painter.drawText(at + QPointF(0, fontMetrics().ascent()), text);
    QTextLayout layout(text, font());
    layout.setFormats(JsonHighlighter::formatsOf(text, colours));
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    layout.draw(&painter, at);
}

void LargeTextView::showEvent(QShowEvent *)
{
    addSearch();
}

void LargeTextView::resizeEvent(QResizeEvent *)
{
    if (m_search)
        placeSearch();
    measure();
}

void LargeTextView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        measure();
}

void LargeTextView::moveTo(qsizetype line, bool choosing)
{
    if (!choosing)
        m_anchor = -1;
    else if (m_anchor < 0)
        m_anchor = m_current;
    m_current = std::clamp<qsizetype>(line, 0, lineCount() - 1);
    auto *bar = verticalScrollBar();
    if (m_current < bar->value())
        bar->setValue(static_cast<int>(m_current));
    else if (m_current >= bar->value() + bar->pageStep())
        bar->setValue(static_cast<int>(m_current) - bar->pageStep() + 1);
    viewport()->update();
}

void LargeTextView::keyPressEvent(QKeyEvent *event)
{
    addSearch(); // keys may come before the first sight
    if (event->matches(QKeySequence::Find)) {
        m_search->selectAll();
        return m_search->setFocus(Qt::ShortcutFocusReason);
    }
    if (event->matches(QKeySequence::FindNext) || event->matches(QKeySequence::FindPrevious)) {
        find(m_search->text(), event->matches(QKeySequence::FindPrevious));
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyRequested(selectedText());
        return;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        m_anchor = 0;
        m_current = lineCount() - 1;
        viewport()->update();
        return;
    }
    const bool choosing = event->modifiers().testFlag(Qt::ShiftModifier);
    const auto page = verticalScrollBar()->pageStep();
    switch (event->key()) {
    case Qt::Key_Down:
        return moveTo(m_current + 1, choosing);
    case Qt::Key_Up:
        return moveTo(m_current - 1, choosing);
    case Qt::Key_PageDown:
        return moveTo(m_current + page, choosing);
    case Qt::Key_PageUp:
        return moveTo(m_current - page, choosing);
    case Qt::Key_Home:
        return moveTo(0, choosing);
    case Qt::Key_End:
        return moveTo(lineCount() - 1, choosing);
    case Qt::Key_Left:
        return horizontalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepSub);
    case Qt::Key_Right:
        return horizontalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepAdd);
    default:
        event->ignore();
    }
}

void LargeTextView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        moveTo(lineAt(static_cast<int>(event->position().y())),
               event->modifiers().testFlag(Qt::ShiftModifier));
}

void LargeTextView::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        moveTo(lineAt(static_cast<int>(event->position().y())), true);
}

void LargeTextView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void LargeTextView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace tokentrail::ui
