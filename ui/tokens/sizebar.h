// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace tokentrail::ui {

// How much of the room for headers a token takes, with the limits that one meets on the way.
class SizeBar : public QWidget
{
    Q_OBJECT

public:
    explicit SizeBar(QWidget *parent = nullptr);

    void setBytes(qsizetype bytes);
    QString inWords() const; // "1.6 kB: fits 8 kB (many proxies, Java) and 16 kB (Node)"
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    static constexpr qsizetype proxyLimit = 8 * 1024; // nginx, Tomcat, as they come
    static constexpr qsizetype nodeLimit = 16 * 1024; // --max-http-header-size, as it comes

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    qsizetype m_bytes = 0;
};

} // namespace tokentrail::ui
