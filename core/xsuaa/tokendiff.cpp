// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/xsuaa/tokendiff.h"

#include "core/xsuaa/say.h"

#include <QSet>

#include <algorithm>

namespace tokentrail::xsuaa {

using namespace Qt::StringLiterals;

namespace {

using Values = std::pair<const text::Json &, const text::Json &>;

QString shown(const text::Json &value)
{
    if (value.isString())
        return value.toString();
    return value.isArray() ? value.toStringList().join(u' ') : QString::fromUtf8(value.toCompact());
}

bool sameList(const text::Json &before, const text::Json &after)
{
    const auto left = before.toStringList();
    const auto right = after.toStringList();
    return before.kind() == after.kind()
        && QSet<QString>(left.begin(), left.end()) == QSet<QString>(right.begin(), right.end());
}

// Order says nothing in scopes and audiences.
bool same(const QString &claim, const text::Json &before, const text::Json &after)
{
    return before == after
        || ((claim == "scope"_L1 || claim == "aud"_L1) && before.isArray() && after.isArray()
            && sameList(before, after));
}

QString changed(const QString &subject, const Values &values)
{
    if (values.first.isNull())
        return say(u"diff.new", {{u"subject", subject}, {u"value", shown(values.second)}});
    if (values.second.isNull())
        return say(u"diff.gone", {{u"subject", subject}, {u"value", shown(values.first)}});
    return say(u"diff.changed",
               {{u"subject", subject},
                {u"before", shown(values.first)},
                {u"after", shown(values.second)}});
}

QString lostAndGained(const QString &subject, const Values &values)
{
    const auto before = values.first.toStringList();
    const auto after = values.second.toStringList();
    QStringList lost;
    QStringList gained;
    std::copy_if(before.begin(), before.end(), std::back_inserter(lost), [&](const QString &one) {
        return !after.contains(one);
    });
    std::copy_if(after.begin(), after.end(), std::back_inserter(gained), [&](const QString &one) {
        return !before.contains(one);
    });
    QStringList parts;
    if (!lost.isEmpty())
        parts << say(u"diff.lost", {{u"names", lost.join(", "_L1)}});
    if (!gained.isEmpty())
        parts << say(u"diff.gained", {{u"names", gained.join(", "_L1)}});
    if (parts.isEmpty())
        return say(u"diff.form", {{u"subject", subject}});
    return u"%1: %2."_s.arg(subject, parts.join("; "_L1));
}

QString ofUser(const Values &values)
{
    if (values.second.isNull())
        return say(u"diff.no-user", {{u"user", shown(values.first)}});
    if (values.first.isNull())
        return say(u"diff.user-came", {{u"user", shown(values.second)}});
    return changed(say(u"diff.the-user"), values);
}

QString ofGrant(const Values &values)
{
    const auto after = values.second.toString();
    auto sentence = changed(say(u"diff.the-grant"), values);
    if (after == "client_credentials"_L1 || after == "client_x509"_L1)
        sentence += u' ' + say(u"diff.technical-now");
    if (after.endsWith("jwt-bearer"_L1) || after.endsWith("saml2-bearer"_L1))
        sentence += u' ' + say(u"diff.exchanged");
    return sentence;
}

QString ofLife(const Values &values)
{
    if (!values.first.isNumber() || !values.second.isNumber())
        return changed(say(u"diff.the-expiry"), values);
    const auto difference = values.second.toInteger() - values.first.toInteger();
    return say(difference < 0 ? u"diff.expires-earlier" : u"diff.expires-later",
               {{u"seconds", std::abs(difference)}});
}

QString meaningOf(const QString &claim, const Values &values)
{
    if (claim == "user_name"_L1)
        return ofUser(values);
    if (claim == "grant_type"_L1)
        return ofGrant(values);
    if (claim == "scope"_L1)
        return lostAndGained(u"Scopes"_s, values);
    if (claim == "aud"_L1)
        return lostAndGained(u"Audiences"_s, values);
    if (claim == "exp"_L1)
        return ofLife(values);
    static const QHash<QString, QString> subjects = {
        {u"sub"_s, u"diff.the-subject"_s},
        {u"origin"_s, u"diff.the-origin"_s},
        {u"email"_s, u"diff.the-mail"_s},
        {u"cid"_s, u"diff.the-client"_s},
        {u"zid"_s, u"diff.the-zone"_s},
        {u"iss"_s, u"diff.the-issuer"_s},
        {u"xs.user.attributes"_s, u"diff.the-attributes"_s},
        {u"nbf"_s, u"diff.the-start"_s},
        {u"kid"_s, u"diff.the-key"_s},
        {u"alg"_s, u"diff.the-algorithm"_s}};
    const auto subject = subjects.value(claim, u"diff.the-claim"_s);
    return changed(say(subject, {{u"claim", claim}}), values);
}

class Difference
{
public:
    Difference(const jose::DecodedToken &before, const jose::DecodedToken &after)
    {
        for (const auto &claim : {u"user_name"_s,
                                  u"sub"_s,
                                  u"origin"_s,
                                  u"email"_s,
                                  u"cid"_s,
                                  u"zid"_s,
                                  u"grant_type"_s,
                                  u"aud"_s,
                                  u"scope"_s,
                                  u"xs.user.attributes"_s,
                                  u"exp"_s,
                                  u"nbf"_s})
            compare(claim, before.claims, after.claims);
        compareTwins(u"cid"_s, {u"client_id"_s, u"azp"_s}, before.claims, after.claims);
        compareTwins(u"sub"_s, {u"user_id"_s}, before.claims, after.claims);
        for (const auto *token : {&before, &after}) {
            for (const auto &member : token->claims.members())
                compare(member.name, before.claims, after.claims);
        }
        for (const auto &name : {u"alg"_s, u"kid"_s})
            compare(name, before.header, after.header);
    }

    std::vector<TokenChange> changes;

private:
    void compare(const QString &claim, const text::Json &before, const text::Json &after)
    {
        if (m_done.contains(claim))
            return;
        m_done.insert(claim);
        const auto &left = before[claim];
        const auto &right = after[claim];
        if (!same(claim, left, right))
            changes.push_back({claim, left, right, meaningOf(claim, {left, right})});
    }

    // Claims that say the same as another one are only worth a line when they differ from it.
    void compareTwins(const QString &leading,
                      const QStringList &twins,
                      const text::Json &before,
                      const text::Json &after)
    {
        for (const auto &twin : twins) {
            const bool echo = (before[twin].isNull() || before[twin] == before[leading])
                && (after[twin].isNull() || after[twin] == after[leading]);
            if (echo)
                m_done.insert(twin);
        }
    }

    QSet<QString> m_done = {u"jti"_s, u"rev_sig"_s, u"iat"_s};
};

} // namespace

std::vector<TokenChange> diffTokens(const jose::DecodedToken &before,
                                    const jose::DecodedToken &after)
{
    return Difference(before, after).changes;
}

} // namespace tokentrail::xsuaa
