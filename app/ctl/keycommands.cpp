// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/keycommands.h"

#include "app/ctl/input.h"
#include "core/xsuaa/servicekey.h"

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;

namespace {

text::Json problemsOf(const xsuaa::ServiceKey &key)
{
    auto problems = text::Json::array();
    for (const auto &problem : key.problems) {
        auto entry = text::Json::object({{u"sentence"_s, problem.sentence}});
        if (problem.place) {
            entry.set(u"line"_s, problem.place->line);
            entry.set(u"column"_s, problem.place->column);
        }
        problems.append(entry);
    }
    return problems;
}

// What a key says of itself, without what it keeps secret.
text::Json describe(const xsuaa::ServiceKey &key)
{
    auto json =
        text::Json::object({{u"service"_s, key.label.isEmpty() ? nameOf(key.kind) : key.label},
                            {u"credentialType"_s, nameOf(key.credentialType)},
                            {u"shape"_s, key.shape}});
    const auto add = [&json](const QString &name, const QString &value) {
        if (!value.isEmpty())
            json.set(name, value);
    };
    add(u"name"_s, key.name);
    add(u"clientId"_s, key.client.clientId);
    add(u"xsappname"_s, key.xsappname);
    add(u"url"_s, key.client.url.toString());
    add(u"certUrl"_s, key.client.certUrl.toString());
    add(u"uaaDomain"_s, key.client.uaaDomain);
    add(u"zoneId"_s, key.client.zoneId);
    add(u"identityZone"_s, key.client.identityZone);
    add(u"destinationUri"_s, key.destinationUri.toString());
    add(u"proxyHost"_s, key.proxyHost);
    if (key.proxyPort != 0)
        json.set(u"proxyPort"_s, int(key.proxyPort));
    add(u"tokenUrl"_s, tokenEndpoint(key.client).url.toString());
    json.set(u"verificationKey"_s, !key.verificationKeyPem.isEmpty());
    json.set(u"problems"_s, problemsOf(key));
    return json;
}

QString inWords(const text::Json &description)
{
    QStringList lines;
    for (const auto &member : description.members()) {
        if (member.value.isArray()) {
            for (const auto &problem : member.value.elements())
                lines << u"! "_s + problem[u"sentence"].toString();
        } else {
            const QString value = member.value.isString()
                ? member.value.toString()
                : QString::fromUtf8(member.value.toCompact());
            lines << QString(member.name + u':').leftJustified(17) + value;
        }
    }
    return lines.join(u'\n');
}

void showKey(Invocation &invocation)
{
    const auto name = invocation.positional(0);
    const auto source = readInput(name);
    if (!source)
        return invocation.fail(source.error());
    const auto keys = xsuaa::readServiceKeys(*source, name == "-"_L1 ? QString() : name);
    if (!keys)
        return invocation.fail(keys.error());

    auto all = text::Json::array();
    QStringList words;
    for (const auto &key : *keys) {
        all.append(describe(key));
        words << inWords(all.elements().back());
    }
    // The first key is the answer; a document of several lists them all besides.
    auto answer = all.elements().front();
    if (keys->size() > 1)
        answer.set(u"keys"_s, all);
    invocation.answer(answer, words.join(u"\n\n"_s));
    invocation.finish(Ok);
}

} // namespace

QList<Command> keyCommands()
{
    return {{u"key show"_s,
             u"[FILE]"_s,
             u"Recognise and explain a service key or binding of any shape"_s,
             {},
             showKey}};
}

} // namespace tokentrail::ctl
