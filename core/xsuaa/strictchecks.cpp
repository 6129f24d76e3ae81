// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/xsuaa/strictchecks.h"

#include <QUrl>

namespace tokentrail::xsuaa {

using namespace Qt::StringLiterals;

namespace {

class StrictReader
{
public:
    explicit StrictReader(const ValidationInput &input)
        : m_in(input)
        , m_header(input.token.header)
        , m_claims(input.token.claims)
    { }

    std::vector<StrictCheck> run()
    {
        encoding();
        for (const auto &check : validateLikeXssec(m_in).checks)
            take(check);
        if (!m_claims.isObject())
            return std::move(m_checks);
        issuer();
        keyAddress();
        embeddedKey();
        zone();
        return std::move(m_checks);
    }

private:
    void add(const QString &id, Outcome outcome, const QString &title, const QString &sentence)
    {
        m_checks.push_back({id, title, outcome, sentence, false});
    }

    // One of the two titles, by what came out.
    void decide(const QString &id, bool right, const QStringList &titles, const QString &sentence)
    {
        add(id, right ? Outcome::Passed : Outcome::Failed, titles[right ? 0 : 1], sentence);
    }

    void encoding()
    {
        const auto &problems = m_in.token.problems;
        decide(u"encoding"_s,
               problems.empty(),
               {u"well formed"_s, u"not well formed"_s},
               problems.empty() ? u"Three parts in base64url, strict JSON in them."_s
                                : problems.front().sentence);
    }

    // The leeway is the difference: what ended is over.
    void take(const Check &check)
    {
        if (check.id == CheckId::Parsed)
            return; // encoding asks for more
        StrictCheck strict{idOf(check.id), titleOf(check), check.outcome, check.sentence, true};
        const auto &end = m_claims[u"exp"];
        const auto &begin = m_claims[u"nbf"];
        if (check.id == CheckId::NotExpired && check.outcome == Outcome::Passed
            && end.toDouble() <= double(m_in.nowSeconds)) {
            strict.outcome = Outcome::Failed;
            strict.title = u"expired"_s;
        }
        if (check.id == CheckId::AlreadyValid && check.outcome == Outcome::Passed
            && begin.isNumber() && begin.toDouble() > double(m_in.nowSeconds)) {
            strict.outcome = Outcome::Failed;
            strict.title = u"not valid yet"_s;
            strict.sentence = u"It begins in %1 s; CAP allows %2."_s
                                  .arg(begin.toDouble() - double(m_in.nowSeconds))
                                  .arg(leewaySeconds);
        }
        m_checks.push_back(strict);
    }

    static QString titleOf(const Check &check)
    {
        const bool failed = check.outcome == Outcome::Failed;
        switch (check.id) {
        case CheckId::Parsed:
            break;
        case CheckId::NotExpired:
            return failed ? u"expired, or without a proper end"_s : u"not expired, to the second"_s;
        case CheckId::AlreadyValid:
            return failed ? u"not valid yet"_s : u"valid already, to the second"_s;
        case CheckId::Audience:
            return failed ? u"not meant for this service"_s : u"meant for this service"_s;
        case CheckId::KeyIdPresent:
            return failed ? u"key id missing"_s : u"key id present"_s;
        case CheckId::KeySetAvailable:
            return failed ? u"no key set to check with"_s : u"key set at hand"_s;
        case CheckId::KeyIdKnown:
            return failed ? u"key id unknown to the issuer"_s : u"key id known"_s;
        case CheckId::AlgorithmAccepted:
            return failed ? u"algorithm not accepted"_s : u"algorithm accepted"_s;
        case CheckId::Signature:
            return failed ? u"signature wrong"_s : u"signature right"_s;
        }
        return {};
    }

    // Of the token service of the key: the same host, or one below its domain (a tenant's).
    bool belongsToService(const QUrl &url) const
    {
        const auto &client = m_in.key.client;
        const auto own = client.url.port(443) == url.port(443)
            && client.url.host().compare(url.host(), Qt::CaseInsensitive) == 0;
        const auto domain = client.uaaDomain.section(u':', 0, 0);
        const bool below = !domain.isEmpty()
            && (url.host() == domain || url.host().endsWith(u'.' + domain, Qt::CaseInsensitive));
        return own || below;
    }

    void issuer()
    {
        const auto name = m_claims[u"iss"].toString();
        if (m_in.key.client.url.isEmpty())
            return add(u"issuer"_s,
                       Outcome::NotChecked,
                       u"issuer"_s,
                       u"The key names no token service to compare with."_s);
        const auto right = belongsToService(QUrl(name));
        decide(u"issuer"_s,
               right,
               {u"issued by the service of the key"_s, u"issued by somebody else"_s},
               u"The issuer is “%1”, the token service of the key %2."_s.arg(
                   name, m_in.key.client.url.toString()));
    }

    void keyAddress()
    {
        const auto *address = m_header.find(u"jku");
        if (!address || address->isNull())
            return add(u"key-address"_s,
                       Outcome::Passed,
                       u"no address of keys in it"_s,
                       u"The keys are asked of the issuer of the service key."_s);
        const QUrl url(address->toString());
        const auto right = belongsToService(url) && url.path().endsWith(u"/token_keys"_s);
        decide(u"key-address"_s,
               right,
               {u"keys at the issuer"_s, u"keys at a foreign address"_s},
               right
                   ? u"jku is %1; it was not followed."_s.arg(address->toString())
                   : u"jku is “%1”: whoever follows it trusts whoever wrote it. CAP for Node does "
                     u"not follow it."_s.arg(address->toString()));
    }

    void embeddedKey()
    {
        QStringList found;
        for (const auto &name : {u"jwk"_s, u"x5c"_s, u"x5u"_s, u"crit"_s}) {
            if (m_header.contains(name))
                found << name;
        }
        decide(u"embedded-key"_s,
               found.isEmpty(),
               {u"no key of its own"_s, u"brings a key of its own"_s},
               found.isEmpty()
                   ? u"The header holds no key, certificate or extension."_s
                   : u"The header holds %1, which nobody may believe."_s.arg(found.join(u", "_s)));
    }

    void zone()
    {
        const auto &own = m_in.key.client.zoneId;
        const auto name = m_claims[u"zid"].toString(m_claims[u"app_tid"].toString());
        if (own.isEmpty())
            return add(u"zone"_s,
                       Outcome::NotChecked,
                       u"zone"_s,
                       u"The key names no zone to compare with."_s);
        decide(u"zone"_s,
               name == own,
               {u"of the same subaccount"_s, u"of another subaccount"_s},
               name == own ? u"The zone is %1."_s.arg(own)
                           : u"The zone of the token is “%1”, that of the key %2; right only for a "
                             u"tenant that subscribed."_s.arg(name, own));
    }

    const ValidationInput &m_in;
    const text::Json &m_header;
    const text::Json &m_claims;
    std::vector<StrictCheck> m_checks;
};

} // namespace

std::vector<StrictCheck> strictChecks(const ValidationInput &input)
{
    return StrictReader(input).run();
}

} // namespace tokentrail::xsuaa
