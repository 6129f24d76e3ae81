// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/presets.h"

#include "core/cap/say.h"

#include <QFile>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

Json readDefaults(int cdsVersion)
{
    QFile file(u":/cap/defaults.cds%1.json"_s.arg(cdsVersion >= 10 ? 10 : 9));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return text::parseJson(file.readAll()).value_or(Json());
}

class Linker
{
public:
    Linker(EnvNodePtr kinds, EnvMerger &merger)
        : m_kinds(std::move(kinds))
        , m_merger(merger)
    { }

    EnvNodePtr linked(const QString &key, EnvNodePtr value)
    {
        if (!value->isTruthy() || value->isLinked || m_circle)
            return value;
        if (m_depth > 50) {
            m_circle = key;
            return value;
        }
        ++m_depth;
        value = complete(key, value);
        --m_depth;
        return value;
    }

    QString circle() const { return m_circle.value_or(QString()); }

private:
    EnvNodePtr kind(const QString &name) const
    {
        auto found = m_kinds->find(name);
        return found && found->isTruthy() ? found : nullptr;
    }

    // The preset for a kind, under any of its three names; the name last tried otherwise.
    EnvNodePtr preset(const QString &kindName, const QString &key, QString &name) const
    {
        for (const auto &tried :
             {kindName, QString(kindName + u'-' + key), QString(key + u'-' + kindName)}) {
            name = tried;
            if (auto found = kind(tried))
                return found;
        }
        return nullptr;
    }

    static EnvNodePtr entryOfKind(const QString &kind, EnvOrigin origin)
    {
        auto entry = EnvNode::object(origin);
        entry->set(u"kind"_s, EnvNode::scalar(kind, origin));
        return entry;
    }

    // "jwt-auth" becomes the "jwt" of its preset: still the doing of the line that named it.
    static EnvNodePtr keptKind(const EnvNodePtr &inherited, const EnvNodePtr &asked)
    {
        if (!asked || !asked->isString() || asked->origin().source < 0)
            return inherited;
        return EnvNode::scalar(inherited->scalarValue(), asked->origin());
    }

    EnvNodePtr merged(const EnvNodePtr &base, const EnvNodePtr &top, EnvMerger::Blocks blocks)
    {
        auto result = EnvNode::object(top->origin());
        m_merger.merge(result, base, blocks);
        const auto inherited = result->find(u"kind");
        m_merger.merge(result, top, blocks);
        if (inherited && inherited->isTruthy()) // the preset's own kind wins
            result->set(u"kind"_s, keptKind(inherited, top->find(u"kind")));
        return result;
    }

    EnvNodePtr complete(const QString &key, EnvNodePtr value)
    {
        if (value->isTrue()) {
            if (const auto own = kind(key))
                value = own;
            else if (m_kinds->find(QString(key + "-defaults"_L1)))
                value = entryOfKind(key + "-defaults"_L1, value->origin());
            else
                return value;
        }
        QString name;
        if (value->isString()) {
            if (!preset(value->string(), key, name))
                return value;
            value = entryOfKind(value->string(), value->origin());
        }
        const auto kindNode = value->find(u"kind");
        const auto kindName =
            kindNode && kindNode->isString() ? kindNode->string() : u"undefined"_s;
        const auto found = preset(kindName, key, name);
        if (const auto own = m_kinds->find(key); own && !own->isScalar() && own != value)
            value = merged(linked(key, own), value, EnvMerger::Blocks::KeepAsKeys);
        if (found && !found->isScalar() && found != value)
            value = merged(linked(name, found), value, EnvMerger::Blocks::Resolve);
        if (!value->isScalar())
            value->isLinked = true;
        return value;
    }

    EnvNodePtr m_kinds;
    EnvMerger &m_merger;
    int m_depth = 0;
    std::optional<QString> m_circle;
};

} // namespace

EnvDefaults envDefaults(int cdsVersion, bool production)
{
    const auto data = readDefaults(cdsVersion);
    EnvDefaults defaults{EnvNode::fromJson(data[u"defaults"], 0),
                         EnvNode::fromJson(data[u"plugin"], 0)};
    if (production) {
        EnvMerger plain({}, 9);
        plain.merge(defaults.config,
                    EnvNode::fromJson(data[u"production"], 0),
                    EnvMerger::Blocks::KeepAsKeys);
    }
    for (const auto &name : data[u"strategyPresets"].toStringList()) {
        if (const auto preset = findPath(defaults.config, u"requires/kinds/"_s + name))
            preset->computesStrategy = true;
    }
    return defaults;
}

Result<void> linkRequiredServices(const EnvNodePtr &requires_, EnvMerger &merger)
{
    auto kinds = requires_->find(u"kinds");
    if (!kinds || !kinds->isTruthy())
        kinds = EnvNode::object();
    requires_->set(u"kinds"_s, kinds, true);
    Linker linker(kinds, merger);
    for (const auto &holder : {kinds, requires_}) {
        const auto members = holder->members();
        for (const auto &member : members) {
            if (!member.hidden)
                holder->set(member.name, linker.linked(member.name, member.value));
        }
    }
    if (!linker.circle().isEmpty())
        return Error{ErrorCode::InvalidInput,
                     say(u"env.presets-circle", {{u"names", linker.circle()}})};
    return {};
}

} // namespace tokentrail::cap
