// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/keytest.h"

#include "app/ctl/keyinput.h"
#include "app/ctl/keytext.h"
#include "core/base/clock.h"
#include "core/xsuaa/keyhealth.h"

#include <algorithm>

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

int exitOf(const call::KeyProbe &probe)
{
    if (probe.error())
        return exitCodeOf(probe.error()->code);
    const auto refuted = [](const call::Proof &proof) {
        return proof.outcome == call::Proof::Outcome::Refuted;
    };
    return std::any_of(probe.proofs().cbegin(), probe.proofs().cend(), refuted) ? DoesNotHold : Ok;
}

void probe(Invocation &invocation, const xsuaa::ServiceKey &key)
{
    const QList<QUrl> urls{
        xsuaa::tokenEndpoint(key.client).url, key.client.url, key.destinationUri};
    const auto tls = readTrust(invocation, urls, sandboxesNear(urls));
    if (!tls)
        return invocation.fail(tls.error());
    auto *client = new http::Client(&invocation);
    auto *probe = new call::KeyProbe(*client, key, *tls, client);
    QObject::connect(
        probe, &call::KeyProbe::finished, &invocation, [&invocation, key](call::KeyProbe *done) {
            auto json = Json::object({{u"works"_s, done->works()},
                                      {u"clientId"_s, key.client.clientId},
                                      {u"proofs"_s, proofsToJson(done->proofs())}});
            QString words = done->works() ? u"The key works."_s : u"The key does not work."_s;
            for (const auto &remark : xsuaa::keyRemarks(key, Clock::system().nowSeconds()))
                words += u"\n! "_s + remark.sentence;
            words += u'\n' + proofsInWords(done->proofs());
            invocation.answer(json, words);
            invocation.finish(exitOf(*done));
        });
    probe->start();
}

} // namespace

void testKey(Invocation &invocation)
{
    if (invocation.positionals().size() != 1)
        return invocation.failUsage(u"key test wants a FILE, or vault:NAME"_s);
    const auto word = invocation.positional(0);
    const auto name = keptKeyName(word);
    if (name)
        return withVault(invocation, [&invocation, name](const Vault &vault) {
            const auto kept = xsuaa::loadKey(*vault, *name);
            if (!kept)
                return invocation.fail(kept.error());
            probe(invocation, kept->key);
        });
    const auto keys = readKeyFile(word);
    if (!keys)
        return invocation.fail(keys.error());
    probe(invocation, keys->front());
}

} // namespace tokentrail::ctl
