// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/call/keyuses.h"

#include "core/call/sessionstore.h"
#include "core/jose/jwt.h"

#include <QDir>

#include <algorithm>

namespace tokentrail::call {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 4 * 1024 * 1024;

// A renewed key has the same client; its secret is another one, and still this key's use.
bool holds(const QByteArray &document, const xsuaa::ServiceKey &key, QString &shape)
{
    const auto keys = xsuaa::readServiceKeys(document);
    if (!keys)
        return false;
    const auto found =
        std::find_if(keys->begin(), keys->end(), [&key](const xsuaa::ServiceKey &one) {
            return one.client.clientId == key.client.clientId
                && one.client.url.host() == key.client.url.host();
        });
    if (found == keys->end())
        return false;
    shape = found->shape;
    return true;
}

void lookInto(const QDir &folder, const xsuaa::ServiceKey &key, QList<KeyUse> &uses)
{
    static const QStringList names{u"default-env.json"_s,
                                   u".cdsrc-private.json"_s,
                                   u".cdsrc.json"_s,
                                   u"package.json"_s,
                                   u".env"_s,
                                   u"*key*.json"_s,
                                   u"*vcap*.json"_s};
    for (const auto &info : folder.entryInfoList(names, QDir::Files | QDir::Hidden, QDir::Name)) {
        QFile file(info.filePath());
        QString shape;
        if (info.size() <= largestFile && file.open(QIODevice::ReadOnly)
            && holds(file.readAll(), key, shape))
            uses.append({KeyUse::Kind::File, info.filePath(), shape});
    }
}

} // namespace

QList<KeyUse> sessionsOf(const xsuaa::ServiceKey &key, const vault::SecretStore &store)
{
    QList<KeyUse> uses;
    const auto all = loadSessions(store);
    if (!all)
        return uses;
    for (auto it = all->cbegin(); it != all->cend(); ++it) {
        const auto claims = jose::decodeToken(it->accessToken.reveal()).claims;
        if (claims[u"cid"].toString() != key.client.clientId)
            continue;
        uses.append(
            {KeyUse::Kind::Session, it.key(), u"%1, %2"_s.arg(it->title, nameOf(it->grant))});
    }
    return uses;
}

QList<KeyUse> filesOf(const xsuaa::ServiceKey &key, const QString &folder)
{
    QList<KeyUse> uses;
    if (key.client.clientId.isEmpty())
        return uses;
    const QDir top(folder);
    lookInto(top, key, uses);
    for (const auto &name : top.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        if (name != "node_modules"_L1)
            lookInto(QDir(top.filePath(name)), key, uses);
    }
    return uses;
}

} // namespace tokentrail::call
