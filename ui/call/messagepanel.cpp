// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/call/messagepanel.h"

#include "ui/call/bodyview.h"
#include "ui/call/timingview.h"
#include "ui/lanes/messagetext.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/housestyle.h"
#include "ui/widgets/wrappedlabel.h"

#include <QScrollArea>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

namespace {

// Editors grow with their lines, up to a limit, so that the page needs no inner scrolling.
CodeView *makeEditor(const QString &name, const QString &placeholder, int lines, QWidget *parent)
{
    auto *editor = new CodeView(name, parent);
    editor->setReadOnly(false);
    editor->setTextInteractionFlags(Qt::TextEditorInteraction);
    editor->setPlaceholderText(placeholder);
    editor->document()->setDocumentMargin(6);
    editor->makeFramed();
    editor->setMinimumHeight(editor->fontMetrics().lineSpacing() * lines + 16);
    return editor;
}

} // namespace

QString parametersOf(const QString &url)
{
    const auto question = url.indexOf(u'?');
    if (question < 0 || question + 1 == url.size())
        return {};
    QStringList lines;
    for (const auto &pair : QStringView(url).sliced(question + 1).split(u'&')) {
        const auto equals = pair.indexOf(u'=');
        const auto decoded = [](QStringView text) {
            return QUrl::fromPercentEncoding(text.toUtf8().replace('+', ' '));
        };
        lines << (equals < 0 ? decoded(pair)
                             : QString(decoded(pair.first(equals)) + u" = "_s
                                       + decoded(pair.sliced(equals + 1))));
    }
    return lines.join(u'\n');
}

QString withParameters(const QString &url, const QString &parameters)
{
    QStringList pairs;
    const auto encoded = [](QStringView text) {
        return QString::fromLatin1(
            QUrl::toPercentEncoding(text.trimmed().toString(), "$'(),:@/!*"));
    };
    for (const auto &line : QStringView(parameters).split(u'\n', Qt::SkipEmptyParts)) {
        const auto equals =
            line.indexOf(u" = "_s) >= 0 ? line.indexOf(u" = "_s) + 1 : line.indexOf(u'=');
        pairs << (equals < 0 ? encoded(line)
                             : QString(encoded(line.first(equals)) + u'='
                                       + encoded(line.sliced(equals + 1))));
    }
    const auto path = url.section(u'?', 0, 0);
    return pairs.isEmpty() ? path : QString(path + u'?' + pairs.join(u'&'));
}

MessagePanel::MessagePanel(QWidget *parent)
    : Panel(tr("Request and response"), parent)
{
    addTab(makeRequestPage(), tr("Request"));
    addTab(makeResponsePage(), tr("Response"));
    m_responseHeaders = new CodeView(tr("Headers of the response"), this);
    addTab(m_responseHeaders, tr("Headers"));
    m_timing = new TimingView(this);
    addTab(m_timing, tr("Timing"));

    m_raw = new QToolButton(this);
    m_raw->setText(tr("Raw"));
    m_raw->setToolTip(tr("Show the body as it came"));
    m_raw->setAccessibleName(tr("Show the body as it came"));
    m_raw->setCheckable(true);
    m_raw->setFocusPolicy(Qt::StrongFocus);
    makeQuiet(m_raw);
    addCorner(m_raw);
    m_raw->hide();
    connect(m_raw, &QToolButton::toggled, this, &MessagePanel::showBody);
    connect(this, &Panel::currentChanged, m_raw, [this](int tab) {
        m_raw->setVisible(tab == Response && m_outcome.response.status != 0);
    });
}

QWidget *MessagePanel::makeRequestPage()
{
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(12, 8, 12, 12);
    layout->setSpacing(4);
    const auto add = [&](const QString &title, const QString &example, int lines, int stretch) {
        auto *label = new WrappedLabel(title, content);
        label->setMuted(true);
        auto *editor = makeEditor(title, example, lines, content);
        label->setBuddy(editor);
        layout->addWidget(label);
        layout->addWidget(editor, stretch);
        return editor;
    };
    m_parameters = add(tr("Parameters, one a line"), u"$top = 3"_s, 2, 1);
    m_headers = add(tr("Headers, one a line"), u"Accept: application/json"_s, 2, 1);
    m_body = add(tr("Body"), {}, 3, 2);
    connect(m_parameters, &QPlainTextEdit::textChanged, this, [this] {
        m_url = withParameters(m_url, m_parameters->toPlainText());
        Q_EMIT urlEdited(m_url);
    });
    connect(m_headers, &QPlainTextEdit::textChanged, this, &MessagePanel::edited);
    connect(m_body, &QPlainTextEdit::textChanged, this, &MessagePanel::edited);
    return content;
}

QWidget *MessagePanel::makeResponsePage()
{
    m_response = new BodyView(this);
    connect(m_response, &BodyView::copyRequested, this, &MessagePanel::copyRequested);
    return m_response;
}

void MessagePanel::setDraft(const CallDraft &draft)
{
    const QSignalBlocker headersBlocked(m_headers);
    const QSignalBlocker bodyBlocked(m_body);
    m_headers->setPlainText(headerText(draft.headers));
    m_body->setPlainText(QString::fromUtf8(draft.body));
    setUrl(draft.url);
}

void MessagePanel::fill(CallDraft &draft) const
{
    draft.headers = headersFromText(m_headers->toPlainText());
    draft.body = m_body->toPlainText().toUtf8();
}

void MessagePanel::setUrl(const QString &url)
{
    if (url == m_url)
        return;
    m_url = url;
    const QSignalBlocker blocked(m_parameters);
    m_parameters->setPlainText(parametersOf(url));
}

void MessagePanel::clearResponse()
{
    m_outcome = {};
    m_response->setNote({});
    m_responseHeaders->setCode({}, CodeView::Language::Plain);
    m_timing->setTiming({});
    m_raw->hide();
}

void MessagePanel::setOutcome(const CallOutcome &outcome)
{
    m_outcome = outcome;
    showBody();
    m_responseHeaders->setCode(headerText(outcome.response.headers), CodeView::Language::Http);
    m_timing->setTiming(outcome.timing);
    setCurrentIndex(Response);
    m_raw->setVisible(outcome.response.status != 0);
}

void MessagePanel::showBody()
{
    const auto &response = m_outcome.response;
    if (response.status == 0) {
        m_response->setNote(m_outcome.failure);
        return;
    }
    if (response.body.isEmpty())
        m_response->setNote(tr("(no body)"));
    else
        m_response->setBody(response.body, m_raw->isChecked());
}

} // namespace tokentrail::ui
