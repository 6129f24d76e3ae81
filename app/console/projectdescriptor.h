// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/console/projectreader.h"
#include "app/console/workbench.h"
#include "core/cap/lint.h"
#include "ui/project/projectpage.h"

#include <QPointer>

#include <functional>

namespace tokentrail::console {

// The xs-security.json of the open project on its page: what is wrong with it while it is being
// changed, and its changes, which are offered before they are written.
class ProjectDescriptor : public QObject
{
    Q_OBJECT

public:
    using Offer =
        std::function<void(const QString &what, const cap::LintEdit &edit, const QString &diff)>;

    explicit ProjectDescriptor(Offer offer, QObject *parent = nullptr);

    void attach(ui::ProjectPage *page);
    void setFacts(const std::shared_ptr<ProjectFacts> &facts); // those that the page shows

private:
    void judge(const QString &text);
    void make(); // from the model, or what the model asks for beyond what is there
    void save(const QString &text);
    void offer(const QString &what, const QByteArray &after);

    Offer m_offer;
    QPointer<ui::ProjectPage> m_page;
    std::shared_ptr<ProjectFacts> m_facts;
};

} // namespace tokentrail::console
