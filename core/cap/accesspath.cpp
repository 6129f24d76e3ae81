// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accesspath.h"

#include "core/cap/accesskeys.h"
#include "core/cap/accessrows.h"
#include "core/cap/say.h"
#include "core/cap/splitoutside.h"

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;

QString ResourcePath::option(QStringView name) const
{
    for (const auto &each : options) {
        if (each.name == name)
            return each.value;
    }
    return {};
}

namespace {

class PathResolver
{
public:
    PathResolver(const Csn &csn, const Endpoint &endpoint, int cds)
        : m_csn(csn)
        , m_endpoint(endpoint)
        , m_cds(cds)
    { }

    ResourcePath resolve(const QString &path)
    {
        auto steps = splitOutside(path, u'/');
        while (!steps.isEmpty() && steps.front().isEmpty()) // those further behind are steps
            steps.removeFirst();
        m_path.isRoot = steps.isEmpty();
        if (steps.size() == 1 && m_endpoint.protocol == Protocol::OData) {
            m_path.isMetadata = steps.front() == "$metadata"_L1;
            m_path.isBatch = steps.front() == "$batch"_L1;
        }
        if (m_path.isRoot || m_path.isMetadata || m_path.isBatch)
            return m_path;
        for (int i = 0; i < steps.size() && m_path.status == 0; ++i)
            step(steps[i], i + 1 < steps.size() ? &steps[i + 1] : nullptr);
        if (m_path.status == 0 && !m_pendingKeys.isEmpty())
            finishPendingKeys();
        return m_path;
    }

private:
    void fail(int status, const QString &because)
    {
        m_path.status = status;
        m_path.because = because;
    }

    void step(const QString &text, const QString *next)
    {
        const bool isLast = !next;
        const auto open = text.indexOf(u'(');
        const bool called = open >= 0 && text.endsWith(u')');
        const auto name = decoded(called ? QStringView(text).left(open) : QStringView(text));
        const auto keys = called ? text.mid(open + 1, text.size() - open - 2) : QString();
        if (called && m_cds < 10 && hasBareWord(keys)) // cds 10 takes it for a value
            return fail(400, say(u"because.key-bare"));
        if (called && !m_path.operation && isNoKey(keys))
            return fail(404, say(u"because.key-unreadable", {{u"text", text}}));
        if (isLast && (name == "$count"_L1 || name == "$value"_L1)) {
            m_path.isCount = name == "$count"_L1;
            if (m_path.isCount && m_path.isOne && m_cds >= 10)
                return fail(400, say(u"because.count-single"));
            const bool wantsMedia =
                name == "$value"_L1 && m_path.isOne && m_path.property.isEmpty();
            if (wantsMedia && m_endpoint.protocol == Protocol::OData) {
                m_path.property = mediaElement();
                if (m_path.property.isEmpty())
                    fail(400, say(u"because.no-media"));
            }
            return;
        }
        if (m_path.operation || !m_path.property.isEmpty())
            return fail(
                400,
                say(u"because.nothing-follows",
                    {{u"name", m_path.operation ? m_path.operation->name : m_path.property}}));
        if (m_path.segments.empty())
            return firstStep(name, keys, called, next);
        if (!m_pendingKeys.isEmpty())
            return keyStep(name);
        furtherStep(name, keys, called, next);
    }

    QString mediaElement() const
    {
        const auto *entity = m_path.target();
        if (!entity)
            return {};
        const auto found = std::find_if(
            entity->elements.begin(), entity->elements.end(), [](const Element &element) {
                return element.json->contains(u"@Core.MediaType");
            });
        return found == entity->elements.end() ? QString() : found->name;
    }

    void firstStep(const QString &name, const QString &keys, bool called, const QString *next)
    {
        const auto *definition = m_csn.findExposed(*m_endpoint.service, name.section(u'.', -1));
        const bool usable = definition && !definition->isIgnored
            && (definition->isOperation() || definition->kind == Definition::Kind::Entity);
        if (!usable)
            return fail(404,
                        say(u"because.nothing-named",
                            {{u"service", m_endpoint.service->name}, {u"name", name}}));
        if (definition->isOperation()) {
            m_path.operation = definition;
            return;
        }
        addSegment(*definition, nullptr, keys, called, next);
    }

    const Definition *boundOperation(const QString &name) const
    {
        const auto *entity = m_path.target();
        const auto *operation = entity->operation(name);
        const QString prefix = m_endpoint.service->name + u'.';
        if (!operation && name.startsWith(prefix))
            operation = entity->operation(name.mid(prefix.size()));
        return operation;
    }

    // What Fiori's draft adds to every draft-enabled entity.
    static bool isDraftOperation(const QString &name)
    {
        const auto bare = name.section(u'.', -1);
        return bare == "draftEdit"_L1 || bare == "draftPrepare"_L1 || bare == "draftActivate"_L1;
    }

    void furtherStep(const QString &name, const QString &keys, bool called, const QString *next)
    {
        const auto &entity = *m_path.target();
        if (const auto *operation = boundOperation(name)) {
            m_path.operation = operation;
            if (operation->isOnCollection && m_path.isOne && !m_hasKeySteps)
                fail(400, say(u"because.on-collection", {{u"operation", operation->name}}));
            return;
        }
        if (entity.isDraftEnabled() && isDraftOperation(name)) {
            m_path.property = name.section(u'.', -1);
            return;
        }
        if (entity.isDraftEnabled()
            && (name == "SiblingEntity"_L1 || name == "DraftAdministrativeData"_L1)) {
            m_path.property = name;
            m_path.isOne = true;
            return;
        }
        const auto *element = entity.element(name);
        const bool isIgnored = element && (*element->json)[u"@cds.api.ignore"].toBool();
        if (!element || isIgnored) {
            if (!isIgnored && columnsOf(entity.elements).contains(name)) {
                m_path.property = name;
                m_path.isOne = true;
                return;
            }
            return fail(404,
                        say(u"because.no-element", {{u"entity", entity.name}, {u"name", name}}));
        }
        if (!element->elements.empty()) // the run-time model is flat
            return fail(404, say(u"because.structure", {{u"name", name}}));
        if (!element->isAssociation()) {
            m_path.property = name;
            m_path.isOne = true;
            m_path.isStream = element->json->contains(u"@Core.MediaType");
            return;
        }
        if (!element->target || element->target->service != entity.service)
            return fail(400, say(u"because.target-not-exposed", {{u"name", name}}));
        addSegment(*element->target, element, keys, called, next);
    }

    void addSegment(const Definition &entity,
                    const Element *association,
                    const QString &keys,
                    bool called,
                    const QString *next)
    {
        Segment segment;
        segment.entity = &entity;
        segment.association = association;
        m_path.segments.push_back(segment);
        if (called && keys.isEmpty() && !association)
            fail(400, say(u"because.key-missing", {{u"entity", entity.name}}));
        if (called && !keys.isEmpty())
            readKeys(keys, association == nullptr);
        m_path.segments.back().isKeyed = called && !keys.isEmpty();
        const bool toOne = association && !association->isToMany;
        m_path.isOne =
            m_path.segments.back().isKeyed || toOne || (!association && entity.isSingleton);
        if (m_path.isOne || !next || *next == "$count"_L1 || m_path.status != 0)
            return;
        const auto *operation = boundOperation(decoded(next->section(u'(', 0, 0)));
        if (operation && !operation->isOnCollection)
            return fail(400,
                        say(u"because.on-instance",
                            {{u"operation", operation->name}, {u"entity", entity.name}}));
        if (!operation) { // keys as path segments
            m_pendingKeys = addressKeys(entity);
            if (m_pendingKeys.isEmpty())
                fail(404, say(u"because.no-keys", {{u"entity", entity.name}}));
        }
    }

    static QStringList addressKeys(const Definition &entity)
    {
        auto keys = keyColumnsOf(entity);
        const auto backlinks = backlinkColumnsOf(entity);
        keys.removeIf([&backlinks](const QString &key) {
            return key.startsWith("up__"_L1) || backlinks.contains(key);
        });
        return keys;
    }

    void keyStep(const QString &name)
    {
        addKey(m_pendingKeys.takeFirst(),
               literal(name).kind == Value::Kind::Number ? literal(name) : Value::of(name));
        m_path.segments.back().isKeyed = true;
        m_path.isOne = true;
        m_hasKeySteps = true;
    }

    void finishPendingKeys()
    {
        if (m_path.isOne)
            fail(400, say(u"because.keys-missing", {{u"entity", m_path.target()->name}}));
    }

    void readKeys(const QString &text, bool isFirst)
    {
        const auto &entity = *m_path.target();
        auto columns = keyColumnsOf(entity);
        columns.removeIf([](const QString &column) { // CAP never asks for the key of a parent
            return column.startsWith("up__"_L1);
        });
        const auto parts = splitOutside(text, u',');
        for (const auto &part : parts) {
            const auto pair = splitOutside(part, u'=');
            if (pair.size() < 2) {
                const auto own =
                    isFirst || addressKeys(entity).size() != 1 ? columns : addressKeys(entity);
                if (parts.size() == 1 && own.size() == 1)
                    addKey(own.front(), literal(decoded(pair.front())));
                else if (isFirst)
                    fail(400, say(u"because.keys-missing", {{u"entity", entity.name}}));
                else
                    m_path.brokenKey = say(u"because.key-without-name", {{u"entity", entity.name}});
                continue;
            }
            const auto name = decoded(pair.front()).trimmed();
            const bool isKey = keyColumnsOf(entity).contains(name) || name == "IsActiveEntity"_L1;
            if (isFirst && !isKey && m_cds >= 10)
                fail(400, say(u"because.not-a-key", {{u"name", name}, {u"entity", entity.name}}));
            if (!isKey && !columnsOf(entity.elements).contains(name))
                m_path.brokenKey =
                    say(u"because.no-such-key", {{u"entity", entity.name}, {u"name", name}});
            addKey(name, literal(decoded(pair[1]).trimmed()));
        }
        checkDraftKey(entity, isFirst);
        for (const auto &column : columns) {
            const auto &keys = m_path.segments.back().keys;
            const bool given = std::any_of(keys.begin(), keys.end(), [&column](const KeyPart &key) {
                return key.name == column;
            });
            if (isFirst && !given && m_path.status == 0)
                fail(400,
                     say(u"because.one-key-missing", {{u"key", column}, {u"entity", entity.name}}));
        }
    }

    // cds 9 wants to be told whether the draft is meant; cds 10 takes the active row.
    void checkDraftKey(const Definition &entity, bool isFirst)
    {
        if (!isFirst || !entity.isDraftEnabled() || m_path.isActive)
            return;
        if (m_cds >= 10)
            m_path.isActive = true;
        else if (m_endpoint.protocol == Protocol::OData && m_path.status == 0)
            fail(400, say(u"because.active-missing"));
    }

    void addKey(const QString &name, const Value &value)
    {
        if (name == "IsActiveEntity"_L1) {
            m_path.isActive = value.kind != Value::Kind::Bool || value.boolean;
            return;
        }
        const auto *element = m_path.target()->element(name);
        const auto type = element ? element->type : QString();
        static const QStringList integers = {
            u"cds.Integer"_s, u"cds.Int16"_s, u"cds.Int32"_s, u"cds.UInt8"_s};
        if (integers.contains(type) && !value.isNull()) {
            const auto text = value.isText() ? value.text : plainValue(value);
            if (!isSafeInteger(text))
                return fail(400, say(u"because.key-no-integer", {{u"key", name}}));
            m_path.segments.back().keys.push_back({name, Value::of(text.toDouble())});
            return;
        }
        if (value.isNull()) {
            m_path.segments.back().keys.push_back({name, value});
            return;
        }
        if (type == "cds.UUID"_L1 && !isUuid(value))
            return fail(400, say(u"because.key-no-uuid", {{u"key", name}}));
        const bool isText = type == "cds.String"_L1 || type == "cds.UUID"_L1;
        m_path.segments.back().keys.push_back(
            {name, isText && !value.isText() ? Value::of(plainValue(value)) : value});
    }

    bool isUuid(const Value &value) const
    {
        return isUuidKey(value.isText() ? value.text : plainValue(value), m_cds);
    }

    const Csn &m_csn;
    const Endpoint &m_endpoint;
    int m_cds;
    ResourcePath m_path;
    QStringList m_pendingKeys;
    bool m_hasKeySteps = false; // "Books/1": CAP does not see then that one row is meant
};

std::vector<QueryOption> optionsOf(const QString &query)
{
    std::vector<QueryOption> options;
    for (const auto &part : query.split(u'&', Qt::SkipEmptyParts)) {
        const auto equals = part.indexOf(u'=');
        auto value = equals < 0 ? QString() : part.mid(equals + 1);
        value.replace(u'+', u' ');
        options.push_back(
            {decoded(QStringView(part).left(equals < 0 ? part.size() : equals)), decoded(value)});
    }
    return options;
}

} // namespace

ResourcePath resolvePath(
    const Csn &csn, const Endpoint &endpoint, const QString &path, const QString &query, int cds)
{
    ResourcePath unread;
    unread.options = optionsOf(query);
    auto resolved = PathResolver(csn, endpoint, cds).resolve(path);
    if (!resolved.isRoot && !resolved.isMetadata && !resolved.isBatch)
        checkOptionSyntax(unread, endpoint.protocol == Protocol::OData);
    resolved.options = unread.options;
    if (!unread.brokenKey.isEmpty())
        resolved.brokenKey = unread.brokenKey;
    if (unread.status != 0) {
        resolved.status = unread.status;
        resolved.because = unread.because;
    }
    if (resolved.status == 0 && (resolved.target() || resolved.operation))
        checkOptions(resolved, csn, cds);
    return resolved;
}

} // namespace tokentrail::cap
