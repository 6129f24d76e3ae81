// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/sandbox.h"

#include "core/sandbox/bindings.h"
#include "core/sandbox/commands.h"
#include "core/sandbox/controlsocket.h"
#include "core/sandbox/initialkeystore.h"
#include "core/sandbox/runninglandscape.h"
#include "core/sandbox/storedlandscape.h"
#include "core/sandbox/tokenforge.h"

#include <QThread>
#include <QTimer>

#include <optional>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

struct Sandbox::Private
{
    StartOptions options;
    http::Journal journal;
    Endpoints endpoints;
    std::unique_ptr<State> state;
    std::unique_ptr<Registry> registry;
    std::unique_ptr<QThread> keyMaker;
    std::optional<Result<KeyMaterial>> made;
    KeyMaterial keys;
    std::unique_ptr<RunningLandscape> landscape;
    std::unique_ptr<ControlSocket> control;
    bool starting = false;

    Result<void> open();
    Result<void> listen(Sandbox *sandbox);
    void close();
    void waitForKeys();
    Result<void> rotateKey(bool force);
    CommandContext context()
    {
        CommandContext context{*registry, endpoints, keys.signing->toPublicPem(), &journal};
        context.authority = keys.authority;
        context.rotateKey = [this](bool force) {
            return rotateKey(force);
        };
        context.landscape = &landscape->landscape();
        context.keySet = trustedKeys(keys, Clock::system().nowSeconds()).toJson();
        return context;
    }
};

Result<void> Sandbox::Private::open()
{
    auto opened = State::open(options.stateDir, State::Missing::Create);
    if (!opened)
        return opened.error();
    auto loaded = Registry::load(**opened);
    if (!loaded)
        return loaded.error();
    state = std::move(*opened);
    registry = std::move(*loaded);
    return {};
}

Result<void> Sandbox::Private::listen(Sandbox *sandbox)
{
    if (const auto stored = storeKeys(*state, keys); !stored)
        return stored;
    if (const auto filled = fillKeyStore(*registry, keys, Clock::system().nowSeconds()); !filled)
        return filled;
    landscape = std::make_unique<RunningLandscape>(
        RunningLandscape::Parts{*registry, keys, Clock::system(), journal, [sandbox] {
                                    Q_EMIT sandbox->changed();
                                }});
    const auto ports = landscape->listen(options, storedPorts(*state), caFilePath(*state));
    if (!ports)
        return ports.error();
    if (const auto stored = storePorts(*state, *ports); !stored)
        return stored;
    endpoints = landscape->endpoints();
    control =
        std::make_unique<ControlSocket>([sandbox](const QString &verb, const Json &arguments) {
            return sandbox->command(verb, arguments);
        });
    return control->listen(state->dir());
}

// Stored first: tokens of a key that a crash forgets would be worth nothing.
Result<void> Sandbox::Private::rotateKey(bool force)
{
    auto rotated = keys;
    if (const auto done = rotateSigningKey(rotated, force, Clock::system().nowSeconds()); !done)
        return done;
    if (const auto stored = storeKeys(*state, rotated); !stored)
        return stored;
    keys = std::move(rotated);
    landscape->takeKeys();
    return {};
}

void Sandbox::Private::waitForKeys()
{
    if (keyMaker)
        keyMaker->wait();
    keyMaker.reset();
}

// In the order that nobody is left who could still ask.
void Sandbox::Private::close()
{
    control.reset();
    landscape.reset();
    registry.reset();
    state.reset();
    starting = false;
}

Sandbox::Sandbox(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{ }

Sandbox::~Sandbox()
{
    stop();
}

void Sandbox::start(const StartOptions &options)
{
    if (d->starting || isRunning())
        return;
    d->options = options;
    d->starting = true;
    QTimer::singleShot(0, this, [this] {
        if (!d->starting)
            return;
        if (const auto opened = d->open(); !opened) {
            d->close();
            Q_EMIT failed(opened.error());
            return;
        }
        const auto stored = storedKeys(*d->state);
        const auto now = Clock::system().nowSeconds();
        d->keyMaker.reset(QThread::create(
            [stored, now, made = &d->made] { *made = completeKeyMaterial(stored, now); }));
        connect(d->keyMaker.get(), &QThread::finished, this, &Sandbox::takeKeys);
        d->keyMaker->start();
    });
}

void Sandbox::takeKeys()
{
    if (!d->starting || !d->keyMaker)
        return;
    d->waitForKeys();
    auto done = d->made->has_value() ? Result<void>() : Result<void>(d->made->error());
    if (done) {
        d->keys = std::move(**d->made);
        done = d->listen(this);
    }
    if (!done) {
        const auto error = done.error();
        d->close();
        Q_EMIT failed(error);
        return;
    }
    d->starting = false;
    Q_EMIT started();
}

void Sandbox::stop()
{
    d->starting = false;
    d->waitForKeys();
    d->close();
}

bool Sandbox::isRunning() const
{
    return d->control != nullptr && !d->starting;
}

const Endpoints &Sandbox::endpoints() const
{
    return d->endpoints;
}

QByteArray Sandbox::caPem() const
{
    return d->keys.authority.pem;
}

http::Journal &Sandbox::journal()
{
    return d->journal;
}

QList<UserCard> Sandbox::users() const
{
    QList<UserCard> cards;
    if (!isRunning())
        return cards;
    for (const auto &user : d->registry->directory().users) {
        cards.append({user.userName,
                      user.givenName,
                      user.familyName,
                      user.email,
                      user.origin,
                      user.roleCollections});
    }
    return cards;
}

QStringList Sandbox::destinationNames() const
{
    QStringList names;
    if (!isRunning())
        return names;
    for (const auto &properties : d->registry->destinations())
        names.append(properties[u"Name"].toString());
    return names;
}

Result<Json> Sandbox::bindings(BindingFormat format, const QString &service, bool plainHttp) const
{
    if (!isRunning())
        return Error{ErrorCode::Network, u"The sandbox does not run."_s};
    return bindingDocument(
        {*d->registry, d->endpoints, d->keys.signing->toPublicPem(), plainHttp}, format, service);
}

Result<Json> Sandbox::command(const QString &verb, const Json &arguments)
{
    if (!isRunning())
        return Error{ErrorCode::Network, u"The sandbox does not run."_s};
    if (verb == u"token.forge"_s)
        return forgeToken({*d->registry, d->endpoints, d->keys, Clock::system().nowSeconds()},
                          arguments);
    auto context = d->context();
    auto result = runCommand(context, verb, arguments);
    if (result && verb.startsWith("fault."_L1) && changesDirectory(verb)) {
        if (const auto applied = d->landscape->faultsChanged(); !applied)
            return applied.error();
    }
    if (result && changesDirectory(verb))
        Q_EMIT changed();
    return result;
}

} // namespace tokentrail::sandbox
