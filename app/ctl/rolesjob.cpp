// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/rolesjob.h"

#include "app/ctl/callinput.h"
#include "app/ctl/sandboxcommands.h"
#include "core/sandbox/control.h"

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using text::Json;
using Kind = admin::Change::Kind;

QList<Option> rolesOptions()
{
    return QList<Option>{{u"--state"_s, u"DIR"_s, u"the running sandbox of that folder"_s},
                         {u"--key"_s,
                          u"FILE"_s,
                          u"a key of plan apiaccess: the subaccount that it belongs to"_s}}
    + trustOptions();
}

RolesJob::RolesJob(Invocation &invocation)
    : QObject(&invocation)
    , m_invocation(invocation)
{ }

Result<admin::Connection::Input> RolesJob::input()
{
    return m_invocation.has(u"--key"_s) ? keyInput() : sandboxInput();
}

Result<admin::Connection::Input> RolesJob::keyInput()
{
    auto key = readClientKey(m_invocation.value(u"--key"_s), xsuaa::ServiceKind::Xsuaa);
    if (!key)
        return key.error();
    const auto api = admin::apiUrlOf(*key);
    if (!api)
        return api.error();
    const QList<QUrl> urls{*api, xsuaa::tokenEndpoint(key->client).url};
    auto tls = readTrust(m_invocation, urls, sandboxesNear(urls));
    if (!tls)
        return tls.error();
    admin::Connection::Input input;
    input.key = std::move(*key);
    input.tls = std::move(*tls);
    return input;
}

Result<admin::Connection::Input> RolesJob::sandboxInput()
{
    m_stateDir = stateDirOf(m_invocation);
    const auto where = sandbox::callSandbox(m_stateDir, u"endpoints"_s, Json::object());
    if (!where)
        return Error{where.error().code,
                     where.error().sentence
                         + u" Start it with \"sandbox run\", or name a subaccount with --key."_s};
    const auto document = sandbox::callSandbox(
        m_stateDir,
        u"bindings"_s,
        Json::object({{u"format"_s, u"service-key"_s}, {u"service"_s, u"apiaccess"_s}}));
    if (!document)
        return document.error();
    auto key = xsuaa::readServiceKey(document->toCompact(), xsuaa::ServiceKind::Xsuaa);
    if (!key)
        return key.error();
    const auto ca = RunningSandbox{m_stateDir, *where}.caPem();
    if (!ca)
        return ca.error();
    admin::Connection::Input input;
    input.key = std::move(*key);
    input.tls.extraCaPem = *ca;
    return input;
}

void RolesJob::read(const Take &take)
{
    auto found = input();
    if (!found)
        return m_invocation.fail(found.error());
    m_connection = std::make_unique<admin::Connection>(m_client, std::move(*found));
    auto *job = new admin::DirectoryRead(*m_connection, this);
    connect(job, &admin::DirectoryRead::finished, this, [this, take](admin::DirectoryRead *done) {
        done->deleteLater();
        for (const auto &remark : done->remarks())
            m_invocation.note(remark);
        const auto directory = done->takeResult();
        if (!directory)
            return m_invocation.fail(directory.error());
        take(*directory);
    });
    job->start();
}

void RolesJob::change(const Plan &plan)
{
    read([this, plan](const xsuaa::Directory &directory) {
        const auto changes = plan(directory);
        if (!changes)
            return m_invocation.fail(changes.error());
        auto after = directory;
        for (const auto &change : *changes) {
            if (const auto checked = admin::checkChange(after, change); !checked)
                return m_invocation.fail(checked.error());
            // Nothing that comes later depends on who has it, and there may be many.
            if (change.kind != Kind::AssignUser && change.kind != Kind::UnassignUser)
                admin::applyTo(after, change);
        }
        if (m_invocation.has(u"--dry-run"_s) || changes->isEmpty()) {
            tell(*changes, 0, {});
            return m_invocation.finish(Ok);
        }
        carryOut(*changes);
    });
}

void RolesJob::carryOut(const QList<admin::Change> &changes)
{
    auto *job = new admin::ApplyChanges(*m_connection, changes, this);
    connect(job, &admin::ApplyChanges::finished, this, [this, changes](admin::ApplyChanges *done) {
        tell(changes, done->done().size(), done->result());
        if (done->result())
            return m_invocation.finish(Ok);
        m_invocation.fail(done->result().error());
    });
    job->start();
}

void RolesJob::tell(const QList<admin::Change> &changes, qsizetype done, const Result<void> &result)
{
    auto list = Json::array();
    QString text;
    for (qsizetype i = 0; i < changes.size(); ++i) {
        auto json = admin::toJson(changes.at(i));
        json.set(u"done"_s, i < done);
        list.append(json);
        const auto mark = i < done             ? u"done     "_s
            : m_invocation.has(u"--dry-run"_s) ? u"planned  "_s
                                               : u"not done "_s;
        text += mark + admin::sentenceOf(changes.at(i)) + u'\n';
    }
    if (changes.isEmpty())
        text = u"Nothing is to be changed.\n"_s;
    auto json = Json::object({{u"changes"_s, list}, {u"complete"_s, done == changes.size()}});
    if (!result)
        json.set(u"error"_s, result.error().sentence);
    m_invocation.answer(json, text);
}

} // namespace tokentrail::ctl
