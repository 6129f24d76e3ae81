// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/jsonhighlighter.h"

#include <QPlainTextEdit>

namespace tokentrail::ui {

// Text as it came, read only by default: code font, JSON or diff coloured, Tab leaves it.
class CodeView : public QPlainTextEdit
{
    Q_OBJECT

public:
    using Language = JsonHighlighter::Language;

    explicit CodeView(const QString &accessibleName, QWidget *parent = nullptr);

    void setCode(const QString &text, Language language);
    void makeFramed(); // as a field of a form

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    JsonHighlighter *m_highlighter = nullptr;
    Language m_language = Language::Plain;
};

} // namespace tokentrail::ui
