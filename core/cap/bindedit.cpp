// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/bindedit.h"

#include "core/cap/mockuserplaces.h"
#include "core/cap/say.h"
#include "core/text/edit.h"

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;
using text::JsonEditor;

namespace {

const auto hybrid = u"[hybrid]"_s;
const auto vcapServices = u"VCAP_SERVICES"_s;

bool isForHybrid(const QStringList &path)
{
    return path.contains(hybrid) || path.contains("[hybrid!]"_L1);
}

// Where cds.requires.<name> of the profile hybrid stands, or would stand beside its neighbours.
QStringList entryPathOf(const Json &json, const QString &file, const QString &name)
{
    auto found = strongestPath(configPaths(json, file, {u"requires"_s, name}), {u"hybrid"_s});
    if (isForHybrid(found))
        return found;
    const auto root = configRoot(json, file);
    auto paths = configPaths(json, file, {u"requires"_s});
    const auto outer = std::find_if(paths.begin(), paths.end(), isForHybrid);
    if (outer != paths.end())
        return *outer + QStringList{name};
    return root + QStringList{u"requires"_s, hybrid, name};
}

Json newEntry(const ServiceToBind &service, const QString &kind)
{
    auto entry = Json::object();
    if (!kind.isEmpty())
        entry.set(u"kind"_s, kind);
    entry.set(u"vcap"_s, Json::object({{u"label"_s, service.label}, {u"name"_s, service.name}}));
    entry.set(u"credentials"_s, service.credentials());
    return entry;
}

Result<void> bindEntry(JsonEditor &editor, const ServiceToBind &service, const QString &kindNow)
{
    const auto name = requiredNameOf(service);
    const auto path = entryPathOf(editor.json(), fileNameOf(BindingPlace::CdsrcPrivate), name);
    const bool isAuth = name == "auth"_L1;
    const auto kind = !isAuth ? QString() : kindFits(kindNow, service) ? kindNow : kindFor(service);
    const auto *entry = editor.find(path);
    if (!entry || !entry->isObject())
        return editor.set(path, newEntry(service, kind));
    const auto own = (*entry)[u"kind"].toString();
    // What `cds bind` left there would be fetched anew from the cloud and be the stronger one.
    Result<void> done;
    if (entry->contains(u"binding"))
        done = editor.remove(path + QStringList{u"binding"_s});
    if (done && isAuth && !kindFits(own, service))
        done = editor.set(path + QStringList{u"kind"_s}, kind);
    // A name that is not that of the instance would let another instance in.
    const QStringList vcapName = path + QStringList{u"vcap"_s, u"name"_s};
    if (const auto *vcap = done ? editor.find(vcapName) : nullptr;
        vcap && vcap->toString() != service.name)
        done = editor.set(vcapName, service.name);
    return done ? editor.set(path + QStringList{u"credentials"_s}, service.credentials()) : done;
}

// The first of a service is the one that CAP takes.
Result<void> bindInstance(JsonEditor &editor, const ServiceToBind &service)
{
    const auto *all = editor.find({vcapServices});
    if (all && !all->isObject() && !all->isNull())
        return Error{ErrorCode::Unsupported,
                     say(u"bind.services-no-object"),
                     tokentrail::placeOf(editor.text(), all->span().begin, u"default-env.json"_s)};
    const QStringList list{vcapServices, service.label};
    const auto *instances = editor.find(list);
    if (!instances || !instances->isArray()) {
        auto only = Json::array();
        only.append(service.instance);
        return editor.set(list, only);
    }
    for (qsizetype i = 0; i < instances->size(); ++i) {
        auto known = instances->elements()[size_t(i)];
        if (known[u"name"].toString() != service.name)
            continue;
        if (i == 0)
            return editor.set(list + QStringList{u"0"_s, u"credentials"_s}, service.credentials());
        known.set(u"credentials"_s, service.credentials());
        if (auto removed = editor.remove(list + QStringList{QString::number(i)}); !removed)
            return removed;
        return editor.insert(list, 0, known);
    }
    return editor.insert(list, 0, service.instance);
}

} // namespace

QString fileNameOf(BindingPlace place)
{
    return place == BindingPlace::CdsrcPrivate ? u".cdsrc-private.json"_s : u"default-env.json"_s;
}

std::vector<ServiceToBind> servicesOf(const Json &vcap)
{
    std::vector<ServiceToBind> services;
    for (const auto &offering : vcap.members()) {
        for (const auto &instance : offering.value.elements())
            services.push_back({offering.name, instance[u"name"].toString(), instance});
    }
    return services;
}

Result<ServiceToBind> serviceOf(const xsuaa::ServiceKey &key)
{
    using xsuaa::ServiceKind;
    const bool isKnown = key.kind == ServiceKind::Xsuaa || key.kind == ServiceKind::Identity
        || key.kind == ServiceKind::Destination || key.kind == ServiceKind::Connectivity;
    if (!isKnown)
        return Error{ErrorCode::Unsupported, say(u"bind.other-service", {{u"name", key.name}})};
    const auto label = nameOf(key.kind);
    const auto name = key.name.isEmpty() ? label : key.name;
    return ServiceToBind{label,
                         name,
                         Json::object({{u"label"_s, label},
                                       {u"name"_s, name},
                                       {u"tags"_s, Json::array(QStringList{label})},
                                       {u"credentials"_s, key.credentials}})};
}

QString requiredNameOf(const ServiceToBind &service)
{
    if (service.label == "xsuaa"_L1 || service.label == "identity"_L1)
        return u"auth"_s;
    return service.label == "destination"_L1 ? u"destinations"_s : service.label;
}

QString kindFor(const ServiceToBind &service)
{
    return service.label == "identity"_L1 ? u"ias"_s : u"xsuaa"_s;
}

bool kindFits(const QString &kind, const ServiceToBind &service)
{
    if (service.label == "identity"_L1)
        return kind.startsWith("ias"_L1);
    return kind.startsWith("xsuaa"_L1) || kind.startsWith("jwt"_L1);
}

Result<QByteArray> withBindings(const QByteArray &text,
                                BindingPlace place,
                                const std::vector<ServiceToBind> &services,
                                const QString &kind)
{
    auto editor = JsonEditor::open(text.isEmpty() ? "{}\n"_ba : text, fileNameOf(place));
    if (!editor)
        return editor.error();
    for (const auto &service : services) {
        const auto done = place == BindingPlace::CdsrcPrivate ? bindEntry(*editor, service, kind)
                                                              : bindInstance(*editor, service);
        if (!done)
            return done.error();
    }
    return editor->text();
}

} // namespace tokentrail::cap
