// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/keytext.h"

#include "core/xsuaa/keyhealth.h"

#include <QDateTime>

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using text::Json;
using xsuaa::KeyRemark;

namespace {

Json problemsOf(const xsuaa::ServiceKey &key)
{
    auto problems = Json::array();
    for (const auto &problem : key.problems) {
        auto entry = Json::object({{u"sentence"_s, problem.sentence}});
        if (problem.place) {
            entry.set(u"line"_s, problem.place->line);
            entry.set(u"column"_s, problem.place->column);
        }
        problems.append(entry);
    }
    return problems;
}

QString nameOf(KeyRemark::Severity severity)
{
    switch (severity) {
    case KeyRemark::Severity::Hint:
        return u"hint"_s;
    case KeyRemark::Severity::Warning:
        return u"warning"_s;
    case KeyRemark::Severity::Error:
        return u"error"_s;
    }
    return {};
}

Json remarksOf(const xsuaa::ServiceKey &key, qint64 nowSeconds)
{
    auto remarks = Json::array();
    for (const auto &remark : xsuaa::keyRemarks(key, nowSeconds))
        remarks.append(Json::object({{u"id"_s, remark.id},
                                     {u"severity"_s, nameOf(remark.severity)},
                                     {u"sentence"_s, remark.sentence}}));
    return remarks;
}

QString timeOf(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(Qt::ISODate);
}

Json certificatesOf(const xsuaa::ServiceKey &key)
{
    auto chain = Json::array();
    for (const auto &certificate : xsuaa::certificateChain(key.client))
        chain.append(Json::object({{u"subject"_s, certificate.subject},
                                   {u"issuer"_s, certificate.issuer},
                                   {u"notBefore"_s, timeOf(certificate.notBefore)},
                                   {u"notAfter"_s, timeOf(certificate.notAfter)}}));
    return chain;
}

QString lineOf(const Json &entry)
{
    if (entry.isString())
        return entry.toString();
    if (entry.contains(u"sentence"))
        return entry[u"sentence"].toString();
    if (entry.contains(u"subject"))
        return u"%1, issued by %2, until %3"_s.arg(entry[u"subject"].toString(),
                                                   entry[u"issuer"].toString(),
                                                   entry[u"notAfter"].toString());
    return u"%1 (%2)"_s.arg(entry[u"name"].toString(), entry[u"detail"].toString());
}

} // namespace

Json describeKey(const xsuaa::ServiceKey &key, qint64 nowSeconds)
{
    auto json = Json::object({{u"service"_s, key.label.isEmpty() ? nameOf(key.kind) : key.label},
                              {u"credentialType"_s, nameOf(key.credentialType)},
                              {u"shape"_s, key.shape}});
    const auto add = [&json](const QString &name, const QString &value) {
        if (!value.isEmpty())
            json.set(name, value);
    };
    add(u"name"_s, key.name);
    add(u"clientId"_s, key.client.clientId);
    add(u"xsappname"_s, key.xsappname);
    add(u"url"_s, key.client.url.toString());
    add(u"certUrl"_s, key.client.certUrl.toString());
    add(u"uaaDomain"_s, key.client.uaaDomain);
    add(u"zoneId"_s, key.client.zoneId);
    add(u"identityZone"_s, key.client.identityZone);
    add(u"destinationUri"_s, key.destinationUri.toString());
    add(u"proxyHost"_s, key.proxyHost);
    if (key.proxyPort != 0)
        json.set(u"proxyPort"_s, int(key.proxyPort));
    add(u"tokenUrl"_s, tokenEndpoint(key.client).url.toString());
    json.set(u"verificationKey"_s, !key.verificationKeyPem.isEmpty());
    if (const auto days = xsuaa::daysLeft(key, nowSeconds)) {
        json.set(u"daysLeft"_s, *days);
        json.set(u"certificates"_s, certificatesOf(key));
    }
    json.set(u"problems"_s, problemsOf(key));
    json.set(u"repairs"_s, Json::array(key.repairs));
    json.set(u"remarks"_s, remarksOf(key, nowSeconds));
    return json;
}

Json usesToJson(const QList<call::KeyUse> &uses)
{
    auto json = Json::array();
    for (const auto &use : uses)
        json.append(Json::object(
            {{u"kind"_s, use.kind == call::KeyUse::Kind::Session ? u"session"_s : u"file"_s},
             {u"name"_s, use.name},
             {u"detail"_s, use.detail}}));
    return json;
}

Json proofsToJson(const QList<call::Proof> &proofs)
{
    auto json = Json::array();
    for (const auto &proof : proofs)
        json.append(Json::object({{u"id"_s, proof.id},
                                  {u"outcome"_s, call::nameOf(proof.outcome)},
                                  {u"sentence"_s, proof.sentence}}));
    return json;
}

QString keyInWords(const Json &description)
{
    static const QHash<QString, QString> marks{{u"problems"_s, u"! "_s},
                                               {u"remarks"_s, u"! "_s},
                                               {u"repairs"_s, u"repaired: "_s},
                                               {u"certificates"_s, u"certificate: "_s},
                                               {u"usedBy"_s, u"used by: "_s}};
    const auto repairs = description[u"repairs"].toStringList();
    QStringList lines;
    for (const auto &member : description.members()) {
        if (member.value.isArray()) {
            for (const auto &entry : member.value.elements()) {
                const auto line = lineOf(entry);
                if (member.name != "problems"_L1 || !repairs.contains(line))
                    lines << marks.value(member.name) + line;
            }
        } else {
            const QString value = member.value.isString()
                ? member.value.toString()
                : QString::fromUtf8(member.value.toCompact());
            lines << QString(member.name + u':').leftJustified(17) + value;
        }
    }
    return lines.join(u'\n');
}

QString proofsInWords(const QList<call::Proof> &proofs)
{
    QStringList lines;
    for (const auto &proof : proofs)
        lines << QString(call::nameOf(proof.outcome) + u':').leftJustified(9) + proof.sentence;
    return lines.join(u'\n');
}

} // namespace tokentrail::ctl
