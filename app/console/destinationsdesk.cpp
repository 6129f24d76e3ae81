// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/destinationsdesk.h"

#include "app/console/destinationviews.h"
#include "core/base/redactor.h"
#include "core/call/tokenfetch.h"
#include "core/destination/check.h"
#include "core/destination/propertiesfile.h"
#include "core/text/diff.h"
#include "core/text/editfile.h"
#include "ui/call/callpage.h"
#include "ui/destinations/destinationform.h"
#include "ui/widgets/diffdialog.h"
#include "ui/widgets/seams.h"

#include <QFile>
#include <QFileInfo>

namespace tokentrail::console {

using namespace Qt::StringLiterals;
using destination::AdministrationInput;
using text::Json;
using Verb = AdministrationInput::Verb;

namespace {

constexpr auto sandboxId = "sandbox"_L1;
constexpr qint64 largestFile = 16 * 1024 * 1024;

Result<QByteArray> contentOf(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile)
        return Error{ErrorCode::Io, DestinationsDesk::tr("%1 cannot be read.").arg(name)};
    return file.readAll();
}

AdministrationInput asking(Verb verb, const QString &name = {})
{
    AdministrationInput input;
    input.verb = verb;
    input.name = name;
    return input;
}

} // namespace

DestinationsDesk::DestinationsDesk(Workbench &bench, QObject *parent)
    : QObject(parent)
    , m_bench(bench)
{
    bench.window().addPage(tr("Destinations"), 8, [this] { return makePage(); });
    connect(&bench, &Workbench::landscapeChanged, this, &DestinationsDesk::takePlace);
    connect(&bench, &Workbench::sessionsChanged, this, [this] {
        if (m_page)
            m_page->setSessions(m_bench.sessions().choices(), u"alice"_s);
    });
}

QWidget *DestinationsDesk::makePage()
{
    m_page = new ui::DestinationsPage;
    connect(m_page, &ui::DestinationsPage::serviceChosen, this, [this](const QString &id) {
        m_current = id;
        reload();
    });
    connect(m_page, &ui::DestinationsPage::openKeyRequested, this, [this] {
        m_bench.seams().askOpenFile(
            m_page, tr("Open the key of a Destination service"), {}, [this](const QString &file) {
                if (!file.isEmpty())
                    readKeys({file});
            });
    });
    connect(m_page, &ui::DestinationsPage::filesDropped, this, &DestinationsDesk::takeFiles);
    connect(m_page, &ui::DestinationsPage::refreshRequested, this, [this] {
        reload(m_page->currentName());
    });
    connect(m_page, &ui::DestinationsPage::chosen, this, [this](const QString &name) {
        if (const auto properties = known(name))
            show(*properties);
    });
    connectForm();
    m_page->setSessions(m_bench.sessions().choices(), u"alice"_s);
    takePlace();
    return m_page;
}

void DestinationsDesk::connectForm()
{
    connect(m_page, &ui::DestinationsPage::newRequested, this, [this] {
        m_page->showDestination(viewOfNew());
        advise();
    });
    connect(m_page, &ui::DestinationsPage::edited, this, &DestinationsDesk::advise);
    connect(m_page, &ui::DestinationsPage::saveRequested, this, [this] { propose({fromForm()}); });
    connect(m_page, &ui::DestinationsPage::removeRequested, this, &DestinationsDesk::remove);
    connect(m_page, &ui::DestinationsPage::importRequested, this, &DestinationsDesk::import);
    connect(m_page, &ui::DestinationsPage::exportRequested, this, &DestinationsDesk::exportTo);
    connect(m_page, &ui::DestinationsPage::callRequested, this, &DestinationsDesk::call);
    connect(m_page, &ui::DestinationsPage::checkRequested, this, &DestinationsDesk::check);
}

void DestinationsDesk::takePlace()
{
    const auto &place = m_bench.place();
    if (place.destinationKey) {
        m_services[sandboxId] = {
            tr("the sandbox"), *place.destinationKey, place.connectivityKey, place.tls};
        if (m_current.isEmpty())
            m_current = sandboxId;
    }
    if (!m_page)
        return;
    showServices();
    if (m_current.isEmpty())
        m_page->setEmptyText(tr(
            "Open the key of a Destination service, or drop it here.\n\n"
            "You see its destinations with their own property names, which token each of them "
            "needs, and what will not work, before anything is sent. Checks say what they prove."));
    else if (m_current == sandboxId || m_destinations.isEmpty())
        reload(m_page->currentName());
}

void DestinationsDesk::readKeys(const QStringList &files)
{
    for (const auto &name : files) {
        const auto content = contentOf(name);
        const auto keys = content ? xsuaa::readServiceKeys(*content, name)
                                  : Result<std::vector<xsuaa::ServiceKey>>(content.error());
        if (!keys)
            return m_page->tell(keys.error().toString(), true);
        std::optional<Service> service;
        std::optional<xsuaa::ServiceKey> connectivity;
        for (const auto &key : *keys) {
            if (key.kind == xsuaa::ServiceKind::Destination && !service)
                service = Service{QFileInfo(name).fileName(), key, {}, {}};
            else if (key.kind == xsuaa::ServiceKind::Connectivity)
                connectivity = key;
        }
        if (!service)
            return m_page->tell(tr("%1 holds no key of a Destination service.").arg(name), true);
        service->connectivityKey = connectivity;
        service->tls = m_bench.place().tls; // a key of the sandbox is trusted as it is
        m_services[name] = *service;
        m_current = name;
    }
    showServices();
    reload();
}

void DestinationsDesk::showServices()
{
    QList<ui::Choice> choices;
    for (const auto &[id, service] : m_services)
        choices << ui::Choice{id, service.title, service.destinationKey.destinationUri.host(), {}};
    m_page->setServices(choices, m_current);
}

void DestinationsDesk::ask(AdministrationInput input, const Then &then)
{
    const auto service = m_services.find(m_current);
    if (service == m_services.end())
        return m_page->tell(tr("Open the key of a Destination service first."), true);
    input.key = service->second.destinationKey;
    input.tls = service->second.tls;
    auto *job = new destination::AdministrationJob(m_bench.client(), input, this);
    connect(job,
            &destination::AdministrationJob::finished,
            this,
            [this, then](destination::AdministrationJob *done) {
                done->deleteLater();
                if (!m_page)
                    return;
                if (done->result())
                    then(*done->result());
                else
                    m_page->tell(done->result().error().toString(), true);
            });
    job->start();
}

void DestinationsDesk::reload(const QString &select)
{
    const auto reading = ++m_reading;
    ask(asking(Verb::List), [this, reading, select](const Json &answer) {
        if (reading != m_reading)
            return;
        m_destinations = {answer.elements().begin(), answer.elements().end()};
        if (m_destinations.isEmpty())
            m_page->setEmptyText(tr("This service holds no destination yet. Import one, or drop a "
                                    "file of destinations here."));
        else
            m_page->setRows(rowsOf(m_destinations));
        if (!select.isEmpty())
            m_page->select(select);
        Q_EMIT listed();
    });
}

std::optional<Json> DestinationsDesk::known(const QString &name) const
{
    for (const auto &properties : m_destinations) {
        if (properties[u"Name"].toString() == name)
            return properties;
    }
    return std::nullopt;
}

void DestinationsDesk::show(const Json &properties)
{
    m_page->showDestination(viewOf(properties));
}

void DestinationsDesk::advise()
{
    const auto view = viewOf(fromForm());
    m_page->setAdvice(view.needs, view.notes);
}

Json DestinationsDesk::fromForm() const
{
    return propertiesOf(m_page->form()->properties());
}

void DestinationsDesk::propose(const QList<Json> &wanted)
{
    QByteArray before;
    QByteArray after;
    QStringList names;
    for (const auto &properties : wanted) {
        const auto name = properties[u"Name"].toString();
        if (name.isEmpty())
            return m_page->tell(tr("A destination needs a Name."), true);
        names << name;
        const auto current = known(name);
        if (current)
            before += destination::maskedProperties(*current).toIndented() + "\n";
        after += maskedAgainst(properties, current).toIndented() + "\n";
    }
    if (before == after)
        return m_page->tell(tr("That is what the service holds already."), false);
    const auto diff = text::unifiedDiff(before, after, names.join(u", "_s));
    auto *dialog = new ui::DiffDialog(
        m_bench.seams(), tr("Change %1").arg(names.join(u", "_s)), QString::fromUtf8(diff), m_page);
    dialog->offer(tr("Send it"),
                  tr("To %1.").arg(m_services[m_current].destinationKey.destinationUri.host()));
    connect(dialog, &QDialog::accepted, this, [this, wanted] { store(wanted, {}); });
    dialog->open();
}

// One after the other; where one fails, it is told what was done before.
void DestinationsDesk::store(QList<Json> waiting, const QStringList &done)
{
    if (waiting.isEmpty()) {
        m_page->tell(tr("%1 is stored.").arg(done.join(u", "_s)), false);
        reload(done.constLast());
        if (m_current == sandboxId)
            Q_EMIT m_bench.landscapeChanged();
        return;
    }
    const auto next = waiting.takeFirst();
    const auto name = next[u"Name"].toString();
    auto input = asking(known(name) ? Verb::Update : Verb::Create, name);
    input.properties = next;
    ask(input,
        [this, waiting, done, name](const Json &) { store(waiting, done + QStringList{name}); });
}

void DestinationsDesk::remove(const QString &name)
{
    const auto current = known(name);
    if (!current)
        return;
    const auto text = destination::maskedProperties(*current).toIndented() + "\n";
    auto *dialog = new ui::DiffDialog(m_bench.seams(),
                                      tr("Remove %1").arg(name),
                                      QString::fromUtf8(text::unifiedDiff(text, {}, name)),
                                      m_page);
    dialog->offer(tr("Remove it"), tr("There is no way back but to import it again."));
    connect(dialog, &QDialog::accepted, this, [this, name] {
        ask(asking(Verb::Remove, name), [this, name](const Json &) {
            m_page->tell(tr("%1 is removed.").arg(name), false);
            reload();
            if (m_current == sandboxId)
                Q_EMIT m_bench.landscapeChanged();
        });
    });
    dialog->open();
}

// A key, or destinations: the file itself says which.
void DestinationsDesk::takeFiles(const QStringList &files)
{
    QList<Json> destinations;
    for (const auto &name : files) {
        const auto content = contentOf(name);
        if (!content)
            return m_page->tell(content.error().toString(), true);
        if (const auto read = destination::readDestinations(*content, name)) {
            destinations += *read;
            continue;
        }
        return readKeys({name});
    }
    if (!destinations.isEmpty())
        propose(destinations);
}

void DestinationsDesk::import()
{
    m_bench.seams().askOpenFile(m_page, tr("Import destinations"), {}, [this](const QString &file) {
        if (file.isEmpty())
            return;
        const auto content = contentOf(file);
        const auto read = content ? destination::readDestinations(*content, file)
                                  : Result<QList<Json>>(content.error());
        if (!read)
            return m_page->tell(read.error().toString(), true);
        propose(*read);
    });
}

void DestinationsDesk::exportTo(const QString &name)
{
    const auto properties = known(name);
    if (!properties)
        return;
    const auto write = [this, properties = *properties](const QString &file) {
        if (file.isEmpty())
            return;
        const auto given = destination::withoutSecrets(properties);
        const auto content = file.endsWith(".json"_L1) ? QByteArray(given.toIndented() + "\n")
                                                       : destination::toPropertiesFile(given);
        const auto before = text::readForEdit(file);
        const auto done =
            before ? text::writeEdited(*before, content) : Result<void>(before.error());
        if (!done)
            m_page->tell(done.error().toString(), true);
        else
            m_page->tell(tr("%1 is written, without passwords and secrets.").arg(file), false);
    };
    m_bench.seams().askSaveFile(m_page,
                                tr("Export %1").arg(name),
                                name + u".json"_s,
                                tr("JSON (*.json);;Properties (*.properties)"),
                                write);
}

void DestinationsDesk::call(const QString &name)
{
    if (m_current != sandboxId)
        return m_page->tell(
            tr("The Call page calls through destinations of the sandbox; check this "
               "one here instead."),
            false);
    auto *page = m_bench.window().callPage();
    auto draft = page->draft();
    draft.via = name;
    draft.url = u"/sap/opu/odata/sap/API_FUNCTIONALLOCATION/FunctionalLocation?$top=3"_s;
    page->setDraft(draft);
    m_bench.window().showPage(1);
}

void DestinationsDesk::check(const QString &name, const QString &sessionId, const QString &path)
{
    const auto *entry = m_bench.sessions().find(sessionId);
    if (!entry || !m_bench.sessions().needsToken(*entry))
        return runCheck(name, entry ? entry->session : call::Session(), path);
    if (!m_bench.place().appKey)
        return m_page->tell(
            tr("No service key is at hand to sign %1 in with.").arg(entry->session.title), true);
    m_page->setChecks(tr("%1 signs in.").arg(entry->session.title), {});
    call::TokenFetchInput input;
    input.key = *m_bench.place().appKey;
    input.grant = entry->session.grant;
    input.userName = entry->session.userName;
    input.password = entry->session.password;
    input.tls = m_bench.place().tls;
    auto *fetch = new call::TokenFetch(m_bench.client(), input, this);
    connect(fetch,
            &call::TokenFetch::finished,
            this,
            [this, name, sessionId, path](call::TokenFetch *done) {
                done->deleteLater();
                if (!done->result())
                    return m_page->tell(done->result().error().toString(), true);
                m_bench.sessions().signedIn(sessionId, *done->result(), done->exchanges());
                Q_EMIT m_bench.sessionsChanged();
                runCheck(name, m_bench.sessions().find(sessionId)->session, path);
            });
    fetch->start();
}

void DestinationsDesk::runCheck(const QString &name,
                                const call::Session &session,
                                const QString &path)
{
    const auto service = m_services.find(m_current);
    if (service == m_services.end() || !m_page)
        return;
    destination::ChainInput input;
    input.destinationName = name;
    input.destinationKey = service->second.destinationKey;
    input.connectivityKey = service->second.connectivityKey;
    input.userToken = session.accessToken;
    input.pathAndQuery = path.toUtf8();
    input.headers = {{"Accept", "application/json"}};
    input.tls = service->second.tls;
    m_page->setChecks(tr("The call through %1 is under way.").arg(name), {});
    auto *chain = new destination::Chain(m_bench.client(), input, this);
    connect(chain,
            &destination::Chain::finished,
            this,
            [this, who = session.userName](destination::Chain *done) {
                done->deleteLater();
                if (m_page)
                    showChecks(*done, who);
                Q_EMIT checked();
            });
    chain->start();
}

void DestinationsDesk::showChecks(const destination::Chain &chain, const QString &who)
{
    const auto checks = destination::checksOf(destination::CheckInput::of(chain, who));
    m_page->setChecks(who.isEmpty() ? tr("One call, for nobody in person:")
                                    : tr("One call, as %1:").arg(who),
                      notesOf(checks));
}

} // namespace tokentrail::console
