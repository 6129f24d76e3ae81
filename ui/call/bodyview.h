// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/largetextview.h"

#include <QByteArray>
#include <QStackedWidget>

namespace tokentrail::ui {

class CodeView;

// The body of a response. Up to a megabyte it is coloured text; a larger one is indented beside
// the window and drawn line by line.
class BodyView : public QStackedWidget
{
    Q_OBJECT

public:
    explicit BodyView(QWidget *parent = nullptr);

    void setNote(const QString &text); // instead of a body
    void setBody(const QByteArray &body, bool raw);
    CodeView *codeView() const { return m_code; }
    LargeTextView *largeView() const { return m_large; }

Q_SIGNALS:
    void copyRequested(const QString &text);
    void shown(); // a large body can be read now

private:
    void indent(const QByteArray &body);
    void showLarge(const QByteArray &text, LargeTextView::Language language);

    CodeView *m_code = nullptr;
    LargeTextView *m_large = nullptr;
    int m_asked = 0; // what is late belongs to a body that is gone
};

} // namespace tokentrail::ui
