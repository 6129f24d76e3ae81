// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/xsuaa/tokenstory.h"

#include "core/xsuaa/capuser.h"

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
    auto out = technical
        ? u"The client %1 itself, nobody signed in"_s.arg(client)
        : u"%1 signed in through Identity Authentication; issued for %2"_s.arg(name, client);
    const auto tenant = claims[u"app_tid"].toString(claims[u"zone_uuid"].toString());
    if (!tenant.isEmpty())
        out += u", tenant %1"_s.arg(tenant);
    return out + u'.';
}

QString headline(const text::Json &claims, TokenKind kind)
{
    if (isOfIas(claims))
        return iasHeadline(claims);
    const auto client = withoutPrefix(claims[u"cid"].toString(claims[u"client_id"].toString()));
    const auto grant = claims[u"grant_type"].toString();
    const auto zone = claims[u"zid"].toString();
    QString out;
    switch (kind) {
    case TokenKind::User: {
        const auto name = claims[u"user_name"].toString(
            claims[u"email"].toString(claims[u"sub"].toString(u"somebody"_s)));
        const auto origin = claims[u"origin"].toString();
        out = u"%1 signed in %2"_s.arg(name, grantInWords(grant));
        if (!origin.isEmpty())
            out += u" through %1"_s.arg(origin);
        if (!client.isEmpty())
            out += u"; issued for %1"_s.arg(client);
        break;
    }
    case TokenKind::Technical:
        out = u"The client %1 itself, nobody signed in"_s.arg(client);
        break;
    case TokenKind::Unknown:
        out = u"Neither a user nor a client can be told from these claims"_s;
        break;
    }
    if (!zone.isEmpty())
        out += u", subaccount %1"_s.arg(zone);
    return out + u'.';
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
        add(u"Attributes"_s,
            attributesInWords(m_claims[u"xs.user.attributes"]),
            {},
            {u"xs.user.attributes"_s});
        add(u"Role collections"_s,
            m_claims[u"xs.system.attributes"][u"xs.rolecollections"].toStringList().join(u", "_s),
            {},
            {u"xs.system.attributes"_s});
        add(u"Audience"_s, m_claims[u"aud"].toStringList().join(u", "_s), {}, {u"aud"_s});
        add(u"Issued by"_s, m_claims[u"iss"].toString(), {}, {u"iss"_s});
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
            words += u" · tenant %1"_s.arg(m_user.tenant);
        if (!m_user.roles.isEmpty())
            words += u" · roles %1"_s.arg(m_user.roles.join(u", "_s));
        add(u"CAP sees"_s,
            words,
            u"req.user "_s + QString::fromUtf8(toJson(m_user).toCompact()),
            {u"user_name"_s, u"grant_type"_s, u"zid"_s});
        if (isOfIas(m_claims))
            add(u"Scopes"_s,
                u"none: Identity Authentication issues no scopes; roles come from its policies "
                u"(AMS), or from nowhere"_s,
                {},
                {u"ias_apis"_s});
    }

    void signature(const jose::DecodedToken &token)
    {
        const auto algorithm = m_header[u"alg"].toString(u"no algorithm"_s);
        const auto keyId = m_header[u"kid"].toString();
        auto words = keyId.isEmpty() ? u"%1, no key id"_s.arg(algorithm)
                                     : u"%1, key %2"_s.arg(algorithm, keyId);
        if (!token.signaturePresent)
            words += u", no signature"_s;
        add(u"Signed"_s, words, {}, {u"alg"_s, u"kid"_s});
    }

    void size(const jose::DecodedToken &token)
    {
        const auto locale = QLocale::c();
        const auto words = u"%1 of %2 that Node accepts as headers"_s.arg(
            locale.formattedDataSize(token.compact.size(), 1, QLocale::DataSizeSIFormat),
            locale.formattedDataSize(nodeHeaderLimit, 0, QLocale::DataSizeSIFormat));
        add(u"Size"_s, words, {}, {});
    }

    const text::Json &m_claims;
    const text::Json &m_header;
    CapUser m_user;
    QList<TokenStatement> m_statements;
};

} // namespace

QString grantInWords(const QString &grantType)
{
    static const QHash<QString, QString> words{
        {u"password"_s, u"with a password"_s},
        {u"authorization_code"_s, u"in a browser"_s},
        {u"refresh_token"_s, u"earlier (refreshed)"_s},
        {u"client_credentials"_s, u"as a client"_s},
        {u"user_token"_s, u"through another token"_s},
        {u"urn:ietf:params:oauth:grant-type:jwt-bearer"_s, u"earlier (token exchanged)"_s},
        {u"urn:ietf:params:oauth:grant-type:saml2-bearer"_s, u"by a SAML assertion"_s},
    };
    if (grantType.isEmpty())
        return u"by a grant that the token does not name"_s;
    return words.value(grantType, u"by grant %1"_s.arg(grantType));
}

TokenStory tellToken(const jose::DecodedToken &token, const QString &xsappname)
{
    TokenStory story;
    story.bytes = token.compact.size();
    if (!token.isReadable()) {
        story.headline = token.problems.empty() ? u"This is no token that can be read."_s
                                                : token.problems.front().sentence;
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
    static const QHash<QString, QString> meanings{
        {u"iss"_s, u"who issued it; CAP for Node does not check this"_s},
        {u"sub"_s, u"id of the user, or of the client"_s},
        {u"user_id"_s, u"id of the shadow user in this subaccount"_s},
        {u"user_uuid"_s, u"global id of the user at the identity provider"_s},
        {u"user_name"_s, u"logon name; becomes req.user.id"_s},
        {u"email"_s, u"address that the identity provider sent"_s},
        {u"given_name"_s, u"first name"_s},
        {u"family_name"_s, u"last name"_s},
        {u"origin"_s, u"identity provider; the same name under another origin is another user"_s},
        {u"scope"_s,
         u"what the bearer may do; CAP takes the application's prefix off and calls the rest roles"_s},
        {u"authorities"_s, u"what the client may do in its own name"_s},
        {u"aud"_s,
         u"applications it is meant for; a service refuses tokens that do not name it here or in cid"_s},
        {u"cid"_s, u"OAuth client that it was issued to"_s},
        {u"client_id"_s, u"the same as cid"_s},
        {u"azp"_s, u"the same as cid; decides who is internal-user"_s},
        {u"grant_type"_s, u"how it was obtained; client_credentials means that nobody signed in"_s},
        {u"zid"_s, u"zone, that is the subaccount; becomes req.tenant"_s},
        {u"zone_uuid"_s, u"the same zone by its id"_s},
        {u"ext_attr"_s, u"notes of XSUAA: enhancer, subdomain, service instance"_s},
        {u"ext_cxt"_s, u"another place for attributes; CAP does not read it"_s},
        {u"xs.user.attributes"_s,
         u"attributes of the user's roles; $user.<name> in restrictions"_s},
        {u"xs.system.attributes"_s,
         u"role collections and groups, for display; nobody enforces them"_s},
        {u"az_attr"_s, u"additional attributes that the request asked for"_s},
        {u"auth_time"_s, u"when the user logged in"_s},
        {u"iat"_s, u"when it was issued; roles assigned later are not in it"_s},
        {u"exp"_s, u"when it ends; CAP allows 60 seconds more, others do not"_s},
        {u"nbf"_s, u"not valid before; CAP allows 60 seconds"_s},
        {u"jti"_s, u"its unique id; the same id at two hops is the same token"_s},
        {u"rev_sig"_s, u"changes when the password or the client's secret changes"_s},
        {u"kid"_s, u"id of the signing key; must be in the issuer's key set"_s},
        {u"jku"_s, u"address of the key set; CAP for Node never follows it"_s},
        {u"alg"_s, u"signature algorithm"_s},
        {u"app_tid"_s, u"tenant, in tokens of Identity Authentication"_s},
        {u"ias_iss"_s, u"Identity Authentication tenant that issued it, behind a custom domain"_s},
        {u"ias_apis"_s, u"APIs of other applications that the bearer may call"_s},
        {u"scim_id"_s, u"id of the user in Identity Directory"_s},
        {u"groups"_s, u"groups of the user at the identity provider; no roles for CAP"_s},
        {u"sap_id_type"_s, u"user or app: whom the token stands for"_s},
        {u"sid"_s, u"session at the identity provider, for single logout"_s},
        {u"nonce"_s, u"what the login sent, so that an answer cannot be replayed"_s},
        {u"acr"_s, u"how strongly the user was authenticated"_s},
        {u"amr"_s, u"methods by which the user was authenticated"_s},
        {u"cnf"_s, u"certificate that the bearer must show (RFC 8705)"_s},
        {u"email_verified"_s, u"whether the provider checked the address"_s},
        {u"revocable"_s, u"whether the issuer can take it back"_s},
        {u"typ"_s, u"kind of the token"_s},
    };
    return meanings.value(claim.toString());
}

} // namespace tokentrail::xsuaa
