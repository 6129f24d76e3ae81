// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace tokentrail::ui {

// The life of a token from issue to end, with now in it, in local time.
class LifeBar : public QWidget
{
    Q_OBJECT

public:
    explicit LifeBar(QWidget *parent = nullptr);

    void
    setLife(qint64 issuedAt, qint64 expiresAt, qint64 nowSeconds); // epoch seconds, 0: not told
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double elapsed() const; // 0 … 1

    qint64 m_issuedAt = 0;
    qint64 m_expiresAt = 0;
    qint64 m_now = 0;
};

} // namespace tokentrail::ui
