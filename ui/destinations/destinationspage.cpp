// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/destinations/destinationspage.h"

#include "ui/destinations/destinationform.h"
#include "ui/destinations/destinationmodel.h"
#include "ui/destinations/notelist.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/housestyle.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/quiettable.h"
#include "ui/widgets/wrappedlabel.h"

#include <QDragEnterEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

DestinationsPage::DestinationsPage(QWidget *parent)
    : QWidget(parent)
    , m_model(new DestinationModel(this))
    , m_shown(new QSortFilterProxyModel(this))
{
    setAcceptDrops(true);
    m_shown->setSourceModel(m_model);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_shown->setFilterKeyColumn(-1);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(12);
    splitter->addWidget(buildList());
    splitter->addWidget(buildDetail());
    splitter->setSizes({620, 420});
    splitter->setStretchFactor(0, 1);
    m_empty = new EmptyState(tr("Reading the destinations."));
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(splitter);
    m_banner = new Banner;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 8);
    layout->setSpacing(10);
    layout->addWidget(buildTop());
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
}

QWidget *DestinationsPage::buildTop()
{
    m_service = new ChoiceButton(tr("of"), tr("Destination service"));
    m_filter = new QLineEdit;
    m_filter->setPlaceholderText(tr("Filter by name, type or URL"));
    m_filter->setAccessibleName(tr("Filter of destinations"));
    m_filter->setTextMargins(6, 0, 6, 0);
    auto *key = new QPushButton(tr("Open a key…"));
    auto *refresh = new QPushButton(tr("Read again"));
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_service);
    layout->addWidget(key);
    layout->addWidget(m_filter, 1);
    layout->addWidget(refresh);
    connect(m_service, &ChoiceButton::chosen, this, [this](const QString &id) {
        m_isNew = false; // it was begun for another service
        Q_EMIT serviceChosen(id);
    });
    connect(key, &QPushButton::clicked, this, &DestinationsPage::openKeyRequested);
    connect(refresh, &QPushButton::clicked, this, &DestinationsPage::refreshRequested);
    connect(
        m_filter, &QLineEdit::textChanged, m_shown, &QSortFilterProxyModel::setFilterFixedString);
    return row;
}

QWidget *DestinationsPage::buildList()
{
    m_table = new QuietTable(tr("Destinations"));
    m_table->setModel(m_shown);
    m_table->setWidths({136, 184, 84, 140}, DestinationModel::UrlColumn); // the form shows it
    connect(m_table, &QuietTable::currentRowChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            Q_EMIT chosen(currentName());
    });
    auto *add = new QPushButton(tr("New"));
    auto *import = new QPushButton(tr("Import…"));
    for (auto *button : {add, import})
        makeQuiet(button);
    connect(add, &QPushButton::clicked, this, [this] {
        m_table->setCurrentIndex({});
        m_isNew = true;
        Q_EMIT newRequested();
        m_form->beginWithName();
    });
    connect(import, &QPushButton::clicked, this, &DestinationsPage::importRequested);
    auto *inset = new QWidget;
    auto *margins = new QVBoxLayout(inset);
    margins->setContentsMargins(10, 2, 6, 4);
    margins->addWidget(m_table);
    auto *panel = new Panel(tr("Destinations"));
    panel->addTab(inset, tr("Destinations"));
    panel->addCorner(import);
    panel->addCorner(add);
    return panel;
}

QWidget *DestinationsPage::buildDetail()
{
    m_form = new DestinationForm;
    connect(m_form, &DestinationForm::edited, this, &DestinationsPage::edited);
    connect(m_form, &DestinationForm::saveRequested, this, &DestinationsPage::saveRequested);
    connect(m_form, &DestinationForm::removeRequested, this, [this] {
        Q_EMIT removeRequested(m_form->before());
    });
    connect(m_form, &DestinationForm::exportRequested, this, [this] {
        Q_EMIT exportRequested(m_form->before());
    });
    connect(m_form, &DestinationForm::callRequested, this, [this] {
        Q_EMIT callRequested(m_form->before());
    });
    auto *panel = new Panel(tr("The destination"));
    panel->addTab(m_form, tr("Properties"));
    panel->addTab(buildChecks(), tr("Checks"));
    return panel;
}

QWidget *DestinationsPage::buildChecks()
{
    m_session = new ChoiceButton(tr("as"), tr("Who calls"));
    m_session->setDetailShown(false);
    m_path = new QLineEdit;
    m_path->setPlaceholderText(tr("path below the URL, e.g. that of a service"));
    m_path->setAccessibleName(tr("Path to ask the target for"));
    m_path->setTextMargins(6, 0, 6, 0);
    m_check = new QPushButton(tr("Check"));
    makePrimary(m_check);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_session);
    row->addWidget(m_path, 1);
    row->addWidget(m_check);
    m_checkHeading = new WrappedLabel;
    m_checks = new NoteList;
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(tr("What the checks proved"));
    auto *inner = new QWidget;
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 6, 0);
    column->addWidget(m_checkHeading);
    column->addWidget(m_checks);
    column->addStretch();
    area->setWidget(inner);
    inner->setAutoFillBackground(false); // the panel below is the ground
    area->viewport()->setAutoFillBackground(false);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(12, 10, 10, 8);
    layout->addLayout(row);
    layout->addWidget(area, 1);
    const auto check = [this] {
        Q_EMIT checkRequested(m_form->before(), sessionToCheckAs(), pathToCheck());
    };
    connect(m_check, &QPushButton::clicked, this, check);
    connect(m_path, &QLineEdit::returnPressed, this, check);
    return page;
}

void DestinationsPage::setServices(const QList<Choice> &services, const QString &currentId)
{
    if (currentId != m_service->currentId())
        m_isNew = false;
    m_service->setChoices(services);
    m_service->setCurrentId(currentId);
    m_service->setVisible(!services.isEmpty());
}

void DestinationsPage::setSessions(const QList<Choice> &sessions, const QString &currentId)
{
    const auto current = m_session->currentId();
    m_session->setChoices(sessions);
    m_session->setCurrentId(current.isEmpty() ? currentId : current);
}

void DestinationsPage::setRows(const QList<DestinationRow> &rows)
{
    const auto current = currentName();
    m_model->setRows(rows);
    m_stack->setCurrentIndex(1);
    if (!m_isNew) // what is being typed is not swept away
        select(current);
}

void DestinationsPage::setEmptyText(const QString &text)
{
    m_empty->setText(text);
    m_stack->setCurrentIndex(0);
}

void DestinationsPage::showDestination(const DestinationView &view)
{
    m_isNew = m_isNew && view.name.isEmpty();
    m_form->show(view);
    m_check->setEnabled(!view.name.isEmpty());
    setChecks({}, {});
}

void DestinationsPage::setAdvice(const QString &needs, const QList<DestinationNote> &notes)
{
    m_form->setAdvice(needs, notes);
}

void DestinationsPage::setChecks(const QString &heading, const QList<DestinationNote> &checks)
{
    m_checkHeading->setMuted(true);
    m_checkHeading->setText(
        heading.isEmpty() ? tr("One call is made through the destination. Each line then says what "
                               "it proves, and what was not looked at.")
                          : heading);
    m_checks->setNotes(checks);
}

void DestinationsPage::select(const QString &name)
{
    if (m_model->rowCount() == 0)
        return;
    const auto row = std::max(0, m_model->rowOf(name));
    auto index = m_shown->mapFromSource(m_model->index(row, 0));
    if (!index.isValid())
        index = m_shown->index(0, 0);
    m_table->setCurrentIndex(index);
}

void DestinationsPage::tell(const QString &sentence, bool bad)
{
    m_banner->tell(bad ? Tone::Error : Tone::Accent, sentence);
}

QString DestinationsPage::currentName() const
{
    const auto current = m_shown->mapToSource(m_table->currentIndex());
    return current.isValid() ? m_model->at(current.row()).name : QString();
}

QString DestinationsPage::sessionToCheckAs() const
{
    return m_session->currentId();
}

QString DestinationsPage::pathToCheck() const
{
    return m_path->text().trimmed();
}

void DestinationsPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void DestinationsPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    QStringList files;
    for (const auto &url : event->mimeData()->urls())
        files << url.toLocalFile();
    Q_EMIT filesDropped(files);
}

} // namespace tokentrail::ui
