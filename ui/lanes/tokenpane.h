// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trail/hop.h"

#include <QWidget>

class QTableView;

namespace tokentrail::ui {

class Chip;
class ClaimModel;
class WrappedLabel;

// One token of a hop: whose it is, in a sentence, and its claims beside those of the token before.
class TokenPane : public QWidget
{
    Q_OBJECT

public:
    explicit TokenPane(QWidget *parent = nullptr);

    void setToken(const trail::Trail &trail, const trail::Hop &hop, int tokenIndex);

private:
    void tellBefore(const trail::Trail &trail, const trail::Hop &hop, int tokenIndex);

    Chip *m_chip = nullptr;
    WrappedLabel *m_role = nullptr;
    WrappedLabel *m_story = nullptr;
    WrappedLabel *m_before = nullptr;
    QTableView *m_claims = nullptr;
    ClaimModel *m_model = nullptr;
};

} // namespace tokentrail::ui
