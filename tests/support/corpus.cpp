// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/corpus.h"

#include "core/diagnosis/mended.h"
#include "core/evidence/answertext.h"
#include "core/evidence/har.h"
#include "core/evidence/logtext.h"
#include "core/trail/trailbuilder.h"
#include "tests/support/trailnotation.h"

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

namespace tokentrail::test {

using namespace Qt::StringLiterals;
using diagnosis::Case;

namespace {

struct Sections
{
    QHash<QString, QString> heads; // "cause", "status", …
    QHash<QString, QByteArray> bodies; // "log", "body", …
};

Sections sectionsOf(const QByteArray &source)
{
    Sections out;
    QString current;
    for (const auto &line : source.split('\n')) {
        if (line.startsWith("--- ")) {
            current = QString::fromUtf8(line.sliced(4)).trimmed();
            out.bodies.insert(current, {});
        } else if (!current.isEmpty()) {
            out.bodies[current] += line + '\n';
        } else if (const auto colon = line.indexOf(':'); colon > 0) {
            out.heads.insert(QString::fromUtf8(line.first(colon)),
                             QString::fromUtf8(line.sliced(colon + 1)).trimmed());
        }
    }
    return out;
}

QList<Case> casesOfTrails(const text::Json &recorded)
{
    QList<trail::Trail> trails;
    for (const auto &json : recorded[u"trails"].elements()) {
        if (auto trail = trail::trailFromJson(json))
            trails.append(*trail);
    }
    return diagnosis::casesOf(trails);
}

QList<Case> recordedCases(const Sections &sections)
{
    if (sections.bodies.contains(u"har"_s)) {
        const auto har = evidence::readHar(sections.bodies[u"har"_s]);
        return har ? diagnosis::casesOf(trail::buildTrails(har->exchanges)) : QList<Case>();
    }
    if (sections.bodies.contains(u"trail"_s)) {
        const auto recorded = text::parseJson(sections.bodies[u"trail"_s]);
        return recorded ? casesOfTrails(*recorded) : QList<Case>();
    }
    if (sections.bodies.contains(u"conversation"_s)) {
        const Conversation conversation(QString::fromUtf8(sections.bodies[u"conversation"_s]));
        return diagnosis::casesOf(trail::buildTrails(conversation.exchanges()));
    }
    const auto status = sections.heads.value(u"status"_s).toInt();
    if (status == 0 && !sections.bodies.contains(u"body"_s))
        return {Case()};
    auto answer = evidence::readAnswer(sections.bodies.value(u"body"_s).trimmed());
    if (status > 0)
        answer.status = status;
    return {diagnosis::caseOfAnswer(answer)};
}

// Who has which role collection, as --assignments takes it.
std::optional<xsuaa::Directory> directoryOf(const QByteArray &source)
{
    const auto json = text::parseJson(source);
    if (!json)
        return {};
    xsuaa::Directory directory;
    for (const auto &user : (*json)[u"users"].elements()) {
        if (auto read = xsuaa::userFromJson(user))
            directory.users.append(*read);
    }
    for (const auto &collection : (*json)[u"roleCollections"].elements()) {
        if (auto read = xsuaa::roleCollectionFromJson(collection, &directory.roles))
            directory.roleCollections.append(*read);
    }
    return directory;
}

// The files of a project, "--- project package.json" and so on, as the check of projects reads them.
void addProject(const Sections &sections, QList<Case> &cases)
{
    const auto prefix = u"project "_s;
    QTemporaryDir folder;
    bool any = false;
    for (auto it = sections.bodies.cbegin(); it != sections.bodies.cend(); ++it) {
        if (!it.key().startsWith(prefix))
            continue;
        const auto path = folder.filePath(it.key().sliced(prefix.size()));
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        any = file.open(QIODevice::WriteOnly) && file.write(it.value()) >= 0;
    }
    if (!any)
        return;
    cap::LintInput lint;
    lint.projectDir = folder.path();
    lint.home = folder.filePath(u"home"_s);
    lint.cdsVersion = 10;
    for (auto &one : cases)
        one.projectDefects = diagnosis::defectsOf(cap::lintProject(lint));
}

void addRest(const Sections &sections, QList<Case> &cases)
{
    auto log = diagnosis::readerOfFailures();
    log.add(sections.bodies.value(u"log"_s));
    log.finish();
    for (auto &one : cases) {
        one.logLines = log.messages();
        one.logIds = log.callIds();
        one.logEndsWell = log.endsWell();
        if (sections.bodies.contains(u"token"_s))
            one.token = jose::decodeToken(sections.bodies[u"token"_s].trimmed());
        if (sections.bodies.contains(u"key"_s)) {
            if (auto key =
                    xsuaa::readServiceKey(sections.bodies[u"key"_s], xsuaa::ServiceKind::Xsuaa))
                one.key = *key;
        }
        if (sections.bodies.contains(u"assignments"_s))
            one.directory = directoryOf(sections.bodies[u"assignments"_s]);
        if (sections.bodies.contains(u"requires"_s)) {
            if (auto json = text::parseJson(sections.bodies[u"requires"_s]))
                one.projectRequires = *json;
        }
        const bool recorded = !one.trail.hops.isEmpty() && one.trail.hops.constFirst().startMs > 0;
        if (!recorded)
            one.nowSeconds = log.lastTimeMs() > 0 ? log.lastTimeMs() / 1000
                                                  : sections.heads.value(u"at"_s).toLongLong();
        if (one.nowSeconds == 0 && !recorded)
            one.nowSeconds = baseMs / 1000;
    }
}

diagnosis::Answer answerTo(const QList<Case> &cases, diagnosis::Leading leading)
{
    QList<diagnosis::Told> told;
    for (const auto &one : cases)
        told.append({cases.size() > 1 ? one.trail.id : QString(), diagnosis::diagnose(one)});
    return diagnosis::together(told, leading);
}

QStringList words(const QString &line)
{
    return line.split(u' ', Qt::SkipEmptyParts);
}

CorpusCase readCase(const QString &name, const QByteArray &source)
{
    const auto sections = sectionsOf(source);
    CorpusCase out;
    out.name = name;
    out.causes = words(sections.heads.value(u"cause"_s));
    out.causes.removeAll(u"none"_s);
    out.also = words(sections.heads.value(u"also"_s));
    out.near = words(sections.heads.value(u"near"_s));
    out.says = sections.heads.value(u"says"_s).split(u'|', Qt::SkipEmptyParts);
    out.warns = sections.heads.value(u"warns"_s) == "yes"_L1;
    auto cases = recordedCases(sections);
    addRest(sections, cases);
    addProject(sections, cases);
    for (const auto &said : cases) {
        if (const auto *root = said.trail.hop(said.trail.rootHopId))
            out.status = root->response.status;
    }
    out.answer = answerTo(cases,
                          sections.bodies.contains(u"har"_s) ? diagnosis::Leading::Surest
                                                             : diagnosis::Leading::Newest);
    return out;
}

// The recordings of tests/data/trails: a file is a case, its last trail the call.
CorpusCase readRecording(const QString &name, const QByteArray &source)
{
    CorpusCase out;
    out.name = name;
    const auto recorded = text::parseJson(source);
    if (!recorded)
        return out;
    const auto expected = (*recorded)[u"expect"].toStringList();
    out.causes = expected.first(std::min<qsizetype>(1, expected.size()));
    auto cases = casesOfTrails(*recorded);
    if (cases.isEmpty())
        return out;
    auto last = cases.constLast();
    if (auto key =
            xsuaa::readServiceKey((*recorded)[u"key"].toCompact(), xsuaa::ServiceKind::Xsuaa))
        last.key = *key;
    out.answer = answerTo({last}, diagnosis::Leading::Newest);
    return out;
}

bool startsWithAnyOf(const QStringList &ids, const QStringList &causes)
{
    return !ids.isEmpty() && causes.contains(ids.constFirst());
}

} // namespace

double CorpusFigures::shareFirst() const
{
    return broken > 0 ? double(broken - notFirst.size()) / broken : 0;
}

double CorpusFigures::shareAmongThree() const
{
    return broken > 0 ? double(broken - notAmongThree.size()) / broken : 0;
}

QStringList idsOf(const diagnosis::Answer &answer)
{
    QStringList ids;
    for (const auto &item : answer.findings)
        ids << item.finding.id;
    return ids;
}

QList<CorpusCase> readCorpus(const QString &folder)
{
    QStringList files;
    QDirIterator it(folder, {u"*.case"_s, u"*.json"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        files << it.next();
    files.sort();
    QList<CorpusCase> cases;
    for (const auto &path : files) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const auto name = path.sliced(folder.size());
        cases.append(path.endsWith(".json"_L1) ? readRecording(name, file.readAll())
                                               : readCase(name, file.readAll()));
    }
    return cases;
}

CorpusFigures figuresOf(const QList<CorpusCase> &cases)
{
    CorpusFigures figures;
    for (const auto &one : cases) {
        const auto ids = idsOf(one.answer);
        if (one.causes.isEmpty()) {
            ++figures.working;
            const bool alarm = std::any_of(
                one.answer.findings.begin(), one.answer.findings.end(), [](const auto &item) {
                    return item.finding.severity == diagnosis::Severity::Error;
                });
            if (alarm)
                figures.falseAlarms << one.name + u": "_s + ids.join(u' ');
            continue;
        }
        ++figures.broken;
        const auto three = ids.first(std::min<qsizetype>(3, ids.size()));
        const QString said =
            one.name + u": "_s + one.causes.join(u'|') + u" but "_s + ids.join(u' ');
        if (!startsWithAnyOf(ids, one.causes))
            figures.notFirst << said;
        const auto wanted = one.causes + one.also;
        const bool all = std::all_of(wanted.begin(), wanted.end(), [&three](const QString &id) {
            return three.contains(id);
        });
        if (!all)
            figures.notAmongThree << said;
    }
    return figures;
}

} // namespace tokentrail::test
