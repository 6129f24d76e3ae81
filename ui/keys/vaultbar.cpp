// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/keys/vaultbar.h"

#include "ui/widgets/banner.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tokentrail::ui {

using Wish = VaultView::Wish;

VaultBar::VaultBar(QWidget *parent)
    : QWidget(parent)
    , m_banner(new Banner)
    , m_row(new QWidget)
    , m_passphrase(new QLineEdit)
    , m_open(new QPushButton)
{
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_passphrase->setAccessibleName(tr("Passphrase of the vault"));
    m_passphrase->setTextMargins(6, 0, 6, 0);
    m_passphrase->setMaximumWidth(360);
    auto *row = new QHBoxLayout(m_row);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_passphrase, 1);
    row->addWidget(m_open);
    row->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_banner);
    layout->addWidget(m_row);
    connect(m_banner, &Banner::actionTriggered, this, &VaultBar::tryAgainRequested);
    connect(m_open, &QPushButton::clicked, this, &VaultBar::give);
    connect(m_passphrase, &QLineEdit::returnPressed, this, &VaultBar::give);
    connect(m_passphrase, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_open->setEnabled(!text.isEmpty());
    });
    m_open->setEnabled(false);
    hide();
}

void VaultBar::setVault(const VaultView &view)
{
    setVisible(!view.sentence.isEmpty());
    if (view.sentence.isEmpty())
        return;
    m_banner->tell(
        view.tone, view.sentence, view.wish == Wish::TryAgain ? tr("Try again") : QString());
    m_row->setVisible(view.wish == Wish::NewPassphrase || view.wish == Wish::Passphrase);
    m_passphrase->setPlaceholderText(view.wish == Wish::Passphrase
                                         ? tr("The vault’s passphrase")
                                         : tr("A passphrase to keep the vault with"));
    m_open->setText(view.wish == Wish::Passphrase ? tr("Open the vault") : tr("Keep them"));
}

void VaultBar::give()
{
    if (m_passphrase->text().isEmpty())
        return;
    const Secret passphrase(m_passphrase->text());
    m_passphrase->clear();
    Q_EMIT passphraseGiven(passphrase);
}

} // namespace tokentrail::ui
