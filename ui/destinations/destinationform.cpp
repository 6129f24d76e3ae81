// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/destinations/destinationform.h"

#include "ui/destinations/notelist.h"
#include "ui/destinations/propertydelegate.h"
#include "ui/destinations/propertymodel.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/housestyle.h"
#include "ui/widgets/quiettable.h"
#include "ui/widgets/wrappedlabel.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace tokentrail::ui {

DestinationForm::DestinationForm(QWidget *parent)
    : QWidget(parent)
    , m_model(new PropertyModel(this))
{
    m_table = new QuietTable(tr("Properties"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new PropertyDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                             | QAbstractItemView::AnyKeyPressed);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setColumnWidth(PropertyModel::NameColumn, 190);
    m_table->installEventFilter(this);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 10, 8);
    layout->setSpacing(8);
    layout->addWidget(buildAdvice());
    layout->addWidget(m_table, 1);
    layout->addWidget(buildButtons());
    connect(m_model, &PropertyModel::edited, this, [this] {
        m_save->setEnabled(true);
        Q_EMIT edited();
    });
    // After the view has closed its editor.
    connect(m_model, &PropertyModel::added, this, &DestinationForm::edit, Qt::QueuedConnection);
}

QWidget *DestinationForm::buildAdvice()
{
    m_needs = new WrappedLabel;
    m_needs->setFont(scaled(font(), 1.08));
    m_notes = new NoteList;
    m_advice = new QScrollArea;
    m_advice->setFrameShape(QFrame::NoFrame);
    m_advice->setWidgetResizable(true);
    m_advice->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_advice->setAccessibleName(tr("What can be told before anything is sent"));
    auto *words = new QWidget;
    auto *column = new QVBoxLayout(words);
    column->setContentsMargins(0, 0, 6, 0);
    column->setSpacing(8);
    column->addWidget(m_needs);
    column->addWidget(m_notes);
    column->addStretch();
    m_advice->setWidget(words);
    words->setAutoFillBackground(false); // the panel below is the ground
    m_advice->viewport()->setAutoFillBackground(false);
    return m_advice;
}

QWidget *DestinationForm::buildButtons()
{
    m_save = new QPushButton(tr("&Show the change…"));
    makePrimary(m_save);
    m_call = new QPushButton(tr("Call through it"));
    m_export = new QPushButton(tr("Export…"));
    m_remove = new QPushButton(tr("Remove…"));
    makeQuiet(m_remove);
    makeQuiet(m_export);
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_save);
    row->addWidget(m_call);
    row->addStretch();
    row->addWidget(m_export);
    row->addWidget(m_remove);
    connect(m_save, &QPushButton::clicked, this, &DestinationForm::saveRequested);
    connect(m_call, &QPushButton::clicked, this, &DestinationForm::callRequested);
    connect(m_export, &QPushButton::clicked, this, &DestinationForm::exportRequested);
    connect(m_remove, &QPushButton::clicked, this, &DestinationForm::removeRequested);
    return bar;
}

void DestinationForm::show(const DestinationView &view)
{
    m_before = view.name;
    m_model->setChoices(view.choices);
    m_model->setProperties(view.properties);
    setAdvice(view.needs, view.notes);
    const bool known = !view.name.isEmpty();
    for (auto *button : {m_call, m_export, m_remove})
        button->setEnabled(known);
    m_save->setEnabled(false);
}

void DestinationForm::setAdvice(const QString &needs, const QList<DestinationNote> &notes)
{
    m_needs->setText(needs);
    m_notes->setNotes(notes);
    fitAdvice();
}

// As high as its words, but the properties keep the better half.
void DestinationForm::fitAdvice()
{
    auto *words = m_advice->widget();
    const auto wanted = words->layout()->totalHeightForWidth(m_advice->viewport()->width());
    m_advice->setFixedHeight(
        std::min(wanted, std::max(fontMetrics().lineSpacing(), height() * 45 / 100)));
}

void DestinationForm::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitAdvice();
}

void DestinationForm::edit(int row, int column)
{
    const auto cell = m_model->index(row, column);
    if (!cell.isValid() || m_table->indexWidget(cell)) // Tab has opened it already
        return;
    m_table->setCurrentIndex(cell);
    m_table->edit(cell);
}

void DestinationForm::beginWithName()
{
    m_table->setFocus(Qt::OtherFocusReason);
    edit(0, PropertyModel::ValueColumn);
}

QList<PropertyRow> DestinationForm::properties() const
{
    return m_model->properties();
}

bool DestinationForm::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Delete && m_table->currentIndex().isValid()) {
            m_model->removeAt(m_table->currentIndex().row());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tokentrail::ui
