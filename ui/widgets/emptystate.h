// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace tokentrail::ui {

class WrappedLabel;

// What a page shows while there is nothing to show: what it is for, and how to begin. The first
// paragraph of the text is its heading.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(const QString &text = {}, QWidget *parent = nullptr);

    void setText(const QString &text);
    void addAction(QWidget *button); // below the text; taken over

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fit();

    WrappedLabel *m_heading = nullptr;
    WrappedLabel *m_text = nullptr;
    QVBoxLayout *m_layout = nullptr;
};

} // namespace tokentrail::ui
