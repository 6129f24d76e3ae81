// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
// What a large directory costs: a token and a page of users with 100,000 users and 1,000 role
// collections, against the same with a hundred users.
#include "tests/bench/bench.h"
#include "tests/bench/endpoint.h"

#include <QCoreApplication>

using namespace tokentrail;
using namespace Qt::StringLiterals;
using bench::Endpoint;
using text::Json;

namespace {

bool fill(Endpoint &endpoint, int users, int collections)
{
    std::vector<sandbox::Document> documents;
    for (int i = 0; i < collections; ++i) {
        xsuaa::RoleCollection collection;
        collection.name = u"Collection %1"_s.arg(i);
        documents.push_back(sandbox::document(
            sandbox::kind::roleCollection, collection.name, xsuaa::toJson(collection)));
    }
    for (int i = 0; i < users; ++i) {
        xsuaa::User user;
        user.userName = u"person%1@example.com"_s.arg(i);
        user.email = user.userName;
        user.id = u"00000000-0000-0000-0000-%1"_s.arg(i, 12, 10, QChar(u'0'));
        user.roleCollections = QStringList{u"Sample Administrators"_s};
        if (collections > 0)
            user.roleCollections.append(u"Collection %1"_s.arg(i % collections));
        auto body = xsuaa::toJson(user);
        body.set(u"password"_s, u"secret"_s);
        documents.push_back(sandbox::document(sandbox::kind::user, sandbox::keyOf(user), body));
    }
    return bool(endpoint.registry().change(documents));
}

http::Request password(const Endpoint &endpoint, int user)
{
    return endpoint.request({{u"grant_type"_s, u"password"_s},
                             {u"username"_s, u"person%1@example.com"_s.arg(user)},
                             {u"password"_s, u"secret"_s}});
}

http::Request page(Endpoint &endpoint)
{
    const auto answer = text::parseJson(
        endpoint
            .answer(endpoint.request({{u"grant_type"_s, u"client_credentials"_s}}, u"apiaccess"_s))
            .body);
    http::Request request;
    request.target = "/Users?startIndex=1&count=100";
    request.headers = {
        {"Host", "127.0.0.1:4600"},
        {"Authorization",
         "Bearer " + (answer ? (*answer)[u"access_token"].toString().toLatin1() : QByteArray())}};
    return request;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    Endpoint small;
    Endpoint large;
    if (!fill(small, 100, 0) || !fill(large, 100'000, 1'000)) {
        std::puts("the directories could not be filled");
        return 1;
    }
    bool good = true;
    const auto askIn = [&good](Endpoint &endpoint, const http::Request &request, bool admin) {
        const auto answer = admin ? endpoint.administer(request) : endpoint.answer(request);
        good &= answer.status == 200;
    };
    const auto early = password(small, 99);
    const auto late = password(large, 99'999);
    const bool token = bench::row("a token, 100,000 users / 100 users",
                                  bench::perCall(100, [&] { askIn(large, late, false); }),
                                  bench::perCall(100, [&] { askIn(small, early, false); }),
                                  1.3);
    const auto ofMany = page(large);
    const auto ofFew = page(small);
    const bool listing = bench::row("a page of users, 100,000 users / 100 users",
                                    bench::perCall(20, [&] { askIn(large, ofMany, true); }),
                                    bench::perCall(20, [&] { askIn(small, ofFew, true); }),
                                    1.3);
    if (!good)
        std::puts("something was not answered with 200");
    return token && listing && good ? 0 : 1;
}
