// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/scenariojob.h"

#include <algorithm>

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using text::Json;

ScenarioJob::ScenarioJob(Invocation &invocation, const QList<sandbox::Scenario> &scenarios)
    : QObject(&invocation)
    , m_invocation(invocation)
    , m_waiting(scenarios)
{ }

bool ScenarioJob::isKnown(const QString &findingId)
{
    const auto known = diagnosis::knownFindings();
    return std::any_of(known.begin(), known.end(), [&findingId](const auto &finding) {
        return finding.id == findingId;
    });
}

void ScenarioJob::start()
{
    connect(&m_sandbox, &sandbox::Sandbox::started, this, &ScenarioJob::next);
    connect(&m_sandbox, &sandbox::Sandbox::failed, this, [this](const Error &error) {
        m_invocation.fail(error);
    });
    m_sandbox.start({m_state.filePath(u"sandbox"_s), 0, 0});
}

void ScenarioJob::next()
{
    if (m_waiting.isEmpty())
        return end();
    auto *run = new ScenarioRun(m_sandbox, m_waiting.takeFirst(), this);
    connect(run, &ScenarioRun::finished, this, [this, run] {
        take(*run);
        run->deleteLater();
        next();
    });
    run->start();
}

void ScenarioJob::take(const ScenarioRun &run)
{
    const auto &outcome = run.outcome();
    const auto &scenario = run.scenario();
    auto differences = outcome.differences;
    if (!outcome.failure.isEmpty())
        differences = QStringList{outcome.failure};
    const bool known = isKnown(scenario.finding);
    const QString verdict = !known ? u"no such finding yet"_s
        : differences.isEmpty()    ? u"right"_s
                                   : u"wrong"_s;
    ++(!known ? m_unknown : differences.isEmpty() ? m_right : m_wrong);

    auto ids = Json::array();
    for (const auto &finding : outcome.diagnosis.findings)
        ids.append(finding.id);
    m_results.append(Json::object({{u"id"_s, scenario.id},
                                   {u"verdict"_s, verdict},
                                   {u"status"_s, outcome.status},
                                   {u"findings"_s, ids},
                                   {u"expected"_s, scenario.finding},
                                   {u"differences"_s, Json::array(differences)}}));
    m_text += u"%1 %2 %3\n"_s.arg(verdict, -20)
                  .arg(scenario.id, -34)
                  .arg(differences.isEmpty() ? scenario.finding : differences.join(u"; "_s));
    if (!outcome.diagnosis.findings.isEmpty() && m_waiting.isEmpty() && m_results.size() == 1) {
        const auto &first = outcome.diagnosis.findings.constFirst();
        m_text += u"\n%1\n%2\n\n%3\n"_s.arg(first.title, first.sentence, scenario.learn);
    }
}

void ScenarioJob::end()
{
    m_sandbox.stop();
    if (m_results.size() > 1)
        m_text +=
            u"\n%1 right, %2 wrong, %3 with a finding that does not exist yet\n"_s.arg(m_right)
                .arg(m_wrong)
                .arg(m_unknown);
    m_invocation.answer(m_results, m_text);
    m_invocation.finish(m_wrong + m_unknown == 0 ? Ok : DoesNotHold);
}

} // namespace tokentrail::ctl
