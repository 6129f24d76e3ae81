// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/bindings.h"
#include "core/cap/say.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <map>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

// The order in which Node lists a folder: by bytes.
QFileInfoList entries(const QString &folder)
{
    auto list = QDir(folder).entryInfoList(
        QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::NoSort);
    std::sort(list.begin(), list.end(), [](const QFileInfo &a, const QFileInfo &b) {
        return a.fileName().toUtf8() < b.fileName().toUtf8();
    });
    return list;
}

// Kubernetes mounts files as links; folders behind links are its own bookkeeping.
std::vector<std::pair<QString, QString>> filesOf(const QString &folder)
{
    std::vector<std::pair<QString, QString>> files;
    for (const auto &entry : entries(folder)) {
        QFile file(entry.filePath());
        if (entry.isFile() && entry.size() < 1024 * 1024 && file.open(QIODevice::ReadOnly))
            files.emplace_back(entry.fileName(), QString::fromUtf8(file.readAll()));
    }
    return files;
}

const QString *fileNamed(const std::vector<std::pair<QString, QString>> &files, const QString &name)
{
    for (const auto &[file, text] : files) {
        if (file == name)
            return &text;
    }
    return nullptr;
}

// Those files that .metadata describes, as text or JSON.
Json described(const std::vector<std::pair<QString, QString>> &files, const Json &descriptions)
{
    auto result = Json::object();
    for (const auto &description : descriptions.elements()) {
        const auto name = description[u"name"].toString();
        const auto *text = fileNamed(files, name);
        const auto format = description[u"format"].toString();
        if (name.isEmpty() || !text)
            continue;
        if (format == "text"_L1) {
            result.set(name, *text);
        } else if (format == "json"_L1) {
            const auto parsed = text::parseJson(text->toUtf8());
            if (!parsed)
                continue;
            if (!description[u"container"].toBool())
                result.set(name, *parsed);
            for (const auto &member :
                 description[u"container"].toBool() ? parsed->members() : Json::Members{})
                result.set(member.name, member.value);
        }
    }
    return result;
}

// One binding; null where no type is given.
Json readBinding(const QString &folder, const QString &name)
{
    const auto files = filesOf(folder);
    auto binding = Json::object();
    const auto *metadataText = fileNamed(files, u".metadata"_s);
    const auto metadata =
        metadataText ? text::parseJson(metadataText->toUtf8()).value_or(Json()) : Json();
    if (metadata.isObject()) {
        binding = described(files, metadata[u"metaDataProperties"]);
        binding.set(u"credentials"_s, described(files, metadata[u"credentialProperties"]));
    } else {
        auto credentials = Json::object();
        for (const auto &[file, text] : files) {
            const bool meta = file == "type"_L1 || file == "provider"_L1;
            (meta ? binding : credentials).set(file, text);
        }
        binding.set(u"credentials"_s, credentials);
    }
    const auto &type = binding[u"type"];
    if (!type.isString() || type.toString().isEmpty())
        return {};
    binding.set(u"name"_s, name);
    return binding;
}

} // namespace

Result<Json> readServiceBindingRoot(const QString &folder)
{
    const QFileInfo root(folder);
    if (folder.isEmpty() || !root.exists())
        return Json();
    if (!root.isDir())
        return Error{ErrorCode::InvalidInput, say(u"env.binding-root"), Place{folder}};
    auto services = Json::object();
    const auto add = [&services](const Json &binding) {
        const auto type = binding[u"type"].toString();
        if (!services.contains(type))
            services.set(type, Json::array());
        services.find(type)->append(binding);
    };
    const auto isOwnFolder = [](const QFileInfo &entry) {
        return entry.isDir() && !entry.isSymLink();
    };
    for (const auto &entry : entries(folder)) {
        if (!isOwnFolder(entry))
            continue;
        const auto binding = readBinding(entry.filePath(), entry.fileName());
        if (!binding.isNull()) {
            add(binding);
            continue;
        }
        for (const auto &inner : entries(entry.filePath())) { // bindings one level deeper
            if (!isOwnFolder(inner))
                continue;
            if (const auto nested = readBinding(inner.filePath(), inner.fileName());
                !nested.isNull())
                add(nested);
        }
    }
    return services.size() > 0 ? services : Json();
}

} // namespace tokentrail::cap
