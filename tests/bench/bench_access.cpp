// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accesscase.h"
#include "tests/bench/bench.h"

#include <QFile>

using namespace tokentrail;
using text::Json;

namespace {

QByteArray read(const char *name)
{
    QFile file(QStringLiteral(TOKENTRAIL_TEST_DATA "/cap/authz/") + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

cap::AccessRequest requestFor(const char *user, const char *method, const char *url)
{
    cap::AccessRequest request;
    request.caller.authorization = cap::basicAuthorization(QString::fromLatin1(user));
    request.caller.sendsAuthorization = true;
    request.method = QString::fromLatin1(method);
    request.url = QString::fromLatin1(url);
    return request;
}

bool benchRequest(const cap::AccessModel &model,
                  const char *name,
                  const cap::AccessRequest &request)
{
    const auto ours = bench::perCall(2000, [&] { return model.decide(request); });
    return bench::rowAgainstLimit(name, ours, 20);
}

} // namespace

int main()
{
    const auto csn = cap::Csn::read(read("csn.cds9.json")).value();
    const auto users = text::parseJson(read("users.json")).value();
    const auto data = text::parseJson(read("data.json")).value();
    const cap::AccessModel model(csn, {}, &users, &data);
    bool ok = true;

    const auto viewer = cap::mockUser(QStringLiteral("viewer"), users[u"viewer"]);
    const auto zoe = cap::mockUser(QStringLiteral("zoe"), users[u"zoe"]);
    const auto *plain = csn.find(QStringLiteral("GrantSrv.G_Two"));
    const auto *filtered = csn.find(QStringLiteral("WhereSrv.W_TwoRoles"));
    ok &= bench::rowAgainstLimit(
        "one decision: roles",
        bench::perCall(20000, [&] { return model.judge(viewer, *plain, cap::Event::Update); }),
        5);
    ok &= bench::rowAgainstLimit(
        "one decision: role and condition",
        bench::perCall(20000, [&] { return model.judge(zoe, *filtered, cap::Event::Read); }),
        5);

    ok &= benchRequest(model,
                       "whole request: refused",
                       requestFor("alice", "GET", "/odata/v4/grant-srv/G_Read(1)"));
    ok &= benchRequest(model,
                       "whole request: filtered list",
                       requestFor("zoe", "GET", "/odata/v4/where-srv/W_User?$select=ID"));
    return ok ? 0 : 1;
}
