// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/call/bodyview.h"

#include "core/text/reindent.h"
#include "ui/lanes/messagetext.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/largetextview.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPointer>
#include <QThreadPool>

namespace tokentrail::ui {

BodyView::BodyView(QWidget *parent)
    : QStackedWidget(parent)
    , m_code(new CodeView(tr("Body of the response"), this))
    , m_large(new LargeTextView(tr("Body of the response"), this))
{
    m_code->setPlaceholderText(tr("Nothing has been sent yet."));
    addWidget(m_code);
    addWidget(m_large);
    connect(m_large, &LargeTextView::copyRequested, this, &BodyView::copyRequested);
}

void BodyView::setNote(const QString &text)
{
    ++m_asked;
    m_large->setText({}); // lets go of the last large body
    m_code->setCode(text, CodeView::Language::Plain);
    setCurrentWidget(m_code);
}

void BodyView::setBody(const QByteArray &body, bool raw)
{
    ++m_asked;
    if (body.size() <= shownBytes) {
        m_large->setText({});
        m_code->setCode(raw ? rawBody(body) : prettyBody({}, body),
                        raw ? CodeView::Language::Plain : CodeView::Language::Json);
        setCurrentWidget(m_code);
        return;
    }
    const auto begin = body.left(64).trimmed();
    if (raw || !(begin.startsWith('{') || begin.startsWith('[')))
        return showLarge(body, LargeTextView::Language::Plain);
    m_code->setCode(tr("%1 are made ready.").arg(QLocale().formattedDataSize(body.size())),
                    CodeView::Language::Plain);
    setCurrentWidget(m_code);
    indent(body);
}

void BodyView::indent(const QByteArray &body)
{
    QThreadPool::globalInstance()->start([self = QPointer(this), asked = m_asked, body] {
        const auto text = text::reindented(body);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, asked, text] {
                if (self && self->m_asked == asked)
                    self->showLarge(text, LargeTextView::Language::Json);
            },
            Qt::QueuedConnection);
    });
}

void BodyView::showLarge(const QByteArray &text, LargeTextView::Language language)
{
    const bool focused = m_code->hasFocus();
    m_large->setText(text, language);
    setCurrentWidget(m_large);
    if (focused)
        m_large->setFocus();
    Q_EMIT shown();
}

} // namespace tokentrail::ui
