// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/destinationjob.h"

#include "app/ctl/callinput.h"
#include "app/ctl/input.h"
#include "core/base/redactor.h"
#include "core/destination/check.h"
#include "core/destination/lint.h"
#include "core/destination/propertiesfile.h"
#include "core/destination/tokenneed.h"
#include "core/jose/jwt.h"
#include "core/xsuaa/capuser.h"

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using destination::AdministrationInput;
using text::Json;
using Verb = AdministrationInput::Verb;

namespace {

QString lineOf(const Json &properties)
{
    const auto known = destination::destinationFromJson(properties).value_or({});
    return u"%1  %2  %3  %4"_s.arg(
        known.name,
        known.authenticationName.isEmpty() ? u"(no authentication)"_s : known.authenticationName,
        known.proxyType.isEmpty() ? u"(no proxy type)"_s : known.proxyType,
        known.url);
}

QString linesOf(const Json &properties)
{
    QStringList lines;
    for (const auto &member : properties.members())
        lines << member.name + u": "_s + member.value.toString();
    return lines.join(u'\n');
}

AdministrationInput asking(Verb verb, const QString &name = {})
{
    AdministrationInput input;
    input.verb = verb;
    input.name = name;
    return input;
}

} // namespace

DestinationJob::DestinationJob(Invocation &invocation)
    : QObject(&invocation)
    , m_invocation(invocation)
{ }

bool DestinationJob::readKeys()
{
    if (!m_invocation.has(u"--key"_s)) {
        m_invocation.failUsage(u"--key FILE is wanted: the key of a Destination service"_s);
        return false;
    }
    auto key = readClientKey(m_invocation.value(u"--key"_s), xsuaa::ServiceKind::Destination);
    if (!key) {
        m_invocation.fail(key.error());
        return false;
    }
    m_key = std::move(*key);
    const auto level = m_invocation.value(u"--level"_s, u"subaccount"_s);
    if (level != "subaccount"_L1 && level != "instance"_L1) {
        m_invocation.failUsage(u"--level is subaccount or instance"_s);
        return false;
    }
    m_level =
        level == "instance"_L1 ? destination::Level::Instance : destination::Level::Subaccount;
    const QList<QUrl> urls{m_key.destinationUri, xsuaa::tokenEndpoint(m_key.client).url};
    auto tls = readTrust(m_invocation, urls, sandboxesNear(urls));
    if (!tls) {
        m_invocation.fail(tls.error());
        return false;
    }
    m_tls = *tls;
    return true;
}

void DestinationJob::ask(AdministrationInput input, const Then &then)
{
    input.key = m_key;
    input.level = m_level;
    input.tls = m_tls;
    auto *job = new destination::AdministrationJob(m_client, input, this);
    connect(job,
            &destination::AdministrationJob::finished,
            this,
            [this, then](destination::AdministrationJob *done) {
                done->deleteLater();
                if (done->result())
                    then(*done->result());
                else if (done->result().error().code == ErrorCode::NotFound
                         || done->result().error().code == ErrorCode::Conflict) {
                    m_invocation.note(done->result().error().toString());
                    m_invocation.finish(DoesNotHold);
                } else
                    m_invocation.fail(done->result().error());
            });
    job->start();
}

Json DestinationJob::shown(const Json &properties) const
{
    return m_invocation.reveals() ? properties : destination::maskedProperties(properties);
}

void DestinationJob::list()
{
    if (!readKeys())
        return;
    ask(asking(Verb::List), [this](const Json &answer) {
        auto rows = Json::array();
        QStringList lines;
        for (const auto &properties : answer.elements()) {
            rows.append(shown(properties));
            lines << lineOf(properties);
        }
        m_invocation.answer(rows, lines.isEmpty() ? u"no destinations"_s : lines.join(u'\n'));
        m_invocation.finish(Ok);
    });
}

void DestinationJob::show()
{
    if (!readKeys())
        return;
    ask(asking(Verb::Get, m_invocation.positional(0)), [this](const Json &answer) {
        const auto known = destination::destinationFromJson(answer);
        auto json = Json::object({{u"properties"_s, shown(answer)}});
        QString text = linesOf(shown(answer));
        if (known) {
            json.set(u"needs"_s, destination::nameOf(destination::tokenNeedOf(*known)));
            json.set(u"needsInWords"_s, destination::tokenNeedInWords(*known));
            text += u"\n\n"_s + destination::tokenNeedInWords(*known);
        }
        m_invocation.answer(json, text);
        m_invocation.finish(Ok);
    });
}

void DestinationJob::find()
{
    if (!readKeys())
        return;
    auto input = asking(Verb::Find, m_invocation.positional(0));
    if (m_invocation.has(u"--token-file"_s)) {
        const auto token = readSecretFile(m_invocation.value(u"--token-file"_s));
        if (!token)
            return m_invocation.fail(token.error());
        input.userToken = Secret(token->trimmed());
    }
    ask(input, [this](const Json &answer) {
        auto safe = answer;
        if (auto *configuration = safe.find(u"destinationConfiguration"))
            *configuration = shown(*configuration);
        auto text = safe.toIndented();
        if (!m_invocation.reveals()) {
            text = redactor::textBody(text);
            safe = text::parseJson(text).value_or(safe);
        }
        m_invocation.answer(safe, QString::fromUtf8(text));
        m_invocation.finish(Ok);
    });
}

void DestinationJob::put()
{
    const auto source = readInput(m_invocation.positional(0));
    const auto destinations = source
        ? destination::readDestinations(*source, m_invocation.positional(0))
        : Result<QList<Json>>(source.error());
    if (!destinations)
        return m_invocation.fail(destinations.error());
    for (const auto &one : *destinations) {
        for (const auto &problem : destination::lint(one)) {
            if (problem.severity == destination::LintProblem::Severity::Error)
                m_invocation.note(one[u"Name"].toString() + u": "_s + problem.sentence);
        }
    }
    if (readKeys())
        store(*destinations, Json::array());
}

// One after the other: what was done before one failed is told.
void DestinationJob::store(QList<Json> waiting, Json done)
{
    if (waiting.isEmpty()) {
        QStringList lines;
        for (const auto &entry : done.elements())
            lines << entry[u"name"].toString() + u' ' + entry[u"done"].toString();
        m_invocation.answer(done, lines.join(u'\n'));
        return m_invocation.finish(Ok);
    }
    const auto next = waiting.takeFirst();
    const auto name = next[u"Name"].toString();
    ask(asking(Verb::List), [this, waiting, done, next, name](const Json &all) {
        const auto isIt = [&name](const Json &known) {
            return known[u"Name"].toString() == name;
        };
        const bool known = std::any_of(all.elements().begin(), all.elements().end(), isIt);
        auto input = asking(known ? Verb::Update : Verb::Create, name);
        input.properties = next;
        ask(input, [this, waiting, done, name, known](const Json &) {
            auto more = done;
            more.append(Json::object(
                {{u"name"_s, name}, {u"done"_s, known ? u"updated"_s : u"created"_s}}));
            store(waiting, more);
        });
    });
}

void DestinationJob::remove()
{
    if (!readKeys())
        return;
    const auto name = m_invocation.positional(0);
    ask(asking(Verb::Remove, name), [this, name](const Json &answer) {
        const bool removed = !answer.contains(u"Count") || answer[u"Count"].toInteger() > 0;
        m_invocation.answer(Json::object({{u"name"_s, name}, {u"removed"_s, removed}}),
                            removed ? name + u" removed"_s : u"there is no destination "_s + name);
        m_invocation.finish(removed ? Ok : DoesNotHold);
    });
}

void DestinationJob::exportFile()
{
    const auto format = m_invocation.value(u"--format"_s, u"json"_s);
    if (format != "json"_L1 && format != "properties"_L1)
        return m_invocation.failUsage(u"--format is json or properties"_s);
    if (!readKeys())
        return;
    ask(asking(Verb::Get, m_invocation.positional(0)), [this, format](const Json &answer) {
        const auto given = m_invocation.reveals() ? answer : destination::withoutSecrets(answer);
        if (given.size() < answer.size())
            m_invocation.note(u"Passwords and secrets are left out; --reveal exports them."_s);
        m_invocation.printRaw(format == "json"_L1 ? given.toIndented() + "\n"
                                                  : destination::toPropertiesFile(given));
        m_invocation.finish(Ok);
    });
}

void DestinationJob::lintOne()
{
    if (!readKeys())
        return;
    ask(asking(Verb::Get, m_invocation.value(u"--name"_s)),
        [this](const Json &answer) { answerLint(m_invocation, {answer}); });
}

void DestinationJob::check()
{
    if (!readKeys())
        return;
    destination::ChainInput input;
    input.destinationName = m_invocation.positional(0);
    input.destinationKey = m_key;
    input.tls = m_tls;
    input.pathAndQuery = m_invocation.value(u"--path"_s).toUtf8();
    input.headers = {{"Accept", "application/json"}};
    const auto beside = m_invocation.value(u"--connectivity-key"_s, m_invocation.value(u"--key"_s));
    if (auto key = readClientKey(beside, xsuaa::ServiceKind::Connectivity);
        key && !key->proxyHost.isEmpty())
        input.connectivityKey = *key;
    if (m_invocation.has(u"--token-file"_s)) {
        const auto token = readSecretFile(m_invocation.value(u"--token-file"_s));
        if (!token)
            return m_invocation.fail(token.error());
        input.userToken = Secret(token->trimmed());
        m_who = jose::decodeToken(token->trimmed()).claims[u"user_name"].toString();
    }
    auto *chain = new destination::Chain(m_client, input, this);
    connect(chain, &destination::Chain::finished, this, &DestinationJob::afterChain);
    chain->start();
}

void DestinationJob::afterChain(destination::Chain *chain)
{
    auto rows = Json::array();
    QStringList lines;
    bool failed = false;
    for (const auto &check : destination::checksOf(destination::CheckInput::of(*chain, m_who))) {
        failed = failed || check.outcome == destination::Check::Outcome::Failed;
        rows.append(Json::object({{u"id"_s, nameOf(check.id)},
                                  {u"title"_s, titleOf(check.id)},
                                  {u"outcome"_s, nameOf(check.outcome)},
                                  {u"sentence"_s, redactor::text(check.sentence)}}));
        const auto mark = check.outcome == destination::Check::Outcome::Passed ? u"✓"_s
            : check.outcome == destination::Check::Outcome::Failed             ? u"✗"_s
                                                                               : u"·"_s;
        lines << mark + u' ' + titleOf(check.id) + u": "_s + redactor::text(check.sentence);
    }
    auto json = Json::object({{u"checks"_s, rows}});
    if (chain->destination())
        json.set(u"needs"_s, destination::nameOf(destination::tokenNeedOf(*chain->destination())));
    m_invocation.answer(json, lines.join(u'\n'));
    m_invocation.finish(failed ? DoesNotHold : Ok);
}

void answerLint(Invocation &invocation, const QList<Json> &destinations)
{
    auto problems = Json::array();
    QStringList lines;
    bool failed = false;
    for (const auto &properties : destinations) {
        const auto name = properties[u"Name"].toString();
        for (const auto &problem : destination::lint(properties, invocation.values(u"--bound"_s))) {
            failed = failed || problem.severity == destination::LintProblem::Severity::Error;
            problems.append(Json::object({{u"id"_s, problem.id},
                                          {u"severity"_s, nameOf(problem.severity)},
                                          {u"destination"_s, name},
                                          {u"property"_s, problem.property},
                                          {u"sentence"_s, problem.sentence}}));
            lines << u"%1: %2: %3"_s.arg(name, nameOf(problem.severity), problem.sentence);
        }
    }
    invocation.answer(Json::object({{u"problems"_s, problems}}),
                      lines.isEmpty() ? u"nothing found"_s : lines.join(u'\n'));
    invocation.finish(failed ? DoesNotHold : Ok);
}

} // namespace tokentrail::ctl
