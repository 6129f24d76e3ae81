// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/secret.h"

#include <QObject>
#include <QUrl>

#include <functional>

class QTimer;
class QWidget;

namespace tokentrail::ui {

// Clipboard and file dialogs behind a seam that tests can answer.
class Seams : public QObject
{
    Q_OBJECT

public:
    explicit Seams(QObject *parent = nullptr);

    // Redacted, whoever made the text: what is copied is pasted into tickets and chats.
    void copyText(const QString &text);
    void copyUnchanged(const QString &text); // for what is no secret and looks like one
    // Leaves the clipboard after clearAfterMs, unless something else was copied meanwhile.
    void copySecret(const Secret &secret);

    // answer gets the chosen file, or an empty text when the user changed their mind.
    virtual void askSaveFile(QWidget *parent,
                             const QString &title,
                             const QString &suggestion,
                             const QString &filter,
                             const std::function<void(const QString &file)> &answer);

    virtual void askOpenFile(QWidget *parent,
                             const QString &title,
                             const QString &filter,
                             const std::function<void(const QString &file)> &answer);

    virtual void askFolder(QWidget *parent,
                           const QString &title,
                           const QString &from,
                           const std::function<void(const QString &folder)> &answer);

    virtual void openUrl(const QUrl &url); // with the system's browser

    static constexpr int clearAfterMs = 10'000;

Q_SIGNALS:
    void copied(bool isSecret);

protected:
    virtual void putText(const QString &text);
    virtual void putSecret(const Secret &secret);

private:
    void clearSecret();

    QTimer *m_clearing = nullptr;
    QByteArray m_copied; // SHA-256 of the secret, to see whether it is still there
};

} // namespace tokentrail::ui
