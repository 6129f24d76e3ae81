// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trail/hop.h"

#include <QWidget>

class QStackedWidget;

namespace tokentrail::ui {

class CodeView;
class TabStrip;
class TokenPane;
class WrappedLabel;

// The drawer under the trail: one hop with its tokens, its request and its response.
class HopDetail : public QWidget
{
    Q_OBJECT

public:
    explicit HopDetail(QWidget *parent = nullptr);

    void setHop(const trail::Trail &trail, const QString &hopId);
    QString hopId() const { return m_hopId; }

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void rebuildTabs(const trail::Hop &hop);
    void showTab(int index);

    trail::Trail m_trail;
    QString m_hopId;
    WrappedLabel *m_title = nullptr;
    WrappedLabel *m_facts = nullptr;
    TabStrip *m_tabs = nullptr;
    QStackedWidget *m_pages = nullptr;
    TokenPane *m_token = nullptr;
    CodeView *m_text = nullptr;
};

} // namespace tokentrail::ui
