// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/roles/collectionmodel.h"
#include "ui/roles/peoplemodel.h"
#include "ui/roles/rolespage.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace tokentrail;
using namespace tokentrail::ui;
using namespace Qt::StringLiterals;

namespace {

SharedDirectory crowd(int users, int collections)
{
    auto directory = std::make_shared<xsuaa::Directory>();
    for (int i = 0; i < collections; ++i)
        directory->roleCollections.append({u"Collection %1"_s.arg(i), {}, {}, {}, false});
    for (int i = 0; i < users; ++i) {
        xsuaa::User user;
        user.userName = u"user%1"_s.arg(i);
        user.email = u"user%1@example.com"_s.arg(i);
        user.roleCollections = QStringList{u"Collection %1"_s.arg(i % collections)};
        directory->users.append(user);
    }
    return directory;
}

} // namespace

class TestRolesModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theModelsAreSound()
    {
        CollectionModel collections;
        PeopleModel people;
        const QAbstractItemModelTester first(&collections);
        const QAbstractItemModelTester second(&people);
        const auto directory = crowd(20, 4);
        collections.setDirectory(directory);
        people.setDirectory(directory);
        QCOMPARE(collections.rowCount(), 4);
        QCOMPARE(collections.index(0, CollectionModel::UsersColumn).data().toString(), u"5"_s);
        QCOMPARE(people.rowCount(), 20);
        people.setFilter(u"USER1"_s);
        QCOMPARE(people.rowCount(), 11);
        QCOMPARE(people.rowOf({u"user19"_s}), 10);
        QCOMPARE(people.rowOf({u"user2"_s}), -1);
        people.setFilter(u"user3@"_s);
        QCOMPARE(people.rowCount(), 1);
        collections.setFilter(u"nothing"_s);
        QCOMPARE(collections.rowCount(), 0);
        QCOMPARE(collections.nameAt(0), QString());
    }

    void aCrowdIsShownAndFound()
    {
        RolesPage page;
        page.resize(1000, 700);
        page.setVisible(true);
        RolesView view;
        view.directory = crowd(100'000, 1'000);
        page.show(view);
        QSignalSpy chosen(&page, &RolesPage::personChosen);
        page.chooseUser({u"user99999"_s});
        QCOMPARE(chosen.last().at(0).value<admin::UserName>().name, u"user99999"_s);
        auto *filter = page.findChild<QLineEdit *>();
        filter->setText(u"user4242"_s);
        for (auto *table : page.findChildren<QTableView *>()) {
            if (table->accessibleName() == "Users"_L1)
                QCOMPARE(table->model()->rowCount(), 11);
        }
    }

    void anEmptyPageTeaches()
    {
        RolesPage page;
        page.setVisible(true);
        page.show(RolesView());
        bool teaches = false;
        for (auto *label : page.findChildren<QLabel *>())
            teaches = teaches || (label->isVisible() && label->text().contains(u"sandbox"_s));
        QVERIFY(teaches);
    }
};

QTEST_MAIN(TestRolesModels)
#include "tst_rolesmodels.moc"
