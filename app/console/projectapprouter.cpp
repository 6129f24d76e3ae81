// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/projectapprouter.h"

#include "app/console/projectbinding.h"
#include "core/cap/approuterfiles.h"
#include "core/cap/runningserver.h"
#include "core/text/diff.h"
#include "ui/project/stepspanel.h"
#include "ui/widgets/diffdialog.h"

#include <QDir>
#include <QFileInfo>

namespace tokentrail::console {

using namespace Qt::StringLiterals;

ProjectApprouter::ProjectApprouter(Workbench &bench,
                                   ProjectEdits &edits,
                                   ProjectBinding &binding,
                                   QObject *parent)
    : QObject(parent)
    , m_bench(bench)
    , m_edits(edits)
    , m_binding(binding)
{ }

void ProjectApprouter::attach(ui::ProjectPage *page)
{
    m_page = page;
    connect(page->steps(), &ui::StepsPanel::approuterWanted, this, &ProjectApprouter::propose);
    connect(page->steps(), &ui::StepsPanel::approuterBindingWanted, this, &ProjectApprouter::bind);
}

void ProjectApprouter::propose()
{
    if (!m_facts || !m_facts->csn)
        return m_page->tell(tr("The routes come from the compiled model: cds compile srv --to json "
                               "> gen/csn.json"),
                            true);
    const auto server = cap::findRunningServer(QDir::homePath(), m_facts->folder);
    const auto url = server.value_or(QUrl(u"http://localhost:4004"_s));
    const cap::AccessModel model(*m_facts->csn, {});
    const auto files = cap::approuterFiles(model.endpoints(), url);
    const auto plan = cap::planApprouter(m_facts->folder, files);
    if (!plan)
        return m_page->tell(plan.error().toString(), true);
    QByteArray diff;
    for (const auto &file : files)
        diff += text::unifiedDiff({}, file.text, file.name);
    const auto what = tr("An approuter in app/router");
    auto *dialog = new ui::DiffDialog(m_bench.seams(), what, QString::fromUtf8(diff), m_page);
    dialog->offer(tr("Write the files"),
                  tr("They are new: nothing that is there is replaced. The user's token goes on to "
                     "%1.")
                      .arg(url.toString(QUrl::RemoveUserInfo)));
    connect(dialog, &QDialog::accepted, this, [this, what, plan = *plan, facts = m_facts] {
        write(what, plan, *facts);
    });
    dialog->open();
}

// Its routes ask for a login: without an instance that gives tokens it stops at once.
void ProjectApprouter::write(const QString &what,
                             const std::vector<text::FileEdit> &plan,
                             const ProjectFacts &facts)
{
    const auto written = text::writeAll(plan);
    if (!written)
        return m_page->tell(written.error().toString(), true);
    const bool canBind = m_binding.canBindApprouter(facts);
    m_edits.wrote(what,
                  *written,
                  canBind ? tr("%1 is written. It starts only when it is bound to XSUAA, too: that "
                               "is shown next.")
                                .arg(what)
                          : tr("%1 is written. It starts only when it is bound to XSUAA, too: bind "
                               "the project or start the sandbox, then choose \"Bind the approuter "
                               "…\" at this step.")
                                .arg(what));
    if (canBind)
        m_binding.bindApprouter(facts, u"app/router"_s);
}

void ProjectApprouter::bind()
{
    if (!m_facts)
        return;
    const auto found = cap::existingApprouter(m_facts->folder);
    const auto folder = QFileInfo(found).path();
    if (found.isEmpty() || folder == "."_L1)
        return m_page->tell(tr("Only an approuter in a folder of its own can be bound from here."),
                            true);
    m_binding.bindApprouter(*m_facts, folder);
}

} // namespace tokentrail::console
