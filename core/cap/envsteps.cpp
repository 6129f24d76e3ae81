// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/bindings.h"
#include "core/cap/envbuilder.h"
#include "core/cap/envoldnames.h"
#include "core/cap/envvariables.h"
#include "core/cap/presets.h"
#include "core/cap/say.h"
#include "core/text/dotenv.h"

#include <QDir>
#include <QFileInfo>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

// CDS_CONFIG may name a folder: every file is a value, every folder an object.
EnvNodePtr folderTree(const QString &path, int depth = 0)
{
    auto node = EnvNode::object();
    const auto entries = QDir(path).entryInfoList(
        QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    for (const auto &entry : entries) {
        if (entry.isDir() && depth < 32)
            node->set(entry.fileName(), folderTree(entry.filePath(), depth + 1));
        else if (const auto text = EnvFiles::read(entry.filePath()))
            node->set(entry.fileName(), variableValue(QString::fromUtf8(*text), {}));
    }
    return node;
}

bool truthy(const EnvNodePtr &node)
{
    return node && node->isTruthy();
}

} // namespace

Result<void> EnvBuilder::addFileToEnvironment(const QString &name)
{
    const auto text = m_files.own(path(name));
    if (!text)
        return {};
    const auto entries = text::parseDotenv(*text, path(name));
    if (!entries)
        return entries.error();
    const auto source = m_files.add(name, path(name), *text);
    m_env.loaded.push_back(source);
    for (const auto &entry : *entries) {
        if (!m_env.environment.contains(entry.name)) // what is there already is never replaced
            m_env.environment.set(entry.name, entry.value, {source, entry.offset});
    }
    return {};
}

Result<void> EnvBuilder::readEnvironmentFiles()
{
    QStringList names{u"default-env.json"_s};
    if (m_env.profiles.contains("development"_L1)) {
        for (const auto &profile : m_env.profiles) {
            if (profile != "development"_L1)
                names << u'.' + profile + ".env"_L1;
        }
        names << u".env"_s;
    }
    for (const auto &name : names) {
        if (auto added = addFileToEnvironment(name); !added)
            return added;
    }
    return {};
}

// JSON text is merged with the single variables; a file or folder is merged at once, and its
// profile blocks stay as they are.
Result<void> EnvBuilder::readCdsConfig(const EnvNodePtr &config)
{
    const auto *variable = m_env.environment.find(u"CDS_CONFIG");
    if (!variable || variable->value.isEmpty())
        return {};
    if (const auto parsed = text::parseJson(variable->value.toUtf8())) {
        auto node = EnvNode::fromJson(*parsed, -1);
        node->setOriginDeep(variable->origin);
        if (node->isScalar() && node->isTruthy())
            return Error{ErrorCode::InvalidInput, say(u"env.config-plain")};
        for (const auto &member : node->members())
            config->set(member.name, member.value);
        return {};
    }
    const auto file = path(variable->value);
    if (QFileInfo(file).isDir()) {
        add(folderTree(file),
            m_files.add(variable->value, file, {}),
            EnvMerger::Blocks::KeepAsKeys);
        return {};
    }
    if (!EnvFiles::exists(file))
        return Error{ErrorCode::NotFound, say(u"env.config-neither")};
    const auto content = m_files.json(file, variable->value);
    if (content)
        add(EnvNode::fromJson(content.json, content.source),
            content.source,
            EnvMerger::Blocks::KeepAsKeys);
    return {};
}

Result<void> EnvBuilder::addProcessEnvironment()
{
    if (auto read = readEnvironmentFiles(); !read)
        return read;
    const auto config = EnvNode::object();
    if (auto read = readCdsConfig(config); !read)
        return read;
    if (auto added = addVariables(config, m_env.environment); !added)
        return added;
    if (!config->members().empty())
        add(config, m_files.add(u"process.env"_s, {}, {}), EnvMerger::Blocks::Resolve);
    return {};
}

Result<void> EnvBuilder::relateDatabase(const EnvNodePtr &services)
{
    const auto db = services->find(u"db");
    if (!truthy(db))
        return {};
    const auto tenancy = services->find(u"multitenancy");
    if (db->isScalar() && tenancy)
        return Error{ErrorCode::InvalidInput, say(u"env.db-plain"), m_env.place(db->origin())};
    const auto *own = db->member(u"multiTenant");
    if (tenancy)
        db->set(u"multiTenant"_s, EnvNode::scalar(tenancy->isTruthy()), !own || own->hidden);
    else if (own)
        services->set(u"multitenancy"_s, own->value);
    const auto kind = db->find(u"kind");
    if (truthy(services->find(u"multitenancy")) && kind && kind->string() == "hana"_L1
        && !truthy(db->find(u"vcap")))
        db->set(u"vcap"_s,
                EnvNode::fromJson(Json::object({{u"label"_s, u"service-manager"_s}}), -1));
    return {};
}

void EnvBuilder::normaliseQueues(const EnvNodePtr &services)
{
    const auto outbox = services->find(u"outbox"); // its old name
    auto queue = services->find(u"queue");
    if (truthy(queue) ? queue->isScalar()
                      : truthy(outbox) && (!queue || queue->scalarValue().isNull())) {
        queue = EnvNode::object();
        services->set(u"queue"_s, queue);
    }
    if (truthy(outbox) && queue && !queue->isScalar()) {
        for (const auto &member : outbox->members())
            queue->set(member.name, member.value);
        const auto kind = queue->find(u"kind");
        if (kind && kind->string() == "persistent-outbox"_L1)
            queue->set(u"kind"_s, EnvNode::scalar(u"persistent-queue"_s));
    }
    if (m_input.cdsVersion >= 10 && truthy(services->find(u"scheduling"))
        && (!truthy(services->find(u"db")) || !truthy(queue)))
        services->set(u"scheduling"_s, EnvNode::scalar(false));
}

void EnvBuilder::resolveAppId()
{
    const auto appId = m_env.root->find(u"appid");
    if (appId
        && !(appId->isScalar() && (appId->scalarValue().isNull() || appId->scalarValue().isBool())))
        return;
    auto resolved = EnvNode::scalar({});
    if (appId && appId->isTrue()) {
        const auto package = m_files.json(path(u"package.json"_s), u"package.json"_s);
        if (const auto &name = package.json[u"name"]; name.isString())
            resolved = EnvNode::scalar(name, {package.source, name.span().begin});
        else
            resolved = appId;
    }
    m_env.root->set(u"appid"_s, resolved);
}

Result<void> EnvBuilder::complete()
{
    repeatOldSwitches(m_env.root, m_input.cdsVersion);
    const auto services = m_env.root->find(u"requires");
    if (!truthy(services) || services->isScalar()) {
        resolveAppId();
        return {};
    }
    if (auto linked = linkRequiredServices(services, m_merger); !linked)
        return linked;
    if (auto related = relateDatabase(services); !related)
        return related;
    resolveAppId();
    normaliseQueues(services);
    return {};
}

Result<void> EnvBuilder::bind()
{
    const auto services = m_env.root->find(u"requires");
    const auto feature = [this](const QString &name) {
        return findPath(m_env.root, "features/"_L1 + name);
    };
    if (!truthy(services) || services->isScalar())
        return {};
    const auto vcaps = feature(u"vcaps"_s);
    const bool off = vcaps && vcaps->isScalar() && vcaps->scalarValue() == Json(false);
    QString name;
    QString file;
    QByteArray text;
    EnvNodePtr bindings;
    if (const auto named = m_env.environment.value(u"VCAP_SERVICES_FILE_PATH");
        !off && !named.isEmpty()) {
        name = named;
        file = path(named);
        const auto content = EnvFiles::read(file);
        if (!content)
            return Error{ErrorCode::Io, say(u"env.vcap-file"), Place{file}};
        text = *content;
    } else if (const auto *variable = m_env.environment.find(u"VCAP_SERVICES");
               !off && variable && !variable->value.isEmpty()) {
        name = u"process.env.VCAP_SERVICES"_s;
        text = variable->value.toUtf8();
    }
    if (!name.isEmpty()) {
        const auto parsed = text::parseJson(text, file.isEmpty() ? u"VCAP_SERVICES"_s : file);
        if (!parsed)
            return parsed.error();
        bindings = EnvNode::fromJson(*parsed, m_files.add(name, file, text));
    }
    const auto folder = m_env.environment.value(u"SERVICE_BINDING_ROOT");
    if (!off && !truthy(bindings) && !folder.isEmpty()) {
        const auto read = readServiceBindingRoot(path(folder));
        if (!read)
            return read.error();
        name = folder;
        bindings = EnvNode::fromJson(*read, m_files.add(name, path(folder), {}));
    }
    if (truthy(bindings)) {
        const auto any = addBindings(services, bindings);
        if (!any)
            return Error{any.error().code, any.error().sentence, Place{name}};
        if (*any)
            m_env.loaded.push_back(int(m_env.sources.size()) - 1);
    }
    if (truthy(feature(u"emulate_vcap_services"_s))) {
        for (const auto &member : services->members()) {
            if (!member.hidden && member.value->isScalar() && member.value->scalarValue().isNull())
                return Error{ErrorCode::InvalidInput,
                             say(u"env.requires-null", {{u"name", member.name}}),
                             m_env.place(member.value->origin())};
        }
        m_env.environment.set(u"VCAP_SERVICES"_s,
                              QString::fromUtf8(emulatedVcapServices(*services).toCompact()));
    }
    return {};
}

} // namespace tokentrail::cap
