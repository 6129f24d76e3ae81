// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/signindesk.h"

#include "app/console/keywords.h"
#include "app/console/signinviews.h"
#include "core/http/loopback.h"
#include "ui/shell/browserwait.h"
#include "ui/shell/grantform.h"
#include "ui/shell/sessionpanel.h"
#include "ui/shell/statusstrip.h"
#include "ui/widgets/seams.h"

#include <QFile>
#include <QUrlQuery>

#include <algorithm>

namespace tokentrail::console {

using namespace Qt::StringLiterals;
using call::Grant;

namespace {

constexpr int browserSeconds = 300;
constexpr qint64 largestFile = 1024 * 1024;

bool isHere(const QUrl &url)
{
    return http::isLoopbackHost(url.host());
}

} // namespace

SignInDesk::SignInDesk(Workbench &bench, QObject *parent)
    : QObject(parent)
    , m_bench(bench)
    , m_keeper(bench)
{
    m_second.setInterval(1'000);
    connect(&m_second, &QTimer::timeout, this, &SignInDesk::countDown);
    connect(&m_keeper, &SessionKeeper::changed, this, [this] {
        if (m_bench.window().hasSignInSheet())
            showSessions();
        Q_EMIT m_bench.sessionsChanged();
    });
    connect(&bench, &Workbench::signInWanted, this, [this](const QString &keyName) {
        auto *sheet = m_bench.window().signInSheet();
        sheet->openAt(ui::SignInSheet::KeyTab);
        sheet->form()->chooseKey(keyName);
    });
    connect(&bench, &Workbench::logInWanted, this, &SignInDesk::logInAgain);
    connect(&bench, &Workbench::exchangeWanted, this, [this](const Secret &token) {
        ui::SignInDraft draft;
        draft.grant = Grant::JwtBearer;
        draft.pasted = token;
        auto *sheet = m_bench.window().signInSheet();
        sheet->openAt(ui::SignInSheet::KeyTab);
        sheet->form()->prefill(draft);
        m_exchanges = true;
    });
    connect(
        &bench.window(), &ui::MainWindow::signInSheetMade, this, [this](ui::SignInSheet *sheet) {
            connectSheet(sheet);
            connectSessions(sheet->sessions());
        });
}

void SignInDesk::connectSheet(ui::SignInSheet *sheet)
{
    auto *form = sheet->form();
    connect(sheet, &ui::SignInSheet::shown, this, [this] {
        m_exchanges = false; // what was wanted of it before was given up
        m_keeper.tick();
        showKeys();
        showSessions();
        m_second.start();
    });
    connect(form, &ui::GrantForm::wanted, this, &SignInDesk::signIn);
    connect(form, &ui::GrantForm::cancelled, this, &SignInDesk::cancel);
    connect(form, &ui::GrantForm::fileWanted, this, &SignInDesk::askForFile);
    connect(form, &ui::GrantForm::copyRequested, this, [this](const QString &text) {
        m_bench.seams().copyText(text);
    });
    connect(form->browserWait(), &ui::BrowserWait::openRequested, this, [this](const QUrl &url) {
        m_bench.seams().openUrl(url);
    });
}

// A SAML assertion or a token that lies in a file.
void SignInDesk::askForFile()
{
    auto *form = m_bench.window().signInSheet()->form();
    const auto take = [form](const QString &name) {
        if (name.isEmpty())
            return; // somebody thought better of it
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly))
            return form->refuse(tr("%1 cannot be read: %2.").arg(name, file.errorString()), {});
        const auto content = file.read(largestFile + 1);
        const auto text = QString::fromUtf8(content);
        if (content.size() > largestFile || content.contains('\0') || text.toUtf8() != content)
            return form->refuse(
                tr("%1 holds no assertion and no token: it is no text, or too large.").arg(name),
                {});
        form->refuse({}, {});
        form->setPasted(text.trimmed());
    };
    m_bench.seams().askOpenFile(form, tr("What is exchanged"), {}, take);
}

void SignInDesk::connectSessions(ui::SessionPanel *panel)
{
    using Panel = ui::SessionPanel;
    connect(panel, &Panel::useRequested, this, [this](const QString &id) {
        m_bench.useSession(id);
        m_bench.window().showPage(1);
    });
    connect(panel, &Panel::refreshRequested, &m_keeper, &SessionKeeper::refresh);
    connect(panel, &Panel::logInRequested, this, &SignInDesk::logInAgain);
    connect(panel, &Panel::tokensRequested, this, [this](const QString &id) {
        Q_EMIT m_bench.tokensWanted(m_keeper.tokensOf(id));
    });
    connect(&m_keeper, &SessionKeeper::told, panel, &Panel::tell);
    const auto tell = [panel](const Result<void> &done, const QString &sentence) {
        panel->tell(done ? sentence : done.error().toString());
    };
    connect(panel, &Panel::logOutRequested, this, [this, tell](const QString &id) {
        tell(m_keeper.logOut(id),
             tr("Logged out here; the token service is asked to take the refresh token no more."));
    });
    connect(panel, &Panel::forgetRequested, this, [this, tell](const QString &id) {
        tell(m_keeper.forget(id), tr("The session and its tokens are gone from this machine."));
    });
}

// With the form as it was, but for the secrets.
void SignInDesk::logInAgain(const QString &sessionId)
{
    const auto *entry = m_bench.sessions().find(sessionId);
    if (!entry)
        return;
    ui::SignInDraft draft;
    draft.keyId = entry->session.keyName;
    draft.grant = entry->session.grant;
    draft.userName = entry->session.userName;
    draft.origin = entry->session.origin;
    auto *sheet = m_bench.window().signInSheet();
    sheet->openAt(ui::SignInSheet::KeyTab);
    sheet->form()->prefill(draft);
}

void SignInDesk::showKeys()
{
    m_keys.clear();
    if (const auto &own = m_bench.place().appKey)
        m_keys.push_back({tr("the sandbox’s application"), *own, {}, 0});
    for (auto &kept : xsuaa::loadKeys(m_bench.vault().store()).value_or({})) {
        if (!kept.key.client.clientId.isEmpty())
            m_keys.push_back(std::move(kept));
    }
    QList<ui::SignInKeyView> views;
    for (const auto &kept : m_keys)
        views.append(signInViewOf(kept, isHere(kept.key.client.url)));
    auto *form = m_bench.window().signInSheet()->form();
    form->setKeys(views);
    form->setWindowLack(windowLack());
}

void SignInDesk::showSessions()
{
    auto *sheet = m_bench.window().signInSheet();
    const auto views = m_keeper.views();
    QList<ui::Choice> choices;
    for (const auto &view : views)
        choices.append({view.id, view.name, view.life, {}});
    sheet->setSessions(views);
    sheet->sessions()->setLack(viewOf(m_bench.vault()).sentence);
    sheet->form()->setSessions(choices);
}

Result<call::TokenFetchInput> SignInDesk::inputOf(const ui::SignInDraft &draft)
{
    const auto kept = std::find_if(m_keys.begin(), m_keys.end(), [&draft](const auto &one) {
        return one.name == draft.keyId;
    });
    if (kept == m_keys.end())
        return Error{ErrorCode::NotFound, tr("This key is no longer kept.")};
    call::TokenFetchInput input;
    input.key = kept->key;
    input.key.name = kept->source.isEmpty() && kept->addedAt == 0 ? kept->key.name : kept->name;
    input.grant = draft.grant;
    input.userName = draft.userName;
    input.origin = draft.origin;
    input.password = draft.password;
    input.scope = draft.scope;
    input.tls = m_bench.place().tls;
    const auto *from = m_bench.sessions().find(draft.fromSession);
    const bool hasSession = !draft.fromSession.isEmpty() && from;
    if (draft.grant == Grant::RefreshToken)
        input.refreshToken = hasSession ? from->session.refreshToken : draft.pasted;
    else if (draft.grant == Grant::JwtBearer)
        input.assertion = hasSession ? from->session.accessToken : withoutScheme(draft.pasted);
    else if (draft.grant == Grant::Saml2Bearer)
        input.assertion = draft.pasted;
    return input;
}

void SignInDesk::signIn(const ui::SignInDraft &draft)
{
    auto *form = m_bench.window().signInSheet()->form();
    const auto input = inputOf(draft);
    if (!input)
        return form->refuse(input.error().sentence, {});
    m_draft = draft;
    m_key = input->key;
    m_startMs = Clock::system().nowMs();
    form->setRunning(true);
    if (draft.grant == Grant::AuthorizationCode)
        return browse(*input);
    m_fetch = new call::TokenFetch(m_bench.client(), *input, this);
    connect(m_fetch, &call::TokenFetch::finished, this, [this](call::TokenFetch *done) {
        done->deleteLater();
        take(done->result(), done->exchanges());
    });
    m_fetch->start();
}

void SignInDesk::browse(const call::TokenFetchInput &input)
{
    call::BrowserLogin::Options options;
    options.port = m_draft.port;
    options.timeLimitMs = browserSeconds * 1'000;
    if (m_draft.embedded) {
        options.window = call::findLoginWindow().path;
        if (isHere(input.key.client.url)) { // nobody else shows what the sandbox issued
            options.authorityPem = m_bench.place().tls.extraCaPem;
            options.authorityWords = tr("the sandbox’s own authority");
        }
    }
    m_browser = new call::BrowserLogin(m_bench.client(), input, options, this);
    connect(m_browser, &call::BrowserLogin::browserWanted, this, &SignInDesk::showBrowser);
    connect(m_browser, &call::BrowserLogin::windowReported, this, &SignInDesk::hearWindow);
    connect(m_browser, &call::BrowserLogin::finished, this, [this](call::BrowserLogin *done) {
        done->deleteLater();
        m_browser = nullptr;
        if (done->wasClosed())
            return take(Error{ErrorCode::Cancelled,
                              tr("The window was closed before anybody had logged in; nobody was "
                                 "signed in.")},
                        {});
        take(done->result(), done->exchanges());
    });
    m_browser->start();
}

void SignInDesk::showBrowser(const QUrl &url)
{
    auto *wait = m_bench.window().signInSheet()->form()->browserWait();
    const auto callback = QUrlQuery(url).queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded);
    wait->begin(url, callback);
    showWait();
    m_bench.seams().openUrl(url);
}

void SignInDesk::showWait()
{
    m_waited.start();
    countDown();
    Q_EMIT m_bench.window().signInSheet()->form()->resized();
}

// How far the login in our own window is.
void SignInDesk::hearWindow(const call::LoginWindowReport &report)
{
    using Kind = call::LoginWindowReport::Kind;
    auto *form = m_bench.window().signInSheet()->form();
    auto *wait = form->browserWait();
    switch (report.kind) {
    case Kind::Shown:
        wait->beginWindow();
        return showWait();
    case Kind::Visited:
        wait->tell(tr("It is at %1%2.")
                       .arg(QString::fromLatin1(report.visit->authority),
                            QString::fromLatin1(report.visit->request.path())));
        break;
    case Kind::Held:
        wait->tell(tr("It leads to %1, which is not part of the identity zone; the window asks "
                      "whether to go on there.")
                       .arg(report.text));
        break;
    case Kind::Distrusted:
        wait->tell(
            tr("The certificate of %1 was not accepted; the window says why.").arg(report.text));
        break;
    case Kind::Closed:
    case Kind::Failed:
        return;
    }
    Q_EMIT form->resized();
}

// Each second while the sheet is in sight: how long is waited, and how long sessions last.
void SignInDesk::countDown()
{
    auto *sheet = m_bench.window().signInSheet();
    if (m_browser)
        sheet->form()->browserWait()->setSecondsLeft(
            std::max(0, browserSeconds - int(m_waited.elapsed() / 1'000)));
    if (sheet->isVisible())
        sheet->setSessions(m_keeper.views());
    else if (!m_browser)
        m_second.stop();
}

// The login as the sandbox's XSUAA saw it, each redirect of a browser; others may ask it, too.
QList<http::Exchange> SignInDesk::recordedAtXsuaa() const
{
    const auto isLogin = [](const http::Exchange &exchange) {
        const auto path = exchange.request.path();
        return exchange.observer == "xsuaa"_L1
            && (path.startsWith("/oauth/") || path.startsWith("/login") || path == "/passcode");
    };
    QList<http::Exchange> list;
    auto *sandbox = m_bench.sandbox();
    if (!sandbox)
        return list;
    for (const auto &exchange : sandbox->journal().exchanges()) {
        if (exchange.startMs >= m_startMs && isLogin(exchange))
            list.append(exchange);
    }
    return list;
}

void SignInDesk::take(const Result<call::Session> &result, QList<http::Exchange> exchanges)
{
    auto *sheet = m_bench.window().signInSheet();
    sheet->form()->setRunning(false);
    if (!result)
        return sheet->form()->refuse(result.error().sentence, answerOf(exchanges));
    exchanges += recordedAtXsuaa();
    const auto kept = m_keeper.keep(m_draft.name, *result, m_key, exchanges);
    if (!kept)
        return sheet->form()->refuse(kept.error().toString(), {});
    sheet->form()->clear();
    const bool shows = m_exchanges && m_draft.grant == Grant::JwtBearer;
    m_draft = {};
    m_exchanges = false;
    sheet->dismiss();
    m_bench.useSession(*kept);
    m_bench.window().statusStrip()->tellBriefly(
        tr("%1 has a new token, and calls with it.").arg(result->title));
    if (shows)
        Q_EMIT m_bench.tokensWanted({result->accessToken});
    Q_EMIT signedIn(*kept);
}

void SignInDesk::cancel()
{
    if (m_fetch)
        m_fetch->deleteLater();
    if (m_browser)
        m_browser->deleteLater();
    m_fetch = nullptr;
    m_browser = nullptr;
    auto *form = m_bench.window().signInSheet()->form();
    form->setRunning(false);
    form->refuse(tr("Cancelled; nobody was signed in."), {});
}

} // namespace tokentrail::console
