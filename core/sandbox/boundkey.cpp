// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/boundkey.h"

using namespace Qt::StringLiterals;

namespace tokentrail::sandbox {

Result<xsuaa::ServiceKey> boundKey(xsuaa::ServiceKind kind, const text::Json &credentials)
{
    const QString label = xsuaa::nameOf(kind);
    auto entries = text::Json::array();
    entries.append(text::Json::object(
        {{u"label"_s, label}, {u"name"_s, label}, {u"credentials"_s, credentials}}));
    const auto services = text::Json::object({{label, entries}});
    return xsuaa::readServiceKey(services.toCompact(), kind);
}

} // namespace tokentrail::sandbox
