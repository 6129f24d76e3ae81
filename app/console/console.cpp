// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/console.h"

#include "app/console/examples.h"
#include "core/jose/jwt.h"
#include "core/sandbox/customerservice.h"
#include "core/sandbox/sandbox.h"
#include "ui/call/callpage.h"
#include "ui/shell/statusstrip.h"

#include <QDateTime>
#include <QDir>
#include <QTimer>

#include <algorithm>

namespace tokentrail::console {

using namespace Qt::StringLiterals;

namespace {

constexpr int lifeRefreshMs = 20'000;

// A state folder beside the one that somebody else owns, for this process alone.
QString freshStateDir(const QString &owned)
{
    for (auto number = 2;; ++number) {
        const QString candidate = owned + u'-' + QString::number(number);
        if (!QDir(candidate).exists())
            return candidate;
    }
}

QString settingsFileOf(const Options &options)
{
    return options.configDir.isEmpty() ? QString()
                                       : QDir(options.configDir).filePath(u"tokentrail.ini"_s);
}

} // namespace

Console::Console(ui::MainWindow &window, Options options, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_options(std::move(options))
    , m_bench(window, Clock::system())
    , m_book(m_bench)
    , m_trails(m_bench, m_book)
    , m_findings(m_bench, m_book, settingsFileOf(m_options))
    , m_tokens(m_bench)
    , m_users(m_bench)
    , m_project(m_bench, settingsFileOf(m_options))
    , m_keys(m_bench)
    , m_sandboxDesk(m_bench, m_options.stateDir)
    , m_roles(m_bench)
    , m_destinations(m_bench)
    , m_signIn(m_bench)
{
    connectPage();
    connect(&window, &ui::MainWindow::signInSheetMade, this, &Console::connectSignIn);
    connect(&m_bench, &Workbench::landscapeChanged, this, &Console::readLandscape);
    connect(&m_sandboxDesk, &SandboxDesk::startWanted, this, [this] {
        startSandbox(m_options.stateDir);
    });
    connect(&m_bench, &Workbench::sessionsChanged, this, &Console::showSessions);
    connect(&m_bench, &Workbench::sessionWanted, this, &Console::choose);
    auto *timer = new QTimer(this);
    timer->setInterval(lifeRefreshMs);
    connect(timer, &QTimer::timeout, &m_signIn, &SignInDesk::tick);
    connect(timer, &QTimer::timeout, this, &Console::showSessions);
    timer->start();
}

Console::~Console() = default;

void Console::connectPage()
{
    auto *page = m_window.callPage();
    connect(page, &ui::CallPage::sendRequested, this, &Console::send);
    connect(page, &ui::CallPage::draftChanged, this, &Console::showPlan);
    connect(page, &ui::CallPage::predictionActivated, this, [this] {
        if (const auto prediction = m_project.predictionFor(m_window.callPage()->draft()))
            m_project.showReason(*prediction);
    });
    connect(page, &ui::CallPage::assignmentRequested, &m_bench, &Workbench::assignmentWanted);
    connect(&m_project, &ProjectDesk::predictionsChanged, this, &Console::showPrediction);
    connect(page, &ui::CallPage::cancelRequested, this, [this] {
        if (m_call)
            m_call->cancel();
    });
    connect(page, &ui::CallPage::freshSandboxRequested, this, [this] {
        startSandbox(freshStateDir(m_options.stateDir));
    });
    connect(m_window.navigation(), &ui::Navigation::pastCallChosen, this, [this](int index) {
        const auto outcome = m_outcomes.value(index);
        m_window.callPage()->setDraft(outcome.draft);
        m_window.callPage()->setOutcome(outcome);
    });
}

void Console::connectSignIn(ui::SignInSheet *sheet)
{
    sheet->setUsers(m_userCards);
    connect(sheet, &ui::SignInSheet::userChosen, this, &Console::choose);
    connect(
        sheet, &ui::SignInSheet::applicationChosen, this, [this] { choose(u"application:"_s); });
    connect(sheet, &ui::SignInSheet::nobodyChosen, this, [this] { choose({}); });
    connect(sheet, &ui::SignInSheet::tokenPasted, this, [this](const Secret &token) {
        const auto id = m_bench.sessions().addPasted(token);
        showSessions();
        choose(id);
    });
}

void Console::start()
{
    m_bench.sessions().addNobody();
    m_bench.vault().lockAfter(VaultKeeper::usualIdleMs);
    m_bench.vault().open(m_options.vaultFile, m_options.keychain);
    if (m_options.sandbox) {
        startSandbox(m_options.stateDir);
        return;
    }
    showSessions();
    m_window.callPage()->setVias({{QString(), tr("direct"), {}, {}}});
    m_window.callPage()->setTargets({{QString(), tr("the host of the URL"), {}, {}}});
    m_window.statusStrip()->setPlace(tr("no sandbox"), ui::Tone::Neutral, {});
    Q_EMIT ready();
}

void Console::startSandbox(const QString &stateDir)
{
    m_window.statusStrip()->setPlace(tr("SANDBOX · starting"), ui::Tone::Accent, stateDir);
    auto &sandbox = m_bench.replaceSandbox();
    connect(&sandbox, &sandbox::Sandbox::started, this, &Console::sandboxStarted);
    connect(&sandbox, &sandbox::Sandbox::failed, this, &Console::sandboxFailed);
    sandbox::StartOptions options;
    options.stateDir = stateDir;
    sandbox.start(options);
}

void Console::sandboxStarted()
{
    const auto place = placeOf(*m_bench.sandbox());
    if (!place) {
        m_window.callPage()->tellError(place.error().toString());
        return;
    }
    m_bench.setPlace(*place);
    m_window.callPage()->setExamples(exampleCalls());
    m_window.callPage()->setDraft(firstCall());
    showPlan();
    Q_EMIT ready();
}

// A fault that was set in an earlier run is still in force: whoever wonders must see it anywhere.
void Console::showPlace()
{
    auto *sandbox = m_bench.sandbox();
    if (!sandbox || !sandbox->isRunning())
        return;
    const auto &where = sandbox->endpoints();
    int faults = 0;
    if (const auto list = sandbox->command(u"fault.list"_s, text::Json::object())) {
        faults = int(std::count_if(list->elements().begin(),
                                   list->elements().end(),
                                   [](const auto &fault) { return !fault[u"value"].isNull(); }));
    }
    m_window.statusStrip()->setPlace(
        faults == 0 ? tr("SANDBOX · subaccount dev")
                    : tr("SANDBOX · subaccount dev · %n fault(s) on purpose", nullptr, faults),
        faults == 0 ? ui::Tone::Person : ui::Tone::Client,
        tr("XSUAA %1, Destination service %2, proxy %3:%4, backend %5, sample service %6")
            .arg(where.xsuaaUrl.toString(),
                 where.destinationUri.toString(),
                 where.proxyHost,
                 QString::number(where.proxyPort),
                 where.backendUrl.toString(),
                 where.serviceUrl.toString()));
}

void Console::sandboxFailed(const Error &error)
{
    m_window.statusStrip()->setPlace(
        tr("SANDBOX · not running"), ui::Tone::Error, error.toString());
    showSessions();
    if (error.code == ErrorCode::Conflict)
        m_window.callPage()->offerFreshSandbox(error.toString());
    else
        m_window.callPage()->tellError(error.toString());
    Q_EMIT ready();
}

void Console::readLandscape()
{
    const auto *sandbox = m_bench.sandbox();
    if (!sandbox)
        return;
    m_userCards.clear();
    for (const auto &user : sandbox->users()) {
        // The sandbox's own users have their name as password; it is no secret.
        m_bench.sessions().addUser(user.userName, user.origin, Secret(user.userName));
        m_userCards.append({user.userName,
                            user.roleCollections.isEmpty() ? tr("no role collection")
                                                           : user.roleCollections.join(u", "_s)});
    }
    if (!m_bench.sessions().find(u"application:"_s))
        m_bench.sessions().addApplication();
    if (m_window.hasSignInSheet())
        m_window.signInSheet()->setUsers(m_userCards);
    QList<ui::Choice> vias{{QString(), tr("direct"), {}, {}}};
    for (const auto &name : sandbox->destinationNames())
        vias.append({name, name, {}, tr("Destinations of the sandbox")});
    auto *page = m_window.callPage();
    page->setVias(vias);
    page->setTargets({{QString::fromLatin1(sampleTarget),
                       tr("Sample service"),
                       m_bench.place().serviceUrl.toString(),
                       {}},
                      {QString(), tr("the host of the URL"), {}, {}}});
    showSessions();
    showPlace();
}

void Console::showSessions()
{
    showPrediction();
    m_window.callPage()->setSessions(m_bench.sessions().choices());
    m_window.statusStrip()->setWho(m_bench.sessions().whoIsSignedIn());
}

void Console::choose(const QString &sessionId)
{
    auto draft = m_window.callPage()->draft();
    draft.session = sessionId;
    m_window.callPage()->setDraft(draft);
    showPlan();
}

CallConductor::Inputs Console::inputsFor(const ui::CallDraft &draft)
{
    QList<trail::Trail> earlier;
    for (const auto &outcome : std::as_const(m_outcomes))
        earlier.append(outcome.trail);
    auto *sandbox = m_bench.sandbox();
    return {m_bench.client(),
            m_bench.sessions(),
            m_bench.vault().shared(),
            sandbox ? &sandbox->journal() : nullptr,
            m_bench.place(),
            draft,
            earlier,
            [this, draft](diagnosis::Case &about) {
                testify(draft, about);
            }};
}

// By the directory of the token's issuer, and by the model of the open project or of the sandbox's
// sample service.
void Console::testify(const ui::CallDraft &draft, diagnosis::Case &about)
{
    if (const auto *entry = m_bench.sessions().find(draft.session)) {
        const auto token = jose::decodeToken(entry->session.accessToken.reveal());
        about.directory = m_bench.directories().of(token.claims[u"iss"].toString());
    }
    if (const auto prediction = m_project.predictionFor(draft))
        about.rolesThatWouldDo = prediction->roles;
    else if (draft.target.toLatin1() == sampleTarget)
        about.rolesThatWouldDo =
            sandbox::CustomerService::rolesFor(draft.method, QUrl(draft.url).path());
}

void Console::showPlan()
{
    m_window.callPage()->setPlan(CallConductor::plan(inputsFor(m_window.callPage()->draft())));
    showPrediction();
}

void Console::showPrediction()
{
    auto *page = m_window.callPage();
    const auto prediction = m_project.predictionFor(page->draft());
    page->setPrediction(prediction
                            ? tr("expected %1: %2").arg(prediction->status).arg(prediction->brief)
                            : QString(),
                        prediction && prediction->status >= 400);
}

void Console::send(const ui::CallDraft &draft)
{
    if (m_call)
        m_call->deleteLater();
    m_call = new CallConductor(inputsFor(draft), this);
    connect(m_call, &CallConductor::stepStarted, m_window.callPage(), &ui::CallPage::setRunning);
    connect(m_call, &CallConductor::signedIn, this, &Console::showSessions);
    connect(m_call, &CallConductor::failed, m_window.callPage(), &ui::CallPage::tellError);
    connect(m_call, &CallConductor::finished, this, &Console::take);
    m_window.callPage()->setRunning(tr("The call is under way."));
    m_call->start();
}

void Console::take(const ui::CallOutcome &outcome)
{
    m_outcomes.append(outcome);
    m_window.callPage()->setOutcome(outcome);
    const auto *entry = m_bench.sessions().find(outcome.draft.session);
    m_window.navigation()->addPastCall(
        {outcome.draft.url.section(u'?', 0, 0),
         // In this order, since the narrow list cuts at the end, and names may be long.
         tr("%1 · %2 · %3")
             .arg(QDateTime::fromSecsSinceEpoch(m_bench.clock().nowSeconds()).toString(u"HH:mm"_s),
                  !outcome.sent                      ? tr("not sent")
                      : outcome.response.status == 0 ? tr("no answer")
                                                     : QString::number(outcome.response.status),
                  entry ? entry->session.title : tr("nobody")),
         outcome.response.status == 0 || outcome.response.status >= 400});
    Q_EMIT m_bench.outcomeTaken(outcome);
    Q_EMIT outcomeShown();
}

} // namespace tokentrail::console
