// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/initialstate.h"

#include "core/sandbox/initialdestinations.h"
#include "core/sandbox/randomtext.h"
#include "core/sandbox/registry.h"

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;
using xsuaa::RoleAttribute;

namespace {

struct SampleRole
{
    const char *scope; // and template
    const char *role;
    const char *collection;
};
constexpr SampleRole sampleRoles[] = {
    {"admin", "Sample Administrator", "Sample Administrators"},
    {"editor", "Sample Editor", "Sample Editors"},
    {"viewer", "Sample Viewer", "Sample Viewers"},
};

const auto appId = QString::fromLatin1(sampleAppId);

// Attributes are required, so that no role comes of its own accord: an administrator made the
// roles, with the values that the identity provider sends along.
Json sampleDescriptor()
{
    auto scopes = Json::array();
    auto templates = Json::array();
    for (const auto &sample : sampleRoles) {
        const auto name = QString::fromLatin1(sample.scope);
        scopes.append(Json::object(
            {{u"name"_s, QString(u"$XSAPPNAME."_s + name)}, {u"description"_s, name}}));
        templates.append(Json::object(
            {{u"name"_s, name},
             {u"description"_s, name},
             {u"scope-references"_s, Json::array(QStringList{u"$XSAPPNAME."_s + name})},
             {u"attribute-references"_s, Json::array(QStringList{u"country"_s, u"level"_s})}}));
    }
    auto attributes = Json::array();
    for (const auto &name : {u"country"_s, u"level"_s}) {
        attributes.append(Json::object(
            {{u"name"_s, name}, {u"description"_s, name}, {u"valueType"_s, u"string"_s}}));
    }
    return Json::object({{u"xsappname"_s, QString::fromLatin1(sampleName)},
                         {u"tenant-mode"_s, u"dedicated"_s},
                         {u"description"_s, u"Sample application of the Tokentrail sandbox"_s},
                         {u"scopes"_s, scopes},
                         {u"attributes"_s, attributes},
                         {u"role-templates"_s, templates},
                         {u"oauth2-configuration"_s,
                          Json::object({{u"token-validity"_s, 43200},
                                        {u"redirect-uris"_s,
                                         Json::array(QStringList{u"http://localhost:*/**"_s,
                                                                 u"http://127.0.0.1:*/**"_s,
                                                                 u"http://[::1]:*/**"_s})}})}});
}

Document roleDocument(const SampleRole &sample)
{
    xsuaa::Role role;
    role.appId = appId;
    role.templateName = QString::fromLatin1(sample.scope);
    role.name = QString::fromLatin1(sample.role);
    for (const auto &name : {u"country"_s, u"level"_s})
        role.attributes.append({name, RoleAttribute::Origin::IdentityProvider, {name}});
    return document(kind::role, keyOf(role), xsuaa::toJson(role));
}

Document collectionDocument(const SampleRole &sample)
{
    xsuaa::RoleCollection collection;
    collection.name = QString::fromLatin1(sample.collection);
    collection.roles = {
        {appId, QString::fromLatin1(sample.scope), QString::fromLatin1(sample.role)}};
    return document(kind::roleCollection, collection.name, xsuaa::toJson(collection));
}

Document userDocument(const QString &name,
                      const QString &familyName,
                      const QString &collection,
                      const QMap<QString, QStringList> &attributes)
{
    xsuaa::User user;
    user.userName = name;
    user.id = randomUuid();
    user.email = name + u"@example.com"_s;
    user.givenName = name.first(1).toUpper() + name.sliced(1);
    user.familyName = familyName;
    user.attributes = attributes;
    if (!collection.isEmpty())
        user.roleCollections = QStringList{collection};
    auto body = xsuaa::toJson(user);
    body.set(u"password"_s, name);
    return document(kind::user, keyOf(user), body);
}

Document backendUser(const QString &name,
                     bool authorised,
                     const QStringList &mappedFrom,
                     const QString &password = {})
{
    return document(kind::backendUser,
                    name,
                    Json::object({{u"name"_s, name},
                                  {u"authorised"_s, authorised},
                                  {u"mappedFrom"_s, Json::array(mappedFrom)},
                                  {u"password"_s, password}}));
}

OAuthClient cloneOf(const QString &label, const QString &broker)
{
    return {u"sb-clone"_s + randomHex(16) + u"!b1|"_s + broker,
            Secret(randomText(32)),
            label,
            QString::fromLatin1(sampleName) + u'-' + label,
            {}};
}

} // namespace

OAuthClient apiAccessClient()
{
    return {u"sb-na-"_s + randomUuid() + u"!a1"_s,
            Secret(randomText(32)),
            u"apiaccess"_s,
            QString::fromLatin1(sampleName) + u"-apiaccess"_s,
            {}};
}

std::vector<Document> initialDocuments()
{
    const OAuthClient sample{u"sb-"_s + appId,
                             Secret(randomText(32)),
                             u"xsuaa"_s,
                             QString::fromLatin1(sampleName) + u"-xsuaa"_s,
                             appId};
    const OAuthClient s4{u"sb-s4!b1"_s, Secret(randomText(32)), u"s4"_s, u"s4"_s, {}};
    const auto technicalPassword = randomText(12);

    std::vector<Document> all{
        document(kind::setting, u"zone"_s, Json::object({{u"id"_s, randomUuid()}})),
        document(kind::application, appId, sampleDescriptor()),
        clientDocument(sample),
        clientDocument(cloneOf(u"destination"_s, u"destination-xsappname!b1"_s)),
        clientDocument(cloneOf(u"connectivity"_s, u"connectivity!b1"_s)),
        clientDocument(s4),
        clientDocument(apiAccessClient())};
    for (const auto &role : sampleRoles) {
        all.push_back(roleDocument(role));
        all.push_back(collectionDocument(role));
    }
    const auto from = [](const QStringList &countries, const QString &level) {
        return QMap<QString, QStringList>{{u"country"_s, countries},
                                          {u"level"_s, QStringList{level}}};
    };
    all.push_back(userDocument(
        u"alice"_s, u"Adams"_s, u"Sample Administrators"_s, from({u"DE"_s, u"AT"_s}, u"3"_s)));
    all.push_back(userDocument(u"bob"_s, u"Brown"_s, u"Sample Viewers"_s, from({u"DE"_s}, u"1"_s)));
    all.push_back(
        userDocument(u"carol"_s, u"Clark"_s, u"Sample Editors"_s, from({u"DE"_s}, u"2"_s)));
    all.push_back(userDocument(u"dave"_s, u"Davis"_s, {}, {}));
    all.push_back(backendUser(u"ALICE"_s, true, {u"alice"_s}));
    all.push_back(backendUser(u"CAROL"_s, false, {u"carol"_s}));
    all.push_back(backendUser(u"TECHUSER"_s, true, {s4.clientId}, technicalPassword));
    for (const auto &properties : initialDestinations(s4, technicalPassword))
        all.push_back(document(kind::destination, properties[u"Name"].toString(), properties));
    return all;
}

} // namespace tokentrail::sandbox
