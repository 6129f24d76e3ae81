// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/xsuaa/keycontainers.h"

#include "core/xsuaa/keytexts.h"
#include "core/xsuaa/surroundingtext.h"

#include <algorithm>

namespace tokentrail::xsuaa {

using namespace Qt::StringLiterals;

namespace {

Error told(const QString &sentence)
{
    return {ErrorCode::InvalidInput, sentence};
}

bool looksLikeCredentials(const text::Json &json)
{
    static const QStringList marks = {u"clientid"_s,
                                      u"clientsecret"_s,
                                      u"xsappname"_s,
                                      u"uaadomain"_s,
                                      u"certificate"_s,
                                      u"onpremise_proxy_host"_s,
                                      u"url"_s,
                                      u"uaa"_s};
    return json.isObject() && std::any_of(marks.begin(), marks.end(), [&json](const QString &mark) {
               return json.contains(mark);
           });
}

class Finder
{
public:
    explicit Finder(const QString &file)
        : m_file(file)
    { }

    void search(const text::Json &json, const QString &shape)
    {
        if (json.isString())
            return searchText(json, shape);
        if (json.isArray())
            return searchList(json, {}, shape.isEmpty() ? u"service list"_s : shape);
        if (const auto *vcap = json.find(u"VCAP_SERVICES"))
            return searchVcap(*vcap, u"default-env.json"_s);
        if (json[u"kind"].toString() == "Secret"_L1 || json[u"kind"].toString() == "List"_L1)
            return searchKubernetes(json);
        if (searchProject(json))
            return;
        if (json.contains(u"credentials") && json.contains(u"service_instance_id"))
            return searchWrapped(json, u"btp services/binding"_s);
        if (json.contains(u"credentials"))
            return searchWrapped(json, shape.isEmpty() ? u"cf service-key"_s : shape);
        if (isVcap(json))
            return searchVcap(json, u"VCAP_SERVICES"_s);
        if (looksLikeCredentials(json))
            add(json, {}, {}, shape.isEmpty() ? u"service-key"_s : shape);
        else if (const auto *services = json.find(u"services"); services && services->isArray())
            searchList(*services, {}, u"service list"_s);
    }

    static void repair(FoundCredentials &entry, const QString &sentence)
    {
        entry.problems.push_back(told(sentence));
        entry.repairs << sentence;
    }

    std::vector<FoundCredentials> found;
    std::vector<Error> problems;

private:
    FoundCredentials &
    add(const text::Json &json, const QString &label, const QString &name, const QString &shape)
    {
        return found.emplace_back(FoundCredentials{json, label, name, shape, {}, {}});
    }

    void searchText(const text::Json &json, const QString &shape)
    {
        const auto inner = text::parseJson(json.toString().toUtf8());
        if (!inner || inner->isString())
            return problems.push_back(told(u"The document is one text, and not JSON inside."_s));
        search(*inner, shape);
    }

    static bool isVcap(const text::Json &json)
    {
        return std::any_of(json.members().begin(), json.members().end(), [](const auto &member) {
            return member.value.isArray() && member.value.size() > 0
                && member.value.elements().front().contains(u"credentials");
        });
    }

    void searchVcap(const text::Json &vcap, const QString &shape)
    {
        if (vcap.isString()) {
            const auto inner = text::parseJson(vcap.toString().toUtf8());
            if (!inner)
                return problems.push_back(told(u"VCAP_SERVICES is a text that is no JSON: %1"_s.arg(
                    inner.error().toString())));
            return searchVcap(*inner, shape);
        }
        if (!vcap.isObject())
            return problems.push_back(told(u"VCAP_SERVICES is no object."_s));
        for (const auto &service : vcap.members()) {
            if (service.value.isArray())
                searchList(service.value, service.name, shape);
            else
                problems.push_back(
                    told(u"The entry \"%1\" of VCAP_SERVICES is no array; CAP stops at it."_s.arg(
                        service.name)));
        }
        if (looksLikeCredentials(vcap))
            repair(add(vcap, {}, {}, shape),
                   u"A bare service key stands where VCAP_SERVICES wants services by label."_s);
    }

    void searchList(const text::Json &list, const QString &label, const QString &shape)
    {
        for (const auto &entry : list.elements()) {
            const auto own = entry[u"label"].toString(label);
            const auto name = entry[u"instance_name"].toString(entry[u"name"].toString());
            if (const auto *credentials = entry.find(u"credentials"))
                addUnwrapped(*credentials, ownOrTag(own, entry), name, shape);
            else if (looksLikeCredentials(entry))
                add(entry, own, name, shape);
        }
    }

    // User-provided services say by tag what they stand for.
    static QString ownOrTag(const QString &label, const text::Json &entry)
    {
        if (label != "user-provided"_L1)
            return label;
        for (const auto &tag : entry[u"tags"].toStringList()) {
            if (tag == "xsuaa"_L1 || tag == "destination"_L1 || tag == "connectivity"_L1)
                return tag;
        }
        return label;
    }

    void searchWrapped(const text::Json &json, const QString &shape)
    {
        addUnwrapped(json[u"credentials"],
                     json[u"label"].toString(),
                     json[u"instance_name"].toString(json[u"name"].toString()),
                     shape);
    }

    void addUnwrapped(const text::Json &credentials,
                      const QString &label,
                      const QString &name,
                      const QString &shape)
    {
        const auto *inner = &credentials;
        int layers = 0;
        while (inner->isObject() && (*inner)[u"credentials"].isObject()) {
            inner = inner->find(u"credentials");
            ++layers;
        }
        auto &entry = add(*inner, label, name, shape);
        if (layers > 0)
            repair(entry,
                   u"The credentials are wrapped %1 times; CAP then finds no \"clientid\"."_s.arg(
                       layers + 1));
        if (!inner->isObject())
            entry.problems.push_back(told(u"\"credentials\" is no object."_s));
    }

    // package.json, .cdsrc.json, .cdsrc-private.json: requires.<name>.credentials, in profiles too.
    bool searchProject(const text::Json &json)
    {
        const auto *cds = json.find(u"cds");
        const bool project = (cds && cds->isObject()) || json[u"requires"].isObject()
            || std::any_of(json.members().begin(), json.members().end(), [](const auto &member) {
                                 return member.name.startsWith(u'[') && member.value.isObject();
                             });
        if (!project)
            return false;
        searchRequires(cds && cds->isObject() ? *cds : json);
        return true;
    }

    void searchRequires(const text::Json &json)
    {
        for (const auto &service : json[u"requires"].members())
            searchRequired(service.name, service.value);
        for (const auto &profile : json.members()) {
            if (profile.name.startsWith(u'['))
                searchRequires(profile.value);
        }
    }

    void searchRequired(const QString &name, const text::Json &service)
    {
        const QString shape = u".cdsrc-private.json"_s;
        if (name.startsWith(u'[')) {
            for (const auto &inner : service.members())
                searchRequired(inner.name, inner.value);
            return;
        }
        if (service[u"credentials"].isObject())
            addUnwrapped(service[u"credentials"],
                         service[u"vcap"][u"label"].toString(),
                         service[u"binding"][u"instance"].toString(name),
                         shape);
        else if (service[u"binding"].isObject())
            problems.push_back(told(
                u"\"%1\" is only bound by name (cds bind); its credentials are fetched when the "
                u"application starts."_s.arg(name)));
        for (const auto &profile : service.members()) {
            if (profile.name.startsWith(u'['))
                searchRequired(name, profile.value);
        }
    }

    // A Secret holds either a field each, or the whole key in one of them.
    void searchKubernetes(const text::Json &json)
    {
        for (const auto &item : json[u"items"].elements())
            searchKubernetes(item);
        if (json[u"kind"].toString() != "Secret"_L1)
            return;
        auto fields = text::Json::object();
        for (const auto &member : json[u"data"].members())
            fields.set(member.name, decodedField(member));
        for (const auto &member : json[u"stringData"].members())
            fields.set(member.name, unpackedField(member.name, member.value.toString()));
        const auto label = fields[u"label"].toString(fields[u"type"].toString());
        const auto name = fields[u"instance_name"].toString(json[u"metadata"][u"name"].toString());
        const QString shape = u"Kubernetes secret"_s;
        if (looksLikeCredentials(fields)) {
            add(fields, label, name, shape);
            return;
        }
        for (const auto &field : fields.members()) {
            const auto inner = text::parseJson(field.value.toString().toUtf8());
            if (inner && inner->contains(u"credentials"))
                addUnwrapped((*inner)[u"credentials"], label, name, shape);
            else if (inner && looksLikeCredentials(*inner))
                add(*inner, label, name, shape);
            else if (inner && inner->isObject())
                search(*inner, shape);
        }
    }

    text::Json decodedField(const text::Json::Member &member)
    {
        auto packed = member.value.toString().toLatin1();
        packed.replace('\n', "").replace(' ', "");
        const auto decoded =
            QByteArray::fromBase64Encoding(packed, QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded)
            problems.push_back(
                told(u"The field \"%1\" of the secret is no Base64."_s.arg(member.name)));
        return unpackedField(member.name, QString::fromUtf8(*decoded));
    }

    // The client of a business service is written into its field as JSON.
    static text::Json unpackedField(const QString &name, const QString &value)
    {
        if (name == "uaa"_L1) {
            if (auto inner = text::parseJson(value.toUtf8()); inner && inner->isObject())
                return std::move(*inner);
        }
        return value;
    }

    QString m_file;
};

// What was done to the document as a whole is told with every key of it.
Result<std::vector<FoundCredentials>>
concluded(Finder &finder, const QString &told, const Place &place)
{
    if (finder.found.empty()) {
        if (!finder.problems.empty())
            return Error{
                ErrorCode::InvalidInput, finder.problems.front().sentence, Place{place.file, 1, 1}};
        return Error{ErrorCode::InvalidInput, u"There is no service key in the document."_s, place};
    }
    for (auto &entry : finder.found) {
        entry.problems.insert(entry.problems.end(), finder.problems.begin(), finder.problems.end());
        if (!told.isEmpty())
            Finder::repair(entry, told);
    }
    return std::move(finder.found);
}

Result<std::vector<FoundCredentials>> findInText(const Result<KeyText> &text, const QString &file)
{
    if (!text)
        return text.error();
    Finder finder(file);
    finder.search(text->json, text->shape);
    return concluded(finder, text->told, Place{file, 1, 1});
}

} // namespace

Result<std::vector<FoundCredentials>> findCredentials(const QByteArray &document,
                                                      const QString &file)
{
    if (const auto other = readKeyText(document, file))
        return findInText(*other, file);
    bool cut = false;
    const auto text = blankedAround(document, cut);
    const auto json = text::parseJson(text, file);
    if (!json)
        return json.error();
    Finder finder(file);
    finder.search(*json, cut ? u"cf service-key"_s : QString());
    return concluded(finder,
                     cut ? u"Text around the JSON was skipped; other tools refuse it."_s
                         : QString(),
                     placeOf(text, json->span().begin, file));
}

} // namespace tokentrail::xsuaa
