// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/keys/keyspage.h"

#include "ui/keys/keymodel.h"
#include "ui/keys/vaultbar.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/housestyle.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/quiettable.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMimeData>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QUrl>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

KeysPage::KeysPage(QWidget *parent)
    : QWidget(parent)
    , m_vault(new VaultBar)
    , m_banner(new Banner)
    , m_stack(new QStackedWidget)
    , m_model(new KeyModel(this))
{
    setAcceptDrops(true);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(12);
    splitter->addWidget(buildList());
    splitter->addWidget(buildDetail());
    splitter->setSizes({520, 520});
    m_stack->addWidget(buildEmpty());
    m_stack->addWidget(splitter);
    m_banner->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 8);
    layout->setSpacing(10);
    layout->addWidget(m_vault);
    layout->addWidget(buildEntry());
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
}

QWidget *KeysPage::buildEntry()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_entry = new CodeView(tr("Paste a service key"));
    m_entry->setReadOnly(false);
    m_entry->setTextInteractionFlags(Qt::TextEditorInteraction);
    m_entry->setPlaceholderText(
        tr("Paste a key as it is: from cf or btp, VCAP_SERVICES, default-env.json, a Kubernetes "
           "secret …"));
    m_entry->setFixedHeight(58);
    m_entry->makeFramed();
    auto *keep = new QPushButton(tr("Keep the key"));
    auto *open = new QPushButton(tr("From a file…"));
    keep->setEnabled(false);
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(6);
    buttons->addWidget(keep);
    buttons->addWidget(open);
    layout->addWidget(m_entry, 1);
    layout->addLayout(buttons);
    connect(m_entry, &QPlainTextEdit::textChanged, this, [this, keep] {
        keep->setEnabled(!m_entry->toPlainText().trimmed().isEmpty());
    });
    connect(keep, &QPushButton::clicked, this, [this] {
        Q_EMIT textEntered(Secret(m_entry->toPlainText()));
    });
    connect(open, &QPushButton::clicked, this, &KeysPage::openRequested);
    return row;
}

QWidget *KeysPage::buildList()
{
    m_table = new QuietTable(tr("Keys"));
    m_table->setModel(m_model);
    auto *header = m_table->horizontalHeader();
    header->setSectionResizeMode(KeyModel::NameColumn, QHeaderView::Stretch);
    header->setMinimumSectionSize(60);
    m_table->setColumnWidth(KeyModel::ServiceColumn, 96);
    m_table->setColumnWidth(KeyModel::KindColumn, 112);
    m_table->setColumnWidth(KeyModel::LifeColumn, 96);
    connect(m_table, &QuietTable::currentRowChanged, this, &KeysPage::showCurrent);
    auto *inset = new QWidget;
    auto *margins = new QVBoxLayout(inset);
    margins->setContentsMargins(10, 2, 6, 4);
    margins->addWidget(m_table);
    auto *panel = new Panel(tr("Keys that are kept"));
    panel->addTab(inset, tr("Keys"));
    return panel;
}

QWidget *KeysPage::buildDetail()
{
    m_detail = new KeyDetail;
    auto *panel = new Panel(tr("The key"));
    panel->addTab(m_detail, tr("The key"));
    connect(
        m_detail, &KeyDetail::testRequested, this, [this] { Q_EMIT testRequested(currentKey()); });
    connect(
        m_detail, &KeyDetail::lookRequested, this, [this] { Q_EMIT lookRequested(currentKey()); });
    connect(m_detail, &KeyDetail::signInRequested, this, [this] {
        Q_EMIT signInRequested(currentKey());
    });
    connect(m_detail, &KeyDetail::removeRequested, this, [this] {
        Q_EMIT removeRequested(currentKey());
    });
    connect(m_detail, &KeyDetail::revealRequested, this, [this](const QString &member) {
        Q_EMIT revealRequested(currentKey(), member);
    });
    connect(m_detail, &KeyDetail::copyRequested, this, [this](const QString &member) {
        Q_EMIT copyRequested(currentKey(), member);
    });
    return panel;
}

QWidget *KeysPage::buildEmpty()
{
    return new EmptyState(
        tr("No key is kept yet.\n\nA service key lets this console speak to your subaccount: get "
           "one with “cf create-service-key” or “btp create services/binding”, and paste, drop or "
           "open whatever came out. It is read as it is, double wrapping and broken line breaks "
           "included, and you are told what was mended.\n\nKeys are encrypted before they are "
           "kept, and never leave this machine but to the service they belong to."));
}

void KeysPage::setVault(const VaultView &view)
{
    m_vault->setVault(view);
}

void KeysPage::setKeys(const QList<KeyView> &keys)
{
    const auto before = currentKey();
    m_model->setKeys(keys);
    m_stack->setCurrentIndex(keys.isEmpty() ? 0 : 1);
    const auto row = m_model->rowOf(before);
    if (!keys.isEmpty())
        m_table->setCurrentIndex(m_model->index(row < 0 ? 0 : row, 0));
}

void KeysPage::showKey(const QString &name)
{
    if (const auto row = m_model->rowOf(name); row >= 0)
        m_table->setCurrentIndex(m_model->index(row, 0));
}

QString KeysPage::currentKey() const
{
    const auto *key = m_model->keyAt(m_table->currentIndex().row());
    return key ? key->name : QString();
}

void KeysPage::showCurrent()
{
    if (const auto *key = m_model->keyAt(m_table->currentIndex().row()))
        m_detail->setKey(*key);
}

void KeysPage::tell(const QString &sentence, bool bad)
{
    if (sentence.isEmpty())
        m_banner->dismiss();
    else
        m_banner->tell(bad ? Tone::Error : Tone::Accent, sentence);
}

void KeysPage::clearEntry()
{
    m_entry->clear();
}

void KeysPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasText())
        event->acceptProposedAction();
}

void KeysPage::dropEvent(QDropEvent *event)
{
    QStringList files;
    for (const auto &url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            files << url.toLocalFile();
    }
    if (!files.isEmpty())
        Q_EMIT filesDropped(files);
    else if (event->mimeData()->hasText())
        Q_EMIT textEntered(Secret(event->mimeData()->text()));
    event->acceptProposedAction();
}

void KeysPage::hideEvent(QHideEvent *event)
{
    m_detail->mask();
    QWidget::hideEvent(event);
}

} // namespace tokentrail::ui
