// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/measureplan.h"

#include "core/cap/say.h"

#include <QHash>

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

const auto strangeBody = QByteArrayLiteral("{\"tokentrail_probe\":1}");

// A value that no row has as its key; empty: none can be made up.
QString unusedKey(const Csn &csn, QString type)
{
    for (int depth = 0; depth < 16 && csn.find(type); ++depth) // derived types
        type = (*csn.find(type)->json)[u"type"].toString();
    static const QHash<QString, QString> values = {
        {u"cds.String"_s, u"'tokentrail-probe'"_s},
        {u"cds.LargeString"_s, u"'tokentrail-probe'"_s},
        {u"cds.UUID"_s, u"7061726e-0000-4000-8000-746f6b656e74"_s},
        {u"cds.Integer"_s, u"2147480001"_s},
        {u"cds.Int32"_s, u"2147480001"_s},
        {u"cds.Int16"_s, u"32001"_s},
        {u"cds.UInt8"_s, u"251"_s},
        {u"cds.Integer64"_s, u"9007199254740001"_s},
        {u"cds.Int64"_s, u"9007199254740001"_s},
        {u"cds.Decimal"_s, u"2147480001"_s},
        {u"cds.Double"_s, u"2147480001"_s},
        {u"cds.Date"_s, u"1799-01-01"_s},
        {u"cds.DateTime"_s, u"1799-01-01T00:00:00Z"_s},
        {u"cds.Timestamp"_s, u"1799-01-01T00:00:00.000Z"_s}};
    return values.value(type);
}

// The type of a key column: of an element, or of the key that an association brings along.
QString typeOfColumn(const Definition &entity, const QString &column)
{
    if (const auto *element = entity.element(column))
        return element->type;
    for (const auto &element : entity.elements) {
        const QString prefix = element.name + u'_';
        if (element.target && column.startsWith(prefix))
            return typeOfColumn(*element.target, column.mid(prefix.size()));
    }
    return {};
}

class Planner
{
public:
    Planner(const AccessModel &model, const MeasureOptions &options)
        : m_model(model)
        , m_options(options)
    { }

    Probe plan(const AccessTable::Row &row) const
    {
        const auto *service = m_model.csn().find(row.service);
        const auto &endpoints = m_model.endpoints();
        const auto endpoint =
            std::find_if(endpoints.begin(), endpoints.end(), [&](const Endpoint &each) {
                return each.service == service && each.protocol != Protocol::Other;
            });
        if (!service || endpoint == endpoints.end())
            return notSent(say(u"probe.protocol"));
        const QString base = endpoint->path == "/"_L1 ? QString() : endpoint->path;
        const bool isRest = endpoint->protocol == Protocol::Rest;
        if (row.event == "SERVICE"_L1)
            return sent("GET", base + u'/', {});
        if (row.entity.isEmpty()) {
            const auto *operation = m_model.csn().find(row.service + u'.' + row.event);
            if (!operation)
                return notSent(say(u"probe.no-operation"));
            QString name = row.event;
            return planOperation(
                *operation, base + u'/', isRest, isRest ? name : name.replace(u'.', u'_'));
        }
        const auto *entity = m_model.csn().find(row.service + u'.' + row.entity);
        if (!entity)
            return notSent(say(u"probe.no-entity"));
        if (entity->json->contains(u"params"))
            return notSent(say(u"probe.view-parameters"));
        QString name = row.entity;
        const QString path = base + u'/' + name.replace(u'.', u'_');
        return planEvent(*entity, row.event, path, isRest);
    }

private:
    static Probe sent(const QByteArray &method, const QString &target, const QByteArray &body)
    {
        Probe probe;
        probe.method = method;
        probe.target = target;
        probe.body = body;
        return probe;
    }

    static Probe notSent(const QString &why)
    {
        Probe probe;
        probe.notSent = why;
        return probe;
    }

    static Probe writesAreOff() { return notSent(say(u"probe.writes")); }

    Probe planEvent(const Definition &entity,
                    const QString &event,
                    const QString &path,
                    bool isRest) const
    {
        if (event == "READ"_L1)
            return sent("GET", entity.isSingleton ? path : QString(path + "?$top=1"_L1), {});
        const auto *operation = entity.operation(event);
        const bool writes = !operation || operation->kind == Definition::Kind::Action;
        if (writes && !m_options.withWrites)
            return writesAreOff();
        const auto *open = entity.annotation(u"@open");
        if (!operation && open && !(open->isBool() && !open->toBool()))
            return notSent(say(u"probe.open-entity"));
        if (event == "CREATE"_L1 && entity.isSingleton)
            return notSent(say(u"probe.singleton"));
        if (event == "CREATE"_L1)
            return sent("POST", path, strangeBody);
        QString key;
        if (!entity.isSingleton && !(operation && operation->isOnCollection)) {
            key = unusedKeys(entity, isRest);
            if (key.isEmpty())
                return notSent(say(u"probe.no-key"));
        } else if (event == "DELETE"_L1) {
            return notSent(say(u"probe.only-row"));
        }
        if (operation) {
            const auto qualified =
                isRest ? operation->name : QString(entity.service->name + u'.' + operation->name);
            return planOperation(*operation, path + key + u'/', isRest, qualified);
        }
        return event == "DELETE"_L1 ? sent("DELETE", path + key, {})
                                    : sent("PATCH", path + key, strangeBody);
    }

    Probe planOperation(const Definition &operation,
                        const QString &base,
                        bool isRest,
                        const QString &name) const
    {
        const QString path = base + name;
        if (operation.kind == Definition::Kind::Function) {
            if ((*operation.json)[u"params"].size() > 0)
                return notSent(say(u"probe.parameters"));
            return sent("GET", isRest ? path : QString(path + "()"_L1), {});
        }
        if (!m_options.withWrites)
            return writesAreOff();
        if (isRest)
            return notSent(say(u"probe.rest-action"));
        if (operation.json->contains(u"@open"))
            return notSent(say(u"probe.open-action"));
        return sent("POST", path, strangeBody);
    }

    // "(ID=…,IsActiveEntity=true)", or "/…" for REST; empty: a key of a type that is not known.
    QString unusedKeys(const Definition &entity, bool isRest) const
    {
        QStringList parts;
        for (const auto &column : keyColumnsOf(entity)) {
            auto value = unusedKey(m_model.csn(), typeOfColumn(entity, column));
            if (value.isEmpty())
                return {};
            if (isRest)
                parts << value.remove(u'\'');
            else
                parts << column + u'=' + value;
        }
        if (parts.isEmpty())
            return {};
        if (isRest)
            return u'/' + parts.join(u'/');
        if (entity.isDraftEnabled())
            parts << u"IsActiveEntity=true"_s;
        return u'(' + parts.join(u',') + u')';
    }

    const AccessModel &m_model;
    const MeasureOptions &m_options;
};

} // namespace

std::map<QString, Secret> mockAuthorizations(const Json &users)
{
    std::map<QString, Secret> found;
    for (const auto &member : users.members()) {
        const auto &entry = member.value;
        const auto password = entry.isString() ? entry.toString() : entry[u"password"].toString();
        if (member.name != "*"_L1)
            found[member.name] =
                Secret(basicAuthorization(QString(member.name + u':' + password)).toUtf8());
    }
    return found;
}

std::vector<Probe>
planProbes(const AccessModel &model, const AccessTable &table, const MeasureOptions &options)
{
    std::vector<Probe> probes;
    const Planner planner(model, options);
    for (size_t row = 0; row < table.rows().size(); ++row) {
        const auto ofRow = planner.plan(table.rows()[row]);
        for (size_t column = 0; column < table.columns().size(); ++column) {
            auto probe = ofRow;
            probe.row = row;
            probe.column = column;
            const auto &caller = table.columns()[column];
            if (!caller.user.isAnonymous && !options.authorizations.contains(caller.name)) {
                probe.method.clear();
                probe.notSent = say(u"probe.nobody");
            }
            probes.push_back(std::move(probe));
        }
    }
    return probes;
}

} // namespace tokentrail::cap
