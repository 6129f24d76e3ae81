// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/lanes/hopdetail.h"

#include "core/trail/lanes.h"
#include "ui/lanes/hopwords.h"
#include "ui/lanes/messagetext.h"
#include "ui/lanes/tokenpane.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/housestyle.h"
#include "ui/widgets/tabstrip.h"
#include "ui/widgets/wrappedlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

namespace {

// What a tab shows: a token by its index, or one of the texts.
constexpr int requestTab = -1;
constexpr int responseTab = -2;
constexpr int knownTab = -3;

QString capitalised(const QString &text)
{
    return text.isEmpty() ? text : QString(text.at(0).toUpper() + text.mid(1));
}

QString linkInWords(const trail::Trail &trail, const trail::Link &link)
{
    const auto number = numberOf(trail, link.to);
    QString by;
    switch (link.by) {
    case trail::LinkBy::Token:
        by = HopDetail::tr("the same token");
        break;
    case trail::LinkBy::Jti:
        by = HopDetail::tr("a token with the same id (jti)");
        break;
    case trail::LinkBy::Assertion:
        by = HopDetail::tr("a token that was exchanged for this one");
        break;
    case trail::LinkBy::Correlation:
        by = HopDetail::tr("the same correlation id");
        break;
    case trail::LinkBy::ClientDestinationTime:
        by = HopDetail::tr("the same client and destination at the same time");
        break;
    }
    switch (link.certainty) {
    case trail::Certainty::Certain:
        return HopDetail::tr("Belongs to hop %1 for certain: %2.").arg(number).arg(by);
    case trail::Certainty::Likely:
        return HopDetail::tr("Likely belongs to hop %1: %2.").arg(number).arg(by);
    case trail::Certainty::Possible:
        return HopDetail::tr("Possibly belongs to hop %1: %2.").arg(number).arg(by);
    }
    return {};
}

QString factsOf(const trail::Hop &hop)
{
    if (hop.expected)
        return HopDetail::tr("Expected, did not come. %1").arg(hop.reason);
    const auto took = hop.endMs - hop.startMs;
    if (hop.actor.kind == trail::ActorKind::None)
        return HopDetail::tr("For %1. Answer: %2, after %3 ms.")
            .arg(subjectInWords(hop), trail::answerOf(hop))
            .arg(took);
    return HopDetail::tr("Asked by %1, for %2. Answer: %3, after %4 ms.")
        .arg(actorInWords(hop), subjectInWords(hop), trail::answerOf(hop))
        .arg(took);
}

QString howItIsKnown(const trail::Trail &trail, const trail::Hop &hop)
{
    QStringList lines;
    if (hop.expected)
        lines << HopDetail::tr("Nobody saw it. It was expected: %1").arg(hop.reason);
    for (const auto &observer : hop.observedBy)
        lines << HopDetail::tr("Recorded by: %1").arg(observer);
    for (const auto &link : hop.links)
        lines << linkInWords(trail, link);
    if (!hop.correlationId.isEmpty())
        lines << HopDetail::tr("Correlation id: %1").arg(hop.correlationId);
    if (!hop.destination.isEmpty())
        lines << HopDetail::tr("Destination: %1 %2").arg(hop.destination, hop.destinationType);
    if (hop.notes.size() > 0)
        lines << QString() << HopDetail::tr("Noted by the party itself:")
              << QString::fromUtf8(hop.notes.toIndented());
    return lines.join(u'\n');
}

} // namespace

HopDetail::HopDetail(QWidget *parent)
    : QWidget(parent)
    , m_title(new WrappedLabel({}, this))
    , m_facts(new WrappedLabel({}, this))
    , m_tabs(new TabStrip(this))
    , m_pages(new QStackedWidget(this))
    , m_token(new TokenPane(this))
    , m_text(new CodeView(tr("Request or response of the hop"), this))
{
    m_title->setFont(semiBold(font()));
    m_facts->setMuted(true);
    m_tabs->setAccessibleName(tr("Parts of the hop"));
    auto *close = new QPushButton(tr("Close"), this);
    makeQuiet(close);
    close->setToolTip(tr("Close the hop (Esc)"));
    close->setAccessibleName(tr("Close the hop"));
    m_pages->addWidget(m_token);
    m_pages->addWidget(m_text);

    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_title);
    words->addWidget(m_facts);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(12, 8, 8, 0);
    top->addLayout(words, 1);
    top->addWidget(close, 0, Qt::AlignTop);
    auto *strip = new QHBoxLayout;
    strip->setContentsMargins(12, 0, 12, 0);
    strip->addWidget(m_tabs);
    strip->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 1, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addLayout(strip);
    layout->addWidget(m_pages, 1);
    connect(close, &QPushButton::clicked, this, &HopDetail::closed);
    connect(m_tabs, &QTabBar::currentChanged, this, &HopDetail::showTab);
}

void HopDetail::setHop(const trail::Trail &trail, const QString &hopId)
{
    const auto *hop = trail.hop(hopId);
    if (!hop)
        return;
    m_trail = trail;
    m_hopId = hopId;
    m_title->setText(tr("Hop %1 · %2").arg(numberOf(trail, hopId)).arg(headlineOf(*hop)));
    m_facts->setText(factsOf(*hop));
    rebuildTabs(*hop);
}

void HopDetail::rebuildTabs(const trail::Hop &hop)
{
    const QSignalBlocker blocker(m_tabs);
    while (m_tabs->count() > 0)
        m_tabs->removeTab(0);
    const auto add = [this](const QString &title, int what) {
        m_tabs->setTabData(m_tabs->addTab(title), what);
    };
    for (qsizetype i = 0; i < hop.tokens.size(); ++i)
        add(capitalised(roleInWords(hop.tokens.at(i).role)), static_cast<int>(i));
    if (!hop.expected) {
        add(tr("Request"), requestTab);
        add(tr("Response"), responseTab);
    }
    add(tr("How it is known"), knownTab);
    m_tabs->updateGeometry(); // a hidden bar would keep the width of the hop before
    showTab(0);
}

void HopDetail::showTab(int index)
{
    const auto *hop = m_trail.hop(m_hopId);
    if (!hop || index < 0)
        return;
    const auto what = m_tabs->tabData(index).toInt();
    if (what >= 0) {
        m_token->setToken(m_trail, *hop, what);
        m_pages->setCurrentWidget(m_token);
        return;
    }
    if (what == requestTab)
        m_text->setCode(requestText(hop->request, hop->url), CodeView::Language::Http);
    else if (what == responseTab)
        m_text->setCode(responseText(hop->response, hop->failure), CodeView::Language::Http);
    else
        m_text->setCode(howItIsKnown(m_trail, *hop), CodeView::Language::Plain);
    m_pages->setCurrentWidget(m_text);
}

void HopDetail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(Colours::of(palette()).line);
    painter.drawLine(0, 0, width(), 0);
}

} // namespace tokentrail::ui
