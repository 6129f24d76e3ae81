// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/bench.h"
#include "ui/roles/peoplemodel.h"
#include "ui/roles/rolespage.h"

#include <QApplication>

#include <malloc.h>

using namespace tokentrail;
using namespace tokentrail::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int many = 100'000;

SharedDirectory crowd(int users, int collections)
{
    auto directory = std::make_shared<xsuaa::Directory>();
    for (int i = 0; i < collections; ++i)
        directory->roleCollections.append({u"Collection %1"_s.arg(i), {}, {}, {}, false});
    for (int i = 0; i < users; ++i) {
        xsuaa::User user;
        user.userName = u"some.user.%1@example.com"_s.arg(i);
        user.id = u"00000000-0000-0000-0000-%1"_s.arg(i, 12, 10, QChar(u'0'));
        user.email = user.userName;
        user.givenName = u"Given%1"_s.arg(i);
        user.familyName = u"Family%1"_s.arg(i);
        user.roleCollections = QStringList{u"Collection %1"_s.arg(i % collections)};
        directory->users.append(user);
    }
    return directory;
}

double opening(const SharedDirectory &directory)
{
    return bench::perCall(1, [&] {
        RolesPage page;
        page.resize(1100, 760);
        RolesView view;
        view.directory = directory;
        page.show(view);
        page.setVisible(true);
        page.grab();
    });
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const auto before = mallinfo2().uordblks;
    const auto large = crowd(many, 1'000);
    const auto bytes = double(mallinfo2().uordblks - before) / many;
    const auto small = crowd(100, 10);
    bool ok =
        bench::row("Roles page: 100,000 users against 100", opening(large), opening(small), 3);
    PeopleModel people;
    people.setDirectory(large);
    int round = 0;
    const auto filter =
        bench::perCall(3, [&] { people.setFilter(u"user.99%1"_s.arg(++round % 10)); });
    ok &= bench::rowAgainstLimit("filter, a row", filter / many, 1);
    const bool lean = bytes <= 2'000;
    std::printf("%-44s | %10.0f bytes, at most 2000 | %s\n",
                "memory, a user",
                bytes,
                lean ? "ok" : "TOO MUCH");
    return ok && lean ? 0 : 1;
}
