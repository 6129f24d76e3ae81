// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/project/projectpage.h"

#include "ui/project/accesspanel.h"
#include "ui/project/descriptorpanel.h"
#include "ui/project/rowsmodel.h"
#include "ui/project/stepspanel.h"
#include "ui/project/valuespanel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/housestyle.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/quiettable.h"
#include "ui/widgets/seams.h"
#include "ui/widgets/wrappedlabel.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tokentrail::ui {

namespace {

QVBoxLayout *insetLayout(QWidget *host)
{
    auto *layout = new QVBoxLayout(host);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(8);
    return layout;
}

} // namespace

ProjectPage::ProjectPage(Seams &seams, QWidget *parent)
    : QWidget(parent)
    , m_seams(seams)
{
    setAcceptDrops(true);
    m_banner = new Banner;
    m_banner->hide();
    connect(m_banner, &Banner::actionTriggered, this, &ProjectPage::undoRequested);
    m_summary = new WrappedLabel;
    m_panel = new Panel(tr("The project"));
    m_values = new ValuesPanel;
    m_panel->addTab(m_values, tr("Authentication"));
    m_access = new AccessPanel;
    m_panel->addTab(m_access, tr("Access"));
    connect(m_access, &AccessPanel::measureWanted, this, &ProjectPage::measureWanted);
    connect(m_access, &AccessPanel::reportWanted, this, &ProjectPage::reportWanted);
    m_panel->addTab(buildFindings(), tr("Findings"));
    m_panel->addTab(buildDescriptor(), tr("xs-security.json"));
    m_steps = new StepsPanel;
    m_panel->addTab(m_steps, tr("Steps"));
    connect(m_steps, &StepsPanel::descriptorWanted, this, &ProjectPage::descriptorWanted);
    connect(m_steps, &StepsPanel::copyRequested, this, [this](const QString &command) {
        m_seams.copyText(command);
    });

    auto *filled = new QWidget;
    auto *inner = new QVBoxLayout(filled);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(10);
    inner->addWidget(m_summary);
    inner->addWidget(m_panel, 1);
    m_stack = new QStackedWidget;
    m_stack->addWidget(buildEmpty());
    m_stack->addWidget(filled);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 8);
    layout->setSpacing(10);
    layout->addWidget(buildTop());
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
}

QWidget *ProjectPage::buildTop()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_project = new ChoiceButton(tr("project"), tr("Project"));
    m_profile = new ChoiceButton(tr("in"), tr("Profile"));
    auto *open = new QPushButton(tr("Open folder …"));
    makePrimary(open);
    layout->addWidget(m_project);
    layout->addWidget(m_profile);
    layout->addStretch(1);
    layout->addWidget(open);
    m_project->hide();
    m_profile->hide();
    connect(open, &QPushButton::clicked, this, &ProjectPage::openRequested);
    connect(m_project, &ChoiceButton::chosen, this, &ProjectPage::folderGiven);
    connect(m_profile, &ChoiceButton::chosen, this, &ProjectPage::profileChosen);
    return row;
}

QWidget *ProjectPage::buildEmpty()
{
    return new EmptyState(
        tr("Open the folder of a CAP project, or drop it here.\n\n"
           "You see which authentication is effective in each profile and which file says so, who "
           "may do what in every service, where the model is open by mistake, and what is still "
           "to do until a real login works. Nothing of the folder is run."));
}

ProjectPage::Sheet
ProjectPage::makeSheet(const QString &name, const QStringList &headings, QWidget *host)
{
    Sheet sheet;
    auto *layout = qobject_cast<QVBoxLayout *>(host->layout());
    sheet.model = new RowsModel(headings, this);
    sheet.table = new QuietTable(name);
    sheet.table->setModel(sheet.model);
    sheet.table->horizontalHeader()->setStretchLastSection(false);
    sheet.detail = new WrappedLabel;
    sheet.edit = new QPushButton(tr("Show the change …"));
    sheet.copy = new QPushButton(tr("Copy the command"));
    auto *below = new QHBoxLayout;
    below->addWidget(sheet.detail, 1);
    for (auto *button : {sheet.copy, sheet.edit}) {
        makeQuiet(button);
        button->hide();
        below->addWidget(button, 0, Qt::AlignTop);
    }
    layout->addWidget(sheet.table, 1);
    layout->addLayout(below);
    connect(sheet.table, &QuietTable::currentRowChanged, this, [sheet] { showRow(sheet); });
    return sheet;
}

void ProjectPage::showRow(const Sheet &sheet)
{
    const auto current = sheet.table->currentIndex();
    const auto row = current.isValid() ? sheet.model->at(current.row()) : TableRow();
    sheet.detail->setText(row.detail);
    sheet.detail->setVisible(!row.detail.isEmpty());
    sheet.edit->setVisible(row.hasEdit);
    sheet.copy->setVisible(!row.command.isEmpty());
}

QWidget *ProjectPage::buildFindings()
{
    auto *host = new QWidget;
    insetLayout(host);
    m_findings = makeSheet(tr("Findings"), {tr("How bad"), tr("What is wrong"), tr("Where")}, host);
    connect(m_findings.edit, &QPushButton::clicked, this, [this] {
        Q_EMIT editRequested(m_findings.table->currentIndex().row());
    });
    connect(m_findings.copy, &QPushButton::clicked, this, [this] {
        m_seams.copyText(m_findings.model->at(m_findings.table->currentIndex().row()).command);
    });
    return host;
}

QWidget *ProjectPage::buildDescriptor()
{
    auto *make = new QPushButton(tr("Bring in line with the model …"));
    makeQuiet(make);
    m_panel->addCorner(make);
    m_descriptor = new DescriptorPanel;
    connect(m_descriptor, &DescriptorPanel::edited, this, &ProjectPage::descriptorEdited);
    connect(
        m_descriptor, &DescriptorPanel::saveRequested, this, &ProjectPage::descriptorSaveRequested);
    connect(make, &QPushButton::clicked, this, &ProjectPage::descriptorWanted);
    connect(
        m_panel, &Panel::currentChanged, make, [make](int index) { make->setVisible(index == 3); });
    make->hide();
    return m_descriptor;
}

void ProjectPage::setDescriptorProblems(const QList<TableRow> &rows)
{
    m_descriptor->setProblems(rows);
}

void ProjectPage::setProjects(const QList<Choice> &recent, const QString &currentFolder)
{
    m_project->setChoices(recent);
    m_project->setCurrentId(currentFolder);
    m_project->setVisible(!recent.isEmpty());
}

void ProjectPage::setProfiles(const QList<Choice> &profiles, const QString &current)
{
    m_profile->setChoices(profiles);
    m_profile->setCurrentId(current);
    m_profile->setVisible(!profiles.isEmpty());
}

void ProjectPage::setBusy(const QString &folder)
{
    m_banner->tell(Tone::Neutral, tr("Reading %1 …").arg(folder));
    m_isReading = true;
}

void ProjectPage::tell(const QString &sentence, bool bad)
{
    m_banner->tell(bad ? Tone::Error : Tone::Accent, sentence);
    m_isReading = false;
}

void ProjectPage::tellDone(const QString &sentence, bool bad)
{
    m_banner->tell(bad ? Tone::Error : Tone::Accent, sentence, tr("Undo"));
    m_isReading = false;
}

void ProjectPage::fill(Sheet &sheet, const QList<TableRow> &rows)
{
    const auto before = sheet.table->currentIndex().row();
    sheet.model->setRows(rows);
    sheet.table->resizeColumnToContents(0);
    sheet.table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    sheet.table->setColumnWidth(2, 190);
    if (!rows.isEmpty())
        sheet.table->selectRow(qBound(0, before, int(rows.size()) - 1));
    showRow(sheet); // the row may be another one in the same place
}

void ProjectPage::setProject(const ProjectView &project)
{
    if (m_isReading)
        m_banner->dismiss(); // whatever else it says stays until it is answered
    m_isReading = false;
    m_stack->setCurrentIndex(project.folder.isEmpty() ? 0 : 1);
    m_summary->setText(project.summary);
    m_values->setValues(project.values);
    fill(m_findings, project.findings);
    m_steps->setSteps(project.steps);
    m_panel->setTabTitle(2,
                         project.findings.isEmpty()
                             ? tr("Findings")
                             : tr("Findings · %1").arg(project.findings.size()));
    m_descriptor->setDescriptor(project.folder, project.descriptor, project.isDescriptorEditable);
    if (!m_descriptor->isChanged())
        m_descriptor->setProblems(project.descriptorProblems);
    m_access->setMatrix(project.matrix);
}

void ProjectPage::setMatrix(const MatrixView &matrix)
{
    m_access->setMatrix(matrix);
}

void ProjectPage::showReason(const QString &what, const QString &who, const QString &because)
{
    m_panel->setCurrentIndex(1);
    m_access->showReason(what, who, because);
}

void ProjectPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void ProjectPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    const auto urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.constFirst().isLocalFile())
        Q_EMIT folderGiven(urls.constFirst().toLocalFile());
}

} // namespace tokentrail::ui
