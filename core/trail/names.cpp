// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trail/names.h"

#include <algorithm>
#include <array>

namespace tokentrail::trail {

namespace {

template<typename Enum>
struct Name
{
    Enum value;
    QStringView text;
};

constexpr std::array parties{
    Name<Party>{Party::Browser, u"browser"},
    Name<Party>{Party::Console, u"console"},
    Name<Party>{Party::Approuter, u"approuter"},
    Name<Party>{Party::Xsuaa, u"xsuaa"},
    Name<Party>{Party::Service, u"service"},
    Name<Party>{Party::Destination, u"destination"},
    Name<Party>{Party::Proxy, u"proxy"},
    Name<Party>{Party::CloudConnector, u"cloud-connector"},
    Name<Party>{Party::Backend, u"backend"},
    Name<Party>{Party::OAuthServer, u"oauth-server"},
    Name<Party>{Party::Unknown, u"unknown"},
};

constexpr std::array planes{
    Name<Plane>{Plane::Call, u"call"},
    Name<Plane>{Plane::Token, u"token"},
    Name<Plane>{Plane::Lookup, u"lookup"},
};

constexpr std::array hopKinds{
    Name<HopKind>{HopKind::Authorize, u"authorize"},
    Name<HopKind>{HopKind::Login, u"login"},
    Name<HopKind>{HopKind::Callback, u"callback"},
    Name<HopKind>{HopKind::Token, u"token"},
    Name<HopKind>{HopKind::Jwks, u"jwks"},
    Name<HopKind>{HopKind::UserInfo, u"userinfo"},
    Name<HopKind>{HopKind::Logout, u"logout"},
    Name<HopKind>{HopKind::DestinationLookup, u"destination"},
    Name<HopKind>{HopKind::Proxy, u"proxy"},
    Name<HopKind>{HopKind::CloudConnector, u"cloud-connector"},
    Name<HopKind>{HopKind::Backend, u"backend"},
    Name<HopKind>{HopKind::Service, u"service"},
    Name<HopKind>{HopKind::Approuter, u"approuter"},
    Name<HopKind>{HopKind::Other, u"other"},
};

constexpr std::array actorKinds{
    Name<ActorKind>{ActorKind::Client, u"client"},
    Name<ActorKind>{ActorKind::TechnicalUser, u"technical-user"},
    Name<ActorKind>{ActorKind::User, u"user"},
    Name<ActorKind>{ActorKind::None, u"none"},
};

constexpr std::array tokenRoles{
    Name<TokenRole>{TokenRole::Bearer, u"bearer"},
    Name<TokenRole>{TokenRole::Assertion, u"assertion"},
    Name<TokenRole>{TokenRole::Code, u"code"},
    Name<TokenRole>{TokenRole::Refresh, u"refresh"},
    Name<TokenRole>{TokenRole::UserToken, u"x-user-token"},
    Name<TokenRole>{TokenRole::ProxyAuthorization, u"proxy-authorization"},
    Name<TokenRole>{TokenRole::ConnectivityAuthentication, u"sap-connectivity-authentication"},
    Name<TokenRole>{TokenRole::TechnicalAuthentication, u"technical-authentication"},
    Name<TokenRole>{TokenRole::ApprouterAuthorization, u"x-approuter-authorization"},
    Name<TokenRole>{TokenRole::Saml, u"saml"},
    Name<TokenRole>{TokenRole::Issued, u"issued"},
};

constexpr std::array linkWays{
    Name<LinkBy>{LinkBy::Token, u"token"},
    Name<LinkBy>{LinkBy::Jti, u"jti"},
    Name<LinkBy>{LinkBy::Assertion, u"assertion"},
    Name<LinkBy>{LinkBy::Correlation, u"correlation"},
    Name<LinkBy>{LinkBy::ClientDestinationTime, u"client-destination-time"},
};

constexpr std::array certainties{
    Name<Certainty>{Certainty::Certain, u"certain"},
    Name<Certainty>{Certainty::Likely, u"likely"},
    Name<Certainty>{Certainty::Possible, u"possible"},
};

constexpr std::array lossPlaces{
    Name<LossPlace>{LossPlace::NotLost, u"not-lost"},
    Name<LossPlace>{LossPlace::BeforeService, u"before-service"},
    Name<LossPlace>{LossPlace::InsideService, u"inside-service"},
    Name<LossPlace>{LossPlace::Exchange, u"exchange"},
    Name<LossPlace>{LossPlace::Proxy, u"proxy"},
    Name<LossPlace>{LossPlace::Unknown, u"unknown"},
};

template<typename Table, typename Enum>
QString nameIn(const Table &table, Enum value)
{
    const auto found = std::find_if(
        table.begin(), table.end(), [value](const auto &entry) { return entry.value == value; });
    return found == table.end() ? QString() : found->text.toString();
}

template<typename Table>
auto valueIn(const Table &table, QStringView name) -> std::optional<decltype(table.front().value)>
{
    const auto found = std::find_if(
        table.begin(), table.end(), [name](const auto &entry) { return entry.text == name; });
    if (found == table.end())
        return std::nullopt;
    return found->value;
}

} // namespace

QString nameOf(Party value)
{
    return nameIn(parties, value);
}

std::optional<Party> partyFromName(QStringView name)
{
    return valueIn(parties, name);
}

QString nameOf(Plane value)
{
    return nameIn(planes, value);
}

std::optional<Plane> planeFromName(QStringView name)
{
    return valueIn(planes, name);
}

QString nameOf(HopKind value)
{
    return nameIn(hopKinds, value);
}

std::optional<HopKind> hopKindFromName(QStringView name)
{
    return valueIn(hopKinds, name);
}

QString nameOf(ActorKind value)
{
    return nameIn(actorKinds, value);
}

std::optional<ActorKind> actorKindFromName(QStringView name)
{
    return valueIn(actorKinds, name);
}

QString nameOf(TokenRole value)
{
    return nameIn(tokenRoles, value);
}

std::optional<TokenRole> tokenRoleFromName(QStringView name)
{
    return valueIn(tokenRoles, name);
}

QString nameOf(LinkBy value)
{
    return nameIn(linkWays, value);
}

std::optional<LinkBy> linkByFromName(QStringView name)
{
    return valueIn(linkWays, name);
}

QString nameOf(Certainty value)
{
    return nameIn(certainties, value);
}

std::optional<Certainty> certaintyFromName(QStringView name)
{
    return valueIn(certainties, name);
}

QString nameOf(LossPlace value)
{
    return nameIn(lossPlaces, value);
}

std::optional<LossPlace> lossPlaceFromName(QStringView name)
{
    return valueIn(lossPlaces, name);
}

} // namespace tokentrail::trail
