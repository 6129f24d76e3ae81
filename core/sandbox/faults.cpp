// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/faults.h"

#include "core/sandbox/misbehaviour.h"

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;

namespace {

using Value = FaultInfo::Value;

// What only one party can get wrong; what all of them can is in misbehaviour.cpp.
const std::vector<FaultInfo> particularFaults{
    FaultInfo{"xsuaa.token-status",
              "The token endpoint answers every request with this status and an error",
              Value::Status,
              "503"},
    FaultInfo{"xsuaa.token-delay",
              "The token endpoint answers later, by this many milliseconds",
              Value::Integer,
              "5000"},
    FaultInfo{"xsuaa.clock-offset",
              "The clock of the XSUAA is wrong by this many seconds (negative: late)",
              Value::Integer,
              "3600"},
    FaultInfo{"xsuaa.token-life", "Tokens live this many seconds", Value::Integer, "5"},
    FaultInfo{"xsuaa.wrong-audience",
              "Tokens are made out to this client instead of the one that asked",
              Value::Text,
              "sb-other!t99"},
    FaultInfo{"xsuaa.wrong-audience-claim",
              "Tokens name this audience, but still the client that asked",
              Value::Text,
              "other!t2"},
    FaultInfo{"xsuaa.wrong-zone",
              "Tokens carry the id of this zone, which nobody knows",
              Value::Text,
              "00000000-0000-0000-0000-00000000dead"},
    FaultInfo{
        "xsuaa.rogue-key",
        "Tokens are signed with a key that is not in the key set, under the id of one that is",
        Value::Switch,
        "on"},
    FaultInfo{"xsuaa.unknown-key-id",
              "Tokens name this key id, which is not in the key set",
              Value::Text,
              "rotated-away"},
    FaultInfo{"xsuaa.no-key-id", "Tokens name no signing key", Value::Switch, "on"},
    FaultInfo{
        "xsuaa.algorithm", "Tokens claim this algorithm in their header", Value::Text, "HS256"},
    FaultInfo{"xsuaa.not-yet-valid",
              "Tokens become valid this many seconds from now",
              Value::Integer,
              "3600"},
    FaultInfo{"xsuaa.no-scope-claim", "Tokens have no claim scope", Value::Switch, "on"},
    FaultInfo{"xsuaa.rate-limits",
              "The administration takes 45 requests a second (SCIM: 3) and answers 429 after that",
              Value::Switch,
              "on"},
    FaultInfo{"xsuaa.scope-as-string",
              "The claim scope is one text instead of a list",
              Value::Switch,
              "on"},
    FaultInfo{"xsuaa.foreign-scopes",
              "Scopes belong to this application instead of the one that asked",
              Value::Text,
              "other!t9"},
    FaultInfo{"xsuaa.scopes-in-capitals",
              "The names of scopes are in capital letters",
              Value::Switch,
              "on"},
    FaultInfo{"xsuaa.missing-claim", "Tokens lack this claim", Value::Text, "exp"},
    FaultInfo{"xsuaa.large-token",
              "Tokens are larger by this many bytes of groups",
              Value::Integer,
              "20000"},
    FaultInfo{"xsuaa.refuse-grant",
              "No client may use this grant type",
              Value::Text,
              "urn:ietf:params:oauth:grant-type:jwt-bearer"},
    FaultInfo{"xsuaa.missing-field",
              "Token responses lack this field (the token itself is whole)",
              Value::Text,
              "expires_in"},
    FaultInfo{"xsuaa.certificate",
              "The https port of XSUAA shows a certificate that clients must not accept",
              Value::Text,
              "untrusted",
              "untrusted|wrong-name|expired"},
    FaultInfo{"xsuaa.jwks-empty", "The key set holds no key", Value::Switch, "on"},
    FaultInfo{"xsuaa.jwks-status",
              "The key set answers every request with this status",
              Value::Status,
              "500"},
    FaultInfo{"destination.client-refused",
              "The Destination service refuses the tokens of its own client",
              Value::Switch,
              "on"},
    FaultInfo{"destination.missing-field",
              "Answers lack this member: owner, or a property of the destination",
              Value::Text,
              "owner"},
    FaultInfo{"destination.token-error",
              "No token is to be had for any destination, for this reason",
              Value::Text,
              "Retrieval of OAuthToken failed due to: the token service is being maintained"},
    FaultInfo{"proxy.header-limit",
              "The connectivity proxy refuses headers longer than this many bytes",
              Value::Integer,
              "8192"},
    FaultInfo{"proxy.cloud-connector-down",
              "No Cloud Connector is connected to the subaccount",
              Value::Switch,
              "on"},
    FaultInfo{"proxy.host-not-exposed", "The Cloud Connector exposes no host", Value::Switch, "on"},
    FaultInfo{"proxy.path-not-exposed",
              "The Cloud Connector exposes no path of its hosts",
              Value::Switch,
              "on"},
    FaultInfo{"proxy.cloud-connector-distrusts",
              "The Cloud Connector does not trust the issuer of user tokens",
              Value::Switch,
              "on"},
    FaultInfo{"destination.unavailable",
              "The Destination service answers every request with 503",
              Value::Switch,
              "on"},
    FaultInfo{"service.no-connectivity-binding",
              "The sample service has no binding to the connectivity service",
              Value::Switch,
              "on"},
    FaultInfo{"service.wrong-destination-secret",
              "The sample service holds an old secret of its destination client",
              Value::Switch,
              "on"},
    FaultInfo{"backend.unavailable", "The backend cannot be reached", Value::Switch, "on"},
    FaultInfo{"backend.user-unmapped",
              "No certificate and no token is mapped to a user of the backend",
              Value::Switch,
              "on"},
    FaultInfo{"backend.certificate",
              "The https port of the backend shows a certificate that clients must not accept",
              Value::Text,
              "untrusted",
              "untrusted|wrong-name|expired"},
    FaultInfo{"backend.login-page",
              "The backend answers with its logon page and status 200",
              Value::Switch,
              "on"},
};

bool fits(Value kind, const QString &value)
{
    bool isNumber = false;
    const auto number = value.toLongLong(&isNumber);
    switch (kind) {
    case Value::Switch:
        return value == "on"_L1;
    case Value::Integer:
        return isNumber;
    case Value::Status:
        return isNumber && number >= 200 && number <= 599;
    case Value::Text:
        return !value.isEmpty();
    }
    return false;
}

QString expectation(Value kind)
{
    switch (kind) {
    case Value::Switch:
        return u"takes no value but on"_s;
    case Value::Integer:
        return u"takes a whole number"_s;
    case Value::Status:
        return u"takes an HTTP status from 200 to 599"_s;
    case Value::Text:
        return u"takes a text"_s;
    }
    return {};
}

} // namespace

std::span<const FaultInfo> knownFaults()
{
    static const auto all = [] {
        auto list = particularFaults;
        const auto general = partyFaults();
        list.insert(list.end(), general.begin(), general.end());
        return list;
    }();
    return all;
}

const FaultInfo *findFault(QStringView name)
{
    for (const auto &fault : knownFaults()) {
        if (name == QLatin1StringView(fault.name))
            return &fault;
    }
    return nullptr;
}

Result<QString> checkedFaultValue(const QString &name, const QString &value)
{
    const auto *fault = findFault(name);
    if (fault == nullptr)
        return Error{ErrorCode::NotFound,
                     u"There is no fault %1; `sandbox fault list` names them all."_s.arg(name)};
    const auto given = value.isEmpty() ? QString::fromLatin1(fault->byDefault) : value;
    const auto choices = QString::fromLatin1(fault->choices).split(u'|', Qt::SkipEmptyParts);
    if (!choices.isEmpty() && !choices.contains(given))
        return Error{ErrorCode::InvalidInput,
                     u"%1 takes one of %2."_s.arg(name, choices.join(u", "_s))};
    if (!fits(fault->value, given))
        return Error{ErrorCode::InvalidInput, u"%1 %2."_s.arg(name, expectation(fault->value))};
    return given;
}

} // namespace tokentrail::sandbox
