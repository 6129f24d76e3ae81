// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/colours.h"

#include <QSyntaxHighlighter>
#include <QTextLayout>

namespace tokentrail::ui {

// Names, texts and numbers of JSON; names of headers and the JSON below them; lines that start
// with + and - of a diff.
class JsonHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    enum class Language { Plain, Json, Http, Diff };

    explicit JsonHighlighter(QTextDocument *document);
    void setLook(Language language, const Colours &colours);
    // The same colours for a line that is painted without a document.
    static QList<QTextLayout::FormatRange> formatsOf(QStringView line, const Colours &colours);

protected:
    void highlightBlock(const QString &text) override;

private:
    void highlightJson(const QString &text);
    void highlightHttp(const QString &text);
    void highlightDiff(const QString &text);

    Language m_language = Language::Plain;
    Colours m_colours;
};

} // namespace tokentrail::ui
