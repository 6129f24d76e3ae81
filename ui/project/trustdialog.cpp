// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/project/trustdialog.h"

#include "ui/widgets/fonts.h"
#include "ui/widgets/housestyle.h"
#include "ui/widgets/wrappedlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace tokentrail::ui {

TrustDialog::TrustDialog(const QString &folder, const QString &commandLine, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Run the project's own cds?"));
    resize(620, 240);
    auto *what = new WrappedLabel(
        tr("This runs node and the code of %1 and its plugins, with all that you may do on this "
           "machine. Opening a folder never does that.")
            .arg(folder));
    auto *command = new WrappedLabel(commandLine);
    command->setFont(codeFont());
    command->setAccessibleName(tr("What is run"));
    auto *advice = new WrappedLabel(
        tr("Do that only where you know who wrote it. Trust in a folder can be taken back on the "
           "Authentication tab."));
    advice->setMuted(true);
    auto *always = new QPushButton(tr("Trust this folder and ask"));
    auto *once = new QPushButton(tr("Only once"));
    auto *cancel = new QPushButton(tr("Cancel"));
    for (auto *one : {always, once})
        one->setAutoDefault(false);
    makePrimary(cancel);
    cancel->setDefault(true);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    for (auto *one : {always, once, cancel})
        buttons->addWidget(one);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 14);
    layout->setSpacing(12);
    for (auto *one : {what, command, advice})
        layout->addWidget(one);
    layout->addStretch(1);
    layout->addLayout(buttons);
    const auto answer = [this](bool fromNowOn) {
        accept();
        Q_EMIT allowed(fromNowOn);
    };
    connect(always, &QPushButton::clicked, this, [answer] { answer(true); });
    connect(once, &QPushButton::clicked, this, [answer] { answer(false); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    cancel->setFocus();
}

} // namespace tokentrail::ui
