// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/trailnotation.h"

#include "core/text/json.h"

#include <QRegularExpression>
#include <QStringList>

namespace tokentrail::test {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

QByteArray part(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QHash<QString, QString> optionsOf(const QStringList &words)
{
    QHash<QString, QString> options;
    for (const auto &word : words) {
        const auto equals = word.indexOf(u'=');
        if (equals > 0)
            options.insert(word.first(equals), word.sliced(equals + 1));
    }
    return options;
}

Json destinationJson(const QString &name, const QString &spec)
{
    const auto words = spec.split(u',');
    auto configuration = Json::object({{u"Name"_s, name},
                                       {u"Type"_s, u"HTTP"_s},
                                       {u"URL"_s, words.value(2)},
                                       {u"ProxyType"_s, words.value(1)},
                                       {u"Authentication"_s, words.value(0)}});
    return Json::object({{u"owner"_s, Json::object({{u"SubaccountId"_s, u"z1"_s}})},
                         {u"destinationConfiguration"_s, configuration}});
}

} // namespace

Conversation::Conversation(const QString &notation)
{
    QStringList lines;
    for (const auto &raw : notation.split(u'\n')) {
        const auto line = raw.section(u" # "_s, 0, 0);
        if (line.trimmed().isEmpty() || line.startsWith(u'#'))
            continue;
        if (line.startsWith(u' ') && !lines.isEmpty())
            lines.last() += u' ' + line.trimmed();
        else
            lines << line;
    }
    for (const auto &line : lines) {
        if (line.startsWith("token "_L1))
            readToken(line.simplified().split(u' '));
    }
    for (const auto &line : lines) {
        if (!line.startsWith("token "_L1))
            readExchange(line);
    }
}

QByteArray Conversation::makeToken(const QString &name, const Options &options)
{
    const auto option = [&options](const QString &key, const QString &fallback) {
        return options.value(key, fallback);
    };
    const auto cid = option(u"cid"_s, u"sb-app!t1"_s);
    const auto user = option(u"user"_s, {});
    const auto zone = option(u"zid"_s, u"z1"_s);
    auto claims =
        Json::object({{u"jti"_s, QString(u"jti-"_s + name)}, {u"cid"_s, cid}, {u"azp"_s, cid}});
    claims.set(u"grant_type"_s,
               option(u"grant"_s, user.isEmpty() ? u"client_credentials"_s : u"password"_s));
    if (!user.isEmpty())
        claims.set(u"user_name"_s, user);
    if (zone != "none"_L1)
        claims.set(u"zid"_s, zone);
    claims.set(u"aud"_s, Json::array(option(u"aud"_s, cid).split(u',')));
    if (options.value(u"scope"_s) != "none"_L1)
        claims.set(u"scope"_s, Json::array(option(u"scope"_s, u"openid"_s).split(u',')));
    claims.set(u"exp"_s, baseMs / 1000 + option(u"exp"_s, u"3600"_s).toLongLong());
    if (options.contains(u"nbf"_s))
        claims.set(u"nbf"_s, baseMs / 1000 + options[u"nbf"_s].toLongLong());
    auto header = Json::object({{u"alg"_s, option(u"alg"_s, u"RS256"_s)}, {u"typ"_s, u"JWT"_s}});
    if (option(u"kid"_s, u"key-1"_s) != "none"_L1)
        header.set(u"kid"_s, option(u"kid"_s, u"key-1"_s));
    const auto signature = part("signature of " + name.toUtf8());
    m_secrets << signature;
    return part(header.toCompact()) + '.' + part(claims.toCompact()) + '.' + signature;
}

QByteArray Conversation::tokenOrNew(const QString &name)
{
    if (!m_tokens.contains(name))
        m_tokens.insert(name, makeToken(name, {}));
    return m_tokens.value(name);
}

QByteArray Conversation::token(const QString &name) const
{
    return m_tokens.value(name);
}

QList<QByteArray> Conversation::secrets() const
{
    auto secrets = m_secrets;
    for (const auto &token : m_tokens)
        secrets << token.split('.').constLast();
    return secrets;
}

void Conversation::readToken(const QStringList &words)
{
    const auto options = optionsOf(words.mid(2));
    m_tokens.insert(words.value(1),
                    options.contains(u"raw"_s) ? options[u"raw"_s].toUtf8()
                                               : makeToken(words.value(1), options));
}

void Conversation::addHeaders(http::Headers &headers, const Options &options)
{
    const auto token = [&](const char *name, const QString &key, const QByteArray &prefix) {
        if (options.contains(key))
            headers.add(name, prefix + tokenOrNew(options[key]));
    };
    token("Authorization", u"bearer"_s, "Bearer ");
    token("Proxy-Authorization", u"proxyauth"_s, "Bearer ");
    token("SAP-Connectivity-Authentication", u"connauth"_s, "Bearer ");
    token("X-user-token", u"xuser"_s, {});
    if (options.contains(u"basic"_s)) {
        const auto encoded = options[u"basic"_s].toUtf8().toBase64();
        headers.add("Authorization", "Basic " + encoded);
        m_secrets << encoded << options[u"basic"_s].section(u':', 1).toUtf8();
    }
    const auto plain = [&](const char *name, const QString &key) {
        if (options.contains(key))
            headers.add(name, options[key].toUtf8());
    };
    plain("x-correlation-id", u"corr"_s);
    plain("x-zid", u"zid"_s);
    plain("User-Agent", u"ua"_s);
}

QByteArray Conversation::formOf(const Options &options)
{
    QList<std::pair<QString, QString>> form;
    if (options.contains(u"grant"_s))
        form.append({u"grant_type"_s,
                     options[u"grant"_s] == "jwt-bearer"_L1
                         ? u"urn:ietf:params:oauth:grant-type:jwt-bearer"_s
                         : options[u"grant"_s]});
    if (options.contains(u"client"_s)) {
        form.append({u"client_id"_s, options[u"client"_s]});
        form.append({u"client_secret"_s, u"s3cr3t-of-client"_s});
        m_secrets << "s3cr3t-of-client";
    }
    if (options.contains(u"username"_s)) {
        form.append({u"username"_s, options[u"username"_s]});
        form.append({u"password"_s, u"pa55word-of-user"_s});
        m_secrets << "pa55word-of-user";
    }
    if (options.contains(u"assertion"_s))
        form.append({u"assertion"_s, QString::fromUtf8(tokenOrNew(options[u"assertion"_s]))});
    return form.isEmpty() ? QByteArray() : http::toForm(form);
}

http::Response Conversation::answerOf(const QString &target, int status, const Options &options)
{
    http::Response answer;
    answer.status = status;
    answer.reason = http::reasonPhrase(status);
    if (options.contains(u"issued"_s)) {
        const auto token = QString::fromUtf8(tokenOrNew(options[u"issued"_s]));
        answer.body = Json::object({{u"access_token"_s, token},
                                    {u"token_type"_s, u"bearer"_s},
                                    {u"expires_in"_s, 43199}})
                          .toCompact();
    }
    if (options.contains(u"dest"_s)) {
        const auto name = target.section(u"/destinations/"_s, 1).section(u'?', 0, 0);
        answer.body = destinationJson(name, options[u"dest"_s]).toCompact();
    }
    return answer;
}

void Conversation::record(const http::Exchange &exchange,
                          const QString &caller,
                          const QString &callee,
                          const Options &options)
{
    for (const auto &observer : options.value(u"by"_s, callee).split(u',')) {
        auto seen = exchange;
        seen.observer = observer;
        seen.id = u"x%1"_s.arg(m_exchanges.size() + 1);
        if (observer == caller) {
            seen.caller = caller;
            seen.callee = callee;
            seen.startMs += options.value(u"skew"_s).toLongLong();
            seen.endMs += options.value(u"skew"_s).toLongLong();
        }
        m_exchanges.append(seen);
    }
}

void Conversation::readExchange(const QString &line)
{
    const auto bar = line.indexOf(" | "_L1);
    const auto words = (bar < 0 ? line : line.first(bar)).simplified().split(u' ');
    const auto options = optionsOf(words.mid(5));
    const auto caller = words[1].section(u'>', 0, 0);
    const auto callee = words[1].section(u'>', 1, 1);
    http::Exchange exchange;
    exchange.startMs = baseMs + words[0].section(u'-', 0, 0).toLongLong();
    exchange.endMs = baseMs + words[0].section(u'-', 1, 1).toLongLong();
    exchange.authority = options.value(u"host"_s, callee + u":1"_s).toUtf8();
    exchange.clientCertificateSubject = options.value(u"cert"_s);
    exchange.request.method = words[2].toUtf8();
    exchange.request.target = words[3].toUtf8();
    addHeaders(exchange.request.headers, options);
    exchange.request.body = formOf(options);
    if (!exchange.request.body.isEmpty())
        exchange.request.headers.add("Content-Type", "application/x-www-form-urlencoded");
    exchange.response = answerOf(words[3], words[4].toInt(), options);
    if (bar >= 0)
        exchange.response.body = line.sliced(bar + 3).trimmed().toUtf8();
    const bool json =
        exchange.response.body.startsWith('{') || exchange.response.body.startsWith('[');
    exchange.response.headers.add("Content-Type", json ? "application/json" : "text/plain");
    for (auto it = options.cbegin(); it != options.cend(); ++it) {
        if (it.key().startsWith("header."_L1))
            exchange.request.headers.add(it.key().sliced(7).toUtf8(), it.value().toUtf8());
        else if (it.key().startsWith("reply."_L1))
            exchange.response.headers.add(it.key().sliced(6).toUtf8(), it.value().toUtf8());
        else if (it.key().startsWith("note."_L1))
            exchange.notes.set(it.key().sliced(5), it.value());
    }
    if (exchange.response.status == 0)
        exchange.failure = Error{ErrorCode::Network, options.value(u"failure"_s, u"refused"_s)};
    record(exchange, caller, callee, options);
}

} // namespace tokentrail::test
