// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/projectdesk.h"

#include "app/console/projectapprouter.h"
#include "app/console/projectbinding.h"
#include "app/console/projectdescriptor.h"
#include "app/console/projectedits.h"
#include "app/console/projectowncds.h"
#include "app/console/projectview.h"
#include "core/cap/projectaccess.h"
#include "core/text/editfile.h"
#include "ui/widgets/diffdialog.h"
#include "ui/widgets/seams.h"

#include <QDir>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QTimer>

namespace tokentrail::console {

using namespace Qt::StringLiterals;

namespace {

constexpr int settlingMs = 200;

QStringList watchedFiles()
{
    return QStringList{u"package.json"_s,
                       u".cdsrc.json"_s,
                       u".cdsrc.yaml"_s,
                       u".cdsrc-private.json"_s,
                       u".env"_s,
                       u"default-env.json"_s,
                       u"xs-security.json"_s,
                       u"server.js"_s,
                       u"srv"_s,
                       u"gen"_s}
    + cap::modelFiles();
}

} // namespace

ProjectDesk::ProjectDesk(Workbench &bench, const QString &settingsFile, QObject *parent)
    : QObject(parent)
    , m_bench(bench)
    , m_watcher(new QFileSystemWatcher(this))
    , m_settling(new QTimer(this))
    , m_descriptor(new ProjectDescriptor(
          bench.seams(),
          settingsFile,
          [this](const QString &what, const cap::LintEdit &edit, const QString &diff) {
              offer(what, edit, diff);
          },
          this))
    , m_edits(new ProjectEdits(this))
    , m_binding(new ProjectBinding(bench, *m_edits, this))
    , m_approuter(new ProjectApprouter(bench, *m_edits, *m_binding, this))
    , m_ownCds(new ProjectOwnCds(settingsFile, this))
{
    connect(m_edits, &ProjectEdits::changed, this, &ProjectDesk::read);
    bench.window().addPage(tr("Project"), 9, [this] { return makePage(); });
    bench.projects().keepIn(settingsFile);
    connect(&bench.projects(), &ProjectFolders::opened, this, &ProjectDesk::load);
    m_settling->setSingleShot(true);
    m_settling->setInterval(settlingMs);
    connect(m_settling, &QTimer::timeout, this, &ProjectDesk::read);
    const auto changed = [this] {
        m_settling->start();
    };
    connect(m_watcher, &QFileSystemWatcher::fileChanged, this, changed);
    connect(m_watcher, &QFileSystemWatcher::directoryChanged, this, changed);
}

ProjectDesk::~ProjectDesk() = default;

QWidget *ProjectDesk::makePage()
{
    m_page = new ui::ProjectPage(m_bench.seams());
    connect(m_page, &ui::ProjectPage::openRequested, this, &ProjectDesk::askForFolder);
    connect(m_page, &ui::ProjectPage::folderGiven, this, &ProjectDesk::open);
    connect(m_page, &ui::ProjectPage::editRequested, this, &ProjectDesk::showEdit);
    connect(m_page, &ui::ProjectPage::measureWanted, this, &ProjectDesk::askWhomToMeasure);
    connect(m_page, &ui::ProjectPage::reportWanted, this, &ProjectDesk::copyReport);
    m_descriptor->attach(m_page);
    m_edits->attach(m_page);
    m_binding->attach(m_page);
    m_approuter->attach(m_page);
    m_ownCds->attach(m_page);
    connect(m_page, &ui::ProjectPage::profileChosen, this, [this](const QString &profile) {
        m_profile = profile;
        prepareMatrix();
        show();
        Q_EMIT predictionsChanged();
    });
    show();
    return m_page;
}

void ProjectDesk::askForFolder()
{
    const auto from = m_folder.isEmpty() ? QDir::homePath() : m_folder;
    m_bench.seams().askFolder(
        m_page, tr("Open the folder of a CAP project"), from, [this](const QString &folder) {
            if (!folder.isEmpty())
                open(folder);
        });
}

void ProjectDesk::open(const QString &given)
{
    if (!m_bench.projects().open(given) && m_page)
        m_page->tell(tr("%1 is no folder.").arg(given), true);
}

void ProjectDesk::load(const QString &folder)
{
    if (folder != m_folder)
        m_edits->forget();
    m_folder = folder;
    m_binding->setFolder(folder);
    if (m_page)
        m_page->setBusy(folder);
    read();
}

void ProjectDesk::read()
{
    if (m_reader || m_folder.isEmpty()) {
        if (m_reader)
            m_settling->start(); // once more when this one is done
        return;
    }
    m_reader = new ProjectReader(m_folder, this);
    connect(m_reader, &ProjectReader::finished, this, &ProjectDesk::take);
    m_reader->start();
}

void ProjectDesk::take(const std::shared_ptr<ProjectFacts> &facts)
{
    m_reader->deleteLater();
    m_reader.clear();
    if (facts->folder != m_folder)
        return read(); // another folder was opened meanwhile
    m_facts = facts;
    m_descriptor->setFacts(facts);
    m_approuter->setFacts(facts);
    watch();
    prepareMatrix();
    show();
    Q_EMIT shown();
    Q_EMIT predictionsChanged();
}

void ProjectDesk::watch()
{
    if (const auto watched = m_watcher->files() + m_watcher->directories(); !watched.isEmpty())
        m_watcher->removePaths(watched);
    m_watcher->addPath(m_folder);
    for (const auto &name : watchedFiles()) {
        const auto path = QDir(m_folder).filePath(name);
        if (QFileInfo::exists(path))
            m_watcher->addPath(path);
    }
}

void ProjectDesk::show()
{
    if (!m_page)
        return;
    m_page->setProjects(m_bench.projects().recent(), m_folder);
    if (!m_facts)
        return;
    m_page->setProfiles({{u"development"_s, tr("development"), {}, {}},
                         {u"hybrid"_s, tr("hybrid"), {}, {}},
                         {u"production"_s, tr("production"), {}, {}}},
                        m_profile);
    auto view = viewOf(*m_facts, m_profile);
    m_binding->addStartCommand(view);
    view.matrix = matrixView();
    m_page->setProject(view);
    m_ownCds->setFacts(m_facts, m_profile);
    m_descriptor->retell();
}

void ProjectDesk::prepareMatrix()
{
    delete m_measuring; // it needs the table
    m_measurement.reset();
    m_table.reset();
    m_model.reset();
    const auto env = m_facts->envs.find(m_profile);
    if (!m_facts->csn || env == m_facts->envs.end())
        return;
    const auto version = cap::cdsVersionOf(m_folder) == 9 ? 9 : 10;
    const auto access = cap::projectAccess(env->second, version, m_bench.clock().nowSeconds());
    m_users = access.users;
    m_credentials = env->second.value(u"requires.auth.credentials"_s).value_or(text::Json());
    m_model = std::make_shared<cap::AccessModel>(
        *m_facts->csn, access.options, &m_users, nullptr, &m_credentials);
    m_table = std::make_shared<cap::AccessTable>(*m_model, &m_users);
}

ui::MatrixView ProjectDesk::matrixView() const
{
    ui::MatrixView view;
    if (!m_table) {
        view.note = !m_facts->csn ? m_facts->csnProblem : m_facts->envProblem;
        if (view.note.isEmpty())
            view.note =
                tr("The model is not compiled, so nobody can tell who may do what. In the project: "
                   "cds compile srv --to json > gen/csn.json");
        return view;
    }
    for (const auto &row : m_table->rows())
        view.rows << row.name();
    for (const auto &column : m_table->columns())
        view.callers << column.name;
    view.note = tr("Predicted from the compiled model for the profile %1; handlers in code are "
                   "not read. Choose a cell to see why.")
                    .arg(m_profile);
    view.cell = [facts = m_facts, model = m_model, table = m_table, measured = m_measurement](
                    int row, int caller) {
        const auto &what = table->rows()[size_t(row)];
        auto cell = cellOf(table->cell(size_t(row), size_t(caller)), what.hasHandlers);
        if (measured)
            addMeasured(cell,
                        measured->cells[size_t(row) * table->columns().size() + size_t(caller)]);
        return cell;
    };
    return view;
}

std::optional<Prediction> ProjectDesk::predictionFor(const ui::CallDraft &draft) const
{
    return m_model ? predict(*m_model, draft, m_bench.sessions().find(draft.session))
                   : std::nullopt;
}

void ProjectDesk::showReason(const Prediction &prediction)
{
    m_bench.window().showPage(9);
    if (m_page)
        m_page->showReason(prediction.what, prediction.who, prediction.because);
}

void ProjectDesk::showEdit(int index)
{
    if (!m_facts || index < 0 || index >= int(m_facts->lint.findings.size()))
        return;
    const auto &finding = m_facts->lint.findings[size_t(index)];
    if (finding.edit)
        offer(finding.advice, *finding.edit, finding.fix);
}

void ProjectDesk::offer(const QString &what, const cap::LintEdit &edit, const QString &diff)
{
    auto *dialog = new ui::DiffDialog(m_bench.seams(), what, diff, m_page);
    const bool isThere = QFileInfo::exists(edit.file);
    dialog->offer(tr("Write it"),
                  isThere ? tr("Only these lines of %1 change.").arg(edit.file)
                          : tr("%1 is not there yet, and is made.").arg(edit.file));
    connect(dialog, &QDialog::accepted, this, [this, what, edit, isThere] {
        const text::FileSnapshot before{edit.file, edit.before, isThere};
        const auto done = text::writeEdited(before, edit.after);
        if (!done)
            return m_page->tell(done.error().toString(), true);
        m_edits->wrote(what, before, edit.after);
    });
    dialog->open();
}

} // namespace tokentrail::console
