// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/sessionkey.h"

#include "app/ctl/callinput.h"
#include "app/ctl/keyinput.h"

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;

Result<xsuaa::ServiceKey> keyOfSession(const Invocation &invocation,
                                       const vault::SecretStore &store,
                                       const call::Session &session)
{
    const auto word = invocation.value(u"--key"_s);
    const auto named = keptKeyName(word);
    if (!word.isEmpty() && !named)
        return readClientKey(word, xsuaa::ServiceKind::Xsuaa);
    const auto kept = xsuaa::loadKey(store, named.value_or(session.keyName));
    if (!kept)
        return Error{ErrorCode::Usage,
                     u"The key that the session came from is not in the vault: --key FILE."_s};
    auto key = kept->key;
    key.name = kept->name;
    return key;
}

} // namespace tokentrail::ctl
