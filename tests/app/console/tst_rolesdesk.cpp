// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/callplace.h"
#include "app/console/rolesdesk.h"
#include "core/call/tokenfetch.h"
#include "core/jose/jwt.h"
#include "core/xsuaa/keystore.h"
#include "tests/ui/fakeseams.h"
#include "ui/widgets/banner.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace tokentrail;
using namespace tokentrail::console;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 30'000; // keys are made on the first start

QString accessibleNameOf(QWidget *widget)
{
    auto *interface = QAccessible::queryAccessibleInterface(widget);
    return interface ? interface->text(QAccessible::Name) : QString();
}

} // namespace

// The Roles page with the sandbox behind it, by keyboard alone.
class TestRolesDesk : public QObject
{
    Q_OBJECT

    QTemporaryDir m_state;
    ui::FakeSeams m_seams;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<Workbench> m_bench;
    std::unique_ptr<RolesDesk> m_desk;

    QStringList m_way; // that the focus went, for when it leads nowhere

    ui::RolesPage *page() const { return m_window->findChild<ui::RolesPage *>(); }
    QString told() const { return page()->findChild<ui::Banner *>()->sentence(); }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        auto *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
    }
    void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }

    // Tab, as often as it takes; false: nothing of that name is on the way.
    bool tabTo(const QString &name)
    {
        m_way.clear();
        for (int i = 0; i < 80; ++i) {
            auto *focus = QApplication::focusWidget();
            if (focus && accessibleNameOf(focus).contains(name))
                return true;
            m_way << (focus ? accessibleNameOf(focus) : u"nothing"_s);
            press(Qt::Key_Tab);
        }
        qWarning("on the way: %s", qPrintable(m_way.join(u" | "_s)));
        return false;
    }

    QTableView *table(const QString &name) const
    {
        for (auto *view : page()->findChildren<QTableView *>()) {
            if (view->accessibleName() == name)
                return view;
        }
        return nullptr;
    }
    QStringList column(const QString &tableName, int number) const
    {
        QStringList cells;
        const auto *model = table(tableName)->model();
        for (int row = 0; row < model->rowCount(); ++row)
            cells << model->index(row, number).data().toString();
        return cells;
    }

    bool shows(const QString &words) const
    {
        for (auto *label : page()->findChildren<QLabel *>()) {
            if (label->text().contains(words))
                return true;
        }
        return false;
    }
    QPushButton *button(const QString &text) const
    {
        for (auto *one : page()->findChildren<QPushButton *>()) {
            if (one->text().remove(u'&') == text && one->isVisible())
                return one;
        }
        return nullptr;
    }
    QString whatIf() const
    {
        for (auto *choice : page()->findChildren<ui::ChoiceButton *>()) {
            if (choice->accessibleName().contains(u"for a look"_s))
                return choice->text();
        }
        return {};
    }

    Result<call::Session> login(const QString &name)
    {
        call::TokenFetchInput input;
        input.key = *m_bench->place().appKey;
        input.grant = call::Grant::Password;
        input.userName = name;
        input.password = Secret(name);
        input.tls = m_bench->place().tls;
        call::TokenFetch fetch(m_bench->client(), input);
        QSignalSpy finished(&fetch, &call::TokenFetch::finished);
        fetch.start();
        if (!finished.wait(patienceMs))
            return Error{ErrorCode::Network, u"not in time"_s};
        return fetch.result();
    }
    QStringList scopesOf(const call::Session &session) const
    {
        return jose::decodeToken(session.accessToken.reveal()).claims[u"scope"].toStringList();
    }

    void applyPlan()
    {
        QSignalSpy applied(m_desk.get(), &RolesDesk::applied);
        press(Qt::Key_A, Qt::AltModifier);
        QTRY_COMPARE_WITH_TIMEOUT(applied.size(), 1, patienceMs);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_window = std::make_unique<ui::MainWindow>(m_seams);
        m_bench = std::make_unique<Workbench>(*m_window, Clock::system());
        m_desk = std::make_unique<RolesDesk>(*m_bench);
        m_window->resize(1280, 800);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        auto &sandbox = m_bench->replaceSandbox();
        QSignalSpy started(&sandbox, &sandbox::Sandbox::started);
        sandbox::StartOptions options;
        options.stateDir = m_state.filePath(u"sandbox"_s);
        sandbox.start(options);
        QTRY_COMPARE_WITH_TIMEOUT(started.size(), 1, patienceMs);
        const auto place = placeOf(sandbox);
        QVERIFY(place);
        m_bench->setPlace(*place);
        QSignalSpy shown(m_desk.get(), &RolesDesk::directoryShown);
        press(Qt::Key_6, Qt::AltModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!shown.isEmpty(), patienceMs);
    }
    void cleanupTestCase()
    {
        m_desk.reset();
        m_bench.reset();
        m_window.reset();
    }

    void theLandscapeIsShown()
    {
        QCOMPARE(
            column(u"Role collections"_s, 0),
            (QStringList{u"Sample Administrators"_s, u"Sample Editors"_s, u"Sample Viewers"_s}));
        QCOMPARE(column(u"Roles of the collection"_s, 0), QStringList{u"Sample Administrator"_s});
        QCOMPARE(column(u"Scopes and attributes of the role"_s, 1),
                 (QStringList{u"admin"_s, u"country"_s, u"level"_s}));
        for (auto *view : page()->findChildren<QTableView *>())
            new QAbstractItemModelTester(
                view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest, this);
    }

    // The acceptance scene: role from a template, into a collection, to bob, applied, signed in.
    void theKeyboardAloneSuffices()
    {
        const auto before = login(u"bob"_s);
        QVERIFY(before);
        QVERIFY(!scopesOf(*before).contains(u"tokentrail-sample!t1.editor"_s));

        QVERIFY(tabTo(u"Name of a new role collection"_s));
        type(u"Nordic editors"_s);
        press(Qt::Key_Return);
        QVERIFY(column(u"Role collections"_s, 0).contains(u"Nordic editors"_s));

        press(Qt::Key_N, Qt::ControlModifier);
        QVERIFY2(accessibleNameOf(QApplication::focusWidget()).contains(u"Role template"_s),
                 qPrintable(accessibleNameOf(QApplication::focusWidget())));
        press(Qt::Key_Down); // admin → editor
        QVERIFY(tabTo(u"Role name"_s));
        type(u"Nordic editor"_s);
        press(Qt::Key_Return);
        QVERIFY(table(u"Planned changes"_s)->model()->rowCount() == 1); // values are missing
        QVERIFY(tabTo(u"Values of country"_s));
        type(u"SE, NO"_s);
        QVERIFY(tabTo(u"Where the values of level come from"_s));
        press(Qt::Key_Down);
        QVERIFY(tabTo(u"Values of level"_s));
        type(u"level"_s);
        press(Qt::Key_Return);
        QCOMPARE(column(u"Planned changes"_s, 1).size(), 3);
        QVERIFY2(column(u"Planned changes"_s, 1).at(1).contains(u"country = SE, NO"_s),
                 qPrintable(column(u"Planned changes"_s, 1).at(1)));

        QVERIFY(tabTo(u"Roles of the collection"_s));
        press(Qt::Key_Tab, Qt::ShiftModifier); // to the tabs above
        press(Qt::Key_Right);
        QVERIFY(tabTo(u"User or group to assign the collection to"_s));
        type(u"bob"_s);
        press(Qt::Key_Return);
        QCOMPARE(column(u"Planned changes"_s, 1).size(), 4);
        // Nothing was sent yet.
        const auto meanwhile = login(u"bob"_s);
        QVERIFY(!scopesOf(*meanwhile).contains(u"tokentrail-sample!t1.editor"_s));

        applyPlan();
        QVERIFY2(told().contains(u"4 change"_s), qPrintable(told()));
        QCOMPARE(column(u"Change log"_s, 1).size(), 4);
        const auto after = login(u"bob"_s);
        QVERIFY(after);
        QVERIFY(scopesOf(*after).contains(u"tokentrail-sample!t1.editor"_s));
        const auto claims = jose::decodeToken(after->accessToken.reveal()).claims;
        QVERIFY(claims[u"xs.user.attributes"][u"country"].toStringList().contains(u"NO"_s));
        QVERIFY(claims[u"xs.user.attributes"][u"level"].toStringList().contains(u"1"_s));
    }

    void undoTakesTheWholePlanBack()
    {
        QSignalSpy applied(m_desk.get(), &RolesDesk::applied);
        press(Qt::Key_U, Qt::AltModifier);
        QTRY_COMPARE_WITH_TIMEOUT(applied.size(), 1, patienceMs);
        QVERIFY(!column(u"Role collections"_s, 0).contains(u"Nordic editors"_s));
        const auto session = login(u"bob"_s);
        QVERIFY(!scopesOf(*session).contains(u"tokentrail-sample!t1.editor"_s));
    }

    void thePreviewIsComparedWithTheSession()
    {
        const auto session = login(u"carol"_s);
        QVERIFY(session);
        m_bench->sessions().addUser(u"carol"_s, u"sap.default"_s, Secret(u"carol"_s));
        m_bench->sessions().signedIn(u"carol"_s, *session, {});
        page()->chooseUser({u"carol"_s});
        QCOMPARE(column(u"Why the person may do what"_s, 2), QStringList{u"editor"_s});
        QTRY_VERIFY(shows(u"says what this preview says"_s));
        // What is merely planned changes nothing about the token.
        Q_EMIT page()->changesWanted(
            {admin::assignUserChange(u"Sample Administrators"_s, {u"carol"_s})});
        QTRY_VERIFY(shows(u"Nothing is sent before Apply"_s));
        QVERIFY(!shows(u"ssigned after this login"_s));
        QVERIFY(shows(u"says what this preview says"_s));
        // Once it is done, the session's token is old, and a new one is a button away.
        applyPlan();
        QTRY_VERIFY(shows(u"ssigned after this login"_s));
        QTRY_VERIFY(button(u"Sign in again"_s)); // once it is laid out
        button(u"Sign in again"_s)->click();
        page()->chooseUser({u"dave"_s}); // somebody else, meanwhile
        QTRY_VERIFY_WITH_TIMEOUT(told().contains(u"has a new token"_s), patienceMs);
        QVERIFY2(told().contains(u"carol"_s), qPrintable(told()));
        page()->chooseUser({u"carol"_s});
        QTRY_VERIFY_WITH_TIMEOUT(shows(u"says what this preview says"_s), patienceMs);
        QVERIFY(!button(u"Sign in again"_s));
        QVERIFY(scopesOf(m_bench->sessions().find(u"carol"_s)->session)
                    .contains(u"tokentrail-sample!t1.admin"_s));
        QSignalSpy applied(m_desk.get(), &RolesDesk::applied);
        Q_EMIT page()->undoRequested();
        QTRY_COMPARE_WITH_TIMEOUT(applied.size(), 1, patienceMs);
    }

    void whatIfIsALookAndCanBecomeAPlan()
    {
        page()->chooseUser({u"dave"_s});
        QCOMPARE(column(u"Why the person may do what"_s, 2), QStringList());
        Q_EMIT page()->toggleWanted(u"Sample Viewers"_s);
        QCOMPARE(column(u"Why the person may do what"_s, 2), QStringList{u"viewer"_s});
        QVERIFY(column(u"Planned changes"_s, 0).at(0).isEmpty()); // the note alone
        Q_EMIT page()->planWanted();
        QCOMPARE(column(u"Planned changes"_s, 0), QStringList{u"1"_s});
        Q_EMIT page()->discardRequested();
    }

    void aLookDoesNotOutliveThePlanThatItLookedAt()
    {
        const auto may = [this] {
            return column(u"Why the person may do what"_s, 2);
        };
        page()->chooseUser({u"dave"_s});
        Q_EMIT page()->toggleWanted(u"Sample Viewers"_s);
        Q_EMIT page()->changesWanted({admin::assignUserChange(u"Sample Viewers"_s, {u"dave"_s})});
        QCOMPARE(may(), QStringList{u"viewer"_s}); // as planned, not what it would be without
        Q_EMIT page()->toggleWanted(u"Sample Viewers"_s);
        QCOMPARE(may(), QStringList());
        Q_EMIT page()->discardRequested();
        QCOMPARE(may(), QStringList()); // as it is
    }

    void theSecondLookReplacesTheFirst()
    {
        page()->chooseUser({u"dave"_s});
        Q_EMIT page()->toggleWanted(u"Sample Editors"_s);
        QVERIFY2(whatIf().contains(u"with Sample Editors"_s), qPrintable(whatIf()));
        Q_EMIT page()->toggleWanted(u"Sample Administrators"_s);
        QVERIFY2(whatIf().contains(u"with Sample Administrators"_s), qPrintable(whatIf()));
        QCOMPARE(column(u"Why the person may do what"_s, 2), QStringList{u"admin"_s});
        Q_EMIT page()->toggleWanted({}); // as it is
        QCOMPARE(column(u"Why the person may do what"_s, 2), QStringList());
        Q_EMIT page()->toggleWanted(u"Sample Administrators"_s);
        Q_EMIT page()->planWanted();
        const auto planned = column(u"Planned changes"_s, 1);
        QCOMPARE(planned.size(), 1);
        QVERIFY2(planned.at(0).contains(u"Sample Administrators"_s), qPrintable(planned.at(0)));
        Q_EMIT page()->discardRequested();
    }

    void oneLineIsTakenOutOfThePlan()
    {
        Q_EMIT page()->changesWanted({admin::assignUserChange(u"Sample Viewers"_s, {u"dave"_s}),
                                      admin::assignUserChange(u"Sample Editors"_s, {u"dave"_s})});
        auto *plan = table(u"Planned changes"_s);
        plan->setFocus();
        plan->setCurrentIndex(plan->model()->index(0, 0));
        press(Qt::Key_Delete);
        auto planned = column(u"Planned changes"_s, 1);
        QCOMPARE(planned.size(), 1);
        QVERIFY2(planned.at(0).contains(u"Sample Editors"_s), qPrintable(planned.at(0)));
        plan->setCurrentIndex(plan->model()->index(0, 0));
        auto *drop = button(u"Drop the line"_s);
        QVERIFY(drop);
        drop->click();
        QVERIFY(column(u"Planned changes"_s, 0).at(0).isEmpty()); // the note alone
    }

    void aPersonIsAssignedWhereThePersonIsShown()
    {
        page()->chooseUser({u"dave"_s});
        QVERIFY(tabTo(u"Role collection to assign to the user"_s));
        // Set, not typed: the list of names that fit is a window of its own, which this platform
        // cannot give the keyboard back from.
        auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        line->setText(u"sample viewers"_s); // in the hand's spelling
        press(Qt::Key_Return);
        auto planned = column(u"Planned changes"_s, 1);
        QCOMPARE(planned.size(), 1);
        QVERIFY2(planned.at(0).contains(u"dave"_s) && planned.at(0).contains(u"Sample Viewers"_s),
                 qPrintable(planned.at(0)));
        line->setText(u"No such"_s);
        press(Qt::Key_Return);
        QVERIFY2(told().contains(u"No such"_s), qPrintable(told()));
        QCOMPARE(column(u"Planned changes"_s, 1).size(), 1);
        line->clear();
        Q_EMIT page()->discardRequested();

        page()->chooseUser({u"carol"_s});
        auto *why = table(u"Why the person may do what"_s);
        why->setFocus();
        why->setCurrentIndex(why->model()->index(0, 0));
        press(Qt::Key_Delete);
        planned = column(u"Planned changes"_s, 1);
        QCOMPARE(planned.size(), 1);
        QVERIFY2(planned.at(0).contains(u"carol"_s) && planned.at(0).contains(u"Sample Editors"_s),
                 qPrintable(planned.at(0)));
        Q_EMIT page()->discardRequested();
    }

    void theFilterLeavesWhatFits()
    {
        press(Qt::Key_F, Qt::ControlModifier);
        type(u"VIEW"_s);
        QCOMPARE(column(u"Role collections"_s, 0), QStringList{u"Sample Viewers"_s});
        qobject_cast<QLineEdit *>(QApplication::focusWidget())->clear();
        QCOMPARE(column(u"Role collections"_s, 0).size(), 3);
    }

    void anExportIsImportedAsAPlan()
    {
        m_seams.fileToGive = m_state.filePath(u"roles.json"_s);
        Q_EMIT page()->exportRequested();
        QVERIFY2(told().contains(u"roles.json"_s), qPrintable(told()));
        Q_EMIT page()->importRequested();
        QVERIFY2(told().contains(u"already"_s), qPrintable(told()));
        QFile csv(m_state.filePath(u"more.csv"_s));
        QVERIFY(csv.open(QIODevice::WriteOnly));
        csv.write("roleCollection,kind,name,origin,attribute\nSample Viewers,user,erin,corp,\n");
        csv.close();
        m_seams.fileToGive = csv.fileName();
        Q_EMIT page()->importRequested();
        QCOMPARE(column(u"Planned changes"_s, 1).size(), 1);
        QVERIFY(column(u"Planned changes"_s, 1).at(0).contains(u"erin (origin corp)"_s));
        Q_EMIT page()->discardRequested();
        m_seams.fileToGive = m_state.filePath(u"none.json"_s);
        Q_EMIT page()->importRequested();
        QVERIFY2(told().contains(u"none.json"_s), qPrintable(told()));
    }

    void whatMakesNoSenseIsSaid()
    {
        Q_EMIT page()->changesWanted({admin::createCollectionChange(u"Sample Viewers"_s, {})});
        QVERIFY(told().contains(u"already"_s));
    }

    void aSubaccountIsAdministeredWithAKeyThatIsKept()
    {
        const auto bindings =
            m_bench->sandbox()->bindings(sandbox::BindingFormat::ServiceKey, u"apiaccess"_s);
        QVERIFY(bindings);
        const auto key = xsuaa::readServiceKey(bindings->toCompact(), xsuaa::ServiceKind::Xsuaa);
        QVERIFY(key);
        QVERIFY(xsuaa::saveKey(m_bench->vault().store(), {u"my-subaccount"_s, *key, {}, 1}));
        Q_EMIT m_bench->keysChanged();
        QSignalSpy shown(m_desk.get(), &RolesDesk::directoryShown);
        QVERIFY(tabTo(u"Subaccount"_s));
        press(Qt::Key_Down);
        QTRY_VERIFY_WITH_TIMEOUT(!shown.isEmpty(), patienceMs);
        auto *focus = QApplication::focusWidget();
        QVERIFY2(accessibleNameOf(focus).contains(u"my-subaccount"_s),
                 focus ? qPrintable(accessibleNameOf(focus)) : "nothing has the focus");
        QVERIFY(column(u"Role collections"_s, 0).contains(u"Sample Viewers"_s));
        QVERIFY(tabTo(u"Users"_s)); // the tabs of the lists, as an earlier test left them
        press(Qt::Key_Left);
        QVERIFY(tabTo(u"Name of a new role collection"_s));
        type(u"By key"_s);
        press(Qt::Key_Return);
        QVERIFY(tabTo(u"Subaccount"_s));
        press(Qt::Key_Up); // a plan is for one place
        QVERIFY(told().contains(u"Apply or discard"_s));
        QVERIFY(accessibleNameOf(QApplication::focusWidget()).contains(u"my-subaccount"_s));
        applyPlan();
        shown.clear();
        QVERIFY(tabTo(u"Subaccount"_s));
        press(Qt::Key_Up);
        QTRY_VERIFY_WITH_TIMEOUT(!shown.isEmpty(), patienceMs);
        QVERIFY(column(u"Role collections"_s, 0).contains(u"By key"_s));
    }

    void aChangeElsewhereIsSeen()
    {
        QSignalSpy shown(m_desk.get(), &RolesDesk::directoryShown);
        const auto done = m_bench->sandbox()->command(
            u"role-collection.put"_s,
            text::Json::object(
                {{u"role-collection"_s, text::Json::object({{u"name"_s, u"From elsewhere"_s}})}}));
        QVERIFY(done);
        QTRY_VERIFY_WITH_TIMEOUT(column(u"Role collections"_s, 0).contains(u"From elsewhere"_s),
                                 patienceMs);
    }
};

QTEST_MAIN(TestRolesDesk)
#include "tst_rolesdesk.moc"
