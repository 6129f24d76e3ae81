// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/sandbox/scenariolist.h"

#include "ui/widgets/colours.h"
#include "ui/widgets/fonts.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

namespace tokentrail::ui {

namespace {
constexpr int idRole = Qt::UserRole; // empty for groups
constexpr int wordsRole = Qt::UserRole + 1; // what the filter looks through

class RoomyRows : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(0, 8);
    }
};

} // namespace

ScenarioList::ScenarioList(QWidget *parent)
    : QWidget(parent)
    , m_filter(new QLineEdit)
    , m_tree(new QTreeView)
    , m_model(new QStandardItemModel(this))
    , m_proxy(new QSortFilterProxyModel(this))
{
    m_filter->setPlaceholderText(tr("Filter: a word, or what you saw"));
    m_filter->setAccessibleName(tr("Filter of scenarios"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setTextMargins(4, 0, 4, 0);
    m_proxy->setSourceModel(m_model);
    m_proxy->setRecursiveFilteringEnabled(true);
    m_proxy->setFilterRole(wordsRole);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_tree->setModel(m_proxy);
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setItemDelegate(new RoomyRows(m_tree));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setIndentation(14);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->setAccessibleName(tr("Broken scenarios"));
    softenSelection(m_tree);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_filter);
    layout->addWidget(m_tree, 1);

    setFocusProxy(m_tree);
    m_filter->installEventFilter(this);
    connect(m_filter, &QLineEdit::textChanged, this, &ScenarioList::filter);
    connect(m_filter, &QLineEdit::returnPressed, this, &ScenarioList::enterList);
    connect(m_tree->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            [this](const QModelIndex &current) {
                const auto id = current.data(idRole).toString();
                if (!id.isEmpty())
                    Q_EMIT chosen(id);
            });
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex &index) {
        const auto id = index.data(idRole).toString();
        if (!id.isEmpty())
            Q_EMIT activated(id);
    });
}

void ScenarioList::setScenarios(const QList<ScenarioView> &scenarios)
{
    m_model->clear();
    QStandardItem *group = nullptr;
    for (const auto &scenario : scenarios) {
        if (!group || group->text() != scenario.group) {
            group = new QStandardItem(scenario.group);
            group->setFont(semiBold(font()));
            group->setFlags(Qt::ItemIsEnabled);
            m_model->appendRow(group);
        }
        auto *item = new QStandardItem(scenario.title);
        item->setData(scenario.id, idRole);
        item->setData(
            QStringList{scenario.title, scenario.symptom, scenario.finding, scenario.id}.join(
                QLatin1Char('\n')),
            wordsRole);
        item->setToolTip(scenario.symptom);
        group->appendRow(item);
    }
    m_tree->expandAll();
}

QModelIndex ScenarioList::firstScenario() const
{
    return m_proxy->index(0, 0, m_proxy->index(0, 0)); // of the first group
}

// What is in sight beside the list is always one that is in the list.
void ScenarioList::filter(const QString &text)
{
    m_proxy->setFilterFixedString(text);
    m_tree->expandAll();
    if (!m_tree->currentIndex().data(idRole).toString().isEmpty())
        return;
    const auto first = firstScenario();
    if (first.isValid())
        m_tree->setCurrentIndex(first);
    else
        Q_EMIT chosen({});
}

void ScenarioList::enterList()
{
    if (firstScenario().isValid())
        m_tree->setFocus(Qt::OtherFocusReason);
}

bool ScenarioList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down) {
        enterList();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ScenarioList::choose(const QString &id)
{
    const auto found =
        m_model->match(m_model->index(0, 0), idRole, id, 1, Qt::MatchExactly | Qt::MatchRecursive);
    if (!found.isEmpty())
        m_tree->setCurrentIndex(m_proxy->mapFromSource(found.constFirst()));
}

} // namespace tokentrail::ui
