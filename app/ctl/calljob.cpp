// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/calljob.h"

#include "app/ctl/calloutput.h"
#include "app/ctl/input.h"
#include "app/ctl/issuer.h"
#include "app/ctl/renewjob.h"
#include "app/ctl/trailtext.h"
#include "core/base/clock.h"
#include "core/base/redactor.h"
#include "core/call/renewal.h"
#include "core/call/sessionstore.h"
#include "core/http/requestcheck.h"
#include "core/jose/jwt.h"

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using call::Grant;
using text::Json;

namespace {

Error usage(const QString &sentence)
{
    return Error{ErrorCode::Usage, sentence};
}

// "me@host": as a person would write it. QUrl would take http: for the host.
Result<QUrl> readUrl(const QString &word, bool pathIsEnough)
{
    const QUrl url(word, QUrl::TolerantMode);
    if (url.isValid() && pathIsEnough && word.startsWith(u'/'))
        return url;
    if (!url.isValid() || url.host().isEmpty())
        return usage(u"%1 is no URL; http://host/path is wanted"_s.arg(word));
    return url;
}

// What cannot be sent at all is a matter of the command line, and never becomes an exchange.
Result<void> checkSendable(const call::CallInput &input)
{
    http::ClientRequest request;
    request.method = input.method;
    request.url = input.via ? QUrl(u"http://destination"_s) : input.url;
    request.headers = input.headers;
    request.body = input.body;
    const auto checked = http::checkRequest(request);
    return checked ? checked : usage(checked.error().sentence);
}

} // namespace

CallJob::CallJob(Invocation &invocation)
    : QObject(&invocation)
    , m_invocation(invocation)
{ }

Result<call::Session> CallJob::readSession() const
{
    const int ways = int(m_invocation.has(u"--session"_s))
        + int(m_invocation.has(u"--token-file"_s)) + int(m_invocation.has(u"--basic"_s));
    if (ways > 1)
        return usage(u"only one of --session, --token-file and --basic can be given"_s);
    if (m_invocation.has(u"--session"_s))
        return call::loadSession(*m_vault, m_invocation.value(u"--session"_s));
    call::Session session;
    if (m_invocation.has(u"--basic"_s)) {
        auto password = readPassword(m_invocation, u"The password"_s);
        if (!password)
            return password.error();
        session.grant = Grant::Basic;
        session.userName = m_invocation.value(u"--basic"_s);
        session.password = std::move(*password);
    } else if (m_invocation.has(u"--token-file"_s)) {
        const auto content = readSecretFile(m_invocation.value(u"--token-file"_s));
        if (!content)
            return content.error();
        const auto token = jose::decodeToken(*content);
        session.grant = Grant::PastedToken;
        // Broken tokens are sent as they are: what the service makes of them is the question.
        session.accessToken = Secret(token.compact.isEmpty() ? content->trimmed() : token.compact);
        session.title = token.claims[u"user_name"].toString();
    }
    return session;
}

Result<http::Headers> CallJob::readHeaders() const
{
    http::Headers headers;
    for (const auto &line : m_invocation.values(u"--header"_s)) {
        const auto colon = line.indexOf(u':');
        if (colon <= 0)
            return usage(u"--header wants \"Name: value\""_s);
        const auto name = line.first(colon).trimmed().toUtf8();
        if (redactor::isSecretHeader(name)) {
            m_invocation.note(
                u"%1 was given as an argument, where other processes can see it"_s.arg(
                    QString::fromUtf8(name)));
        }
        headers.add(name, line.sliced(colon + 1).trimmed().toUtf8());
    }
    return headers;
}

Result<std::optional<call::CallInput::Via>> CallJob::readVia() const
{
    std::optional<call::CallInput::Via> via;
    if (!m_invocation.has(u"--destination"_s))
        return via;
    if (!m_invocation.has(u"--destination-key"_s))
        return usage(u"--destination needs --destination-key FILE"_s);
    const auto keyFile = m_invocation.value(u"--destination-key"_s);
    auto key = readClientKey(keyFile, xsuaa::ServiceKind::Destination);
    if (!key)
        return key.error();
    via = call::CallInput::Via{m_invocation.value(u"--destination"_s), std::move(*key), {}};
    const auto other = m_invocation.value(u"--connectivity-key"_s, keyFile);
    auto connectivity = readClientKey(other, xsuaa::ServiceKind::Connectivity);
    if (!connectivity && m_invocation.has(u"--connectivity-key"_s))
        return connectivity.error();
    if (connectivity && connectivity->kind == xsuaa::ServiceKind::Connectivity)
        via->connectivityKey = std::move(*connectivity);
    return via;
}

Result<call::CallInput> CallJob::readInput()
{
    if (m_invocation.positionals().size() != 2)
        return usage(u"call wants METHOD and URL"_s);
    call::CallInput input;
    input.method = m_invocation.positional(0).toUtf8();
    auto url = readUrl(m_invocation.positional(1), m_invocation.has(u"--destination"_s));
    if (!url)
        return url.error();
    input.url = *url;
    auto via = readVia();
    if (!via)
        return via.error();
    input.via = std::move(*via);
    auto headers = readHeaders();
    if (!headers)
        return headers.error();
    input.headers = std::move(*headers);
    if (m_invocation.has(u"--data-file"_s)) {
        auto body = ctl::readInput(m_invocation.value(u"--data-file"_s));
        if (!body)
            return body.error();
        input.body = std::move(*body);
    }
    if (const auto sendable = checkSendable(input); !sendable)
        return sendable.error();
    auto session = readSession();
    if (!session)
        return session.error();
    input.session = std::move(*session);
    m_token = input.session.accessToken;
    if (m_invocation.has(u"--key"_s)) {
        auto key = readClientKey(m_invocation.value(u"--key"_s), xsuaa::ServiceKind::Xsuaa);
        if (!key)
            return key.error();
        m_key = std::move(*key);
    }
    return input;
}

void CallJob::start()
{
    if (!m_invocation.has(u"--session"_s))
        return begin();
    withVault(m_invocation, [this](const Vault &vault) {
        m_vault = vault;
        renew();
    });
}

// Refreshes a session that is at its end, where that takes nobody. Otherwise the call goes out
// with the token that there is: what the service makes of it may be the question.
void CallJob::renew()
{
    const auto name = m_invocation.value(u"--session"_s);
    const auto session = call::loadSession(*m_vault, name);
    if (!session || m_invocation.has(u"--no-refresh"_s) || !call::canRenew(*session)
        || !call::isDue(*session, Clock::system().nowSeconds()))
        return begin();
    auto *job = new RenewJob(m_invocation, m_vault, name, this);
    connect(job, &RenewJob::finished, this, [this, name](RenewJob *done) {
        m_invocation.note(done->result() ? u"the session %1 was refreshed"_s.arg(name)
                                         : u"the session %1 could not be refreshed: %2"_s.arg(
                                             name, done->result().error().sentence));
        begin();
    });
    job->start();
}

void CallJob::begin()
{
    auto input = readInput();
    if (!input)
        return m_invocation.fail(input.error());
    QList<QUrl> urls{input->url};
    if (input->via) {
        const auto &client = input->via->destinationKey.client;
        urls << client.url << client.certUrl << input->via->destinationKey.destinationUri;
        urls << QUrl(QString(u"https://"_s + client.uaaDomain)); // with a user's token
    }
    m_sandboxes = sandboxesNear(urls);
    auto tls = readTrust(m_invocation, urls, m_sandboxes);
    if (!tls)
        return m_invocation.fail(tls.error());
    input->tls = std::move(*tls);

    m_runner = new call::CallRunner(m_client, std::move(*input), this);
    connect(m_runner, &call::CallRunner::finished, this, [this](call::CallRunner *runner) {
        auto *observer = new Observer(runner->exchanges(), m_sandboxes, this);
        connect(observer, &Observer::finished, this, [this, observer] {
            answer(observer->observation());
        });
        observer->start();
    });
    m_runner->start();
}

diagnosis::Case CallJob::caseOf(const Observation &observation) const
{
    diagnosis::Case seen;
    seen.trail = observation.trail;
    seen.earlier = observation.earlier;
    seen.key = m_key;
    if (!m_token.isEmpty())
        seen.token = jose::decodeToken(m_token.reveal());
    for (const auto &sandbox : m_sandboxes)
        testify(issuerOf(sandbox.stateDir), seen);
    return seen;
}

void CallJob::answer(const Observation &observation)
{
    CallResult result;
    result.exchange =
        m_runner->exchanges().isEmpty() ? nullptr : &m_runner->exchanges().constLast();
    result.error = m_runner->error();
    result.correlationId = m_runner->correlationId();
    result.trail = observation.trail;
    result.reveal = m_invocation.reveals();
    if (!observation.trail.hops.isEmpty())
        result.diagnosis = diagnosis::diagnose(caseOf(observation));
    m_invocation.answer(callToJson(result), callToText(result));
    if (result.error)
        m_invocation.note(result.error->sentence);
    m_invocation.finish(exitCodeOfCall(result));
}

} // namespace tokentrail::ctl
