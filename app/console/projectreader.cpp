// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/projectreader.h"

#include "core/cap/projectaccess.h"
#include "core/cap/xssecurity.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QPointer>
#include <QThreadPool>

namespace tokentrail::console {

using namespace Qt::StringLiterals;

namespace {

void readEnvs(ProjectFacts &facts, const cap::LintInput &input)
{
    const auto own = cap::cdsVersionOf(facts.folder);
    const QList<std::pair<QString, QStringList>> modes = {
        {u"development"_s, {}},
        {u"hybrid"_s, {u"--profile"_s, u"hybrid"_s}},
        {u"production"_s, {u"--production"_s}}};
    for (const auto &[profile, arguments] : modes) {
        auto env = cap::effectiveEnv({facts.folder,
                                      input.home,
                                      input.environment,
                                      arguments,
                                      own == 0 || own >= 10 ? 10 : 9});
        if (env)
            facts.envs.emplace(profile, *std::move(env));
        else
            facts.envProblem = env.error().toString();
    }
}

void readModel(ProjectFacts &facts)
{
    auto csn = cap::readProjectModel(facts.folder);
    if (csn)
        facts.csn.emplace(*std::move(csn));
    else if (csn.error().code != ErrorCode::NotFound)
        facts.csnProblem = csn.error().toString();
    if (!facts.csn)
        return;
    if (const auto wanted = cap::xsSecurityOf(*facts.csn))
        facts.wanted = *wanted;
}

std::shared_ptr<ProjectFacts> readFacts(const QString &folder)
{
    auto facts = std::make_shared<ProjectFacts>();
    facts->folder = folder;
    cap::LintInput input;
    input.projectDir = folder;
    input.home = QDir::homePath();
    input.environment = cap::Environment::ofProcess();
    facts->lint = cap::lintProject(input);
    facts->steps = cap::guideSteps(input, facts->lint);
    readEnvs(*facts, input);
    readModel(*facts);
    QFile file(QDir(folder).filePath(u"xs-security.json"_s));
    constexpr qint64 largestDescriptor = 4 * 1024 * 1024;
    facts->hasDescriptor = file.exists();
    if (file.size() <= largestDescriptor && file.open(QIODevice::ReadOnly))
        facts->descriptor = file.readAll();
    return facts;
}

} // namespace

ProjectReader::ProjectReader(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
{ }

void ProjectReader::start()
{
    QThreadPool::globalInstance()->start([self = QPointer(this), folder = m_folder] {
        const auto facts = readFacts(folder);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, facts] {
                if (self)
                    Q_EMIT self->finished(facts);
            },
            Qt::QueuedConnection);
    });
}

} // namespace tokentrail::console
