// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/tokenverification.h"

#include "app/ctl/input.h"
#include "app/ctl/keyset.h"
#include "app/ctl/tokeninput.h"
#include "app/ctl/tokentext.h"
#include "core/base/clock.h"
#include "core/http/client.h"

#include <algorithm>

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;

namespace {

struct Question
{
    xsuaa::ServiceKey key;
    jose::DecodedToken token;
    qint64 nowSeconds = 0;
};

void decide(Invocation &invocation, const Question &question, const jose::JwkSet *keys)
{
    const auto validation =
        xsuaa::validateLikeXssec({question.token, question.key, keys, question.nowSeconds});
    invocation.answer(validationToJson(validation, question.token),
                      validationToText(validation, question.token));
    if (!keys && !validation.firstFailure() && !validation.valid())
        invocation.note(u"the signature was not checked; give the issuer's keys with --jwks"_s);
    invocation.finish(validation.valid() ? Ok : DoesNotHold);
}

Result<Question> readQuestion(Invocation &invocation)
{
    Question question;
    question.nowSeconds = Clock::system().nowSeconds();
    if (!invocation.has(u"--key"_s))
        return Error{ErrorCode::Usage, u"token verify needs --key SERVICEKEY"_s};
    if (invocation.has(u"--at"_s)) {
        bool number = false;
        question.nowSeconds = invocation.value(u"--at"_s).toLongLong(&number);
        if (!number)
            return Error{ErrorCode::Usage, u"--at is a number of seconds since 1970"_s};
    }
    auto key = readCheckingKey(invocation.value(u"--key"_s));
    if (!key)
        return key.error();
    question.key = std::move(*key);
    const auto source = readTokenArgument(invocation, invocation.positional(0));
    if (!source)
        return source.error();
    question.token = jose::decodeToken(*source);
    return question;
}

Result<jose::JwkSet> keysFrom(const http::Exchange &exchange, const QString &url)
{
    if (exchange.failure)
        return *exchange.failure;
    if (exchange.response.status != 200)
        return Error{
            ErrorCode::Network,
            u"%1 answered with the status %2; a service that asks there refuses the call."_s
                .arg(url)
                .arg(exchange.response.status)};
    auto keys = parseKeySet(exchange.response.body, url);
    if (!keys)
        return Error{ErrorCode::Network, keys.error().sentence, keys.error().place};
    return keys;
}

void fetchKeys(Invocation &invocation, Question question, const QString &url)
{
    http::ClientRequest request;
    request.url = QUrl(url);
    request.headers.add("Accept", "application/json");
    request.headers.add("User-Agent", "tokentrail/" TOKENTRAIL_VERSION);
    if (invocation.has(u"--ca"_s)) {
        const auto authority = readInput(invocation.value(u"--ca"_s));
        if (!authority)
            return invocation.fail(authority.error());
        request.tls.extraCaPem = *authority;
    }
    auto *client = new http::Client(&invocation);
    auto *job = client->send(request, client);
    QObject::connect(job,
                     &http::ClientJob::finished,
                     &invocation,
                     [&invocation, question = std::move(question), url](http::ClientJob *done) {
                         const auto keys = keysFrom(done->exchange(), url);
                         if (!keys)
                             return invocation.fail(keys.error());
                         decide(invocation, question, &*keys);
                     });
    job->start();
}

} // namespace

Result<xsuaa::ServiceKey> readCheckingKey(const QString &file)
{
    const auto source = readInput(file);
    if (!source)
        return source.error();
    auto keys = xsuaa::readServiceKeys(*source, file);
    if (!keys)
        return keys.error();
    const auto found = std::find_if(keys->begin(), keys->end(), [](const auto &key) {
        return key.kind == xsuaa::ServiceKind::Xsuaa;
    });
    return found == keys->end() ? keys->front() : *found;
}

void verifyToken(Invocation &invocation)
{
    auto question = readQuestion(invocation);
    if (!question)
        return invocation.fail(question.error());
    const auto source = invocation.value(u"--jwks"_s);
    if (source.isEmpty())
        return decide(invocation, *question, nullptr);
    if (source.startsWith("http://"_L1) || source.startsWith("https://"_L1))
        return fetchKeys(invocation, std::move(*question), source);
    const auto keys = readKeySet(source);
    if (!keys)
        return invocation.fail(keys.error());
    decide(invocation, *question, &*keys);
}

} // namespace tokentrail::ctl
