// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/keycommands.h"

#include "app/ctl/keyinput.h"
#include "app/ctl/keytest.h"
#include "app/ctl/keytext.h"
#include "core/base/clock.h"

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using text::Json;
using xsuaa::KeptKey;

namespace {

qint64 now()
{
    return Clock::system().nowSeconds();
}

// Of a key in the vault also since when, and where it is used.
Json describeKept(const KeptKey &kept, const vault::SecretStore &vault, const QString &folder)
{
    auto json = describeKey(kept.key, now());
    json.set(u"name"_s, kept.name);
    json.set(u"source"_s, kept.source);
    json.set(u"addedAt"_s, kept.addedAt);
    auto uses = call::sessionsOf(kept.key, vault);
    if (!folder.isEmpty())
        uses += call::filesOf(kept.key, folder);
    json.set(u"usedBy"_s, usesToJson(uses));
    return json;
}

void showFile(Invocation &invocation)
{
    const auto keys = readKeyFile(invocation.positional(0));
    if (!keys)
        return invocation.fail(keys.error());
    auto all = Json::array();
    QStringList words;
    for (const auto &key : *keys) {
        all.append(describeKey(key, now()));
        words << keyInWords(all.elements().back());
    }
    // The first key is the answer; a document of several lists them all besides.
    auto answer = all.elements().front();
    if (keys->size() > 1)
        answer.set(u"keys"_s, all);
    invocation.answer(answer, words.join(u"\n\n"_s));
    invocation.finish(Ok);
}

void showKey(Invocation &invocation)
{
    const auto name = keptKeyName(invocation.positional(0));
    if (!name)
        return showFile(invocation);
    withVault(invocation, [&invocation, name](const Vault &vault) {
        const auto kept = xsuaa::loadKey(*vault, *name);
        if (!kept)
            return invocation.fail(kept.error());
        const auto json = describeKept(*kept, *vault, invocation.value(u"--project"_s));
        invocation.answer(json, keyInWords(json));
        invocation.finish(Ok);
    });
}

// Names them, keeps them, and tells what reading them took.
void keep(Invocation &invocation, const Vault &vault, std::vector<xsuaa::ServiceKey> keys)
{
    auto kept = xsuaa::loadKeys(*vault);
    if (!kept)
        return invocation.fail(kept.error());
    const auto wanted = invocation.value(u"--name"_s);
    auto added = Json::array();
    QStringList words;
    for (auto &key : keys) {
        KeptKey entry{wanted.isEmpty() ? xsuaa::nameFor(key, *kept) : wanted, key, {}, now()};
        const auto source = invocation.positional(0);
        entry.source = source.isEmpty() || source == "-"_L1 ? u"stdin"_s : source;
        const auto replaced = std::any_of(kept->begin(), kept->end(), [&entry](const KeptKey &one) {
            return one.name == entry.name;
        });
        if (const auto saved = xsuaa::saveKey(*vault, entry); !saved)
            return invocation.fail(saved.error());
        auto json = describeKey(key, now());
        json.set(u"name"_s, entry.name);
        json.set(u"replaced"_s, replaced);
        added.append(json);
        words << (replaced ? u"replaced %1 (%2)"_s : u"added %1 (%2)"_s)
                     .arg(entry.name, json[u"service"].toString());
        for (const auto &repair : key.repairs)
            words << u"  repaired: "_s + repair;
        if (!replaced)
            kept->push_back(std::move(entry));
    }
    invocation.answer(Json::object({{u"added"_s, added}}), words.join(u'\n'));
    invocation.finish(Ok);
}

void addKeys(Invocation &invocation)
{
    if (invocation.positionals().size() > 1)
        return invocation.failUsage(u"key add takes one FILE or folder"_s);
    const auto keys = readKeyFile(invocation.positional(0));
    if (!keys)
        return invocation.fail(keys.error());
    if (keys->size() > 1 && invocation.has(u"--name"_s))
        return invocation.failUsage(
            u"the document holds %1 keys; --name is for one"_s.arg(keys->size()));
    withVault(invocation,
              [&invocation, keys = *keys](const Vault &vault) { keep(invocation, vault, keys); });
}

void listKeys(Invocation &invocation)
{
    withVault(invocation, [&invocation](const Vault &vault) {
        const auto keys = xsuaa::loadKeys(*vault);
        if (!keys)
            return invocation.fail(keys.error());
        auto list = Json::array();
        QStringList lines;
        for (const auto &kept : *keys) {
            const auto json = describeKept(kept, *vault, {});
            list.append(json);
            auto line = u"%1  %2  %3  %4"_s.arg(kept.name,
                                                json[u"service"].toString(),
                                                json[u"credentialType"].toString(),
                                                kept.key.client.url.host());
            for (const auto &remark : json[u"remarks"].elements())
                line += u"\n  ! "_s + remark[u"sentence"].toString();
            lines << line;
        }
        invocation.answer(list,
                          lines.isEmpty() ? u"no keys are kept; `key add FILE` keeps one"_s
                                          : lines.join(u'\n'));
        invocation.finish(Ok);
    });
}

// The names that `key list` shows may be given with or without "vault:".
void withNamedKey(Invocation &invocation,
                  const std::function<void(const Vault &, const QString &)> &then)
{
    if (invocation.positionals().size() != 1)
        return invocation.failUsage(u"the NAME of one key is wanted; `key list` shows them"_s);
    const auto word = invocation.positional(0);
    const auto name = keptKeyName(word).value_or(word);
    withVault(invocation, [name, then](const Vault &vault) { then(vault, name); });
}

void removeKey(Invocation &invocation)
{
    withNamedKey(invocation, [&invocation](const Vault &vault, const QString &name) {
        if (const auto removed = xsuaa::removeKey(*vault, name); !removed)
            return invocation.fail(removed.error());
        invocation.answer(Json::object({{u"removed"_s, name}}), u"removed %1"_s.arg(name));
        invocation.finish(Ok);
    });
}

void revealKey(Invocation &invocation)
{
    withNamedKey(invocation, [&invocation](const Vault &vault, const QString &name) {
        const auto kept = xsuaa::loadKey(*vault, name);
        if (!kept)
            return invocation.fail(kept.error());
        const auto member = invocation.value(u"--member"_s);
        const auto *value = &kept->key.credentials;
        if (!member.isEmpty() && !(value = value->find(member)))
            return invocation.fail(
                {ErrorCode::NotFound, u"The key has no member \"%1\"."_s.arg(member)});
        auto raw = value->isString() ? value->toString().toUtf8() : value->toIndented();
        invocation.printRaw(raw + (raw.endsWith('\n') ? "" : "\n"));
        invocation.finish(Ok);
    });
}

} // namespace

QList<Command> keyCommands()
{
    return {{u"key add"_s,
             u"[FILE|DIR]"_s,
             u"Keep the service keys of a document in the vault, whatever it wraps them in"_s,
             {{u"--name"_s, u"NAME"_s, u"to keep it under (else after its instance)"_s}},
             addKeys},
            {u"key list"_s, {}, u"List the keys in the vault, and which end soon"_s, {}, listKeys},
            {u"key show"_s,
             u"[FILE|DIR|vault:NAME]"_s,
             u"Recognise and explain a service key or binding of any shape"_s,
             {{u"--project"_s, u"DIR"_s, u"look there, too, where the key is used (vault:NAME)"_s}},
             showKey},
            {u"key test"_s,
             u"FILE|DIR|vault:NAME"_s,
             u"Say what a key proves to be able to do"_s,
             trustOptions(),
             testKey},
            {u"key reveal"_s,
             u"NAME"_s,
             u"Print a key of the vault with its secrets"_s,
             {{u"--member"_s, u"MEMBER"_s, u"only this one, as clientsecret"_s}},
             revealKey},
            {u"key remove"_s, u"NAME"_s, u"Forget a key of the vault"_s, {}, removeKey}};
}

} // namespace tokentrail::ctl
