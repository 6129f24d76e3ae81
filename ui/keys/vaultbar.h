// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/secret.h"
#include "ui/keys/keysvalues.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace tokentrail::ui {

class Banner;

// How the vault stands, and what the user can do about it: try the keychain again, or give a
// passphrase. Hidden while the vault is open.
class VaultBar : public QWidget
{
    Q_OBJECT

public:
    explicit VaultBar(QWidget *parent = nullptr);

    void setVault(const VaultView &view);

Q_SIGNALS:
    void tryAgainRequested();
    void passphraseGiven(const tokentrail::Secret &passphrase);

private:
    void give();

    Banner *m_banner = nullptr;
    QWidget *m_row = nullptr;
    QLineEdit *m_passphrase = nullptr;
    QPushButton *m_open = nullptr;
};

} // namespace tokentrail::ui
