// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/phrases.h"

#include "core/base/redactor.h"
#include "core/diagnosis/anchors.h"
#include "core/diagnosis/phrasetable.h"
#include "core/evidence/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace tokentrail::diagnosis {

using namespace Qt::StringLiterals;

namespace {

struct Compiled
{
    QRegularExpression pattern;
    QString anchor;
    QString findingId;
    double confidence = 0;
    Telling telling = Telling::Cause;
    QString variant;
};

// What is heard under the first name is said in the words of the second, too.
struct Absorbed
{
    const char16_t *by;
    const char16_t *id;
};

constexpr Absorbed absorbed[] = {
    {u"expired-within-leeway", u"token-expired"},
    {u"expired-within-leeway", u"technical-caller-on-user-destination"},
    {u"exchange-not-granted", u"technical-caller-on-user-destination"},
    {u"exchange-not-granted", u"destination-client-refused"},
    {u"basic-credentials-to-token-service", u"token-malformed"},
    {u"jwks-wrong-scheme", u"jwks-untrusted-certificate"},
    {u"jwks-wrong-scheme", u"jwks-unreachable"},
    {u"jwks-untrusted-certificate", u"jwks-unreachable"},
    {u"jwks-bad-answer", u"jwks-unreachable"},
    {u"zone-refused", u"audience-mismatch"},
    {u"custom-user-class-loses-overrides", u"role-missing"},
    {u"binding-wrapped-twice", u"binding-incomplete"},
    {u"path-not-exposed", u"host-not-exposed"},
    {u"location-id-unknown", u"cloud-connector-not-connected"},
    {u"destination-service-unavailable", u"destination-not-found"},
    {u"token-endpoint-unavailable", u"destination-client-refused"},
    {u"token-endpoint-unavailable", u"connectivity-client-refused"},
    {u"token-endpoint-unavailable", u"client-secret-refused"},
    {u"tls-untrusted", u"client-secret-refused"},
    {u"tls-untrusted", u"destination-client-refused"},
    {u"destination-client-refused", u"client-secret-refused"},
    {u"connectivity-client-refused", u"client-secret-refused"},
    {u"virtual-host-over-https", u"remote-failure-hidden-as-502"},
    {u"cloud-sdk-missing", u"virtual-host-without-proxy"},
    {u"backend-service-unknown", u"backend-role-missing"},
    {u"attribute-missing-denied", u"role-missing"},
    {u"not-the-internal-client", u"technical-token-where-user-needed"},
    {u"user-token-where-technical-needed", u"role-missing"},
    {u"not-the-internal-client", u"role-missing"},
    {u"backend-unreachable", u"app-not-answering"},
    {u"role-missing", u"exchange-not-granted"},
};

const std::vector<Compiled> &compiled()
{
    static const std::vector<Compiled> all = [] {
        std::vector<Compiled> list;
        for (const auto group : {phrasesOfTokenChecks(),
                                 phrasesOfCap(),
                                 phrasesOfBindings(),
                                 phrasesOfApprouter(),
                                 phrasesOfCloudSdk(),
                                 phrasesOfConnectivity(),
                                 phrasesOfBackend(),
                                 phrasesOfXsuaa(),
                                 phrasesOfJava(),
                                 phrasesOfMesh(),
                                 phrasesOfBrowsers(),
                                 phrasesOfTransport()}) {
            for (const auto &phrase : group) {
                const auto anchor = QString::fromLatin1(phrase.anchor);
                const auto pattern = phrase.pattern ? QString::fromLatin1(phrase.pattern)
                                                    : QRegularExpression::escape(anchor);
                list.push_back({QRegularExpression(pattern,
                                                   QRegularExpression::DotMatchesEverythingOption
                                                       | QRegularExpression::CaseInsensitiveOption),
                                anchor,
                                QString::fromLatin1(phrase.findingId),
                                phrase.confidence,
                                phrase.telling,
                                QString::fromLatin1(phrase.variant)});
            }
        }
        return list;
    }();
    return all;
}

const Anchors &anchors()
{
    static const Anchors all = [] {
        QStringList words;
        for (const auto &phrase : compiled())
            words << phrase.anchor;
        return Anchors(words);
    }();
    return all;
}

// Of a page what a person sees of it; words that stand in its scripts alone are quoted as they are.
QString readable(const QString &text, const QString &caught)
{
    const auto seen = evidence::withoutMarkup(text).simplified();
    return seen.contains(caught.simplified()) ? seen : text.simplified();
}

// Around what was caught, for a person to recognise in the log.
QString excerpt(const QString &text, const QRegularExpressionMatch &match)
{
    constexpr qsizetype whole = 260;
    const auto caught = match.captured();
    QString out;
    if (text.size() <= whole) {
        out = readable(text, caught);
    } else {
        const auto end = std::min(text.size(), match.capturedStart() + whole);
        const auto near = text.sliced(match.capturedStart(), end - match.capturedStart());
        out = readable(near, caught);
        out = u'…' + (end < text.size() ? QString(out.section(u' ', 0, -2) + u'…') : out);
    }
    // A parser that was given Basic credentials quotes them.
    static const QRegularExpression secret(u"\"[^\"]+:[^\"]*\" is not valid JSON"_s);
    return redactor::text(out.replace(secret, u"\"•••\" is not valid JSON"_s));
}

// A name at the end of a sentence has its full stop caught with it.
QStringList capturesOf(const QRegularExpressionMatch &match)
{
    auto captures = match.capturedTexts().mid(1);
    for (auto &caught : captures) {
        caught = caught.trimmed();
        while (!caught.isEmpty() && QStringView(u".,;:").contains(caught.back()))
            caught.chop(1);
    }
    return captures;
}

bool isAbsorbed(const QString &id, const QList<Heard> &found)
{
    return std::any_of(std::begin(absorbed), std::end(absorbed), [&](const Absorbed &pair) {
        return id == QStringView(pair.id)
            && std::any_of(found.begin(), found.end(), [&pair](const Heard &other) {
                   return other.findingId == QStringView(pair.by);
               });
    });
}

// Of what one text tells, the part that says the most.
QList<Heard> mostTelling(const QList<Heard> &found)
{
    auto least = Telling::Wrapping;
    for (const auto &one : found)
        least = std::min(least, one.telling);
    QList<Heard> kept;
    for (const auto &one : found) {
        if (one.telling == least)
            kept.append(one);
    }
    const auto all = kept;
    if (least == Telling::Cause)
        kept.removeIf([&all](const Heard &one) { return isAbsorbed(one.findingId, all); });
    return kept;
}

int statusBehind(QByteArrayView line, const char *mark)
{
    const auto at = line.indexOf(mark);
    const auto from = at < 0 ? -1 : at + qsizetype(qstrlen(mark));
    if (from < 0 || from + 3 > line.size()
        || (from + 3 < line.size() && line[from + 3] >= '0' && line[from + 3] <= '9'))
        return 0;
    // "[app] - 502 rows imported": a number is a status only where a reason or nothing follows.
    const auto rest = line.sliced(from + 3);
    if (*mark == ']' && !rest.trimmed().isEmpty() && !rest.startsWith(" - ")
        && !rest.startsWith(" >") && !rest.startsWith(':'))
        return 0;
    return line.sliced(from, 3).toInt();
}

// "GET https://shop.example.com/odata/v4/x 401 (Unauthorized)": the console of a browser.
int statusInConsole(QByteArrayView line)
{
    const auto open = line.lastIndexOf(" (");
    if (open < 4 || line[open - 4] != ' ' || !line.trimmed().endsWith(')')
        || !line.contains("http"))
        return 0;
    const auto status = line.sliced(open - 3, 3).toInt();
    return status >= 400 && status <= 599 ? status : 0;
}

// Who looks for holes in any server asks for what is not there.
bool isOfScanner(QByteArrayView line)
{
    for (const QByteArrayView path :
         {"/favicon.ico", "/wp-login", "/wp-admin", "/.env", "/.git/", ".php ", "/robots.txt"}) {
        if (line.contains(path))
            return true;
    }
    return false;
}

} // namespace

bool mayTell(QByteArrayView line)
{
    return !isOfSuccess(line) && (anchors().anyIn(line) || failureStatusIn(line) != 0);
}

// "[odata] - 403 - Error: Forbidden", "GET /odata/v4/x HTTP/1.1" 401 0 27 …
int failureStatusIn(QByteArrayView line)
{
    for (const auto *mark : {"] - ", "HTTP/1.1\" ", "HTTP/2.0\" ", "completed with status "}) {
        const auto status = statusBehind(line, mark);
        if (status >= 400 && status <= 599)
            return isOfScanner(line) ? 0 : status;
    }
    return isOfScanner(line) ? 0 : statusInConsole(line);
}

namespace {

// "ok 1 - answers 401 to a token that has expired" of TAP.
bool isPassedTest(QByteArrayView line)
{
    const auto bare = line.trimmed();
    const auto from = bare.startsWith("ok ") ? 3 : 0;
    return from > 0 && bare.size() > from && bare[from] >= '0' && bare[from] <= '9'
        && bare.contains(" - ");
}

// A router's line in JSON, or the data that a service answered: its words are those of a URL or
// of somebody's data.
bool isJsonOfSuccess(QByteArrayView line)
{
    if (!line.startsWith('{'))
        return false;
    for (const QByteArrayView data :
         {"{\"value\":[{", "{\"@odata.context\":", "{\"@context\":", "{\"d\":{\"results\":["}) {
        if (line.startsWith(data))
            return !line.contains("\"error\":{");
    }
    if (!line.contains("\"path\":") && !line.contains("\"request\":"))
        return false;
    for (const QByteArrayView mark : {"\"status\":", "\"response_code\":"}) {
        const auto at = line.indexOf(mark);
        const auto rest = at < 0 ? QByteArrayView() : line.sliced(at + mark.size()).trimmed();
        const bool once = at >= 0 && line.indexOf(mark, at + 1) < 0;
        if (once && rest.size() > 3 && (rest[0] == '2' || rest[0] == '3')
            && (rest[3] == ',' || rest[3] == '}'))
            return !line.contains("/login/callback") && !line.contains("\"msg\":")
                && !line.contains("\"message\":");
    }
    return false;
}

} // namespace

bool isOfSuccess(QByteArrayView line)
{
    // A test that passed names what it expected to fail.
    if (line.contains("\xe2\x9c\x93 ") || line.contains("\xe2\x9c\x94 ") || isPassedTest(line))
        return true;
    if (isJsonOfSuccess(line))
        return true;
    for (const auto *mark : {"HTTP/1.1\" ", "HTTP/2.0\" ", "completed with status "}) {
        const auto status = statusBehind(line, mark);
        if (status >= 200 && status <= 399)
            return !line.contains("/login/callback");
    }
    return false;
}

bool tellsOfSuccess(QByteArrayView line)
{
    return isOfSuccess(line) || line.contains(" succeeded") || line.contains("succeeded ")
        || line.contains("server listening on {") || line.contains(" 200\",");
}

QList<Heard> hear(const QString &text)
{
    QList<Heard> found;
    QStringList ids;
    bool retried = false;
    for (const auto index : anchors().allIn(text)) {
        const auto &phrase = compiled()[size_t(index)];
        const bool names = phrase.telling < Telling::Retried;
        if (names && ids.contains(phrase.findingId))
            continue;
        const auto match = phrase.pattern.match(text);
        if (!match.hasMatch())
            continue;
        if (phrase.telling == Telling::Harmless)
            return {};
        retried = retried || phrase.telling == Telling::Retried;
        if (!names)
            continue;
        ids << phrase.findingId;
        found.append({phrase.findingId,
                      phrase.confidence,
                      excerpt(text, match),
                      capturesOf(match),
                      phrase.telling,
                      0,
                      phrase.variant});
    }
    auto told = mostTelling(found);
    for (auto &one : told) {
        one.retried = retried;
        // Of several attempts only the last counts.
        if (retried) {
            one.telling = Telling::Wrapping;
            one.confidence *= 0.6;
        }
    }
    return told;
}

} // namespace tokentrail::diagnosis
