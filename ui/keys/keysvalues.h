// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/colours.h"

#include <QList>
#include <QString>

namespace tokentrail::ui {

// One member of a key's credentials; a secret one stands there as dots until it is asked for.
struct KeyMemberView
{
    QString name;
    QString value; // empty for secrets
    bool secret = false;
};

struct KeyNoteView
{
    Tone tone = Tone::Neutral;
    QString title;
    QString sentence;
};

struct KeyView
{
    QString name;
    QString service; // "xsuaa"
    QString kind; // "binding-secret"
    QString life; // "12 days left"; empty where it has no end
    bool bad = false; // expired, or refused
    QString from; // "added today from default-env.json"
    QList<KeyMemberView> members;
    QList<KeyNoteView> notes; // what is wrong with it, what was mended
    QStringList chain; // of an X.509 key, a certificate a line
    QStringList uses;
    QList<KeyNoteView> proofs; // of the last trial
};

// How the vault stands, where that is worth a word.
struct VaultView
{
    enum class Wish { None, TryAgain, NewPassphrase, Passphrase };
    QString sentence; // empty: it is open
    Tone tone = Tone::Neutral;
    Wish wish = Wish::None;
};

} // namespace tokentrail::ui
