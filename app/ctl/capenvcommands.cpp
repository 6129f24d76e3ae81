// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/capenvcommands.h"

#include "app/ctl/capowncds.h"
#include "app/ctl/capuserscommands.h"
#include "core/cap/envmask.h"

#include <QCoreApplication>
#include <QDir>

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

QString placeText(const cap::EffectiveEnv &env, cap::EnvOrigin origin)
{
    if (const auto place = env.place(origin); place && place->line > 0)
        return env.sourceName(origin) + u':' + QString::number(place->line);
    return env.sourceName(origin);
}

// One row for every plain value: where it is, what it is, where it was written.
void listOrigins(const cap::EffectiveEnv &env,
                 const cap::EnvNodePtr &node,
                 const QString &path,
                 bool reveals,
                 Json &rows)
{
    if (node->isScalar() || node->isArray() || node->members().empty()) {
        const auto value = node->toJson();
        const auto place = env.place(node->origin());
        auto row = Json::object({{u"key"_s, path},
                                 {u"value"_s, reveals ? value : cap::maskedConfig(value, path)},
                                 {u"source"_s, env.sourceName(node->origin())}});
        if (place && place->line > 0) {
            row.set(u"file"_s, place->file);
            row.set(u"line"_s, place->line);
            row.set(u"column"_s, place->column);
        }
        row.set(u"where"_s, placeText(env, node->origin()));
        rows.append(row);
        return;
    }
    for (const auto &member : node->members()) {
        const QString inner = path.isEmpty() ? member.name : QString(path + u'.' + member.name);
        if (!member.hidden)
            listOrigins(env, member.value, inner, reveals, rows);
    }
}

void answerOrigins(Invocation &invocation, const cap::EffectiveEnv &env, const QString &key)
{
    auto rows = Json::array();
    if (const auto node = key.isEmpty() ? env.root : cap::findPath(env.root, key))
        listOrigins(env, node, key, invocation.reveals(), rows);
    QString text;
    for (const auto &row : rows.elements())
        text += row[u"key"].toString() + " = "_L1 + QString::fromUtf8(row[u"value"].toCompact())
            + "    "_L1 + row[u"where"].toString() + u'\n';
    invocation.answer(Json::object({{u"profiles"_s, Json::array(env.profiles)},
                                    {u"sources"_s, Json::array(env.loadedNames())},
                                    {u"values"_s, rows}}),
                      text);
}

void answerSources(Invocation &invocation, const cap::EffectiveEnv &env)
{
    auto names = env.loadedNames();
    std::reverse(names.begin(), names.end());
    invocation.answer(Json::object({{u"profiles"_s, Json::array(env.profiles)},
                                    {u"sources"_s, Json::array(names)}}),
                      "profiles: "_L1 + env.profiles.join(", "_L1)
                          + "\nsources, strongest first:\n  "_L1 + names.join("\n  "_L1));
}

// The words about profiles in the order in which they were given, which decides between profiles.
QStringList profileWords(const QStringList &words)
{
    QStringList found;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const auto equals = words[i].indexOf(u'=');
        const auto name = equals < 0 ? words[i] : words[i].first(equals);
        if (name == "--"_L1)
            break;
        if (name == "--production"_L1)
            found << name;
        else if (name == "--profile"_L1 || name == "--for"_L1)
            found << name << (equals < 0 ? words.value(++i) : words[i].sliced(equals + 1));
    }
    return found;
}

void capEnv(Invocation &invocation)
{
    if (invocation.positionals().isEmpty() || invocation.positionals().size() > 2)
        return invocation.failUsage(u"cap env wants the project's folder and at most one key"_s);
    const auto key = invocation.positional(1);
    const bool asksCds = invocation.has(u"--ask-cds"_s);
    if (asksCds
        && (!key.isEmpty() || invocation.has(u"--sources"_s) || invocation.has(u"--origins"_s)))
        return invocation.failUsage(u"cap env --ask-cds compares the whole configuration: it goes "
                                    "with neither a key nor --sources nor --origins"_s);
    const auto env = cap::effectiveEnv(capEnvInput(invocation, invocation.positional(0)));
    if (!env)
        return invocation.fail(env.error());
    for (const auto &problem : env->problems)
        invocation.note(problem.toString());
    if (asksCds)
        return compareWithOwnCds(invocation, *env, profileWords(QCoreApplication::arguments()));
    if (invocation.has(u"--sources"_s)) {
        answerSources(invocation, *env);
    } else if (invocation.has(u"--origins"_s)) {
        answerOrigins(invocation, *env, key);
    } else {
        const auto found = env->value(key);
        const auto value = found.value_or(Json());
        const auto shown = invocation.reveals() ? value : cap::maskedConfig(value, key);
        invocation.answer(shown,
                          !found                 ? u"undefined"_s
                              : shown.isString() ? shown.toString()
                                                 : QString::fromUtf8(shown.toIndented()));
    }
    invocation.finish(Ok);
}

} // namespace

QList<Option> capEnvOptions()
{
    return {
        {u"--profile"_s, u"NAME"_s, u"add a profile (may be repeated)"_s},
        {u"--for"_s, u"NAME"_s, u"replace CDS_ENV, as cds env --for does"_s},
        {u"--production"_s, {}, u"add the profile production, and NODE_ENV with it"_s},
        {u"--cds"_s, u"9|10"_s, u"the major version of @sap/cds; default: the project's own"_s},
    };
}

cap::EnvInput capEnvInput(Invocation &invocation, const QString &projectDir)
{
    cap::EnvInput input;
    input.projectDir = QDir(projectDir).absolutePath();
    input.home = QDir::homePath();
    input.environment = cap::Environment::ofProcess();
    input.arguments = profileWords(QCoreApplication::arguments());
    const auto own = cap::cdsVersionOf(input.projectDir);
    const auto asked = invocation.value(u"--cds"_s);
    input.cdsVersion = asked.isEmpty() ? (own == 0 || own >= 10 ? 10 : 9) : asked.toInt();
    if (asked.isEmpty() && own > 0 && own < 9)
        invocation.note(u"the project uses @sap/cds %1; the rules of 9 are applied"_s.arg(own));
    return input;
}

QList<Command> capEnvCommands()
{
    auto options = capEnvOptions();
    options << Option{u"--sources"_s, {}, u"list the active profiles and what was read"_s};
    options << Option{u"--origins"_s, {}, u"say for every value where it was written"_s};
    options << Option{u"--ask-cds"_s,
                      {},
                      u"run the project's own cds env, and say where it differs: only in a folder "
                      "that you trust"_s};
    return {{u"cap env"_s,
             u"DIR [KEY]"_s,
             u"The effective configuration of a CAP project, as cds env get KEY"_s,
             options,
             capEnv},
            capUsersCommand()};
}

} // namespace tokentrail::ctl
