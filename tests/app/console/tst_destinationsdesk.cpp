// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/destinationsdesk.h"
#include "app/console/sandboxdesk.h"
#include "tests/ui/fakeseams.h"
#include "ui/call/callpage.h"
#include "ui/destinations/destinationform.h"
#include "ui/sandbox/sandboxpage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/diffdialog.h"
#include "ui/widgets/quiettable.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tokentrail;
using namespace tokentrail::console;
using namespace Qt::StringLiterals;

namespace {
constexpr int patienceMs = 30'000; // keys are made on the first start
} // namespace

// The Destinations page with the real sandbox behind it, through the public interface.
class TestDestinationsDesk : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    ui::FakeSeams m_seams;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<Workbench> m_bench;
    std::unique_ptr<DestinationsDesk> m_desk;

    ui::DestinationsPage *page() const { return m_window->findChild<ui::DestinationsPage *>(); }
    QString told() const { return page()->findChild<ui::Banner *>()->sentence(); }

    // A list that comes because of what is done meanwhile.
    bool listedAfter(const std::function<void()> &action)
    {
        QSignalSpy listed(m_desk.get(), &DestinationsDesk::listed);
        action();
        return QTest::qWaitFor([&] { return !listed.isEmpty(); }, patienceMs);
    }

    void accept()
    {
        QPointer<ui::DiffDialog> open = page()->findChild<ui::DiffDialog *>();
        QVERIFY2(open, qPrintable(told()));
        open->accept();
    }

    bool shows(const QString &words) const
    {
        for (auto *label : page()->findChildren<QLabel *>()) {
            if (label->text().contains(words))
                return true;
        }
        return false;
    }

    QStringList namesInSandbox() const { return m_bench->sandbox()->destinationNames(); }

    QAbstractItemModel *properties() const
    {
        return page()->form()->findChild<ui::QuietTable *>()->model();
    }
    void setProperty(const QString &name, const QString &value)
    {
        for (auto row = 0; row < properties()->rowCount(); ++row) {
            if (properties()->index(row, 0).data().toString() == name)
                properties()->setData(properties()->index(row, 1), value);
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_window = std::make_unique<ui::MainWindow>(m_seams);
        m_bench = std::make_unique<Workbench>(*m_window, Clock::system());
        m_desk = std::make_unique<DestinationsDesk>(*m_bench);
        auto &sandbox = m_bench->replaceSandbox();
        QSignalSpy started(&sandbox, &sandbox::Sandbox::started);
        sandbox.start({m_dir.filePath(u"state"_s), 0, 0});
        QVERIFY(started.wait(patienceMs));
        QVERIFY(listedAfter([this] {
            m_bench->setPlace(placeOf(*m_bench->sandbox()).value());
            m_window->showPage(8);
        }));
        for (const auto &user : m_bench->sandbox()->users())
            m_bench->sessions().addUser(user.userName, user.origin, Secret(user.userName));
        m_bench->sessions().addNobody();
    }

    void cleanupTestCase()
    {
        m_desk.reset();
        m_window.reset();
        m_bench.reset();
    }

    void aNewDestinationIsShownThenStored()
    {
        Q_EMIT page()->newRequested();
        setProperty(u"Name"_s, u"NEW"_s);
        setProperty(u"URL"_s, u"https://new.example.com"_s);
        Q_EMIT page()->saveRequested();
        QVERIFY(!namesInSandbox().contains(u"NEW"_s)); // shown, not made
        QVERIFY(listedAfter([this] { accept(); }));
        QVERIFY(namesInSandbox().contains(u"NEW"_s));
    }

    void whatWasStoredIsWhatIsShownNext()
    {
        Q_EMIT page()->newRequested();
        setProperty(u"Name"_s, u"EYES"_s);
        setProperty(u"URL"_s, u"https://eyes.example.com"_s);
        Q_EMIT page()->saveRequested();
        QSignalSpy listed(m_desk.get(), &DestinationsDesk::listed);
        accept();
        // Also once the sandbox has said that its landscape changed, and all of it is read again.
        QTRY_VERIFY_WITH_TIMEOUT(!listed.isEmpty(), patienceMs);
        QTest::qWait(300);
        QCOMPARE(page()->currentName(), u"EYES"_s);
        QCOMPARE(page()->form()->before(), u"EYES"_s);
    }

    void anotherNameIsAnotherDestinationAndThatIsSaid()
    {
        page()->select(u"EYES"_s);
        setProperty(u"Name"_s, u"EYES2"_s);
        Q_EMIT page()->saveRequested();
        QPointer<ui::DiffDialog> open = page()->findChild<ui::DiffDialog *>();
        QVERIFY(open);
        auto said = false;
        for (auto *label : open->findChildren<QLabel *>())
            said = said || label->text().contains(u"EYES stays as it is"_s);
        QVERIFY(said);
        QVERIFY(open->findChild<QPlainTextEdit *>()->toPlainText().contains(u"EYES2"_s));
        open->reject();
        page()->select(u"S4_BASIC"_s);
    }

    // A word that nobody knows proves nothing about the caller, and a new one has no name yet.
    void nothingIsPromisedOfAnAuthenticationThatNobodyKnows()
    {
        const auto said = [this] {
            QStringList words;
            for (auto *label : page()->form()->findChildren<QLabel *>())
                words << label->text();
            return words.join(u'|');
        };
        page()->select(u"EYES"_s);
        setProperty(u"Authentication"_s, u"PrincipalPropagtion"_s);
        QVERIFY2(!said().contains(u"needs no token"_s), qPrintable(said()));
        QVERIFY2(said().contains(u"PrincipalPropagation"_s), qPrintable(said())); // what was meant
        Q_EMIT page()->newRequested();
        QVERIFY2(said().contains(u"The new destination needs no token"_s), qPrintable(said()));
        page()->select(u"S4_BASIC"_s);
    }

    void anEditChangesOnlyItself()
    {
        page()->select(u"S4_BASIC"_s);
        setProperty(u"sap-client"_s, u"200"_s);
        Q_EMIT page()->saveRequested();
        const auto text = page()->findChild<ui::DiffDialog *>()->findChild<QPlainTextEdit *>();
        QVERIFY(text->toPlainText().contains(u"200"));
        QCOMPARE(text->toPlainText().count(u"\n+"), 2); // the header of the diff, and one line
        QVERIFY(listedAfter([this] { accept(); }));
        page()->select(u"S4_BASIC"_s);
        QCOMPARE(page()->form()->before(), u"S4_BASIC"_s);
    }

    void whatCannotWorkIsSaidBeforeItIsSent()
    {
        page()->select(u"S4_PP"_s);
        setProperty(u"ProxyType"_s, u"onpremise"_s);
        auto found = false;
        for (auto *label : page()->form()->findChildren<QLabel *>())
            found = found || label->text().contains(u"OnPremise");
        QVERIFY(found);
    }

    void anImportTakesAllOfAFile()
    {
        QFile file(m_dir.filePath(u"many.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[{\"Name\":\"I1\",\"Type\":\"HTTP\",\"URL\":\"https://a.example.com\"},"
                   "{\"Name\":\"I2\",\"Type\":\"HTTP\",\"URL\":\"https://b.example.com\"}]");
        file.close();
        m_seams.fileToGive = file.fileName();
        Q_EMIT page()->importRequested();
        QVERIFY(listedAfter([this] { accept(); }));
        QVERIFY(namesInSandbox().contains(u"I1"_s));
        QVERIFY(namesInSandbox().contains(u"I2"_s));
    }

    void anExportHoldsNoSecret()
    {
        m_seams.fileToGive = m_dir.filePath(u"out.properties"_s);
        Q_EMIT page()->exportRequested(u"S4_BASIC"_s);
        QFile file(m_seams.fileToGive);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto text = file.readAll();
        QVERIFY(text.contains("User=TECHUSER"));
        QVERIFY(!text.contains("Password"));
    }

    void checksSignInAndSayWhatTheyProve()
    {
        QSignalSpy checked(m_desk.get(), &DestinationsDesk::checked);
        Q_EMIT page()->checkRequested(
            u"S4_PP"_s,
            u"alice"_s,
            u"/sap/opu/odata/sap/API_FUNCTIONALLOCATION/FunctionalLocation?$top=1"_s);
        QVERIFY(checked.wait(patienceMs));
        QStringList texts;
        for (auto *label : page()->findChildren<QLabel *>())
            texts << label->text();
        QVERIFY(texts.contains(u"✓ Signed in"_s));
        QVERIFY(texts.contains(u"✓ The answer is OData"_s));
    }

    void removingAsksFirst()
    {
        Q_EMIT page()->removeRequested(u"I1"_s);
        QVERIFY(namesInSandbox().contains(u"I1"_s));
        QVERIFY(listedAfter([this] { accept(); }));
        QVERIFY(!namesInSandbox().contains(u"I1"_s));
    }

    void theCallPageCallsThroughIt()
    {
        auto before = m_window->callPage()->draft();
        before.session = u"dave"_s;
        before.method = "POST";
        before.body = "{}";
        m_window->callPage()->setDraft(before);
        QSignalSpy wanted(m_bench.get(), &Workbench::sessionWanted);
        Q_EMIT page()->callRequested(u"S4_PP"_s);
        auto draft = m_window->callPage()->draft();
        QCOMPARE(draft.via, u"S4_PP"_s);
        QCOMPARE(draft.session, u"alice"_s); // as it is checked here
        QCOMPARE(draft.method, QByteArray("GET"));
        QVERIFY(draft.body.isEmpty());
        QVERIFY(draft.url.contains(u"FunctionalLocation"_s));
        QCOMPARE(wanted.last().first().toString(), u"alice"_s); // the plan is told anew
        Q_EMIT page()->callRequested(u"EYES"_s); // nobody knows what is there
        QCOMPARE(m_window->callPage()->draft().url, u"/"_s);
        for (auto *line : page()->findChildren<QLineEdit *>()) {
            if (line->accessibleName().startsWith(u"Path to ask"_s))
                line->setText(u"/typed?$top=1"_s);
        }
        Q_EMIT page()->callRequested(u"EYES"_s);
        QCOMPARE(m_window->callPage()->draft().url, u"/typed?$top=1"_s);
    }

    void whatACheckProvedIsTakenBackWhenTheFaultsChange()
    {
        QSignalSpy checked(m_desk.get(), &DestinationsDesk::checked);
        Q_EMIT page()->checkRequested(u"S4_PP"_s, u"alice"_s, u"/"_s);
        QVERIFY(checked.wait(patienceMs));
        QVERIFY(shows(u"Signed in"_s));
        Q_EMIT m_bench->faultsChanged();
        QVERIFY(!shows(u"Signed in"_s));
        QVERIFY(shows(u"check once more"_s));
    }

    // As the page of the sandbox sets one: the list is read again because of it.
    void whatACheckProvedStaysTakenBack()
    {
        SandboxDesk sandbox(*m_bench, m_dir.path());
        m_window->showPage(0);
        auto *faults = m_window->findChild<ui::SandboxPage *>();
        QVERIFY(faults);
        page()->select(u"S4_PP"_s);
        QSignalSpy checked(m_desk.get(), &DestinationsDesk::checked);
        Q_EMIT page()->checkRequested(u"S4_PP"_s, u"alice"_s, u"/"_s);
        QVERIFY(checked.wait(patienceMs));
        QVERIFY(listedAfter([&] { Q_EMIT faults->faultSet(u"xsuaa.no-scope-claim"_s, {}); }));
        QVERIFY(shows(u"check once more"_s));
        page()->select(u"S4_BASIC"_s);
        QVERIFY(!shows(u"check once more"_s));
        QVERIFY(listedAfter([&] { Q_EMIT faults->faultCleared(u"xsuaa.no-scope-claim"_s); }));
        QVERIFY(!shows(u"check once more"_s)); // of this one nothing was proved
    }

    void whatIsStoredIsSelectedInItsOwnServiceAlone()
    {
        const auto key =
            m_bench->sandbox()->bindings(sandbox::BindingFormat::ServiceKey, u"destination"_s);
        QVERIFY2(key, qPrintable(key ? QString() : key.error().toString()));
        QFile file(m_dir.filePath(u"second.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(key->toCompact());
        file.close();
        m_seams.fileToGive = file.fileName();
        QVERIFY(listedAfter([this] { Q_EMIT page()->openKeyRequested(); }));
        QVERIFY(listedAfter([this] { Q_EMIT page()->serviceChosen(u"sandbox"_s); }));
        Q_EMIT page()->newRequested();
        setProperty(u"Name"_s, u"MINE"_s);
        setProperty(u"URL"_s, u"https://mine.example.com"_s);
        Q_EMIT page()->saveRequested();
        QSignalSpy listed(m_desk.get(), &DestinationsDesk::listed);
        auto left = false;
        const auto watching = connect(m_bench.get(), &Workbench::landscapeChanged, this, [&, this] {
            if (left || !told().contains(u"MINE is stored"_s))
                return;
            left = true; // before the list came that it is to be selected in
            page()->select(u"S4_BASIC"_s);
            listed.clear();
            Q_EMIT page()->serviceChosen(file.fileName());
        });
        accept();
        QTRY_VERIFY_WITH_TIMEOUT(left && !listed.isEmpty(), patienceMs);
        disconnect(watching);
        QCOMPARE(page()->currentName(), u"S4_BASIC"_s);
        QVERIFY(listedAfter([this] { Q_EMIT page()->serviceChosen(u"sandbox"_s); }));
    }

    void aKeyOfAnotherKindIsSaid()
    {
        QFile file(m_dir.filePath(u"key.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"clientid\":\"c\",\"clientsecret\":\"s\",\"url\":\"https://"
                   "u.example.com\",\"xsappname\":\"x\"}");
        file.close();
        m_seams.fileToGive = file.fileName();
        Q_EMIT page()->openKeyRequested();
        QVERIFY(told().contains(u"no key of a Destination service"));
    }
};

QTEST_MAIN(TestDestinationsDesk)
#include "tst_destinationsdesk.moc"
