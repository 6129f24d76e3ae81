// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/lanes/trailpane.h"

#include "ui/lanes/hopdetail.h"
#include "ui/lanes/trailview.h"

#include <QVBoxLayout>

namespace tokentrail::ui {

TrailPane::TrailPane(const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_view(new TrailView(this))
    , m_detail(new HopDetail(this))
{
    m_view->setAccessibleName(accessibleName);
    m_detail->hide();
    m_detail->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_detail->setMinimumHeight(190);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_view, 2);
    layout->addWidget(m_detail, 1);
    connect(m_view, &TrailView::hopOpened, this, &TrailPane::openHop);
    connect(m_view, &TrailView::hopSelected, this, [this](const QString &hopId) {
        if (hopId.isEmpty())
            closeHop();
        else if (m_detail->isVisible() || m_view->underMouse())
            openHop(hopId);
    });
    connect(m_detail, &HopDetail::closed, this, &TrailPane::closeHop);
}

void TrailPane::setTrail(const trail::Trail &trail)
{
    closeHop();
    m_view->setTrail(trail);
}

void TrailPane::openHop(const QString &hopId)
{
    if (!m_view->trail().hop(hopId))
        return;
    m_detail->setHop(m_view->trail(), hopId);
    m_detail->show();
    m_view->selectHop(hopId);
}

bool TrailPane::closeHop()
{
    if (!m_detail->isVisible())
        return false;
    const auto hadFocus = m_detail->isAncestorOf(focusWidget());
    m_detail->hide();
    if (hadFocus)
        m_view->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace tokentrail::ui
