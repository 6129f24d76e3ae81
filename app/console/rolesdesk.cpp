// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/rolesdesk.h"

#include "core/admin/words.h"
#include "core/xsuaa/keystore.h"
#include "ui/call/callpage.h"

#include <QDateTime>
#include <QLocale>

namespace tokentrail::console {

using namespace Qt::StringLiterals;
using admin::Change;

RolesDesk::RolesDesk(Workbench &bench, QObject *parent)
    : QObject(parent)
    , m_bench(bench)
{
    bench.window().addPage(tr("Roles"), 6, [this] { return makePage(); });
    connect(&bench, &Workbench::landscapeChanged, this, [this] {
        showPlaces();
        if (m_place.isEmpty()) // a subaccount is read when the user says so
            reload();
    });
    connect(&bench.vault(), &VaultKeeper::changed, this, &RolesDesk::showPlaces);
    connect(&bench, &Workbench::keysChanged, this, &RolesDesk::showPlaces);
    connect(&bench, &Workbench::sessionsChanged, this, &RolesDesk::showPerson);
    connect(&bench, &Workbench::outcomeTaken, this, [this](const ui::CallOutcome &outcome) {
        m_refused.reset();
        if (outcome.response.status == 403)
            m_refused = outcome.draft;
        showPerson();
    });
    connect(&bench, &Workbench::assignmentWanted, this, &RolesDesk::propose);
}

QWidget *RolesDesk::makePage()
{
    m_page = new ui::RolesPage;
    connectPage();
    showPlaces();
    show();
    reload();
    return m_page;
}

void RolesDesk::connectPage()
{
    using Page = ui::RolesPage;
    connect(m_page, &Page::placeChosen, this, &RolesDesk::choosePlace);
    connect(m_page, &Page::changesWanted, this, &RolesDesk::plan);
    connect(m_page, &Page::roleWanted, this, &RolesDesk::planRole);
    connect(m_page, &Page::roleDeletionWanted, this, [this](const xsuaa::Role &role) {
        plan(admin::deleteRoleChanges(*m_shown, role));
    });
    connect(m_page, &Page::collectionDeletionWanted, this, [this](const QString &name) {
        plan({admin::deleteCollectionChange(*m_shown, name)});
    });
    connect(m_page, &Page::personChosen, this, &RolesDesk::choosePerson);
    connect(m_page, &Page::applicationChosen, this, [this](const QString &appId) {
        m_app = appId;
        showPerson();
    });
    connect(m_page, &Page::toggleWanted, this, &RolesDesk::look);
    connect(m_page, &Page::planWanted, this, &RolesDesk::planLook);
    connect(m_page, &Page::applyRequested, this, [this] { carryOut(m_plan, false); });
    connect(m_page, &Page::discardRequested, this, [this] {
        m_plan.clear();
        replan();
    });
    connect(m_page, &Page::dropRequested, this, [this](int line) {
        m_plan.removeAt(line);
        replan();
    });
    connect(m_page, &Page::signInRequested, this, &RolesDesk::signInAgain);
    connect(m_page, &Page::callAgainRequested, this, [this] {
        if (!m_refused)
            return;
        // The one that was refused, and not what somebody may have begun to write meanwhile.
        auto *page = m_bench.window().callPage();
        m_bench.window().showPage(1);
        page->setDraft(*m_refused);
        page->send();
    });
    connect(m_page, &Page::undoRequested, this, &RolesDesk::undo);
    connect(m_page, &Page::exportRequested, this, &RolesDesk::exportDirectory);
    connect(m_page, &Page::importRequested, this, &RolesDesk::importDocument);
    connect(m_page, &Page::reloadRequested, this, &RolesDesk::reload);
    connect(m_page, &Page::cancelRequested, this, [this] {
        if (m_read)
            m_read->cancel();
        if (m_apply)
            m_apply->cancel();
    });
}

// The sandbox's own administration, or a subaccount whose key is kept.
Result<xsuaa::ServiceKey> RolesDesk::keyOfPlace() const
{
    if (!m_place.isEmpty()) {
        auto kept = xsuaa::loadKey(m_bench.vault().store(), m_place);
        return kept ? Result<xsuaa::ServiceKey>(std::move(kept->key)) : kept.error();
    }
    auto *sandbox = m_bench.sandbox();
    if (!sandbox)
        return Error{ErrorCode::NotFound, tr("No sandbox is running.")};
    const auto bindings = sandbox->bindings(sandbox::BindingFormat::ServiceKey, u"apiaccess"_s);
    if (!bindings)
        return bindings.error();
    return xsuaa::readServiceKey(bindings->toCompact(), xsuaa::ServiceKind::Xsuaa);
}

void RolesDesk::showPlaces()
{
    if (!m_page)
        return;
    QList<ui::Choice> places;
    if (m_bench.sandbox() || m_place.isEmpty())
        places.append({QString(), tr("the sandbox"), {}, {}});
    for (const auto &kept : xsuaa::loadKeys(m_bench.vault().store()).value_or({})) {
        if (kept.key.credentials.contains(u"apiurl"))
            places.append({kept.name,
                           kept.name,
                           QUrl(kept.key.credentials[u"apiurl"].toString()).authority(),
                           tr("Kept keys")});
    }
    m_page->setPlaces(places, m_place);
}

// What was planned and done belongs to the place that it was planned for.
void RolesDesk::choosePlace(const QString &id)
{
    if (id == m_place)
        return;
    if (m_apply || !m_plan.isEmpty()) {
        m_page->tell(tr("Apply or discard the planned changes first."), true);
        return showPlaces();
    }
    if (m_read) {
        m_read->disconnect(this);
        m_read->cancel();
        m_read->deleteLater();
        m_read = nullptr;
        m_page->setRunning({}, 0, 0);
    }
    m_place = id;
    m_proposal.reset();
    m_connection.reset();
    m_base.reset();
    m_shown.reset();
    m_batches.clear();
    m_log.clear();
    m_person = {};
    m_look.clear();
    showPlaces();
    show();
    reload();
}

bool RolesDesk::connectAdministration()
{
    auto key = keyOfPlace();
    if (!key) {
        if (!m_place.isEmpty())
            m_page->tell(key.error().toString(), true);
        return false;
    }
    admin::Connection::Input input;
    input.key = std::move(*key);
    input.tls = m_bench.place().tls;
    if (auto *sandbox = m_bench.sandbox())
        input.tls.extraCaPem = sandbox->caPem();
    if (m_connection && m_connection->input().key.client.url == input.key.client.url)
        return true;
    m_connection = std::make_unique<admin::Connection>(m_bench.client(), std::move(input));
    return true;
}

void RolesDesk::reload()
{
    if (!m_page)
        return;
    if (m_read || m_apply) {
        m_again = true;
        return;
    }
    if (!connectAdministration())
        return;
    m_again = false;
    m_read = new admin::DirectoryRead(*m_connection, this);
    connect(m_read, &admin::DirectoryRead::progressed, m_page, &ui::RolesPage::setRunning);
    connect(m_read, &admin::DirectoryRead::finished, this, &RolesDesk::takeDirectory);
    m_read->start();
}

void RolesDesk::takeDirectory(admin::DirectoryRead *read)
{
    read->deleteLater();
    m_read = nullptr;
    m_page->setRunning({}, 0, 0);
    auto directory = read->takeResult();
    if (!directory) {
        m_page->tell(directory.error().toString(), true);
        return;
    }
    for (const auto &remark : read->remarks())
        m_page->tell(remark, false);
    m_base = std::make_shared<xsuaa::Directory>(std::move(*directory));
    m_bench.directories().remember(m_connection->input().key.client.url, m_base);
    replan();
    showProposal();
    if (m_again)
        reload();
}

void RolesDesk::replan()
{
    if (!m_base)
        return;
    m_look.clear(); // it was a look at another plan
    if (m_plan.isEmpty()) {
        m_shown = m_base;
        show();
        return;
    }
    auto directory = std::make_shared<xsuaa::Directory>(*m_base);
    QList<Change> kept;
    for (const auto &change : std::as_const(m_plan)) {
        if (const auto checked = admin::checkChange(*directory, change); !checked) {
            m_page->tell(tr("%1 was taken out of the plan: %2")
                             .arg(admin::sentenceOf(change), checked.error().sentence),
                         true);
            continue;
        }
        admin::applyTo(*directory, change);
        kept.append(change);
    }
    m_plan = kept;
    m_shown = directory;
    show();
}

bool RolesDesk::plan(const QList<Change> &changes)
{
    if (!m_shown)
        return false;
    auto directory = std::make_shared<xsuaa::Directory>(*m_shown);
    for (const auto &change : changes) {
        if (const auto checked = admin::checkChange(*directory, change); !checked) {
            m_page->tell(checked.error().sentence, true);
            return false;
        }
        admin::applyTo(*directory, change);
    }
    m_plan += changes;
    m_look.clear(); // what was looked at may be planned by now
    m_shown = directory;
    show();
    return true;
}

void RolesDesk::planRole(const xsuaa::Role &role, const QString &collection)
{
    const auto create = admin::createRoleChange(role);
    if (const auto checked = admin::checkChange(*m_shown, create); !checked)
        return m_page->refuseRole(checked.error().sentence);
    QList<Change> changes{create};
    if (!collection.isEmpty())
        changes << admin::addRoleChange(collection, {role.appId, role.templateName, role.name});
    if (plan(changes))
        m_page->roleTaken();
}

void RolesDesk::carryOut(const QList<Change> &changes, bool undoing)
{
    if (changes.isEmpty() || m_apply || !m_connection)
        return;
    if (m_read) { // reading again can wait for what the user wants
        m_read->disconnect(this);
        m_read->cancel();
        m_read->deleteLater();
        m_read = nullptr;
        m_again = true;
    }
    m_apply = new admin::ApplyChanges(*m_connection, changes, this);
    connect(m_apply, &admin::ApplyChanges::progressed, m_page, &ui::RolesPage::setRunning);
    connect(m_apply, &admin::ApplyChanges::finished, this, [this, undoing](auto *apply) {
        takeApplied(apply, undoing);
    });
    m_page->setApplying(true);
    m_page->setRunning(tr("Applying"), 0, changes.size());
    m_apply->start();
}

void RolesDesk::takeApplied(admin::ApplyChanges *apply, bool undoing)
{
    apply->deleteLater();
    m_apply = nullptr;
    m_page->setApplying(false);
    m_page->setRunning({}, 0, 0);
    const auto now = QLocale().toString(
        QDateTime::fromMSecsSinceEpoch(m_bench.clock().nowMs()).time(), u"HH:mm:ss"_s);
    auto directory = std::make_shared<xsuaa::Directory>(*m_base);
    for (const auto &change : apply->done()) {
        admin::applyTo(*directory, change);
        m_log.prepend({now, admin::sentenceOf(change)});
    }
    m_base = directory;
    if (undoing) {
        if (apply->result())
            m_batches.removeLast();
    } else {
        if (!apply->done().isEmpty())
            m_batches.append(apply->done());
        m_plan = apply->left();
    }
    replan();
    if (apply->result()) {
        m_page->tell(
            tr("%n change(s) done. Who is logged in already has them after the next login.",
               nullptr,
               int(apply->done().size())),
            false);
    } else {
        const auto rest = tr("%n change(s) done, %1 left in the plan: Apply goes on.",
                             nullptr,
                             int(apply->done().size()))
                              .arg(apply->left().size());
        m_page->tell(apply->result().error().sentence + u' ' + rest, true);
    }
    Q_EMIT applied();
    if (m_again)
        reload();
}

void RolesDesk::undo()
{
    if (m_batches.isEmpty())
        return;
    QList<Change> back;
    const auto &last = m_batches.constLast();
    for (auto it = last.crbegin(); it != last.crend(); ++it)
        back += admin::inverseOf(*it);
    carryOut(back, true);
}

void RolesDesk::show()
{
    if (!m_page)
        return;
    ui::RolesView view;
    view.directory = m_shown;
    for (const auto &change : std::as_const(m_plan))
        view.planned << admin::sentenceOf(change);
    view.log = m_log;
    if (!m_batches.isEmpty())
        view.undo = tr("Takes back: %1").arg(admin::sentenceOf(m_batches.constLast().constLast()));
    m_page->show(view);
    showPerson();
    if (m_shown)
        Q_EMIT directoryShown();
}

} // namespace tokentrail::console
