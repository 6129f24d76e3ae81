// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/loginjob.h"

#include "app/ctl/input.h"
#include "app/ctl/keyinput.h"
#include "app/ctl/tokentext.h"
#include "app/ctl/trailtext.h"
#include "core/base/clock.h"
#include "core/call/renewal.h"
#include "core/call/sessionstore.h"
#include "core/jose/jwt.h"

#include <QProcess>
#include <QStandardPaths>

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using call::Grant;
using text::Json;

namespace {

Error usage(const QString &sentence)
{
    return Error{ErrorCode::Usage, sentence};
}

Result<Secret> readSecretOption(const Invocation &invocation, const QString &option)
{
    if (!invocation.has(option))
        return usage(u"%1 FILE is needed for this grant"_s.arg(option));
    const auto content = readSecretFile(invocation.value(option));
    if (!content)
        return content.error();
    return Secret(*content);
}

// A JWT that was copied with its scheme word, or from a header line.
Secret withoutScheme(const Secret &token)
{
    const auto compact = jose::decodeToken(token.reveal()).compact;
    return compact.isEmpty() ? token : Secret(compact);
}

} // namespace

LoginJob::LoginJob(Invocation &invocation)
    : QObject(&invocation)
    , m_invocation(invocation)
{ }

Result<Secret> LoginJob::readRefreshToken() const
{
    if (m_invocation.has(u"--refresh-token-file"_s) || !m_invocation.has(u"--session"_s))
        return readSecretOption(m_invocation, u"--refresh-token-file"_s);
    const auto session = call::loadSession(*m_vault, m_invocation.value(u"--session"_s));
    if (!session)
        return session.error();
    if (session->refreshToken.isEmpty())
        return Error{ErrorCode::NotFound, u"The session holds no refresh token."_s};
    return session->refreshToken;
}

Result<void> LoginJob::readSecrets(call::TokenFetchInput &input)
{
    const auto take = [](Secret &target, Result<Secret> source) -> Result<void> {
        if (!source)
            return source.error();
        target = std::move(*source);
        return {};
    };
    switch (input.grant) {
    case Grant::Password:
        if (input.userName.isEmpty())
            return usage(u"--user is needed for the grant password"_s);
        return take(input.password, readPassword(m_invocation, u"The password"_s));
    case Grant::Passcode:
        return take(input.password, readPassword(m_invocation, u"The passcode"_s));
    case Grant::Saml2Bearer:
        return take(input.assertion, readSecretOption(m_invocation, u"--assertion-file"_s));
    case Grant::JwtBearer: {
        const auto taken =
            take(input.assertion, readSecretOption(m_invocation, u"--assertion-file"_s));
        input.assertion = withoutScheme(input.assertion);
        return taken;
    }
    case Grant::RefreshToken:
        return take(input.refreshToken, readRefreshToken());
    case Grant::ClientCredentials:
    case Grant::AuthorizationCode:
        return {};
    case Grant::None:
    case Grant::Basic:
    case Grant::PastedToken:
        break;
    }
    return usage(u"%1 is no grant; --help lists them"_s.arg(m_invocation.value(u"--grant"_s)));
}

Result<xsuaa::ServiceKey> LoginJob::readKey() const
{
    const auto word = m_invocation.value(u"--key"_s);
    const auto name = keptKeyName(word);
    if (!name)
        return readClientKey(word, xsuaa::ServiceKind::Xsuaa);
    auto kept = xsuaa::loadKey(*m_vault, *name);
    if (!kept)
        return kept.error();
    kept->key.name = kept->name; // sessions say by this name what they were got with
    return kept->key;
}

Result<call::TokenFetchInput> LoginJob::readInput()
{
    if (!m_invocation.has(u"--key"_s) || !m_invocation.has(u"--grant"_s))
        return usage(u"login needs --key FILE and --grant GRANT"_s);
    const auto grant = call::grantFromName(m_invocation.value(u"--grant"_s));
    call::TokenFetchInput input;
    input.grant = grant.value_or(Grant::None);
    input.userName = m_invocation.value(u"--user"_s);
    input.origin = m_invocation.value(u"--origin"_s);
    input.scope = m_invocation.value(u"--scope"_s);
    if (const auto secrets = readSecrets(input); !secrets)
        return secrets.error();
    auto key = readKey();
    if (!key)
        return key.error();
    input.key = std::move(*key);
    const QList<QUrl> urls{xsuaa::tokenEndpoint(input.key.client).url, input.key.client.url};
    for (const auto &sandbox : sandboxesNear(urls)) {
        if (std::any_of(
                urls.cbegin(), urls.cend(), [&](const QUrl &url) { return sandbox.serves(url); }))
            m_sandboxes.append(sandbox);
    }
    auto tls = readTrust(m_invocation, urls, m_sandboxes);
    if (!tls)
        return tls.error();
    input.tls = std::move(*tls);
    return input;
}

void LoginJob::start()
{
    if (!m_invocation.positionals().isEmpty())
        return m_invocation.failUsage(u"login takes no arguments, only options"_s);
    // Opened before anything is sent: a session that could not be kept is not worth a login.
    const auto opened = [this](const Vault &vault) {
        m_vault = vault;
        begin();
    };
    if (m_invocation.has(u"--session"_s))
        withVault(m_invocation, opened);
    else
        withVaultFor(m_invocation, {m_invocation.value(u"--key"_s)}, opened);
}

void LoginJob::begin()
{
    const auto input = readInput();
    if (!input)
        return m_invocation.fail(input.error());
    if (input->grant == Grant::AuthorizationCode)
        browse(*input);
    else
        fetch(*input);
}

void LoginJob::fetch(const call::TokenFetchInput &input)
{
    auto *job = new call::TokenFetch(m_client, input, this);
    connect(job, &call::TokenFetch::finished, this, [this](call::TokenFetch *done) {
        received(done->result(), done->exchanges());
    });
    job->start();
}

Result<call::BrowserLogin::Options> LoginJob::readBrowser(const call::TokenFetchInput &input) const
{
    call::BrowserLogin::Options options;
    bool isPort = true;
    bool isTime = true;
    options.port = m_invocation.value(u"--port"_s, u"0"_s).toUShort(&isPort);
    options.timeLimitMs = m_invocation.value(u"--timeout"_s, u"300"_s).toInt(&isTime) * 1'000;
    if (!isPort || !isTime || options.timeLimitMs <= 0)
        return usage(u"--port and --timeout want numbers"_s);
    const auto where = m_invocation.value(u"--browser"_s, u"system"_s);
    if (where != "system"_L1 && where != "embedded"_L1)
        return usage(u"--browser is system or embedded"_s);
    if (where == "system"_L1)
        return options;
    if (m_invocation.has(u"--no-browser"_s))
        return usage(u"--browser embedded and --no-browser exclude each other"_s);
    const auto window = call::findLoginWindow();
    if (window.lack != call::LoginWindowProgram::Lack::None)
        return call::lackOf(window.lack);
    options.window = window.path;
    options.authorityPem = input.tls.extraCaPem;
    options.authorityWords =
        m_sandboxes.isEmpty() ? u"an authority that you named"_s : u"the sandbox's own authority"_s;
    return options;
}

void LoginJob::browse(const call::TokenFetchInput &input)
{
    const auto options = readBrowser(input);
    if (!options)
        return m_invocation.fail(options.error());
    auto *job = new call::BrowserLogin(m_client, input, *options, this);
    connect(job, &call::BrowserLogin::browserWanted, this, &LoginJob::openBrowser);
    connect(job, &call::BrowserLogin::windowReported, this, &LoginJob::tellOfWindow);
    connect(job, &call::BrowserLogin::finished, this, [this](call::BrowserLogin *done) {
        received(done->result(), done->exchanges());
    });
    job->start();
}

void LoginJob::tellOfWindow(const call::LoginWindowReport &report)
{
    using Kind = call::LoginWindowReport::Kind;
    if (report.kind == Kind::Shown)
        m_invocation.note(u"log in in the window that opened"_s);
    else if (report.kind == Kind::Held)
        m_invocation.note(
            u"the login leads to %1, which is not part of the identity zone; the window asks"_s.arg(
                report.text));
    else if (report.kind == Kind::Distrusted)
        m_invocation.note(u"the certificate of %1 was not accepted"_s.arg(report.text));
}

void LoginJob::openBrowser(const QUrl &url)
{
    const auto encoded = QString::fromLatin1(url.toEncoded());
    m_invocation.note(u"log in with a browser at %1"_s.arg(encoded));
    if (m_invocation.has(u"--no-browser"_s))
        return;
    const auto opener = QStandardPaths::findExecutable(u"xdg-open"_s);
    if (!opener.isEmpty())
        QProcess::startDetached(opener, {encoded});
}

void LoginJob::received(const Result<call::Session> &result, const QList<http::Exchange> &exchanges)
{
    if (result && m_invocation.has(u"--session"_s)) {
        if (const auto kept = keep(*result); !kept)
            return m_invocation.fail(kept.error());
    }
    auto *observer = new Observer(exchanges, m_sandboxes, this);
    connect(observer, &Observer::finished, this, [this, observer, result] {
        answer(result, observer->observation());
    });
    observer->start();
}

// A session that was refreshed stays who it was.
Result<void> LoginJob::keep(const call::Session &session)
{
    const auto name = m_invocation.value(u"--session"_s);
    const auto before = call::loadSession(*m_vault, name);
    const bool same = before && session.grant == Grant::RefreshToken
        && !m_invocation.has(u"--refresh-token-file"_s);
    return call::saveSession(*m_vault,
                             name,
                             same ? call::renewed(*before, session) : session,
                             Clock::system().nowSeconds());
}

void LoginJob::answer(const Result<call::Session> &result, const Observation &observation)
{
    auto json = Json::object({{u"token"_s, Json()}, {u"hops"_s, hopsToJson(observation.trail)}});
    if (!result) {
        json.set(u"error"_s, result.error().sentence);
        if (m_invocation.wantsJson())
            m_invocation.answer(json, {});
        return m_invocation.fail(result.error());
    }
    if (m_invocation.has(u"--print-token"_s)) {
        m_invocation.printRaw(result->accessToken.reveal() + '\n');
        return m_invocation.finish(Ok);
    }
    const auto token = jose::decodeToken(result->accessToken.reveal());
    const auto user = xsuaa::capUserOf(token.claims);
    json.set(u"token"_s, decodedToJson(token, user, m_invocation.reveals()));
    if (m_invocation.reveals())
        json.set(u"accessToken"_s, QString::fromUtf8(result->accessToken.reveal()));
    json.set(u"expiresAt"_s, result->expiresAt);
    m_invocation.answer(
        json,
        decodedToText(token, user, Clock::system().nowSeconds(), m_invocation.reveals())
            + hopsToText(observation.trail));
    m_invocation.finish(Ok);
}

} // namespace tokentrail::ctl
