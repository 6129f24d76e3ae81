// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/bindings.h"

#include "core/cap/say.h"
#include "core/text/jsvalue.h"

#include <QSet>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

Error notAList(const QString &name)
{
    return {ErrorCode::InvalidInput, say(u"env.binding-no-list", {{u"name", name}})};
}

// Whether a service has the value; tags are a list. An error where they are not.
Result<bool> holds(const EnvNodePtr &service, const EnvNode::Member &condition)
{
    if (condition.name != "tag"_L1) {
        const auto actual = service->find(condition.name);
        return actual && actual->isScalar() && condition.value->isScalar()
            && actual->scalarValue() == condition.value->scalarValue();
    }
    const auto tags = service->find(u"tags");
    if (!tags || !tags->isTruthy())
        return false;
    if (!tags->isArray())
        return notAList(u"tags"_s);
    for (const auto &tag : tags->members()) {
        if (tag.value->isScalar() && condition.value->isScalar()
            && tag.value->scalarValue() == condition.value->scalarValue())
            return true;
    }
    return false;
}

// The first service for which all conditions hold; null when none does or nothing is asked.
Result<EnvNodePtr> firstService(const EnvNodePtr &services, const EnvNode &predicate)
{
    std::vector<EnvNode::Member> conditions;
    for (const auto &member : predicate.members()) {
        if (!member.hidden && member.value->isTruthy())
            conditions.push_back(member);
    }
    if (conditions.empty())
        return EnvNodePtr();
    for (const auto &offering : services->members()) {
        if (!offering.value->isTruthy())
            continue;
        if (!offering.value->isArray())
            return notAList(offering.name);
        for (const auto &service : offering.value->members()) {
            bool all = true;
            for (const auto &condition : conditions) {
                const auto fits = holds(service.value, condition);
                if (!fits)
                    return fits.error();
                if (all = *fits; !all)
                    break;
            }
            if (all)
                return service.value;
        }
    }
    return EnvNodePtr();
}

EnvNodePtr condition(const QString &name, const EnvNodePtr &value)
{
    auto predicate = EnvNode::object();
    if (value)
        predicate->set(name, value);
    return predicate;
}

Result<EnvNodePtr>
serviceFor(const QString &name, const EnvNodePtr &entry, const EnvNodePtr &services)
{
    const auto dialect = entry->find(u"dialect");
    const auto kind = dialect && dialect->isTruthy() ? dialect : entry->find(u"kind");
    std::vector<EnvNodePtr> predicates;
    if (const auto vcap = entry->find(u"vcap"); vcap && vcap->isArray()) {
        for (const auto &alternative : vcap->members())
            predicates.push_back(alternative.value);
    } else if (vcap && vcap->isObject()) {
        predicates.push_back(vcap);
    }
    predicates.push_back(condition(u"name"_s, EnvNode::scalar(name)));
    predicates.push_back(condition(u"tag"_s, EnvNode::scalar(QString("cds:"_L1 + name))));
    predicates.push_back(condition(u"tag"_s, kind));
    predicates.push_back(condition(u"label"_s, kind));
    predicates.push_back(condition(u"type"_s, kind));
    for (const auto &predicate : predicates) {
        auto found = firstService(services, *predicate);
        if (!found || *found)
            return found;
    }
    return EnvNodePtr();
}

} // namespace

Result<bool> addBindings(const EnvNodePtr &requires_, const EnvNodePtr &services)
{
    bool any = false;
    const auto members = requires_->members();
    for (const auto &member : members) {
        if (member.hidden || !member.value->isTruthy())
            continue;
        const auto service = serviceFor(member.name, member.value, services);
        if (!service)
            return service.error();
        const auto credentials = *service ? (*service)->find(u"credentials") : nullptr;
        if (!credentials || !credentials->isTruthy())
            continue;
        auto entry = member.value;
        if (entry->isTrue()) {
            entry = EnvNode::object(credentials->origin());
            requires_->set(member.name, entry);
        }
        if (entry->isScalar())
            return Error{ErrorCode::InvalidInput,
                         say(u"env.binding-plain", {{u"name", member.name}})};
        // Members that the project set itself survive, those of the binding are stronger.
        const auto before = entry->find(u"credentials");
        auto joined = EnvNode::object(credentials->origin());
        for (const auto &part : {before, credentials}) {
            for (const auto &field : part ? part->members() : std::vector<EnvNode::Member>{})
                joined->set(field.name, field.value);
            const auto letters = part && part->isString() ? part->string() : QString();
            for (qsizetype i = 0; i < letters.size(); ++i) // as Object.assign takes a text
                joined->set(QString::number(i),
                            EnvNode::scalar(QString(letters[i]), part->origin()));
        }
        entry->set(u"credentials"_s, joined);
        any = true;
    }
    return any;
}

Json emulatedVcapServices(const EnvNode &requires_)
{
    auto services = Json::object();
    QSet<QString> names;
    for (const auto &member : requires_.members()) {
        if (member.hidden)
            continue;
        auto vcap = member.value->find(u"vcap");
        const auto binding = member.value->find(u"binding");
        if (const auto bound = binding ? binding->find(u"vcap") : nullptr;
            bound && bound->isTruthy())
            vcap = bound;
        const auto credentials = member.value->find(u"credentials");
        const auto label = vcap ? vcap->find(u"label") : nullptr;
        if (!label || !label->isTruthy() || !credentials || credentials->isScalar()
            || credentials->members().empty())
            continue;
        const auto text = [&vcap](QStringView name) {
            const auto value = vcap->find(name);
            return value ? value->string() : QString();
        };
        const QString name = text(u"name").isEmpty()
            ? QString("instance:"_L1 + label->string() + u':' + text(u"plan"))
            : text(u"name");
        if (names.contains(name))
            continue;
        names.insert(name);
        auto service = Json::object({{u"name"_s, name}});
        const auto fields = vcap->toJson();
        for (const auto &field : fields.members())
            service.set(field.name, field.value);
        service.set(u"credentials"_s, credentials->toJson());
        if (!services.contains(label->string()))
            services.set(label->string(), Json::array());
        services.find(label->string())->append(service);
    }
    return services;
}

} // namespace tokentrail::cap
