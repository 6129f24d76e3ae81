// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/vault/filevault.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>
#include <QStandardPaths>

namespace tokentrail::vault {

using namespace Qt::StringLiterals;
using text::Json;

namespace {
constexpr auto mine = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr int lockMs = 5'000;

Secret fromJson(const Json &value)
{
    return Secret(QByteArray::fromBase64(value.toString().toLatin1()));
}

QString toText(const Secret &secret)
{
    return QString::fromLatin1(secret.reveal().toBase64());
}
} // namespace

QString FileVault::defaultFileName()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + u"/tokentrail/vault"_s;
}

// With the file's name in front, and that nothing was touched.
Error FileVault::told(Error error) const
{
    error.sentence = u"%1: %2 The file was left as it is."_s.arg(m_fileName, error.sentence);
    return error;
}

Result<Json> FileVault::load() const
{
    QFile file(m_fileName);
    if (!file.exists())
        return Json::object();
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io,
                     u"The vault %1 cannot be read: %2."_s.arg(m_fileName, file.errorString())};
    const auto content = unseal(file.readAll(), m_key);
    if (!content)
        return told(content.error());
    auto json = text::parseJson(content->reveal());
    if (!json || !json->isObject())
        return told({ErrorCode::InvalidInput, u"The vault opens, but what it holds is broken."_s});
    return json;
}

Result<void> FileVault::change(const Change &change, bool create)
{
    const auto folder = QFileInfo(m_fileName).absolutePath();
    if (!QFileInfo::exists(folder)) {
        if (!QDir().mkpath(folder))
            return Error{ErrorCode::Io, u"The folder %1 cannot be made."_s.arg(folder)};
        QFile::setPermissions(folder, mine | QFileDevice::ExeOwner);
    }
    QLockFile lock(m_fileName + u".lock"_s);
    if (!lock.tryLock(lockMs))
        return Error{ErrorCode::Conflict, u"Another program holds the vault %1."_s.arg(m_fileName)};
    if (create && QFileInfo::exists(m_fileName))
        return Error{ErrorCode::Conflict, u"There is a vault %1 already."_s.arg(m_fileName)};
    auto json = load();
    if (!json)
        return json.error();
    change(*json);
    const Secret content(json->toCompact());
    const auto sealed = seal(content, m_key);
    if (!sealed)
        return sealed.error();

    QSaveFile file(m_fileName);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(mine)
        || file.write(*sealed) != sealed->size() || !file.commit()) {
        return Error{ErrorCode::Io,
                     u"The vault %1 cannot be written: %2."_s.arg(m_fileName, file.errorString())};
    }
    return {};
}

Result<void> FileVault::create()
{
    return change([](Json &) {}, true);
}

Result<QStringList> FileVault::names() const
{
    const auto json = load();
    if (!json)
        return json.error();
    QStringList names;
    for (const auto &member : json->members())
        names << member.name;
    return names;
}

Result<std::optional<Secret>> FileVault::read(const QString &name) const
{
    const auto json = load();
    if (!json)
        return json.error();
    const auto *found = json->find(name);
    if (!found)
        return std::optional<Secret>();
    return std::optional(fromJson(*found));
}

Result<QMap<QString, Secret>> FileVault::readAll(const QString &prefix) const
{
    const auto json = load();
    if (!json)
        return json.error();
    QMap<QString, Secret> found;
    for (const auto &member : json->members()) {
        if (member.name.startsWith(prefix))
            found.insert(member.name, fromJson(member.value));
    }
    return found;
}

Result<void> FileVault::write(const QString &name, const Secret &secret)
{
    return change([&](Json &json) { json.set(name, toText(secret)); });
}

Result<void> FileVault::remove(const QString &name)
{
    return change([&](Json &json) { json.remove(name); });
}

Result<void> FileVault::update(const QString &name, const Edit &edit)
{
    return change([&](Json &json) {
        const auto *found = json.find(name);
        const auto after = edit(found ? std::optional(fromJson(*found)) : std::nullopt);
        if (after)
            json.set(name, toText(*after));
        else
            json.remove(name);
    });
}

} // namespace tokentrail::vault
