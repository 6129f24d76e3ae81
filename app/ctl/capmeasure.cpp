// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/capmeasure.h"

#include "app/ctl/capenvcommands.h"
#include "app/ctl/input.h"
#include "core/base/clock.h"
#include "core/cap/measurereport.h"
#include "core/cap/projectaccess.h"
#include "core/cap/runningserver.h"
#include "core/http/client.h"
#include "core/jose/jwt.h"

#include <QFileInfo>

#include <algorithm>

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

// All that a measurement stands on, for as long as it runs. Owned by its invocation.
class MeasureRun : public QObject
{
public:
    explicit MeasureRun(Invocation &invocation)
        : QObject(&invocation)
        , m_invocation(invocation)
    { }

    void run()
    {
        const auto folder = m_invocation.positional(0);
        if (folder.isEmpty())
            return m_invocation.failUsage(u"cap access --measure wants the project's folder."_s);
        const auto format = m_invocation.value(u"--matrix"_s);
        if (!format.isEmpty() && !QStringList{u"csv"_s, u"markdown"_s, u"junit"_s}.contains(format))
            return m_invocation.failUsage(u"--matrix takes csv, markdown or junit."_s);
        if (auto prepared = prepare(folder); !prepared)
            return m_invocation.fail(prepared.error());
        if (m_options.withWrites)
            m_invocation.note(
                u"Writing events are asked for with bodies that CAP refuses; handlers that run "
                "before its checks could still act on them."_s);
        auto *job = new cap::MeasureJob(m_client,
                                        m_url,
                                        *m_table,
                                        cap::planProbes(*m_model, *m_table, m_options),
                                        m_options,
                                        this);
        connect(job, &cap::MeasureJob::finished, this, [this, format](cap::MeasureJob *done) {
            answer(done->measurement(), format);
        });
        job->start();
    }

private:
    Result<void> prepare(const QString &folder)
    {
        const auto input = capEnvInput(m_invocation, folder);
        const auto env = cap::effectiveEnv(input);
        if (!env)
            return env.error();
        m_access = cap::projectAccess(*env, input.cdsVersion, Clock::system().nowSeconds());
        auto csn = m_invocation.has(u"--csn"_s) ? readModel() : cap::readProjectModel(folder);
        if (!csn)
            return csn.error();
        m_csn.emplace(*std::move(csn));
        if (auto found = findServer(input.home, input.projectDir); !found)
            return found;
        const auto credentials = env->value(u"requires.auth.credentials"_s).value_or(Json());
        m_credentials = credentials;
        m_model = std::make_unique<cap::AccessModel>(
            *m_csn, m_access.options, &m_access.users, nullptr, &m_credentials);
        m_table = std::make_unique<cap::AccessTable>(*m_model, &m_access.users);
        m_options.withWrites = m_invocation.has(u"--writes"_s);
        m_options.authorizations = cap::mockAuthorizations(m_access.users);
        return addTokens();
    }

    Result<cap::Csn> readModel()
    {
        const auto name = m_invocation.value(u"--csn"_s);
        const auto source = readInput(name);
        return source ? cap::Csn::read(*source, name) : Result<cap::Csn>(source.error());
    }

    Result<void> findServer(const QString &home, const QString &folder)
    {
        if (!m_invocation.has(u"--url"_s)) {
            const auto found = cap::findRunningServer(home, folder);
            if (!found) {
                auto error = found.error();
                error.sentence += u" Name it with --url."_s;
                return error;
            }
            m_url = *found;
            return {};
        }
        m_url = QUrl(m_invocation.value(u"--url"_s), QUrl::StrictMode);
        const bool isHttp = m_url.scheme() == "http"_L1 || m_url.scheme() == "https"_L1;
        if (!isHttp || m_url.host().isEmpty())
            return Error{ErrorCode::Usage, u"--url wants http://HOST:PORT or https://HOST:PORT."_s};
        return {};
    }

    // A token's user is a caller like others; the model judges it as CAP does.
    Result<void> addTokens()
    {
        for (const auto &name : m_invocation.values(u"--token-file"_s)) {
            const auto bytes = readSecretFile(name);
            if (!bytes)
                return bytes.error();
            const auto token = jose::decodeToken(*bytes);
            if (!token.isReadable())
                return Error{ErrorCode::InvalidInput, u"%1 holds no readable token."_s.arg(name)};
            const auto taken = Json::object({{u"header"_s, token.header},
                                             {u"payload"_s, token.claims},
                                             {u"signature"_s, u"valid"_s}});
            cap::Caller caller;
            caller.token = &taken;
            caller.sendsAuthorization = true;
            const auto login = m_model->logIn(caller);
            if (login.refusedWith != 0)
                m_invocation.note(
                    u"%1: the service would refuse this token. %2"_s.arg(name, login.because));
            const auto fileName = QFileInfo(name).fileName();
            const auto shown = hasCaller(fileName) ? name : fileName;
            if (hasCaller(shown))
                return Error{
                    ErrorCode::Usage,
                    u"There is a caller %1 already: give the token's file another name."_s.arg(
                        shown)};
            m_table->addCaller(shown, login.user);
            m_options.authorizations[shown] = Secret(QByteArray("Bearer " + token.compact));
        }
        return {};
    }

    bool hasCaller(const QString &name) const
    {
        const auto &columns = m_table->columns();
        return std::any_of(columns.begin(), columns.end(), [&name](const auto &column) {
            return column.name == name;
        });
    }

    void answer(const cap::Measurement &measurement, const QString &format)
    {
        using Agreement = cap::MeasuredCell::Agreement;
        if (format == "csv"_L1)
            m_invocation.printRaw(cap::toCsv(*m_table, measurement));
        else if (format == "markdown"_L1)
            m_invocation.printRaw(cap::toMarkdown(*m_table, measurement));
        else if (format == "junit"_L1)
            m_invocation.printRaw(cap::toJunit(*m_table, measurement));
        const auto told = cap::differences(*m_table, measurement);
        if (format.isEmpty()) {
            m_invocation.answer(cap::toJson(*m_table, measurement),
                                (told + QStringList{cap::summaryOf(measurement)}).join(u'\n'));
        } else {
            for (const auto &sentence : told)
                m_invocation.note(sentence);
            m_invocation.note(cap::summaryOf(measurement));
        }
        const auto failed = measurement.count(Agreement::Failed);
        if (failed > 0 && failed == measurement.sent())
            return m_invocation.finish(PeerFailure);
        m_invocation.finish(told.isEmpty() ? Ok : DoesNotHold);
    }

    Invocation &m_invocation;
    http::Client m_client;
    QUrl m_url;
    cap::ProjectAccess m_access;
    Json m_credentials;
    std::optional<cap::Csn> m_csn;
    std::unique_ptr<cap::AccessModel> m_model;
    std::unique_ptr<cap::AccessTable> m_table;
    cap::MeasureOptions m_options;
};

} // namespace

void measureAccess(Invocation &invocation)
{
    (new MeasureRun(invocation))->run();
}

} // namespace tokentrail::ctl
