// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/xsuaa/keytexts.h"

#include "core/text/yaml.h"

#include <QDir>
#include <QRegularExpression>

namespace tokentrail::xsuaa {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

constexpr qint64 largestField = 1024 * 1024;
constexpr int mostEntries = 500;

bool isYamlOfKubernetes(const QByteArray &document)
{
    static const QRegularExpression kind(u"^kind:\\s*[\"']?(Secret|List)\\b"_s,
                                         QRegularExpression::MultilineOption);
    return !document.trimmed().startsWith('{')
        && kind.match(QString::fromUtf8(document)).hasMatch();
}

std::optional<QByteArray> unwrappedBase64(const QByteArray &document)
{
    auto packed = document.trimmed();
    packed.replace('\n', "").replace('\r', "");
    if (packed.size() < 16)
        return std::nullopt;
    const auto decoded =
        QByteArray::fromBase64Encoding(packed, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || !(*decoded).trimmed().startsWith('{'))
        return std::nullopt;
    return *decoded;
}

// "Client ID", "client-id", "clientid": one field.
QString fieldNameOf(const QString &written)
{
    static const QHash<QString, QString> known{{u"clientid"_s, u"clientid"_s},
                                               {u"clientsecret"_s, u"clientsecret"_s},
                                               {u"tokenurl"_s, u"tokenurl"_s},
                                               {u"apiurl"_s, u"apiurl"_s},
                                               {u"url"_s, u"url"_s},
                                               {u"certurl"_s, u"certurl"_s},
                                               {u"uri"_s, u"uri"_s},
                                               {u"uaadomain"_s, u"uaadomain"_s},
                                               {u"xsappname"_s, u"xsappname"_s},
                                               {u"certificate"_s, u"certificate"_s},
                                               {u"key"_s, u"key"_s},
                                               {u"privatekey"_s, u"key"_s},
                                               {u"identityzone"_s, u"identityzone"_s},
                                               {u"identityzoneid"_s, u"identityzoneid"_s},
                                               {u"zoneid"_s, u"zoneid"_s},
                                               {u"tenantid"_s, u"tenantid"_s},
                                               {u"subaccountid"_s, u"subaccountid"_s},
                                               {u"verificationkey"_s, u"verificationkey"_s},
                                               {u"credentialtype"_s, u"credential-type"_s}};
    auto plain = written.trimmed().toLower();
    plain.remove(u' ').remove(u'-').remove(u'_').remove(u'"');
    return known.value(plain);
}

QString valueOf(QString written)
{
    written = written.trimmed();
    if (written.endsWith(u','))
        written.chop(1);
    for (const auto quote : {u'"', u'\''}) {
        if (written.size() > 1 && written.startsWith(quote) && written.endsWith(quote))
            written = written.sliced(1, written.size() - 2);
    }
    return written;
}

// "field: value", "field = value", or a table; PEM goes on over the lines below.
Json fieldsOf(const QByteArray &document)
{
    static const QRegularExpression line(
        u"^\\s*([A-Za-z][A-Za-z _-]{1,24}?)\\s*[:=]\\s*(\\S.*)$"_s);
    auto fields = Json::object();
    QString open; // a field whose PEM is not ended yet
    for (const auto &text : QString::fromUtf8(document).split(u'\n')) {
        if (!open.isEmpty()) {
            fields.set(open, QString(fields[open].toString() + u'\n' + text.trimmed()));
        } else if (const auto match = line.match(text); match.hasMatch()) {
            const auto name = fieldNameOf(match.captured(1));
            if (name.isEmpty())
                continue;
            fields.set(name, valueOf(match.captured(2)));
            open = name;
        }
        const auto value = fields[open].toString();
        if (!value.startsWith("-----BEGIN"_L1) || text.contains("-----END"_L1))
            open.clear();
    }
    return fields;
}

bool isKeyEnough(const Json &fields)
{
    const bool secret = fields.contains(u"clientsecret") || fields.contains(u"certificate");
    const bool place = fields.contains(u"tokenurl") || fields.contains(u"url");
    return fields.contains(u"clientid") && (secret || place);
}

Json secretOfFolder(const QDir &folder)
{
    auto fields = Json::object();
    const auto files = folder.entryInfoList(QDir::Files | QDir::Hidden, QDir::Name);
    for (const auto &info : files.first(qMin(files.size(), qsizetype(mostEntries)))) {
        QFile file(info.filePath());
        // ..data and its like are how Kubernetes swaps a mounted secret.
        if (info.fileName().startsWith(u'.') || info.size() > largestField
            || !file.open(QIODevice::ReadOnly))
            continue;
        auto content = QString::fromUtf8(file.readAll());
        while (content.endsWith(u'\n') || content.endsWith(u'\r'))
            content.chop(1);
        fields.set(info.fileName(), content);
    }
    return Json::object({{u"kind"_s, u"Secret"_s},
                         {u"metadata"_s, Json::object({{u"name"_s, folder.dirName()}})},
                         {u"stringData"_s, fields}});
}

void addFolders(const QDir &folder, int depth, Json &items)
{
    auto secret = secretOfFolder(folder);
    if (secret[u"stringData"].size() > 0)
        items.append(secret);
    if (depth == 0)
        return;
    const auto inner = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const auto &name : inner.first(qMin(inner.size(), qsizetype(mostEntries)))) {
        if (!name.startsWith(u'.'))
            addFolders(QDir(folder.filePath(name)), depth - 1, items);
    }
}

} // namespace

std::optional<Result<KeyText>> readKeyText(const QByteArray &document, const QString &file)
{
    if (isYamlOfKubernetes(document)) {
        auto json = text::parseYaml(document, file);
        if (!json)
            return Result<KeyText>(json.error());
        return Result<KeyText>(KeyText{std::move(*json), u"Kubernetes secret"_s, {}});
    }
    if (document.contains('{'))
        return std::nullopt;
    if (const auto decoded = unwrappedBase64(document)) {
        auto json = text::parseJson(*decoded);
        if (!json)
            return std::nullopt;
        return Result<KeyText>(
            KeyText{std::move(*json), {}, u"The whole key was written in Base64."_s});
    }
    auto fields = fieldsOf(document);
    if (!isKeyEnough(fields))
        return std::nullopt;
    return Result<KeyText>(
        KeyText{std::move(fields),
                u"btp output"_s,
                u"The key was put together from lines of “field: value”; it is no JSON."_s});
}

Result<QByteArray> documentOfFolder(const QString &folder)
{
    auto items = Json::array();
    addFolders(QDir(folder), 2, items);
    if (items.size() == 0)
        return Error{ErrorCode::NotFound,
                     u"The folder %1 holds no files of a mounted secret."_s.arg(folder)};
    return Json::object({{u"kind"_s, u"List"_s}, {u"items"_s, items}}).toCompact();
}

} // namespace tokentrail::xsuaa
