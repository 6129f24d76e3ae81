// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/xsuaa/tokenstory.h"

#include "core/xsuaa/capuser.h"
#include "core/xsuaa/say.h"

#include <QHash>
#include <QLocale>

namespace tokentrail::xsuaa {

using namespace Qt::StringLiterals;

namespace {

QString withoutPrefix(const QString &clientId)
{
    return clientId.startsWith("sb-"_L1) ? clientId.mid(3) : clientId;
}

// Of Identity Authentication: it names a tenant of its own and no zone, and carries no scopes.
bool isOfIas(const text::Json &claims)
{
    return (claims.contains(u"app_tid") || claims.contains(u"ias_iss")
            || claims.contains(u"ias_apis"))
        && !claims.contains(u"cid") && !claims.contains(u"ext_attr");
}

QString iasHeadline(const text::Json &claims)
{
    const auto client = claims[u"azp"].toString(claims[u"aud"].toStringList().value(0));
    const auto subject = claims[u"sub"].toString();
    // In its own name a client is its own subject (RFC 9068 §2.2).
    const bool technical = subject.isEmpty() || subject == client;
    const auto name = claims[u"email"].toString(claims[u"user_name"].toString(subject));
    const auto tenant = claims[u"app_tid"].toString(claims[u"zone_uuid"].toString());
    return say(technical ? u"story.ias-client" : u"story.ias-user",
               {{u"name", name}, {u"client", client}, {u"tenant", tenant}});
}

QString headline(const text::Json &claims, TokenKind kind)
{
    if (isOfIas(claims))
        return iasHeadline(claims);
    const auto client = withoutPrefix(claims[u"cid"].toString(claims[u"client_id"].toString()));
    const auto grant = claims[u"grant_type"].toString();
    const auto zone = claims[u"zid"].toString();
    switch (kind) {
    case TokenKind::User:
        return say(
            u"story.user",
            {{u"name",
              claims[u"user_name"].toString(claims[u"email"].toString(claims[u"sub"].toString()))},
             {u"how", grantInWords(grant)},
             {u"origin", claims[u"origin"].toString()},
             {u"client", client},
             {u"zone", zone}});
    case TokenKind::Technical:
        return say(u"story.client", {{u"client", client}, {u"zone", zone}});
    case TokenKind::Unknown:
        break;
    }
    return say(u"story.unknown", {{u"zone", zone}});
}

QString attributesInWords(const text::Json &attributes)
{
    QStringList parts;
    for (const auto &member : attributes.members())
        parts << u"%1 %2"_s.arg(member.name, member.value.toStringList().join(u", "_s));
    return parts.join(u" · "_s);
}

class Teller
{
public:
    Teller(const jose::DecodedToken &token, const QString &xsappname)
        : m_claims(token.claims)
        , m_header(token.header)
        , m_user(capUserOf(token.claims, xsappname))
    { }

    QList<TokenStatement> statements(const jose::DecodedToken &token)
    {
        capUser();
        add(u"Scopes"_s,
            m_user.roles.join(u", "_s),
            m_claims[u"scope"].toStringList().join(u' '),
            {u"scope"_s});
        add(say(u"story.attributes"),
            attributesInWords(m_claims[u"xs.user.attributes"]),
            {},
            {u"xs.user.attributes"_s});
        add(say(u"story.collections"),
            m_claims[u"xs.system.attributes"][u"xs.rolecollections"].toStringList().join(u", "_s),
            {},
            {u"xs.system.attributes"_s});
        add(u"Audience"_s, m_claims[u"aud"].toStringList().join(u", "_s), {}, {u"aud"_s});
        add(say(u"story.issued-by"), m_claims[u"iss"].toString(), {}, {u"iss"_s});
        signature(token);
        size(token);
        return m_statements;
    }

private:
    void
    add(const QString &label, const QString &words, const QString &raw, const QStringList &claims)
    {
        if (!words.isEmpty() || !raw.isEmpty())
            m_statements << TokenStatement{label, words, raw == words ? QString() : raw, claims};
    }

    void capUser()
    {
        auto words =
            m_user.id.isNull() ? u"req.user.id undefined"_s : u"req.user.id %1"_s.arg(m_user.id);
        if (!m_user.tenant.isEmpty())
            words += u" · "_s + say(u"story.tenant", {{u"tenant", m_user.tenant}});
        if (!m_user.roles.isEmpty())
            words += u" · "_s + say(u"story.roles", {{u"roles", m_user.roles.join(u", "_s)}});
        add(say(u"story.cap-sees"),
            words,
            u"req.user "_s + QString::fromUtf8(toJson(m_user).toCompact()),
            {u"user_name"_s, u"grant_type"_s, u"zid"_s});
        if (isOfIas(m_claims))
            add(u"Scopes"_s, say(u"story.ias-no-scopes"), {}, {u"ias_apis"_s});
    }

    void signature(const jose::DecodedToken &token)
    {
        const auto algorithm = m_header[u"alg"].toString(say(u"story.no-algorithm"));
        const auto keyId = m_header[u"kid"].toString();
        auto words = keyId.isEmpty()
            ? say(u"story.signed-without-key", {{u"algorithm", algorithm}})
            : say(u"story.signed", {{u"algorithm", algorithm}, {u"key", keyId}});
        if (!token.signaturePresent)
            words += u", "_s + say(u"story.no-signature");
        add(say(u"story.signed-label"), words, {}, {u"alg"_s, u"kid"_s});
    }

    void size(const jose::DecodedToken &token)
    {
        const auto locale = QLocale::c();
        const auto words = say(
            u"story.size",
            {{u"size",
              locale.formattedDataSize(token.compact.size(), 1, QLocale::DataSizeSIFormat)},
             {u"limit", locale.formattedDataSize(nodeHeaderLimit, 0, QLocale::DataSizeSIFormat)}});
        add(say(u"story.size-label"), words, {}, {});
    }

    const text::Json &m_claims;
    const text::Json &m_header;
    CapUser m_user;
    QList<TokenStatement> m_statements;
};

} // namespace

QString grantInWords(const QString &grantType)
{
    static const QHash<QString, QString> ids{
        {u"password"_s, u"grant.password"_s},
        {u"authorization_code"_s, u"grant.browser"_s},
        {u"refresh_token"_s, u"grant.refreshed"_s},
        {u"client_credentials"_s, u"grant.client"_s},
        {u"user_token"_s, u"grant.token"_s},
        {u"urn:ietf:params:oauth:grant-type:jwt-bearer"_s, u"grant.exchanged"_s},
        {u"urn:ietf:params:oauth:grant-type:saml2-bearer"_s, u"grant.saml"_s},
    };
    if (grantType.isEmpty())
        return say(u"grant.none");
    return say(ids.value(grantType, u"grant.other"_s), {{u"grant", grantType}});
}

TokenStory tellToken(const jose::DecodedToken &token, const QString &xsappname)
{
    TokenStory story;
    story.bytes = token.compact.size();
    if (!token.isReadable()) {
        story.headline =
            token.problems.empty() ? say(u"story.no-token") : token.problems.front().sentence;
        return story;
    }
    story.headline = headline(token.claims, kindOf(token.claims));
    story.statements = Teller(token, xsappname).statements(token);
    story.issuedAt = token.claims[u"iat"].toInteger();
    story.expiresAt = token.claims[u"exp"].toInteger();
    return story;
}

QString meaningOfClaim(QStringView claim)
{
    static const QHash<QString, QString> ids{
        {u"iss"_s, u"claim.iss"_s},
        {u"sub"_s, u"claim.sub"_s},
        {u"user_id"_s, u"claim.user-id"_s},
        {u"user_uuid"_s, u"claim.user-uuid"_s},
        {u"user_name"_s, u"claim.user-name"_s},
        {u"email"_s, u"claim.email"_s},
        {u"given_name"_s, u"claim.given-name"_s},
        {u"family_name"_s, u"claim.family-name"_s},
        {u"origin"_s, u"claim.origin"_s},
        {u"scope"_s, u"claim.scope"_s},
        {u"authorities"_s, u"claim.authorities"_s},
        {u"aud"_s, u"claim.aud"_s},
        {u"cid"_s, u"claim.cid"_s},
        {u"client_id"_s, u"claim.same-as-cid"_s},
        {u"azp"_s, u"claim.azp"_s},
        {u"grant_type"_s, u"claim.grant-type"_s},
        {u"zid"_s, u"claim.zid"_s},
        {u"zone_uuid"_s, u"claim.zone-uuid"_s},
        {u"ext_attr"_s, u"claim.ext-attr"_s},
        {u"ext_cxt"_s, u"claim.ext-cxt"_s},
        {u"xs.user.attributes"_s, u"claim.user-attributes"_s},
        {u"xs.system.attributes"_s, u"claim.system-attributes"_s},
        {u"az_attr"_s, u"claim.az-attr"_s},
        {u"auth_time"_s, u"claim.auth-time"_s},
        {u"iat"_s, u"claim.iat"_s},
        {u"exp"_s, u"claim.exp"_s},
        {u"nbf"_s, u"claim.nbf"_s},
        {u"jti"_s, u"claim.jti"_s},
        {u"rev_sig"_s, u"claim.rev-sig"_s},
        {u"kid"_s, u"claim.kid"_s},
        {u"jku"_s, u"claim.jku"_s},
        {u"alg"_s, u"claim.alg"_s},
        {u"app_tid"_s, u"claim.app-tid"_s},
        {u"ias_iss"_s, u"claim.ias-iss"_s},
        {u"ias_apis"_s, u"claim.ias-apis"_s},
        {u"scim_id"_s, u"claim.scim-id"_s},
        {u"groups"_s, u"claim.groups"_s},
        {u"sap_id_type"_s, u"claim.sap-id-type"_s},
        {u"sid"_s, u"claim.sid"_s},
        {u"nonce"_s, u"claim.nonce"_s},
        {u"acr"_s, u"claim.acr"_s},
        {u"amr"_s, u"claim.amr"_s},
        {u"cnf"_s, u"claim.cnf"_s},
        {u"email_verified"_s, u"claim.email-verified"_s},
        {u"revocable"_s, u"claim.revocable"_s},
        {u"typ"_s, u"claim.typ"_s},
    };
    const auto id = ids.value(claim.toString());
    return id.isEmpty() ? QString() : say(id);
}

} // namespace tokentrail::xsuaa
