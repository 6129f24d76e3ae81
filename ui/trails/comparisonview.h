// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/trails/trailentry.h"

#include <QWidget>

class QToolButton;

namespace tokentrail::ui {

class TrailPane;
class WrappedLabel;

// Two trails side by side, the first difference in a sentence above them; further ones by a click.
class ComparisonView : public QWidget
{
    Q_OBJECT

public:
    explicit ComparisonView(QWidget *parent = nullptr);

    void setPair(const TrailPair &pair);
    QString sentence() const;
    bool closeHop();

private:
    QWidget *makeSide(const QString &name, TrailPane *&pane, WrappedLabel *&title);
    void showDifference(qsizetype index);

    TrailPair m_pair;
    qsizetype m_index = 0;
    WrappedLabel *m_sentence = nullptr;
    WrappedLabel *m_preface = nullptr;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    WrappedLabel *m_firstTitle = nullptr;
    WrappedLabel *m_secondTitle = nullptr;
    TrailPane *m_first = nullptr;
    TrailPane *m_second = nullptr;
};

} // namespace tokentrail::ui
