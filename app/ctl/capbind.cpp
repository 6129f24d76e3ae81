// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/capbind.h"

#include "app/ctl/bindjob.h"
#include "app/ctl/keyinput.h"
#include "app/ctl/sandboxcommands.h"

#include <QFileInfo>

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;

namespace {

// A word that is no file's name is that of a key in the vault.
QString keyWord(const Invocation &invocation)
{
    const auto word = invocation.value(u"--key"_s);
    const bool isFile = word.isEmpty() || word == "-"_L1 || QFileInfo::exists(word);
    return isFile || keptKeyName(word) ? word : QString("vault:"_L1 + word);
}

Result<std::vector<cap::ServiceToBind>> servicesOfKey(const QString &word, const Vault &vault)
{
    std::vector<xsuaa::ServiceKey> keys;
    if (const auto name = keptKeyName(word)) {
        auto kept = xsuaa::loadKey(*vault, *name);
        if (!kept)
            return kept.error();
        if (kept->key.name.isEmpty())
            kept->key.name = kept->name;
        keys.push_back(kept->key);
    } else {
        auto read = readKeyFile(word);
        if (!read)
            return read.error();
        keys = *std::move(read);
    }
    std::vector<cap::ServiceToBind> services;
    for (const auto &key : keys) {
        const auto service = cap::serviceOf(key);
        if (!service)
            return service.error();
        services.push_back(*service);
    }
    return services;
}

void capBind(Invocation &invocation)
{
    if (invocation.positionals().size() != 1)
        return invocation.failUsage(u"cap bind wants the project's folder."_s);
    if (invocation.has(u"--sandbox"_s) == invocation.has(u"--key"_s))
        return invocation.failUsage(u"cap bind wants either --sandbox or --key KEY."_s);
    const auto to = invocation.value(u"--to"_s, u"cdsrc-private"_s);
    const auto place = bindingPlaceFrom(to);
    if (!place)
        return invocation.failUsage(u"--to is cdsrc-private or default-env."_s);
    BindWish wish{invocation.positional(0),
                  *place,
                  invocation.has(u"--write"_s),
                  invocation.has(u"--add-to-gitignore"_s),
                  invocation.has(u"--although-tracked"_s)};
    if (invocation.has(u"--sandbox"_s))
        return bindToSandbox(invocation, wish);
    const auto word = keyWord(invocation);
    withVaultFor(invocation, {word}, [&invocation, word, wish](const Vault &vault) {
        const auto services = servicesOfKey(word, vault);
        if (!services)
            return invocation.fail(services.error());
        bindTo(invocation, wish, *services);
    });
}

} // namespace

QList<Command> capBindCommands()
{
    return {
        {u"cap bind"_s,
         u"DIR"_s,
         u"Bind a project on this machine to the sandbox or to a service key"_s,
         {{u"--sandbox"_s, {}, u"To the running sandbox, as sandbox bind does"_s},
          stateOption(),
          {u"--service"_s, u"NAME"_s, u"An application or service instance of the sandbox"_s},
          {u"--key"_s, u"KEY"_s, u"To a key of the vault, by its name, or to one in a file"_s},
          {u"--to"_s, u"FILE"_s, u"cdsrc-private (profile hybrid, the default) or default-env"_s},
          {u"--write"_s, {}, u"Write it; without this the change is shown"_s},
          {u"--add-to-gitignore"_s, {}, u"Add the file's name to .gitignore where it is not"_s},
          {u"--although-tracked"_s, {}, u"Write secrets into a file that git has already"_s}},
         capBind}};
}

} // namespace tokentrail::ctl
