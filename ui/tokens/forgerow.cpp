// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/tokens/forgerow.h"

#include "ui/widgets/wrappedlabel.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace tokentrail::ui {

ForgeRow::ForgeRow(QWidget *parent)
    : QWidget(parent)
    , m_user(new ChoiceButton(tr("for"), tr("Whose token to make")))
    , m_defect(new ChoiceButton(tr("defect"), tr("What is wrong with it")))
{
    auto *words = new WrappedLabel(tr("Make one that is wrong on purpose:"));
    words->setMuted(true);
    words->setWordWrap(false);
    m_defect->setDetailShown(false);
    auto *make = new QPushButton(tr("Make it"));
    make->setToolTip(tr("Signed with the sandbox’s key: worth nothing anywhere else"));
    make->setAccessibleDescription(make->toolTip());
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(2, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(words);
    layout->addWidget(m_defect);
    layout->addWidget(m_user);
    layout->addWidget(make);
    layout->addStretch();
    hide();
    connect(make, &QPushButton::clicked, this, [this] {
        Q_EMIT defectRequested(m_defect->currentId(), m_user->currentId());
    });
}

void ForgeRow::setDefects(const QList<Choice> &defects, const QList<Choice> &users)
{
    m_defect->setChoices(defects);
    m_user->setChoices(users);
    if (m_defect->currentId().isEmpty() && !defects.isEmpty())
        m_defect->setCurrentId(defects.constFirst().id);
    if (m_user->currentId().isEmpty() && !users.isEmpty())
        m_user->setCurrentId(users.constFirst().id);
    setVisible(!defects.isEmpty());
}

} // namespace tokentrail::ui
