// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/xsuaa/strictchecks.h"

#include "core/xsuaa/say.h"

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
               {say(u"strict.well-formed"), say(u"strict.not-well-formed")},
               problems.empty() ? say(u"strict.three-parts") : problems.front().sentence);
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
            strict.title = say(u"strict.not-yet-valid");
            strict.sentence =
                say(u"strict.begins-in",
                    {{u"seconds", QString::number(begin.toDouble() - double(m_in.nowSeconds))},
                     {u"leeway", leewaySeconds}});
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
            return failed ? say(u"strict.expired") : say(u"strict.not-expired");
        case CheckId::AlreadyValid:
            return failed ? say(u"strict.not-yet-valid") : say(u"strict.valid");
        case CheckId::Audience:
            return failed ? say(u"strict.not-for-service") : say(u"strict.for-service");
        case CheckId::KeyIdPresent:
            return failed ? say(u"strict.no-kid") : say(u"strict.kid");
        case CheckId::KeySetAvailable:
            return failed ? say(u"strict.no-set") : say(u"strict.set");
        case CheckId::KeyIdKnown:
            return failed ? say(u"strict.kid-unknown") : say(u"strict.kid-known");
        case CheckId::AlgorithmAccepted:
            return failed ? say(u"strict.algorithm-refused") : say(u"strict.algorithm-accepted");
        case CheckId::Signature:
            return failed ? say(u"strict.signature-wrong") : say(u"strict.signature-right");
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
            return add(
                u"issuer"_s, Outcome::NotChecked, u"issuer"_s, say(u"strict.no-token-service"));
        const auto right = belongsToService(QUrl(name));
        decide(u"issuer"_s,
               right,
               {say(u"strict.issued-by-service"), say(u"strict.issued-by-other")},
               say(u"strict.issuer",
                   {{u"issuer", name}, {u"service", m_in.key.client.url.toString()}}));
    }

    void keyAddress()
    {
        const auto *address = m_header.find(u"jku");
        if (!address || address->isNull())
            return add(u"key-address"_s,
                       Outcome::Passed,
                       say(u"strict.no-address"),
                       say(u"strict.keys-at-service"));
        const QUrl url(address->toString());
        const auto right = belongsToService(url) && url.path().endsWith(u"/token_keys"_s);
        decide(u"key-address"_s,
               right,
               {say(u"strict.keys-at-issuer"), say(u"strict.keys-elsewhere")},
               right ? say(u"strict.jku", {{u"address", address->toString()}})
                     : say(u"strict.jku-elsewhere", {{u"address", address->toString()}}));
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
               {say(u"strict.no-own-key"), say(u"strict.own-key")},
               found.isEmpty() ? say(u"strict.header-plain")
                               : say(u"strict.header-holds", {{u"names", found.join(u", "_s)}}));
    }

    void zone()
    {
        const auto &own = m_in.key.client.zoneId;
        const auto name = m_claims[u"zid"].toString(m_claims[u"app_tid"].toString());
        if (own.isEmpty())
            return add(u"zone"_s, Outcome::NotChecked, u"zone"_s, say(u"strict.no-zone"));
        decide(u"zone"_s,
               name == own,
               {say(u"strict.same-subaccount"), say(u"strict.other-subaccount")},
               name == own ? say(u"strict.zone", {{u"zone", own}})
                           : say(u"strict.zones", {{u"zone", name}, {u"own", own}}));
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
