// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/destination/chain.h"

#include "core/destination/chainstep.h"
#include "core/destination/sdktexts.h"
#include "core/jose/jwt.h"

#include <QMetaObject>

using namespace Qt::StringLiterals;

namespace tokentrail::destination {

namespace {

QString zoneOf(const text::Json &claims)
{
    for (const auto &name : {u"zid"_s, u"app_tid"_s}) {
        if (const QString zone = claims[name].toString(); !zone.isEmpty())
            return zone;
    }
    return {};
}

} // namespace

struct Chain::Private
{
    http::Client &client;
    ChainState state;
    Steps steps;
    size_t next = 0;
    bool planned = false; // the steps after the lookup are in the list
    bool ended = false;
    QList<http::Exchange> exchanges;
    QStringList messages;
    std::optional<Error> error;
    http::ClientJob *job = nullptr;
};

Chain::Chain(http::Client &client, ChainInput input, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(Private{client, {}, {}, 0, false, false, {}, {}, {}, nullptr}))
{
    d->state.input = std::move(input);
}

Chain::~Chain() = default;

QStringList Chain::plan(const std::optional<Destination> &known, bool hasUserToken)
{
    ChainState state;
    state.input.destinationName = known ? known->name : u"the destination"_s;
    if (hasUserToken) {
        // Only its being there counts for the plan.
        state.input.userToken = Secret(QByteArray("token"));
        state.userZone = u"zone"_s;
        state.subscriberToken = state.input.userToken;
    }
    QStringList words;
    const auto list = [&](const Steps &steps) {
        for (const auto &step : steps) {
            if (!step->isNeeded(state))
                continue;
            words.append(step->inWords(state));
            if (step->endsChain(state))
                return;
        }
    };
    auto lookup = stepsToLookup();
    if (hasUserToken)
        lookup.pop_back(); // the provider is asked only when this one does not find it
    list(lookup);
    if (!known) {
        words.append(u"Get the tokens that its authentication type asks for"_s);
        words.append(u"Send the call to the target"_s);
        return words;
    }
    state.destination = known;
    list(stepsFor(state));
    return words;
}

void Chain::start()
{
    QMetaObject::invokeMethod(this, &Chain::begin, Qt::QueuedConnection);
}

void Chain::begin()
{
    auto &state = d->state;
    if (d->ended)
        return;
    if (state.hasUserToken()) {
        state.userClaims = jose::decodeToken(state.input.userToken.reveal()).claims;
        if (!state.userClaims.isObject()) {
            end(loadFailed(ErrorCode::InvalidInput, {QString::fromUtf16(sdk::unreadableJwt)}));
            return;
        }
        state.userZone = zoneOf(state.userClaims);
    }
    if (state.isWarm())
        state.destination = state.input.cached;
    else
        d->steps = stepsToLookup();
    advance();
}

void Chain::advance()
{
    while (!d->ended) {
        if (d->next == d->steps.size()) {
            if (d->planned || !d->state.destination)
                break;
            d->planned = true;
            d->steps = stepsFor(d->state);
            d->next = 0;
        }
        auto &step = *d->steps[d->next];
        if (!step.isNeeded(d->state)) {
            ++d->next;
            continue;
        }
        Q_EMIT stepStarted(step.inWords(d->state));
        auto prepared = step.prepare(d->state);
        if (auto *failure = std::get_if<Failure>(&prepared)) {
            end(*failure);
            return;
        }
        if (auto *request = std::get_if<http::ClientRequest>(&prepared)) {
            send(*request);
            return;
        }
        ++d->next;
    }
    end({});
}

void Chain::send(const http::ClientRequest &request)
{
    d->job = d->client.send(request, this);
    connect(d->job, &http::ClientJob::finished, this, &Chain::answered);
    d->job->start();
}

void Chain::answered(http::ClientJob *job)
{
    d->exchanges.append(job->exchange());
    d->job = nullptr;
    job->deleteLater();
    if (d->ended)
        return;
    auto &step = *d->steps[d->next++];
    if (auto failure = step.take(d->state, d->exchanges.constLast())) {
        end(*failure);
        return;
    }
    advance();
}

void Chain::end(const std::optional<Failure> &failure)
{
    if (d->ended)
        return;
    d->ended = true;
    if (failure) {
        d->messages = failure->messages;
        d->error = Error{failure->code, failure->messages.join(u" Caused by: "_s)};
    }
    Q_EMIT finished(this);
}

void Chain::cancel()
{
    if (d->ended)
        return;
    if (d->job) {
        d->job->disconnect(this);
        d->job->cancel();
        d->job->deleteLater();
        d->job = nullptr;
    }
    // Never from within: whoever cancels must not be finished under his feet.
    QMetaObject::invokeMethod(
        this,
        [this] {
            end(Failure{ErrorCode::Cancelled, {u"The call was cancelled."_s}});
        },
        Qt::QueuedConnection);
}

const std::optional<Error> &Chain::error() const
{
    return d->error;
}

const QStringList &Chain::messages() const
{
    return d->messages;
}

const QList<http::Exchange> &Chain::exchanges() const
{
    return d->exchanges;
}

const std::optional<Destination> &Chain::destination() const
{
    return d->state.destination;
}

} // namespace tokentrail::destination
