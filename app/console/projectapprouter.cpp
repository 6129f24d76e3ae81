// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/projectapprouter.h"

#include "core/cap/approuterfiles.h"
#include "core/cap/runningserver.h"
#include "core/text/diff.h"
#include "ui/project/stepspanel.h"
#include "ui/widgets/diffdialog.h"

#include <QDir>

namespace tokentrail::console {

using namespace Qt::StringLiterals;

ProjectApprouter::ProjectApprouter(Workbench &bench, ProjectEdits &edits, QObject *parent)
    : QObject(parent)
    , m_bench(bench)
    , m_edits(edits)
{ }

void ProjectApprouter::attach(ui::ProjectPage *page)
{
    m_page = page;
    connect(page->steps(), &ui::StepsPanel::approuterWanted, this, &ProjectApprouter::propose);
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
    connect(dialog, &QDialog::accepted, this, [this, what, plan = *plan] {
        const auto written = text::writeAll(plan);
        if (!written)
            return m_page->tell(written.error().toString(), true);
        m_edits.wrote(
            what,
            *written,
            tr("%1 is written. It is started with: npm install --prefix app/router && npm "
               "start --prefix app/router")
                .arg(what));
    });
    dialog->open();
}

} // namespace tokentrail::console
