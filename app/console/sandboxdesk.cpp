// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/sandboxdesk.h"

#include "app/console/examples.h"
#include "ui/call/callpage.h"
#include "ui/shell/statusstrip.h"
#include "ui/widgets/seams.h"

namespace tokentrail::console {

using namespace Qt::StringLiterals;
using sandbox::Scenario;
using text::Json;
using ui::ScenarioView;

namespace {

const QString applicationSession = u"application:"_s;

QString sessionOf(const Scenario &scenario)
{
    return scenario.call.as == "application"_L1 ? applicationSession : scenario.call.as;
}

QString callInWords(const Scenario::Call &call)
{
    const auto who = call.as.isEmpty() ? SandboxDesk::tr("nobody")
        : call.as == "application"_L1  ? SandboxDesk::tr("the application")
                                       : call.as;
    const auto words =
        SandboxDesk::tr("%1 %2 as %3").arg(QString::fromLatin1(call.method), call.path, who);
    return call.destination.isEmpty() ? words
                                      : SandboxDesk::tr("%1, via %2").arg(words, call.destination);
}

ScenarioView viewOf(const Scenario &scenario)
{
    ScenarioView view;
    view.id = scenario.id;
    view.group = scenario.group;
    view.title = scenario.title;
    view.symptom = scenario.symptom;
    for (const auto &[name, value] : scenario.faults)
        view.setUp << SandboxDesk::tr("fault %1 = %2").arg(name, value);
    for (const auto &destination : scenario.destinations)
        view.setUp << SandboxDesk::tr("destination %1").arg(destination[u"Name"].toString());
    if (!scenario.call.password.isEmpty()) {
        view.setUp << SandboxDesk::tr("another password than the user's");
        view.whyNotHere = SandboxDesk::tr("Signing in fails before there is a call: see it with "
                                          "tokentrailctl sandbox scenario run %1")
                              .arg(scenario.id);
    }
    view.call = callInWords(scenario.call);
    view.finding = scenario.finding;
    view.learn = scenario.learn;
    return view;
}

ui::CallDraft draftOf(const Scenario &scenario)
{
    ui::CallDraft draft;
    draft.session = sessionOf(scenario);
    draft.target = QString::fromLatin1(sampleTarget);
    draft.method = scenario.call.method;
    draft.url = scenario.call.path;
    draft.via = scenario.call.destination;
    draft.body = scenario.call.body;
    for (const auto &[name, value] : scenario.call.headers)
        draft.headers.add(name, value);
    return draft;
}

} // namespace

SandboxDesk::SandboxDesk(Workbench &bench, const QString &stateDir, QObject *parent)
    : QObject(parent)
    , m_bench(bench)
    , m_stateDir(stateDir)
{
    bench.window().addPage(tr("Sandbox"), 0, [this] { return makePage(); });
    connect(&bench, &Workbench::landscapeChanged, this, &SandboxDesk::show);
}

QWidget *SandboxDesk::makePage()
{
    m_page = new ui::SandboxPage;
    QList<ScenarioView> views;
    for (const auto &scenario : sandbox::scenarios())
        views.append(viewOf(scenario));
    m_page->setScenarios(views);
    connect(m_page, &ui::SandboxPage::startRequested, this, &SandboxDesk::startWanted);
    connect(m_page, &ui::SandboxPage::stopRequested, this, &SandboxDesk::stop);
    connect(m_page, &ui::SandboxPage::demonstrationRequested, this, &SandboxDesk::demonstrate);
    connect(m_page, &ui::SandboxPage::bindingsRequested, this, &SandboxDesk::copyBindings);
    connect(m_page,
            &ui::SandboxPage::faultSet,
            this,
            [this](const QString &name, const QString &value) {
                command(u"fault.set"_s, Json::object({{u"name"_s, name}, {u"value"_s, value}}));
            });
    connect(m_page, &ui::SandboxPage::faultCleared, this, [this](const QString &name) {
        command(u"fault.clear"_s, Json::object({{u"name"_s, name}}));
    });
    connect(m_page, &ui::SandboxPage::addressCopied, this, [this](const QString &value) {
        m_bench.seams().copyText(value);
    });
    show();
    return m_page;
}

void SandboxDesk::show()
{
    if (!m_page)
        return;
    ui::SandboxView view;
    view.state = m_stateDir;
    auto *sandbox = m_bench.sandbox();
    view.running = sandbox != nullptr;
    if (sandbox) {
        const auto &where = sandbox->endpoints();
        view.addresses = {
            {tr("XSUAA"), where.xsuaaUrl.toString()},
            {tr("XSUAA, plain http"), where.xsuaaHttpUrl.toString()},
            {tr("Destination service"), where.destinationUri.toString()},
            {tr("Connectivity proxy"), where.proxyHost + u':' + QString::number(where.proxyPort)},
            {tr("Backend"), where.backendUrl.toString()},
            {tr("Sample service"), where.serviceUrl.toString()},
            {tr("Certificate authority"), where.caFile},
            {tr("Start"), QString(u"NODE_EXTRA_CA_CERTS="_s + where.caFile + u" cds watch"_s)}};
        if (const auto faults = sandbox->command(u"fault.list"_s, Json::object())) {
            for (const auto &fault : faults->elements())
                view.faults.append({fault[u"name"].toString(),
                                    fault[u"meaning"].toString(),
                                    fault[u"value"].toString(),
                                    fault[u"default"].toString()});
        }
    }
    m_page->setView(view);
}

void SandboxDesk::stop()
{
    m_bench.stopSandbox();
    m_bench.window().statusStrip()->setPlace(
        tr("SANDBOX · stopped"), ui::Tone::Neutral, m_stateDir);
}

bool SandboxDesk::command(const QString &verb, const Json &arguments)
{
    auto *sandbox = m_bench.sandbox();
    if (!sandbox)
        return false;
    const auto done = sandbox->command(verb, arguments);
    Q_EMIT m_bench.faultsChanged();
    show(); // also after a refusal: the switch goes back
    if (!done)
        m_page->tellError(done.error().toString());
    return bool(done);
}

void SandboxDesk::demonstrate(const QString &id)
{
    const auto *scenario = sandbox::findScenario(id);
    if (!scenario || !m_bench.sandbox() || !scenario->call.password.isEmpty())
        return;
    // A token that was got before would hide what is wrong with new ones.
    const auto session = sessionOf(*scenario);
    m_bench.sessions().forgetToken(session);
    if (scenario->call.tokenBeforeFaults && m_bench.sessions().find(session))
        signInThenBreak(*scenario);
    else
        breakAndSend(*scenario);
}

void SandboxDesk::signInThenBreak(const Scenario &scenario)
{
    if (!m_bench.place().appKey || !command(u"fault.clear"_s, Json::object()))
        return;
    auto *signIn = m_bench.signIn(sessionOf(scenario), this);
    connect(signIn, &SessionSignIn::finished, this, [this, scenario](SessionSignIn *done) {
        if (done->error())
            m_page->tellError(done->error()->toString());
        else
            breakAndSend(scenario);
        done->deleteLater();
    });
    signIn->start();
}

void SandboxDesk::breakAndSend(const Scenario &scenario)
{
    const auto done =
        sandbox::applyScenario(scenario, [this](const QString &verb, const Json &arguments) {
            return m_bench.sandbox()->command(verb, arguments);
        });
    Q_EMIT m_bench.faultsChanged();
    show();
    if (!done)
        return m_page->tellError(done.error().toString());
    auto *page = m_bench.window().callPage();
    m_bench.window().showPage(1);
    page->setDraft(draftOf(scenario));
    page->send();
}

void SandboxDesk::copyBindings(const QString &format)
{
    using sandbox::BindingFormat;
    auto *sandbox = m_bench.sandbox();
    if (!sandbox)
        return;
    const auto kind = format == "service-key"_L1 ? BindingFormat::ServiceKey
        : format == "cdsrc-private"_L1           ? BindingFormat::CdsrcPrivate
                                                 : BindingFormat::DefaultEnv;
    const auto document = sandbox->bindings(kind);
    if (!document)
        return m_page->tellError(document.error().toString());
    m_bench.seams().copySecret(Secret(document->toIndented() + '\n'));
    m_page->tellCopied(format);
}

} // namespace tokentrail::console
