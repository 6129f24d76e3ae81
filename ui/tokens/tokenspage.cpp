// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/tokens/tokenspage.h"

#include "ui/tokens/checkrow.h"
#include "ui/tokens/claimsmodel.h"
#include "ui/tokens/differencemodel.h"
#include "ui/tokens/forgerow.h"
#include "ui/tokens/storyview.h"
#include "ui/tokens/tokenhistory.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/housestyle.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/quiettable.h"
#include "ui/widgets/seams.h"
#include "ui/widgets/wrappedlabel.h"

#include <QDragEnterEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace tokentrail::ui {

namespace {

constexpr int DifferenceTab = 3;

QWidget *checkList(const QString &name, QVBoxLayout *&rows)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(name);
    auto *content = new QWidget;
    rows = new QVBoxLayout(content);
    rows->setContentsMargins(12, 10, 12, 10);
    rows->setSpacing(4);
    area->setWidget(content);
    content->setAutoFillBackground(false); // the panel below is the ground
    area->viewport()->setAutoFillBackground(false);
    return area;
}

void emptied(QVBoxLayout *rows)
{
    while (auto *item = rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

TokensPage::TokensPage(Seams &seams, QWidget *parent)
    : QWidget(parent)
    , m_seams(seams)
    , m_model(new TokenHistoryModel(this))
    , m_claims(new ClaimsModel(this))
{
    setAcceptDrops(true);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(12);
    splitter->addWidget(buildHistory());
    splitter->addWidget(buildStory());
    splitter->addWidget(buildChecks());
    splitter->setSizes({260, 460, 340});
    for (const auto &[index, share] : {std::pair(0, 2), std::pair(1, 4), std::pair(2, 3)})
        splitter->setStretchFactor(index, share); // in a narrow window all give way

    m_stack = new QStackedWidget;
    auto *empty = new WrappedLabel(
        tr("Paste a token above, or drop a file here: a header, a curl line, a log, a HAR.\n\n"
           "Every token in it is decoded on this machine, broken and expired ones too. You see in "
           "plain words "
           "who it is for and what CAP would make of it, and the checks of a CAP service in its "
           "own order."));
    empty->setAlignment(Qt::AlignCenter);
    empty->setMuted(true);
    m_stack->addWidget(empty);
    m_stack->addWidget(splitter);

    m_message = new WrappedLabel;
    m_message->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 8);
    layout->setSpacing(10);
    layout->addWidget(buildEntry());
    m_forge = new ForgeRow;
    connect(m_forge, &ForgeRow::defectRequested, this, &TokensPage::defectRequested);
    layout->addWidget(m_forge);
    layout->addWidget(m_message);
    layout->addWidget(m_stack, 1);
}

QWidget *TokensPage::buildEntry()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_entry = new QLineEdit;
    m_entry->setPlaceholderText(
        tr("Paste or drop a token, a header, a curl line or a log. Nothing leaves this machine."));
    m_entry->setAccessibleName(tr("Token or text with tokens"));
    m_entry->setTextMargins(6, 0, 6, 0);
    m_entry->setMaxLength(16 * 1024 * 1024);
    m_key = new ChoiceButton(tr("with key"), tr("Service key to check with"));
    auto *decode = new QPushButton(tr("Decode"));
    makePrimary(decode);
    layout->addWidget(m_entry, 1);
    layout->addWidget(m_key);
    layout->addWidget(decode);
    connect(m_entry, &QLineEdit::returnPressed, this, &TokensPage::submit);
    connect(decode, &QPushButton::clicked, this, &TokensPage::submit);
    connect(m_key, &ChoiceButton::chosen, this, [this](const QString &id) {
        Q_EMIT keyChosen(id, currentToken());
    });
    return row;
}

QWidget *TokensPage::buildHistory()
{
    m_history = new QListView;
    m_history->setModel(m_model);
    m_history->setItemDelegate(new TokenCardDelegate(m_history));
    m_history->setAccessibleName(tr("Tokens looked at"));
    m_history->setFrameShape(QFrame::NoFrame);
    m_history->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // cards elide
    m_history->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_history->setViewMode(QListView::ListMode);
    m_history->setResizeMode(QListView::Adjust);
    connect(m_history->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            [this](const QModelIndex &current) {
                if (current.isValid())
                    showRow(current.row());
            });
    auto *panel = new Panel(tr("Tokens looked at"));
    auto *inset = new QWidget;
    auto *layout = new QVBoxLayout(inset);
    layout->setContentsMargins(10, 10, 10, 10);
    layout->addWidget(m_history);
    panel->addTab(inset, tr("History"));
    auto *compare = new QToolButton;
    compare->setText(tr("Compare ▾"));
    compare->setAccessibleName(tr("Compare"));
    compare->setToolTip(tr("What differs between the token in sight and another one"));
    compare->setFocusPolicy(Qt::StrongFocus);
    compare->setPopupMode(QToolButton::InstantPopup);
    makeQuiet(compare);
    m_compareMenu = new QMenu(compare);
    compare->setMenu(m_compareMenu);
    connect(m_compareMenu, &QMenu::aboutToShow, this, &TokensPage::fillCompareMenu);
    panel->addCorner(compare);
    return panel;
}

QWidget *TokensPage::buildStory()
{
    m_story = new StoryView;
    auto *claims = new QTableView;
    claims->setModel(m_claims);
    claims->setAccessibleName(tr("Claims"));
    claims->setFrameShape(QFrame::NoFrame);
    claims->verticalHeader()->hide();
    claims->horizontalHeader()->setStretchLastSection(true);
    claims->setColumnWidth(ClaimsModel::ClaimColumn, 150);
    claims->setColumnWidth(ClaimsModel::ValueColumn, 230);
    claims->setShowGrid(false);
    claims->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_raw = new CodeView(tr("Header and claims as JSON"));

    auto *panel = new Panel(tr("The token"));
    panel->addTab(m_story, tr("In plain words"));
    panel->addTab(claims, tr("Claims"));
    panel->addTab(m_raw, tr("Raw"));
    panel->addTab(buildDifference(), tr("Difference"));
    panel->setTabShown(DifferenceTab, false);
    panel->addCorner(buildUses());
    m_storyPanel = panel;
    return panel;
}

// What can be done with the token in sight; one button, as the tabs need the room.
QWidget *TokensPage::buildUses()
{
    auto *button = new QToolButton;
    button->setText(tr("Use ▾"));
    button->setAccessibleName(tr("Use the token"));
    button->setToolTip(tr("Call with it, exchange it, copy it"));
    button->setFocusPolicy(Qt::StrongFocus);
    button->setPopupMode(QToolButton::InstantPopup);
    makeQuiet(button);
    auto *menu = new QMenu(button);
    menu->setToolTipsVisible(true);
    const auto add = [this, menu](const QString &text, const QString &meaning, auto deed) {
        auto *action = menu->addAction(text);
        action->setToolTip(meaning);
        connect(action, &QAction::triggered, this, deed);
    };
    add(tr("Call with it"), tr("Use this token as a session on the Call page"), [this] {
        Q_EMIT useRequested(currentToken());
    });
    add(tr("Exchange it for another token …"),
        tr("Get a token of another application for the same person (jwt-bearer)"),
        [this] { Q_EMIT exchangeRequested(currentToken()); });
    add(tr("Copy it without its signature"), tr("Nobody can call with it"), [this] {
        const auto parts = currentToken().split('.');
        if (parts.size() >= 2)
            m_seams.copyUnchanged(QString::fromLatin1(parts[0] + '.' + parts[1] + '.'));
    });
    button->setMenu(menu);
    return button;
}

QWidget *TokensPage::buildDifference()
{
    m_difference = new DifferenceModel(this);
    m_differenceTitle = new WrappedLabel;
    m_differenceTitle->setMuted(true);
    m_differenceTitle->setContentsMargins(12, 8, 12, 4);
    auto *table = new QuietTable(tr("What differs between the two tokens"));
    table->setModel(m_difference);
    table->setWordWrap(true);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setStretchLastSection(true);
    table->setColumnWidth(DifferenceModel::ClaimColumn, 110);
    table->setColumnWidth(DifferenceModel::BeforeColumn, 130);
    table->setColumnWidth(DifferenceModel::AfterColumn, 130);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_differenceTitle);
    layout->addWidget(table, 1);
    return page;
}

void TokensPage::setDefects(const QList<Choice> &defects, const QList<Choice> &users)
{
    m_forge->setDefects(defects, users);
}

void TokensPage::fillCompareMenu()
{
    m_compareMenu->clear();
    const auto current = m_history->currentIndex().row();
    for (auto row = 0; row < m_model->rowCount(); ++row) {
        if (row == current || !m_model->at(row).token.isReadable())
            continue;
        auto *action =
            m_compareMenu->addAction(m_model->index(row).data(Qt::DisplayRole).toString());
        connect(action, &QAction::triggered, this, [this, row] { compareWith(row); });
    }
    if (m_compareMenu->isEmpty())
        m_compareMenu->addAction(tr("There is no other token to compare with."))->setEnabled(false);
}

void TokensPage::compareWith(int row)
{
    const auto current = m_history->currentIndex().row();
    if (current < 0 || row == current)
        return;
    m_difference->setTokens(m_model->at(row).token, m_model->at(current).token);
    const auto other = m_model->index(row).data(Qt::DisplayRole).toString();
    m_differenceTitle->setText(
        m_difference->rowCount() == 0
            ? tr("Nothing differs from %1 but ids that every token has anew.").arg(other)
            : tr("%n claim(s) differ from %1.", nullptr, m_difference->rowCount()).arg(other));
    m_storyPanel->setTabShown(DifferenceTab, true);
    m_storyPanel->setCurrentIndex(DifferenceTab);
}

QWidget *TokensPage::buildChecks()
{
    auto *panel = new Panel(tr("Checks of the token"));
    panel->addTab(checkList(tr("Checks of a CAP service"), m_checks), tr("As CAP checks (xssec)"));
    panel->addTab(checkList(tr("Strict checks"), m_strict), tr("Strictly"));
    return panel;
}

void TokensPage::setKeys(const QList<Choice> &keys, const QString &currentId)
{
    m_key->setChoices(keys);
    m_key->setCurrentId(currentId);
}

void TokensPage::add(const TokenView &view)
{
    m_message->hide();
    m_entry->clear();
    m_model->add(view);
    m_stack->setCurrentIndex(1);
    m_history->setCurrentIndex(m_model->index(0));
    showRow(0);
}

void TokensPage::refresh(const TokenView &view)
{
    const auto row = m_history->currentIndex().row();
    if (row < 0)
        return;
    auto checked = view;
    checked.source = m_model->at(row).source;
    m_model->replace(row, checked);
    showRow(row);
}

void TokensPage::tell(const QString &sentence)
{
    m_message->setText(sentence);
    m_message->show();
}

void TokensPage::showRow(int row)
{
    const auto &view = m_model->at(row);
    m_story->show(view);
    m_claims->setToken(view.token);
    const QByteArray raw = view.token.header.toIndented() + "\n" + view.token.claims.toIndented();
    m_raw->setCode(QString::fromUtf8(raw), CodeView::Language::Json);
    showChecks(view);
    showStrict(view);
    m_storyPanel->setTabShown(DifferenceTab, false); // it was about another pair
    if (m_storyPanel->currentIndex() == DifferenceTab)
        m_storyPanel->setCurrentIndex(0);
}

// Every check for itself: whoever is strict does not stop at the first.
void TokensPage::showStrict(const TokenView &view)
{
    emptied(m_strict);
    for (const auto &check : view.strict) {
        const auto row =
            check.alsoXssec ? check.title : tr("%1 (CAP does not ask)").arg(check.title);
        m_strict->addWidget(
            new CheckRow(row, check.outcome, check.sentence, CheckRow::Standing::Before));
    }
    auto *note = new WrappedLabel(view.strict.empty()
                                      ? tr("Choose a service key to check with.")
                                      : tr("No leeway, strict encoding, and what CAP leaves out."));
    note->setMuted(true);
    m_strict->addWidget(note);
    m_strict->addStretch();
}

void TokensPage::showChecks(const TokenView &view)
{
    emptied(m_checks);
    using Standing = CheckRow::Standing;
    auto standing = Standing::Before;
    for (const auto &check : view.validation.checks) {
        const bool first = standing == Standing::Before && check.outcome == xsuaa::Outcome::Failed;
        m_checks->addWidget(new CheckRow(check, first ? Standing::FirstFailure : standing));
        if (first)
            standing = Standing::After;
    }
    auto *note =
        new WrappedLabel(view.validation.checks.empty()
                             ? tr("Choose a service key to see what its service would say.")
                             : tr("Not checked by CAP, though often blamed: issuer, jku."));
    note->setMuted(true);
    m_checks->addWidget(note);
    m_checks->addStretch();
}

void TokensPage::submit()
{
    const auto text = m_entry->text().trimmed();
    if (!text.isEmpty())
        Q_EMIT entered(text.toUtf8());
}

QByteArray TokensPage::currentToken() const
{
    const auto current = m_history->currentIndex();
    return current.isValid() ? m_model->at(current.row()).token.compact : QByteArray();
}

void TokensPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasText() || event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void TokensPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    QStringList files;
    for (const auto &url : event->mimeData()->urls())
        files << url.toLocalFile();
    if (files.isEmpty())
        Q_EMIT entered(event->mimeData()->text().toUtf8());
    else
        Q_EMIT filesDropped(files);
}

} // namespace tokentrail::ui
