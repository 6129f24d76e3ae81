// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/tokens/tokenview.h"

#include <QScrollArea>

class QVBoxLayout;

namespace tokentrail::ui {

class LifeBar;
class SizeBar;
class WrappedLabel;

// A token in plain words, raw values below them.
class StoryView : public QScrollArea
{
    Q_OBJECT

public:
    explicit StoryView(QWidget *parent = nullptr);

    void show(const TokenView &view);
    using QWidget::show;

private:
    void addStatement(const xsuaa::TokenStatement &statement);

    WrappedLabel *m_headline = nullptr;
    LifeBar *m_life = nullptr;
    SizeBar *m_size = nullptr;
    QVBoxLayout *m_statements = nullptr;
};

} // namespace tokentrail::ui
