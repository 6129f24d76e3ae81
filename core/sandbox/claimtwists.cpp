// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/claimtwists.h"

#include <algorithm>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

constexpr int largestPadding = 60'000; // a head of more is refused by every server here

void changeScopes(Json &claims, const std::function<QString(const QString &)> &change)
{
    QStringList scopes;
    for (const auto &scope : claims[u"scope"].toStringList())
        scopes << (scope.contains(u'.') && !scope.startsWith("uaa."_L1) ? change(scope) : scope);
    claims.set(u"scope"_s, Json::array(scopes));
}

// As a user with very many groups would have it.
void pad(Json &claims, int bytes)
{
    QStringList groups;
    for (auto left = std::min(bytes, largestPadding); left > 0; left -= 40)
        groups << u"group-%1-of-a-directory-with-many"_s.arg(left, 6, 10, QChar(u'0'));
    auto system = claims[u"xs.system.attributes"];
    if (!system.isObject())
        system = Json::object();
    system.set(u"xs.saml.groups"_s, Json::array(groups));
    claims.set(u"xs.system.attributes"_s, system);
}

} // namespace

void twistClaims(Json &claims, const std::function<QString(QStringView)> &valueOf)
{
    if (const auto client = valueOf(u"xsuaa.wrong-audience"); !client.isNull()) {
        claims.set(u"aud"_s, Json::array(QStringList{client}));
        for (const auto &name : {u"client_id"_s, u"cid"_s, u"azp"_s})
            claims.set(name, client);
    }
    if (const auto audience = valueOf(u"xsuaa.wrong-audience-claim"); !audience.isNull())
        claims.set(u"aud"_s, Json::array(QStringList{audience}));
    if (const auto zone = valueOf(u"xsuaa.wrong-zone"); !zone.isNull()) {
        claims.set(u"zid"_s, zone);
        claims.set(u"zone_uuid"_s, zone);
    }
    if (const auto seconds = valueOf(u"xsuaa.not-yet-valid"); !seconds.isNull())
        claims.set(u"nbf"_s, claims[u"iat"].toInteger() + seconds.toLongLong());
    if (const auto application = valueOf(u"xsuaa.foreign-scopes"); !application.isNull()) {
        changeScopes(claims, [&application](const QString &scope) {
            return QString(application + u'.' + scope.section(u'.', -1));
        });
    }
    if (!valueOf(u"xsuaa.scopes-in-capitals").isNull()) {
        changeScopes(claims, [](const QString &scope) {
            return QString(scope.section(u'.', 0, -2) + u'.' + scope.section(u'.', -1).toUpper());
        });
    }
    if (!valueOf(u"xsuaa.scope-as-string").isNull())
        claims.set(u"scope"_s, claims[u"scope"].toStringList().join(u' '));
    if (!valueOf(u"xsuaa.no-scope-claim").isNull())
        claims.remove(u"scope");
    if (const auto name = valueOf(u"xsuaa.missing-claim"); !name.isNull())
        claims.remove(name);
    if (const auto bytes = valueOf(u"xsuaa.large-token"); !bytes.isNull())
        pad(claims, bytes.toInt());
}

} // namespace tokentrail::sandbox
