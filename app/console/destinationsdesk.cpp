// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/destinationsdesk.h"

#include "app/console/destinationviews.h"
#include "core/base/redactor.h"
#include "core/destination/propertiesfile.h"
#include "core/text/diff.h"
#include "ui/call/callpage.h"
#include "ui/destinations/destinationform.h"
#include "ui/widgets/diffdialog.h"
#include "ui/widgets/seams.h"

#include <utility>

namespace tokentrail::console {

using namespace Qt::StringLiterals;
using destination::AdministrationInput;
using text::Json;
using Verb = AdministrationInput::Verb;

namespace {

constexpr auto sandboxId = "sandbox"_L1;

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
    connect(&bench, &Workbench::faultsChanged, this, [this] {
        if (m_page && m_current == sandboxId && !m_checked.isEmpty()) {
            m_isOutdated = true;
            tellOutdated();
        }
    });
    connect(&bench, &Workbench::sessionsChanged, this, [this] {
        if (m_page)
            m_page->setSessions(m_bench.sessions().choices(), u"alice"_s);
    });
}

QWidget *DestinationsDesk::makePage()
{
    m_page = new ui::DestinationsPage;
    connect(m_page, &ui::DestinationsPage::serviceChosen, this, [this](const QString &id) {
        useService(id);
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
    connect(m_page, &ui::DestinationsPage::refreshRequested, this, [this] { reload(); });
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
        m_checked.clear();
        m_page->showDestination(viewOfNew());
        advise();
    });
    connect(m_page, &ui::DestinationsPage::edited, this, &DestinationsDesk::advise);
    connect(m_page, &ui::DestinationsPage::saveRequested, this, [this] {
        propose({fromForm()}, m_page->form()->before());
    });
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
        reload();
}

// What waits for the list of another service, or was proved with it, says nothing of this one.
void DestinationsDesk::useService(const QString &id)
{
    m_current = id;
    m_wanted.clear();
    m_checked.clear();
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
    if (!select.isEmpty()) // also when it is read once more before the answer
        m_wanted = select;
    ask(asking(Verb::List), [this, reading](const Json &answer) {
        if (reading != m_reading)
            return;
        m_destinations = {answer.elements().begin(), answer.elements().end()};
        if (m_destinations.isEmpty())
            m_page->setEmptyText(tr("This service holds no destination yet. Import one, or drop a "
                                    "file of destinations here."));
        else
            m_page->setRows(rowsOf(m_destinations));
        if (const auto wanted = std::exchange(m_wanted, {}); !wanted.isEmpty())
            m_page->select(wanted);
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
    if (m_isOutdated && properties[u"Name"].toString() == m_checked)
        return tellOutdated(); // the list was read again, and no more
    m_checked.clear();
}

void DestinationsDesk::tellOutdated()
{
    m_page->setChecks(tr("The sandbox behaves otherwise by now; check once more."), {});
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

void DestinationsDesk::propose(const QList<Json> &wanted, const QString &edited)
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
    auto note = tr("To %1.").arg(m_services[m_current].destinationKey.destinationUri.host());
    if (!edited.isEmpty() && !names.contains(edited))
        note += u' '
            + tr("Another Name makes another destination; %1 stays as it is. To rename it, remove "
                 "it afterwards.")
                  .arg(edited);
    dialog->offer(tr("Send it"), note);
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
    const QByteArray text = destination::maskedProperties(*current).toIndented() + "\n";
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

void DestinationsDesk::call(const QString &name)
{
    if (m_current != sandboxId)
        return m_page->tell(
            tr("The Call page calls through destinations of the sandbox; check this "
               "one here instead."),
            false);
    // As it would be checked here: a call of its own, with nothing of the one before.
    auto *page = m_bench.window().callPage();
    ui::CallDraft draft;
    draft.target = page->draft().target;
    draft.session = m_page->sessionToCheckAs();
    draft.via = name;
    draft.url = m_page->pathToCheck();
    if (draft.url.isEmpty())
        draft.url = samplePathOf(name);
    page->setDraft(draft);
    m_bench.useSession(draft.session); // and tells what will happen
    m_bench.window().showPage(1);
}

// What the backend of the sandbox has to show; nobody knows what another target serves.
QString DestinationsDesk::samplePathOf(const QString &name) const
{
    const auto *sandbox = m_bench.sandbox();
    const auto properties = known(name);
    const auto sample = known(u"S4_PP"_s);
    const bool isBackend = sandbox && properties && sample
        && (*properties)[u"URL"].toString() == (*sample)[u"URL"].toString();
    return isBackend ? u"/sap/opu/odata/sap/API_FUNCTIONALLOCATION/FunctionalLocation?$top=3"_s
                     : u"/"_s;
}

} // namespace tokentrail::console
