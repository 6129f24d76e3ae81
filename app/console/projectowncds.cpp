// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/projectowncds.h"

#include "core/cap/envcompare.h"
#include "core/cap/envmask.h"
#include "ui/project/trustdialog.h"
#include "ui/project/valuespanel.h"

namespace tokentrail::console {

using namespace Qt::StringLiterals;

namespace {

// Those that the profile was read with.
QStringList wordsFor(const QString &profile)
{
    if (profile == "production"_L1)
        return {u"--production"_s};
    return profile == "hybrid"_L1 ? QStringList{u"--profile"_s, profile} : QStringList();
}

QString shown(const std::optional<text::Json> &value, const QString &path)
{
    if (!value)
        return u"–"_s;
    const auto masked = cap::maskedConfig(*value, path);
    return masked.isString() ? masked.toString() : QString::fromUtf8(masked.toCompact());
}

} // namespace

ProjectOwnCds::ProjectOwnCds(const QString &settingsFile, QObject *parent)
    : QObject(parent)
    , m_trusted(settingsFile)
{ }

void ProjectOwnCds::attach(ui::ProjectPage *page)
{
    m_page = page;
    const auto *values = page->values();
    connect(values, &ui::ValuesPanel::askWanted, this, &ProjectOwnCds::ask);
    connect(values, &ui::ValuesPanel::distrustWanted, this, &ProjectOwnCds::distrust);
    connect(values, &ui::ValuesPanel::cancelWanted, this, [this] {
        if (m_job)
            m_job->cancel();
    });
    show();
}

void ProjectOwnCds::setFacts(const std::shared_ptr<ProjectFacts> &facts, const QString &profile)
{
    const bool isSame = m_facts && m_facts->folder == facts->folder && m_profile == profile;
    m_facts = facts;
    m_profile = profile;
    // Files of the folder change while cds runs, and be it by cds: what was compared still holds
    // where the configuration is the same.
    if (isSame && (m_job || ours() == m_compared))
        return show();
    delete m_job;
    if (m_page) {
        m_page->values()->setRunning(false);
        m_page->values()->clearAnswer();
    }
    show();
}

text::Json ProjectOwnCds::ours() const
{
    const auto env = m_facts->envs.find(m_profile);
    return env == m_facts->envs.end() ? text::Json()
                                      : env->second.value({}).value_or(text::Json::object());
}

void ProjectOwnCds::show()
{
    if (!m_page)
        return;
    m_page->values()->setAskable(m_facts && m_facts->envs.contains(m_profile));
    m_page->values()->setTrusted(m_facts && m_trusted.contains(m_facts->folder));
}

void ProjectOwnCds::ask()
{
    if (!m_facts || m_job)
        return;
    const auto program = cap::ownCdsOf(m_facts->folder);
    if (program.isEmpty())
        return m_page->values()->setDifferences(cap::noOwnCds().toString(), ui::Tone::Error, {});
    if (m_trusted.contains(m_facts->folder))
        return run();
    const auto commandLine =
        (QStringList{program, u"env"_s, u"--json"_s} + wordsFor(m_profile)).join(u' ');
    auto *dialog = new ui::TrustDialog(m_facts->folder, commandLine, m_page);
    connect(
        dialog, &ui::TrustDialog::allowed, this, [this, folder = m_facts->folder](bool fromNowOn) {
            if (!m_facts || m_facts->folder != folder)
                return; // another one was opened meanwhile
            if (fromNowOn)
                m_trusted.add(folder);
            show();
            run();
        });
    dialog->open();
}

void ProjectOwnCds::run()
{
    m_job = new cap::OwnCds(m_facts->folder, wordsFor(m_profile), this);
    connect(m_job, &cap::OwnCds::finished, this, &ProjectOwnCds::take);
    m_page->values()->setRunning(true, tr("cds env of the project is running …"));
    m_job->start();
}

void ProjectOwnCds::take(cap::OwnCds *job)
{
    const auto theirs = job->answer();
    job->deleteLater();
    m_job.clear();
    auto *values = m_page->values();
    values->setRunning(false);
    if (!theirs)
        return values->setDifferences(
            theirs.error().toString(),
            theirs.error().code == ErrorCode::Cancelled ? ui::Tone::Neutral : ui::Tone::Error,
            {});
    m_compared = ours();
    QList<ui::TableRow> rows;
    for (const auto &each : cap::compareEnv(m_compared, *theirs)) {
        ui::TableRow row;
        row.cells = {each.path, shown(each.ours, each.path), shown(each.theirs, each.path)};
        rows << row;
    }
    values->setDifferences(
        rows.isEmpty()
            ? tr("No difference: cds env of the project says the same.")
            : tr("cds env of the project differs in %n value(s).", nullptr, int(rows.size())),
        rows.isEmpty() ? ui::Tone::Person : ui::Tone::Client,
        rows);
}

void ProjectOwnCds::distrust()
{
    if (m_facts)
        m_trusted.remove(m_facts->folder);
    show();
}

} // namespace tokentrail::console
