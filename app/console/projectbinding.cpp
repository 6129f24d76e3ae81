// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/projectbinding.h"

#include "core/text/diff.h"
#include "core/xsuaa/keystore.h"
#include "ui/project/stepspanel.h"
#include "ui/widgets/diffdialog.h"

#include <QDir>
#include <QFile>

namespace tokentrail::console {

using namespace Qt::StringLiterals;
using cap::GitState;

namespace {

cap::BindingPlace placeOf(const QString &id)
{
    return id == "default-env"_L1 ? cap::BindingPlace::DefaultEnv : cap::BindingPlace::CdsrcPrivate;
}

// The application of the sandbox that is the project's own, where it has one.
QString ownApplication(const QString &folder)
{
    QFile file(QDir(folder).filePath(u"xs-security.json"_s));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto descriptor = text::parseJson(file.readAll());
    return descriptor ? (*descriptor)[u"xsappname"].toString() : QString();
}

// The instance of XSUAA that the project checks tokens with in the profile hybrid.
std::vector<cap::ServiceToBind> boundXsuaa(const ProjectFacts &facts)
{
    const auto env = facts.envs.find(u"hybrid"_s);
    if (env == facts.envs.end())
        return {};
    const auto credentials = env->second.value(u"requires.auth.credentials"_s);
    const auto name = env->second.value(u"requires.auth.vcap.name"_s).value_or(text::Json());
    if (!credentials || !(*credentials)[u"xsappname"].isString())
        return {};
    const auto key = xsuaa::serviceKeyOf(*credentials, u"xsuaa"_s, name.toString(u"xsuaa"_s), {});
    const auto service = cap::serviceOf(key);
    return service ? std::vector{*service} : std::vector<cap::ServiceToBind>();
}

} // namespace

QString ProjectBinding::Wish::fileName() const
{
    const auto name = cap::fileNameOf(place);
    return approuter.isEmpty() ? name : QString(approuter + u'/' + name);
}

ProjectBinding::ProjectBinding(Workbench &bench, ProjectEdits &edits, QObject *parent)
    : QObject(parent)
    , m_bench(bench)
    , m_edits(edits)
{
    connect(&bench, &Workbench::landscapeChanged, this, &ProjectBinding::showOffers);
    connect(&bench, &Workbench::keysChanged, this, &ProjectBinding::showOffers);
    connect(&bench.vault(), &VaultKeeper::changed, this, &ProjectBinding::showOffers);
}

void ProjectBinding::attach(ui::ProjectPage *page)
{
    m_page = page;
    connect(page->steps(), &ui::StepsPanel::sandboxWanted, this, &ProjectBinding::bindToSandbox);
    connect(page->steps(), &ui::StepsPanel::keyWanted, this, &ProjectBinding::bindToKey);
    showOffers();
}

void ProjectBinding::setFolder(const QString &folder)
{
    if (folder != m_folder)
        m_startCommand.clear();
    m_folder = folder;
}

void ProjectBinding::addStartCommand(ui::ProjectView &view) const
{
    if (m_startCommand.isEmpty())
        return;
    const auto now = text::readForEdit(m_bound.path);
    if (!now || now->content != m_bound.content)
        return; // it was taken back, or changed by hand
    for (auto &step : view.steps) {
        if (step.id != "binding"_L1)
            continue;
        step.command = m_startCommand;
        step.detail = m_startCommand;
    }
}

void ProjectBinding::showOffers()
{
    if (!m_page)
        return;
    ui::StepOffers offers;
    const auto *sandbox = m_bench.sandbox();
    if (!sandbox || !sandbox->isRunning())
        offers.sandboxMissing = tr("No sandbox is running: the Sandbox page starts it.");
    for (const auto &kept : xsuaa::loadKeys(m_bench.vault().store()).value_or({})) {
        if (const auto service = cap::serviceOf(kept.key))
            offers.keys << ui::Choice{kept.name, kept.name, service->label, {}};
    }
    m_page->steps()->setOffers(offers);
}

std::vector<cap::ServiceToBind> ProjectBinding::sandboxServices() const
{
    const auto *sandbox = m_bench.sandbox();
    if (!sandbox || !sandbox->isRunning())
        return {};
    auto vcap = sandbox->bindings(sandbox::BindingFormat::Vcap, ownApplication(m_folder));
    if (!vcap) // the sandbox does not know it: then the sample application
        vcap = sandbox->bindings(sandbox::BindingFormat::Vcap);
    return vcap ? cap::servicesOf(*vcap) : std::vector<cap::ServiceToBind>();
}

void ProjectBinding::bindToSandbox(const QString &place)
{
    const auto services = sandboxServices();
    if (services.empty() || m_folder.isEmpty())
        return;
    propose({tr("Binding to the sandbox"),
             m_folder,
             placeOf(place),
             services,
             m_bench.sandbox()->endpoints().caFile});
}

bool ProjectBinding::canBindApprouter(const ProjectFacts &facts) const
{
    return !boundXsuaa(facts).empty() || !sandboxServices().empty();
}

void ProjectBinding::bindApprouter(const ProjectFacts &facts, const QString &name)
{
    auto services = boundXsuaa(facts);
    const bool isOwn = !services.empty();
    if (!isOwn)
        services = sandboxServices();
    std::erase_if(services, [](const auto &each) { return each.label != "xsuaa"_L1; });
    if (services.empty())
        return m_page->tell(tr("There is no XSUAA to bind the approuter to: bind the project, or "
                               "start the sandbox."),
                            true);
    Wish wish{isOwn ? tr("Binding of the approuter to the XSUAA of the project")
                    : tr("Binding of the approuter to the sandbox"),
              QDir(facts.folder).filePath(name),
              cap::BindingPlace::DefaultEnv,
              services,
              {},
              name};
    const auto *sandbox = m_bench.sandbox();
    const QUrl url(services[0].credentials()[u"url"].toString());
    if (sandbox && sandbox->isRunning() && url.port() == sandbox->endpoints().xsuaaUrl.port())
        wish.caFile = sandbox->endpoints().caFile;
    propose(wish);
}

void ProjectBinding::bindToKey(const QString &name, const QString &place)
{
    const auto kept = xsuaa::loadKey(m_bench.vault().store(), name);
    if (!kept)
        return m_page->tell(kept.error().toString(), true);
    auto key = kept->key;
    if (key.name.isEmpty())
        key.name = name;
    const auto service = cap::serviceOf(key);
    if (!service)
        return m_page->tell(service.error().toString(), true);
    propose({tr("Binding to the key %1").arg(name), m_folder, placeOf(place), {*service}, {}});
}

void ProjectBinding::propose(const Wish &wish)
{
    const auto plan = cap::planBinding(wish.folder, wish.place, wish.services);
    if (!plan)
        return m_page->tell(plan.error().toString(), true);
    if (plan->changesNothing())
        return m_page->tell(tr("%1: that is what %2 says already.").arg(wish.what, wish.fileName()),
                            false);
    if (plan->git == GitState::Visible)
        offerIgnoring(wish);
    else
        offer(wish, *plan);
}

void ProjectBinding::offerIgnoring(const Wish &wish)
{
    const auto name = wish.fileName();
    const auto edit = cap::ignoreEdit(wish.folder, cap::fileNameOf(wish.place));
    if (!edit)
        return m_page->tell(edit.error().toString(), true);
    const auto diff = text::unifiedDiff(edit->before.content, edit->after, u".gitignore"_s);
    const auto what = tr("Have git ignore %1").arg(name);
    auto *dialog = new ui::DiffDialog(m_bench.seams(), what, QString::fromUtf8(diff), m_page);
    dialog->offer(tr("Add the line"),
                  tr("git would take %1 in, and its secrets with it. First this line; the binding "
                     "is shown next, and nothing of it is written yet.")
                      .arg(name));
    connect(dialog, &QDialog::accepted, this, [this, wish, what, edit = *edit] {
        if (const auto done = text::writeEdited(edit.before, edit.after); !done)
            return m_page->tell(done.error().toString(), true);
        m_edits.wrote(what, edit.before, edit.after);
        propose(wish);
    });
    dialog->open();
}

void ProjectBinding::offer(const Wish &wish, const cap::BindPlan &plan)
{
    const auto name = wish.fileName();
    auto *dialog = new ui::DiffDialog(m_bench.seams(), wish.what, plan.diff(), m_page);
    switch (plan.git) {
    case GitState::Tracked:
        dialog->offerAgainstAdvice(
            tr("Write the secrets all the same"),
            tr("git has %1 already: the secrets would go into the next commit. This takes it out "
               "of git and leaves it here:\ngit rm --cached %1")
                .arg(name));
        break;
    case GitState::NoRepository:
        dialog->offer(tr("Write it"),
                      tr("Secrets are shown as dots. The folder is in no git repository."));
        break;
    case GitState::Ignored:
    case GitState::Visible:
        dialog->offer(tr("Write it"),
                      tr("Secrets are shown as dots, and git ignores %1.").arg(name));
        break;
    }
    connect(dialog, &QDialog::accepted, this, [this, wish, plan] { write(wish, plan); });
    dialog->open();
}

void ProjectBinding::write(const Wish &wish, const cap::BindPlan &plan)
{
    // Whoever accepted has seen how git stands to it; that it still does is looked at once more.
    if (const auto done = cap::carryOut(plan, plan.git == GitState::Tracked); !done)
        return m_page->tell(done.error().toString(), true);
    if (!wish.approuter.isEmpty()) {
        const auto authority = wish.caFile.isEmpty()
            ? QString()
            : QString(u"NODE_EXTRA_CA_CERTS="_s + cap::shellWord(wish.caFile) + u' ');
        const auto start = u"npm install --prefix %1 && %2npm start --prefix %1"_s.arg(
            cap::shellWord(wish.approuter), authority);
        return m_edits.wrote(wish.what,
                             {{{plan.before, plan.after}}, {}},
                             tr("%1 is written to %2. It is started with: %3")
                                 .arg(wish.what, wish.fileName(), start));
    }
    const auto effect =
        cap::effectOf(plan, QDir::homePath(), cap::Environment::ofProcess(), wish.caFile);
    m_startCommand = effect.command;
    m_bound = {plan.before.path, plan.after, true};
    const auto start = tr("%1 is written to %2. It is started with: %3")
                           .arg(wish.what, cap::fileNameOf(wish.place), effect.command);
    m_edits.wrote(wish.what,
                  {{{plan.before, plan.after}}, {}},
                  effect.isEffective ? start : start + u'\n' + effect.obstacle,
                  !effect.isEffective);
}

} // namespace tokentrail::console
