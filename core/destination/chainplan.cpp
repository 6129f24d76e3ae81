// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/destination/chainstep.h"
#include "core/destination/lookupsteps.h"
#include "core/destination/sdktexts.h"
#include "core/destination/sendstep.h"
#include "core/destination/tokensteps.h"

using namespace Qt::StringLiterals;

namespace tokentrail::destination {

namespace {

template<typename T, typename... Arguments>
void add(Steps &steps, Arguments &&...arguments)
{
    steps.push_back(std::make_unique<T>(std::forward<Arguments>(arguments)...));
}

void addStop(Steps &steps, const QString &inWords, const Failure &failure)
{
    add<StopStep>(steps, inWords, failure);
}

void addTokenSteps(Steps &steps, const ChainState &state)
{
    const auto &destination = *state.destination;
    switch (destination.authentication) {
    case Authentication::OAuth2UserTokenExchange:
    case Authentication::OAuth2JWTBearer:
    case Authentication::SAMLAssertion:
    case Authentication::OAuth2SAMLBearerAssertion:
        if (needsUserToken(destination))
            add<ExchangeStep>(steps);
        add<LookupWithTokensStep>(steps);
        return;
    case Authentication::OAuth2ClientCredentials:
    case Authentication::OAuth2Password:
        add<LookupWithTokensStep>(steps);
        return;
    case Authentication::PrincipalPropagation:
        if (!state.hasUserToken())
            addStop(steps,
                    u"Stop: this destination needs a user token, and there is none"_s,
                    loadFailed(ErrorCode::InvalidInput,
                               {sdk::userTokenMissing(destination.authenticationName)}));
        return;
    case Authentication::OAuth2RefreshToken:
        if (!state.input.refreshToken.isEmpty()) {
            add<LookupWithTokensStep>(steps);
            return;
        }
        addStop(steps,
                u"Stop: this destination needs a refresh token, and there is none"_s,
                loadFailed(ErrorCode::InvalidInput,
                           {sdk::refreshTokenMissing(destination.authenticationName)}));
        return;
    case Authentication::ClientCertificateAuthentication:
        add<LookupWithTokensStep>(steps); // brings the certificates along
        return;
    case Authentication::NoAuthentication:
    case Authentication::BasicAuthentication:
    case Authentication::OAuth2TechnicalUserPropagation:
    case Authentication::OAuth2AuthorizationCode:
    case Authentication::Unknown:
        return;
    }
}

} // namespace

Steps stepsToLookup()
{
    Steps steps;
    add<SubscriberTokenStep>(steps);
    add<ProviderTokenStep>(steps);
    add<LookupStep>(steps, LookupStep::Level::Subscriber);
    add<LookupStep>(steps, LookupStep::Level::Provider);
    return steps;
}

Steps stepsFor(const ChainState &state)
{
    Steps steps;
    if (!state.isWarm() && !state.destination->forwardsAuthToken())
        addTokenSteps(steps, state);
    if (state.destination->isOnPremise())
        add<ConnectivityTokenStep>(steps);
    add<SendStep>(steps);
    return steps;
}

} // namespace tokentrail::destination
