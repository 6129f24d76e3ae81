// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/navigation.h"

#include "ui/widgets/cardbutton.h"
#include "ui/widgets/fonts.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QKeySequence>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace tokentrail::ui {

namespace {

constexpr int navigationWidth = 168;
constexpr int shownCalls = 40;
constexpr int lastShowing = 4;
constexpr int groupGap = 14;

// One page: its name, and the digit that leads there.
class PageButton : public QAbstractButton
{
public:
    PageButton(const QString &title, int digit, QWidget *parent)
        : QAbstractButton(parent)
        , m_digit(QString::number(digit))
    {
        setText(title);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAccessibleName(title);
        setToolTip(Navigation::tr("%1 (Alt+%2)").arg(title, m_digit));
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        setAttribute(Qt::WA_Hover);
    }

    QSize sizeHint() const override { return {120, fontMetrics().height() + 16}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const auto colours = Colours::of(palette());
        const auto frame = QRectF(rect()).adjusted(1, 1, -1, -1);
        painter.setPen(hasFocus() ? QPen(colours.accent.ink, 2) : QPen(Qt::NoPen));
        painter.setBrush(isChecked() || underMouse() ? colours.accent.ground
                                                     : QColor(Qt::transparent));
        painter.drawRoundedRect(frame, 6, 6);
        const auto inside = rect().adjusted(11, 0, -11, 0);
        painter.setFont(isChecked() ? semiBold(font()) : font());
        painter.setPen(isChecked() ? colours.accent.ink : colours.text);
        painter.drawText(inside, Qt::AlignLeft | Qt::AlignVCenter, text());
        painter.setFont(scaled(font(), 0.92));
        painter.setPen(isChecked() ? colours.accent.ink : colours.muted);
        const auto keys = QKeySequence(QStringLiteral("Alt+%1").arg(m_digit));
        painter.drawText(
            inside, Qt::AlignRight | Qt::AlignVCenter, keys.toString(QKeySequence::NativeText));
    }

private:
    QString m_digit;
};

} // namespace

Navigation::Navigation(QWidget *parent)
    : QWidget(parent)
    , m_pages(new QButtonGroup(this))
    , m_showing(new QVBoxLayout)
    , m_settingUp(new QVBoxLayout)
    , m_heading(new QLabel(tr("Calls of this run"), this))
    , m_calls(new QVBoxLayout)
{
    setFixedWidth(navigationWidth);
    setAccessibleName(tr("Pages"));
    m_heading->setFont(scaled(font(), 0.92));
    m_heading->setForegroundRole(QPalette::PlaceholderText);
    m_heading->setContentsMargins(11, 14, 0, 2);
    m_heading->hide();

    auto *list = new QWidget;
    m_calls->setContentsMargins(0, 0, 0, 0);
    m_calls->setSpacing(1);
    m_calls->addStretch();
    list->setLayout(m_calls);
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setAccessibleName(m_heading->text());
    area->viewport()->setAutoFillBackground(false);
    area->setWidget(list);
    list->setAutoFillBackground(false);

    m_showing->setSpacing(2);
    m_settingUp->setSpacing(2);
    m_settingUp->setContentsMargins(0, 0, 0, 0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 10, 8, 8);
    layout->setSpacing(2);
    layout->addLayout(m_showing);
    layout->addLayout(m_settingUp);
    layout->addWidget(m_heading);
    layout->addWidget(area, 1);
    connect(m_pages, &QButtonGroup::idClicked, this, &Navigation::pageChosen);
}

void Navigation::addPage(const QString &title, int digit)
{
    auto *button = new PageButton(title, digit, this);
    m_pages->addButton(button, digit);
    const auto rankOf = [](int of) {
        return of == 0 ? 10 : of;
    };
    const auto rank = rankOf(digit);
    auto *list = rank <= lastShowing ? m_showing : m_settingUp;
    if (list == m_settingUp)
        m_settingUp->setContentsMargins(0, groupGap, 0, 0);
    auto place = 0;
    while (place < list->count()) {
        auto *before = qobject_cast<QAbstractButton *>(list->itemAt(place)->widget());
        if (rankOf(m_pages->id(before)) > rank)
            break;
        ++place;
    }
    list->insertWidget(place, button);
}

void Navigation::setCurrentPage(int digit)
{
    if (auto *button = m_pages->button(digit))
        button->setChecked(true);
}

void Navigation::addPastCall(const PastCall &call)
{
    m_heading->show();
    auto *card = new CardButton(call.title,
                                call.detail,
                                call.failed ? ChipMark::Lost : ChipMark::Person,
                                call.failed ? Tone::Error : Tone::Person);
    card->setCompact(true);
    m_calls->insertWidget(0, card);
    connect(card, &CardButton::clicked, this, [this, index = m_pastCalls] {
        Q_EMIT pastCallChosen(index);
    });
    ++m_pastCalls;
    while (m_calls->count() > shownCalls + 1) { // the last item is the stretch
        auto *oldest = m_calls->takeAt(shownCalls);
        delete oldest->widget();
        delete oldest;
    }
}

void Navigation::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto colours = Colours::of(palette());
    painter.fillRect(rect(), colours.panel);
    painter.setPen(colours.line);
    painter.drawLine(rect().topRight(), rect().bottomRight());
}

} // namespace tokentrail::ui
