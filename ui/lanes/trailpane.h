// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trail/hop.h"

#include <QWidget>

namespace tokentrail::ui {

class HopDetail;
class TrailView;

// The picture of a trail with the drawer of the chosen hop below it.
class TrailPane : public QWidget
{
    Q_OBJECT

public:
    explicit TrailPane(const QString &accessibleName, QWidget *parent = nullptr);

    void setTrail(const trail::Trail &trail);
    void openHop(const QString &hopId);
    bool closeHop(); // false when none was open
    TrailView *view() const { return m_view; }
    HopDetail *detail() const { return m_detail; }

private:
    TrailView *m_view = nullptr;
    HopDetail *m_detail = nullptr;
};

} // namespace tokentrail::ui
