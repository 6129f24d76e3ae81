// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/colours.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace tokentrail::ui {

// One sentence across the page that stays until it is answered or dismissed; never modal.
class Banner : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);

    void tell(Tone tone, const QString &sentence, const QString &action = {});
    void dismiss();
    QString sentence() const;

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_sentence = nullptr;
    QPushButton *m_action = nullptr;
    Tone m_tone = Tone::Accent;
};

// "Copied." above the page's lower edge; goes by itself, takes no focus, is read out.
class Toast : public QFrame
{
    Q_OBJECT

public:
    explicit Toast(QWidget *parent);
    void tell(const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_sentence = nullptr;
    QTimer *m_timer = nullptr;
};

} // namespace tokentrail::ui
