// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/commandpalette.h"

#include "ui/widgets/colours.h"
#include "ui/widgets/wrappedlabel.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QRegularExpression>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

namespace {

QString plainText(const QAction &action)
{
    return action.text().remove(u'&');
}

} // namespace

CommandPalette::CommandPalette(QWidget *window)
    : Sheet(tr("Commands"), window)
    , m_filter(new QLineEdit(card()))
    , m_nothing(new WrappedLabel(tr("No command has these letters in this order."), card()))
    , m_list(new QListView(card()))
    , m_model(new QStandardItemModel(this))
    , m_proxy(new QSortFilterProxyModel(this))
{
    m_filter->setPlaceholderText(tr("A few letters of what you want to do"));
    m_filter->setAccessibleName(tr("Find a command"));
    m_filter->installEventFilter(this);
    m_proxy->setSourceModel(m_model);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setModel(m_proxy);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setAccessibleName(tr("Commands"));
    m_list->setUniformItemSizes(true);
    m_list->setSpacing(2);
    m_list->setMinimumHeight(300);
    softenSelection(m_list);
    m_nothing->setMuted(true);
    m_nothing->hide();
    body()->addWidget(m_filter);
    body()->addWidget(m_nothing);
    body()->addWidget(m_list, 1);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        // Letters in order, with anything between: "exsv" finds "Export as SVG".
        QStringList letters;
        for (const auto &letter : text)
            letters << QRegularExpression::escape(QString(letter));
        m_proxy->setFilterRegularExpression(
            QRegularExpression(letters.join(u".*"_s), QRegularExpression::CaseInsensitiveOption));
        m_list->setCurrentIndex(m_proxy->index(0, 0));
        m_nothing->setVisible(m_proxy->rowCount() == 0);
    });
    connect(m_list, &QListView::activated, this, &CommandPalette::run);
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
}

void CommandPalette::setCommands(const QList<QAction *> &commands)
{
    m_commands = commands;
}

void CommandPalette::openFresh()
{
    m_model->clear();
    for (qsizetype i = 0; i < m_commands.size(); ++i) {
        const auto *action = m_commands.at(i);
        if (!action->isEnabled())
            continue;
        const auto keys = action->shortcut().toString(QKeySequence::NativeText);
        auto *item = new QStandardItem(
            keys.isEmpty() ? plainText(*action) : tr("%1   (%2)").arg(plainText(*action), keys));
        item->setData(static_cast<int>(i));
        m_model->appendRow(item);
    }
    m_filter->clear();
    m_list->setCurrentIndex(m_proxy->index(0, 0));
    open();
    m_filter->setFocus();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_filter || event->type() != QEvent::KeyPress)
        return Sheet::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const auto row = m_list->currentIndex().row();
    switch (key->key()) {
    case Qt::Key_Down:
        m_list->setCurrentIndex(m_proxy->index(qMin(row + 1, m_proxy->rowCount() - 1), 0));
        return true;
    case Qt::Key_Up:
        m_list->setCurrentIndex(m_proxy->index(qMax(row - 1, 0), 0));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run(m_list->currentIndex());
        return true;
    default:
        return false;
    }
}

void CommandPalette::run(const QModelIndex &index)
{
    if (!index.isValid() || !isVisible())
        return;
    auto *action = m_commands.at(index.data(Qt::UserRole + 1).toInt());
    dismiss();
    action->trigger();
}

} // namespace tokentrail::ui
