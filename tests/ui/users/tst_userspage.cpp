// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/accessiblewalk.h"
#include "ui/users/authform.h"
#include "ui/users/userform.h"
#include "ui/users/usermodel.h"
#include "ui/users/userspage.h"
#include "ui/widgets/quiettable.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace tokentrail;
using namespace tokentrail::ui;
using namespace Qt::StringLiterals;

namespace {

MockProjectView shop()
{
    MockProjectView view;
    view.folder = u"/projects/shop"_s;
    view.kind = u"mocked"_s;
    view.kindSource = u"package.json:4"_s;
    MockUserRow zoe;
    zoe.login = u"zoe"_s;
    zoe.roles = QStringList{u"admin"_s, u"viewer"_s};
    zoe.attributes = u"level = 2, 3"_s;
    zoe.hasPassword = true;
    zoe.own = true;
    zoe.source = u"package.json:7"_s;
    MockUserRow odd;
    odd.login = u"odd"_s;
    odd.hasPassword = true;
    odd.passwordNeverMatches = true;
    odd.own = true;
    odd.source = u".cdsrc.json:3"_s;
    odd.warnings = {{u"Nobody can log in with this password."_s, true}};
    view.users = {zoe, odd};
    view.tenants = {{u"t1"_s, u"isbn"_s}};
    return view;
}

template<typename T>
T *named(QWidget &page, const QString &name)
{
    for (auto *widget : page.findChildren<T *>()) {
        if (widget->accessibleName() == name)
            return widget;
    }
    return nullptr;
}

QPushButton *button(QWidget &page, const QString &text)
{
    for (auto *one : page.findChildren<QPushButton *>()) {
        if (one->text().remove(u'&') == text)
            return one;
    }
    return nullptr;
}

} // namespace

class TestUsersPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modelHolds()
    {
        UserModel model;
        const QAbstractItemModelTester tester(&model);
        model.setUsers(shop().users);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, UserModel::RolesColumn).data().toString(), u"admin, viewer"_s);
        QCOMPARE(model.index(1, UserModel::PasswordColumn).data().toString(), u"✗ never fits"_s);
        QCOMPARE(model.index(1, UserModel::LoginColumn).data().toString(), u"✗ odd"_s);
        model.setUsers({});
        QCOMPARE(model.rowCount(), 0);
    }

    void theFirstUserIsInTheForm()
    {
        UsersPage page;
        page.setProject(shop());
        const auto draft = page.form()->draft();
        QCOMPARE(draft.before, u"zoe"_s);
        QCOMPARE(draft.roles, (QStringList{u"admin"_s, u"viewer"_s}));
        QVERIFY(!draft.anyPassword);
        QVERIFY(!draft.password); // unchanged
        QVERIFY(!button(*page.form(), u"Show the change…"_s)->isEnabled());
    }

    void editingAsksAndSaves()
    {
        UsersPage page;
        page.setProject(shop());
        QSignalSpy edited(&page, &UsersPage::draftEdited);
        QSignalSpy saved(&page, &UsersPage::saveRequested);
        auto *roles = named<QLineEdit>(page, u"Roles"_s);
        roles->selectAll();
        QTest::keyClicks(roles, u" viewer ,, "_s);
        QVERIFY(edited.size() > 0);
        QTest::keyClicks(named<QLineEdit>(page, u"Password"_s), u"new"_s);
        button(*page.form(), u"Show the change…"_s)->click();
        QCOMPARE(saved.size(), 1);
        const auto draft = saved.first().first().value<MockUserDraft>();
        QCOMPARE(draft.roles, QStringList{u"viewer"_s});
        QCOMPARE(draft.password->reveal(), "new"_ba);
    }

    void aNewUserStartsEmpty()
    {
        UsersPage page;
        page.setProject(shop());
        button(page, u"New user"_s)->click();
        QCOMPARE(page.form()->draft().before, QString());
        QCOMPARE(page.form()->draft().login, QString());
        QVERIFY(page.form()->draft().anyPassword);
    }

    void theSelectionOutlivesAReload()
    {
        UsersPage page;
        page.setProject(shop());
        page.showUser(u"odd"_s);
        auto changed = shop();
        MockUserRow al;
        al.login = u"al"_s;
        changed.users.prepend(al);
        page.setProject(changed);
        QCOMPARE(page.form()->draft().before, u"odd"_s);
    }

    void nobodyActsAsWhoCannotLogIn()
    {
        UsersPage page;
        page.setProject(shop());
        QVERIFY(button(page, u"Act as"_s)->isEnabled());
        page.showUser(u"odd"_s);
        QVERIFY(!button(page, u"Act as"_s)->isEnabled());
    }

    void theRestOfAuthenticationIsTold()
    {
        UsersPage page;
        page.setProject(shop());
        QSignalSpy saved(page.authForm(), &AuthForm::tenantSaved);
        named<QLineEdit>(page, u"Feature toggles of the tenant"_s)->setText(u"*"_s);
        named<QPushButton>(page, u"Show the change of the tenant"_s)->click();
        QCOMPARE(saved.first().first().toString(), u"t1"_s);
        QCOMPARE(saved.first().last().toString(), u"*"_s);
    }

    void everyControlHasAName()
    {
        UsersPage page;
        page.setProject(shop());
        page.setProjects({{u"/projects/shop"_s, u"shop"_s, {}, {}}}, u"/projects/shop"_s);
        page.show();
        auto seen = 0;
        const auto nameless = namelessControls(page, &seen);
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
        QVERIFY(seen > 8);
    }
};

QTEST_MAIN(TestUsersPage)
#include "tst_userspage.moc"
