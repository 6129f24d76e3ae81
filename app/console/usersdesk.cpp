// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/usersdesk.h"

#include "core/cap/envmask.h"
#include "core/cap/mockuserexchange.h"
#include "core/cap/mockuserplaces.h"
#include "core/text/diff.h"
#include "ui/call/callpage.h"
#include "ui/users/authform.h"
#include "ui/users/userform.h"
#include "ui/widgets/diffdialog.h"
#include "ui/widgets/seams.h"

#include <QDir>
#include <QFileInfo>
#include <QFileSystemWatcher>

namespace tokentrail::console {

using namespace Qt::StringLiterals;

UsersDesk::UsersDesk(Workbench &bench, QObject *parent)
    : QObject(parent)
    , m_bench(bench)
    , m_watcher(new QFileSystemWatcher(this))
{
    bench.window().addPage(tr("Users"), 5, [this] { return makePage(); });
    connect(&bench, &Workbench::landscapeChanged, this, &UsersDesk::showApplications);
    connect(&bench.projects(), &ProjectFolders::opened, this, &UsersDesk::load);
    connect(m_watcher, &QFileSystemWatcher::fileChanged, this, &UsersDesk::reload);
    connect(m_watcher, &QFileSystemWatcher::directoryChanged, this, &UsersDesk::reload);
}

QWidget *UsersDesk::makePage()
{
    m_page = new ui::UsersPage;
    connect(m_page, &ui::UsersPage::openRequested, this, &UsersDesk::askForFolder);
    connect(m_page, &ui::UsersPage::folderGiven, this, &UsersDesk::open);
    connect(m_page, &ui::UsersPage::profileChosen, this, [this](const QString &profile) {
        m_project = MockProject(m_project.folder(), profile);
        show();
    });
    connect(m_page, &ui::UsersPage::draftEdited, this, [this](const ui::MockUserDraft &draft) {
        m_page->setWarnings(m_project.warningsFor(draft));
    });
    connect(m_page, &ui::UsersPage::saveRequested, this, &UsersDesk::save);
    connect(m_page, &ui::UsersPage::removeRequested, this, [this](const QString &login) {
        propose(tr("Remove %1").arg(login), login, [login](const cap::ConfigText &config) {
            return cap::withoutMockUser(config, login);
        });
    });
    connect(m_page, &ui::UsersPage::actAsRequested, this, &UsersDesk::actAs);
    connect(m_page, &ui::UsersPage::undoRequested, this, &UsersDesk::undo);
    connect(m_page, &ui::UsersPage::importRequested, this, &UsersDesk::importFrom);
    connect(m_page, &ui::UsersPage::exportRequested, this, &UsersDesk::exportTo);
    connectAuthForm();
    show();
    showApplications();
    return m_page;
}

void UsersDesk::connectAuthForm()
{
    auto *form = m_page->authForm();
    connect(form, &ui::AuthForm::kindChosen, this, [this](const QString &kind) {
        propose(tr("Authenticate with kind %1").arg(kind), {}, [kind](const auto &config) {
            return cap::withAuthKind(config, kind);
        });
    });
    connect(form, &ui::AuthForm::anybodyChosen, this, [this](bool letIn) {
        propose(letIn ? tr("Let unknown names in") : tr("Refuse unknown names"),
                u"*"_s,
                [letIn](const auto &config) {
                    return cap::withAuthValue(config, {u"users"_s, u"*"_s}, letIn);
                });
    });
    const auto setTenant = [this](const QString &tenant, const QString &features) {
        const QStringList path{u"tenants"_s, tenant, u"features"_s};
        const auto value = featuresFromText(features);
        propose(tr("Features of tenant %1").arg(tenant), {}, [path, value](const auto &config) {
            return value.isNull() ? cap::withoutAuthValue(config, path)
                                  : cap::withAuthValue(config, path, value);
        });
    };
    connect(form, &ui::AuthForm::tenantSaved, this, setTenant);
}

void UsersDesk::askForFolder()
{
    const auto from = m_project.isOpen() ? m_project.folder() : QDir::homePath();
    m_bench.seams().askFolder(
        m_page, tr("Open the folder of a CAP project"), from, [this](const QString &folder) {
            if (!folder.isEmpty())
                open(folder);
        });
}

void UsersDesk::open(const QString &given)
{
    if (!m_bench.projects().open(given) && m_page)
        m_page->tell(tr("%1 is no folder.").arg(given), true);
}

void UsersDesk::load(const QString &folder)
{
    if (folder == m_project.folder())
        return reload(); // what is typed stays
    m_project = MockProject(folder);
    m_made.clear();
    watch();
    show();
}

void UsersDesk::watch()
{
    if (const auto watched = m_watcher->files() + m_watcher->directories(); !watched.isEmpty())
        m_watcher->removePaths(watched);
    m_watcher->addPath(m_project.folder());
    for (const auto &name : cap::mockUserFiles()) {
        const auto file = QDir(m_project.folder()).filePath(name);
        if (QFileInfo::exists(file))
            m_watcher->addPath(file);
    }
}

void UsersDesk::reload()
{
    if (!m_project.isOpen())
        return;
    watch(); // a file that was replaced is a new one
    if (m_page && m_page->form()->isTouched())
        return; // what is typed stays; the write would notice the change
    m_project = MockProject(m_project.folder(), m_project.profile());
    show();
}

void UsersDesk::show()
{
    if (!m_page)
        return;
    m_page->setProjects(m_bench.projects().recent(), m_project.folder());
    if (m_project.isOpen()) {
        QList<ui::Choice> profiles;
        for (const auto &name : m_project.profilesInFiles())
            profiles << ui::Choice{name == "development"_L1 ? QString() : name, name, {}, {}};
        m_page->setProfiles(profiles, m_project.profile());
    }
    auto view = m_project.view();
    if (!m_made.empty())
        view.undo = m_made.back().what;
    m_page->setProject(view);
}

void UsersDesk::save(const ui::MockUserDraft &draft)
{
    const auto change = m_project.changeFor(draft);
    if (!change)
        return m_page->tell(change.error().toString(), true);
    propose(draft.before.isEmpty() ? tr("Add %1").arg(draft.login)
                                   : tr("Change %1").arg(draft.before),
            change->login,
            [change = *change](const auto &config) { return cap::withMockUser(config, change); });
}

void UsersDesk::propose(const QString &what, const QString &login, const Edit &edit)
{
    const auto file = m_project.fileFor(login);
    const auto before = text::readForEdit(file);
    if (!before)
        return m_page->tell(before.error().toString(), true);
    const auto after = edit({before->content, file, m_project.profiles()});
    if (!after) {
        m_page->tell(after.error().toString(), true);
        return show(); // a choice goes back to what is
    }
    if (*after == before->content) {
        m_page->tell(tr("That is what %1 says already.").arg(QFileInfo(file).fileName()), false);
        return;
    }
    const auto diff = text::unifiedDiff(cap::maskedConfigText(before->content, {}),
                                        cap::maskedConfigText(*after, before->content),
                                        QFileInfo(file).fileName());
    auto *dialog = new ui::DiffDialog(m_bench.seams(), what, QString::fromUtf8(diff), m_page);
    dialog->offer(tr("Write it"), tr("Only these lines of %1 change.").arg(file));
    connect(dialog, &QDialog::accepted, this, [this, made = Made{what, *before, *after}, login] {
        write(made, login);
    });
    connect(dialog, &QDialog::rejected, this, &UsersDesk::show);
    dialog->open();
}

void UsersDesk::write(const Made &edit, const QString &login)
{
    const bool isPrivate = edit.before.path.contains("private"_L1);
    const auto onlyOwner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    const auto done = isPrivate ? text::writeEdited(edit.before, edit.after, onlyOwner)
                                : text::writeEdited(edit.before, edit.after);
    if (!done)
        return m_page->tell(done.error().toString(), true);
    m_made.push_back(edit);
    m_page->tell(tr("%1 is written to %2.").arg(edit.what, edit.before.path), false);
    m_project = MockProject(m_project.folder(), m_project.profile());
    watch();
    show();
    if (!login.isEmpty())
        m_page->showUser(login);
}

void UsersDesk::undo()
{
    if (m_made.empty())
        return;
    const auto last = m_made.back();
    const auto done = text::takeBack(last.before, last.after);
    if (!done)
        return m_page->tell(done.error().toString(), true);
    m_made.pop_back();
    m_page->tell(tr("%1 is taken back.").arg(last.what), false);
    m_project = MockProject(m_project.folder(), m_project.profile());
    watch();
    show();
}

sandbox::AskSandbox UsersDesk::asking() const
{
    return [this](const QString &verb, const text::Json &arguments) -> Result<text::Json> {
        if (auto *sandbox = m_bench.sandbox())
            return sandbox->command(verb, arguments);
        return Error{ErrorCode::NotFound, tr("No sandbox is running.")};
    };
}

void UsersDesk::showApplications()
{
    if (!m_page)
        return;
    QList<ui::Choice> choices;
    QString current;
    const auto own = m_project.xsappname();
    if (const auto directory = sandbox::readDirectory(asking())) {
        for (const auto &application : directory->applications) {
            choices << ui::Choice{application.appId, application.appId, {}, {}};
            if (current.isEmpty() || application.xsappname == own)
                current = application.appId;
        }
    }
    m_page->setApplications(choices, current);
}

void UsersDesk::importFrom(const QString &appId)
{
    const auto directory = sandbox::readDirectory(asking());
    const auto *application = directory ? directory->application(appId) : nullptr;
    if (!application)
        return m_page->tell(directory ? tr("The sandbox knows no application %1.").arg(appId)
                                      : directory.error().toString(),
                            true);
    const auto changes = cap::mockUsersFrom(*directory, *application);
    if (changes.empty())
        return m_page->tell(tr("No user of the sandbox has a role of %1.").arg(appId), false);
    propose(tr("Mock users from role collections"), {}, [changes](const auto &config) {
        return cap::withMockUsers(config, changes);
    });
}

void UsersDesk::exportTo(const QString &appId)
{
    const auto directory = sandbox::readDirectory(asking());
    const auto *application = directory ? directory->application(appId) : nullptr;
    if (!application)
        return m_page->tell(directory ? tr("The sandbox knows no application %1.").arg(appId)
                                      : directory.error().toString(),
                            true);
    const auto made = cap::roleCollectionsFrom(m_project.users(), *application);
    const auto done = sandbox::addToDirectory(asking(), {made.roles, made.collections, made.users});
    if (!done)
        return m_page->tell(done.error().toString(), true);
    const auto what =
        tr("%n role collection(s) made in the sandbox.", nullptr, int(made.collections.size()));
    m_page->tell((QStringList{what} + made.problems).join(u' '), !made.problems.isEmpty());
}

void UsersDesk::actAs(const QString &login)
{
    const auto url = m_page->serviceUrl();
    const auto id = m_bench.sessions().addBasic(
        login,
        m_project.passwordOf(login),
        tr("Mock users of %1").arg(QFileInfo(m_project.folder()).fileName()));
    auto *page = m_bench.window().callPage();
    auto draft = page->draft();
    draft.session = id;
    draft.target.clear();
    draft.via.clear();
    if (!draft.url.startsWith(url))
        draft.url = url + u'/';
    page->setDraft(draft);
    Q_EMIT m_bench.sessionsChanged();
    m_bench.useSession(id);
    m_bench.window().showPage(1);
}

} // namespace tokentrail::console
