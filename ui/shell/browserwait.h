// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QUrl>
#include <QWidget>

class QLineEdit;

namespace tokentrail::ui {

class WrappedLabel;

// While a person logs in with a browser: the URL to copy, and how long it is waited for.
class BrowserWait : public QWidget
{
    Q_OBJECT

public:
    explicit BrowserWait(QWidget *parent = nullptr);

    void begin(const QUrl &url, const QString &redirectUri);
    void beginWindow(); // of our own, which needs no URL
    void tell(const QString &progress); // what the window met; empty: nothing to say
    void setSecondsLeft(int seconds);

Q_SIGNALS:
    void begun();
    void copyRequested(const QString &text);
    void openRequested(const QUrl &url); // once more

private:
    WrappedLabel *m_told = nullptr;
    WrappedLabel *m_progress = nullptr;
    QWidget *m_row = nullptr;
    QLineEdit *m_url = nullptr;
    QUrl m_target;
    QString m_redirectUri;
};

} // namespace tokentrail::ui
