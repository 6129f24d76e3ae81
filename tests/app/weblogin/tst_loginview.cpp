// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/weblogin/loginpage.h"
#include "app/weblogin/loginview.h"
#include "core/http/server.h"
#include "tests/support/testcertificates.h"
#include "ui/widgets/banner.h"

#include <QApplication>
#include <QDesktopServices>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include <unistd.h>

using namespace tokentrail;
using namespace tokentrail::weblogin;
using namespace Qt::StringLiterals;
using Kind = call::LoginWindowReport::Kind;

namespace {

constexpr int patienceMs = 30'000;

// A site that answers from a table, and remembers what it was asked.
struct Site
{
    explicit Site(const http::ServerTls *tls = nullptr)
    {
        http::ServerOptions options;
        options.withTls = tls != nullptr;
        if (tls)
            options.tls = *tls;
        port = server.listen(options).value_or(0);
        origin = u"%1://127.0.0.1:%2"_s.arg(tls ? u"https"_s : u"http"_s).arg(port);
    }
    void answer(const http::Request &request, const http::Responder &respond)
    {
        seen.append(request);
        const auto found = pages.constFind(request.path());
        respond(found == pages.constEnd() ? http::Response{404, {}, {}, "nothing"} : *found);
    }
    QList<QByteArray> paths() const
    {
        QList<QByteArray> list;
        for (const auto &request : seen) {
            if (request.path() != "/favicon.ico")
                list.append(request.path());
        }
        return list;
    }
    static http::Response page(const QByteArray &body)
    {
        return {200, {}, {{"Content-Type", "text/html"}}, body};
    }
    static http::Response redirect(const QByteArray &to)
    {
        return {302, {}, {{"Location", to}}, {}};
    }

    QHash<QByteArray, http::Response> pages;
    QList<http::Request> seen;
    http::Server server{[this](const http::Request &request,
                               const http::Connection &,
                               const http::Responder &respond) {
        answer(request, respond);
    }};
    quint16 port = 0;
    QString origin;
};

// The other programs of the machine.
class Opened : public QObject
{
    Q_OBJECT

public:
    QList<QUrl> urls;

public Q_SLOTS:
    void open(const QUrl &url) { urls.append(url); }
};

} // namespace

// The login window in front of small sites on loopback.
class TestLoginView : public QObject
{
    Q_OBJECT

    const test::Certificate m_authority = test::Certificate::authority(u"sandbox"_s);
    QList<call::LoginWindowReport> m_reports;

    http::ServerTls tls() const
    {
        const auto leaf = m_authority.issue(u"server"_s, {u"127.0.0.1"_s, u"localhost"_s});
        http::ServerTls tls;
        tls.certificateChainPem = leaf.pem();
        tls.keyPem = Secret(leaf.keyPem());
        return tls;
    }
    std::unique_ptr<LoginView> open(const Site &site,
                                    const QString &path,
                                    const QByteArray &authority = {},
                                    const QStringList &furtherOrigins = {})
    {
        call::LoginWindowOrder order;
        order.url = QUrl(site.origin + path);
        order.origins = QStringList{site.origin} + furtherOrigins;
        order.correlationId = "login-1";
        order.authorityPem = authority;
        order.authorityWords = u"the sandbox"_s;
        auto view = std::make_unique<LoginView>(order);
        connect(view.get(), &LoginView::reported, this, [this](const auto &report) {
            m_reports.append(report);
        });
        view->begin();
        return view;
    }
    QString textOf(const LoginView &view)
    {
        QString text;
        bool done = false;
        view.page()->toPlainText([&](const QString &plain) {
            text = plain;
            done = true;
        });
        (void)QTest::qWaitFor([&] { return done; }, patienceMs);
        return text;
    }
    bool shows(const LoginView &view, const QString &text)
    {
        return QTest::qWaitFor([&] { return textOf(view).contains(text); }, patienceMs);
    }
    QList<call::LoginWindowReport> reportsOf(Kind kind) const
    {
        QList<call::LoginWindowReport> list;
        for (const auto &report : m_reports) {
            if (report.kind == kind)
                list.append(report);
        }
        return list;
    }
    static ui::Banner *banner(const LoginView &view) { return view.findChild<ui::Banner *>(); }
    static QStringList labels(const LoginView &view)
    {
        QStringList texts;
        for (const auto *label : view.findChildren<QLabel *>())
            texts << label->text();
        return texts;
    }

private Q_SLOTS:
    void init() { m_reports.clear(); }

    void everyRedirectIsAVisit()
    {
        Site site;
        site.pages = {{"/oauth/authorize", Site::redirect("/login?x=1")},
                      {"/login", Site::page("<p>who are you")}};
        const auto view = open(site, u"/oauth/authorize?client_id=c"_s);
        QTRY_COMPARE_WITH_TIMEOUT(reportsOf(Kind::Visited).size(), 2, patienceMs);
        QCOMPARE(reportsOf(Kind::Shown).size(), 1);
        const auto first = *reportsOf(Kind::Visited)[0].visit;
        QCOMPARE(first.caller, u"browser"_s);
        QCOMPARE(first.request.method, QByteArray("GET"));
        QCOMPARE(first.request.target, QByteArray("/oauth/authorize?client_id=c"));
        QCOMPARE(first.url(), QByteArray(site.origin.toLatin1() + first.request.target));
        QCOMPARE(first.response.status, 302);
        QCOMPARE(first.response.headers.value("Location"),
                 QByteArray(site.origin.toLatin1() + "/login?x=1"));
        QVERIFY(first.notes.contains(u"statusUnseen")); // it was assumed, and says so
        const auto second = *reportsOf(Kind::Visited)[1].visit;
        QCOMPARE(second.request.target, QByteArray("/login?x=1"));
        QCOMPARE(second.response.status, 200);
        QVERIFY(second.startMs >= first.startMs);
        for (const auto &visit : {first, second})
            QCOMPARE(visit.request.headers.value("X-Correlation-ID"), QByteArray("login-1"));
        for (const auto &request : site.seen) {
            if (request.path() != "/favicon.ico")
                QCOMPARE(request.headers.value("X-Correlation-ID"), QByteArray("login-1"));
        }
        QVERIFY(labels(*view).contains(u"127.0.0.1"_s));
        QVERIFY(labels(*view).contains(LoginView::tr("on this machine, not encrypted")));
    }

    void theStatusOfAPageIsTheOneThatWasSent()
    {
        Site site;
        site.pages = {{"/", {401, {}, {{"Content-Type", "text/html"}}, "no"}}};
        const auto view = open(site, u"/"_s);
        QTRY_COMPARE_WITH_TIMEOUT(reportsOf(Kind::Visited).size(), 1, patienceMs);
        QCOMPARE(reportsOf(Kind::Visited)[0].visit->response.status, 401);
    }

    void passesTheAuthorityThatItWasGivenAndSaysSo()
    {
        const auto keys = tls();
        Site site(&keys);
        site.pages = {{"/", Site::page("<p>welcome")}};
        const auto view = open(site, u"/"_s, m_authority.pem());
        QVERIFY(shows(*view, u"welcome"_s));
        QVERIFY(labels(*view).contains(
            LoginView::tr("encrypted; certificate of %1").arg(u"the sandbox"_s)));
        QVERIFY(reportsOf(Kind::Distrusted).isEmpty());
    }

    void acceptsNoOtherCertificateAndSaysWhy()
    {
        const auto keys = tls();
        Site site(&keys);
        site.pages = {{"/", Site::page("<p>welcome")}};
        const auto other = test::Certificate::authority(u"another"_s).pem();
        for (const auto &authority : {QByteArray(), other}) {
            m_reports.clear();
            const auto view = open(site, u"/"_s, authority);
            QTRY_COMPARE_WITH_TIMEOUT(reportsOf(Kind::Distrusted).size(), 1, patienceMs);
            QCOMPARE(reportsOf(Kind::Distrusted)[0].text, u"127.0.0.1"_s);
            QVERIFY(banner(*view)->isVisible());
            QVERIFY(labels(*view).contains(LoginView::tr("certificate not accepted")));
            QVERIFY(!labels(*view).contains(LoginView::tr("encrypted, certificate checked")));
            QVERIFY(banner(*view)->sentence().contains(
                LoginPage::tr("nobody whom this machine trusts vouches for it")));
            QVERIFY(site.seen.isEmpty());
        }
    }

    // Nothing is claimed of a certificate that nobody has seen yet.
    void saysNothingOfTheWayBeforeThereIsOne()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        call::LoginWindowOrder order;
        order.url = QUrl(u"https://127.0.0.1:%1/"_s.arg(silent.serverPort()));
        order.origins = QStringList{call::originOf(order.url)};
        LoginView view(order);
        QVERIFY(!labels(view).contains(LoginView::tr("encrypted, certificate checked")));
        view.begin();
        QVERIFY(QTest::qWaitFor([&] { return silent.hasPendingConnections(); }, patienceMs));
        QVERIFY(labels(view).contains(u"127.0.0.1"_s));
        QVERIFY(!labels(view).contains(LoginView::tr("encrypted, certificate checked")));
    }

    void saysNothingOfTheWayWhereNobodyAnswers()
    {
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        call::LoginWindowOrder order;
        order.url = QUrl(u"https://127.0.0.1:%1/"_s.arg(gone.serverPort()));
        order.origins = QStringList{call::originOf(order.url)};
        gone.close();
        LoginView view(order);
        QSignalSpy loaded(view.page(), &QWebEnginePage::loadFinished);
        view.begin();
        QTRY_VERIFY_WITH_TIMEOUT(!loaded.isEmpty(), patienceMs);
        QVERIFY(labels(view).contains(u"127.0.0.1"_s));
        QVERIFY(!labels(view).contains(LoginView::tr("encrypted, certificate checked")));
    }

    void saysOfEveryHostWhoseCertificateItHas()
    {
        const auto keys = tls();
        Site zone(&keys);
        Site other(&keys);
        const auto away = QString(other.origin).replace(u"127.0.0.1"_s, u"localhost"_s);
        zone.pages = {{"/", Site::page("<p>first")}};
        other.pages = {{"/", Site::page("<p>second")}};
        const auto words = LoginView::tr("encrypted; certificate of %1").arg(u"the sandbox"_s);
        const auto view = open(zone, u"/"_s, m_authority.pem(), {away});
        QVERIFY(shows(*view, u"first"_s));
        view->page()->load(QUrl(away));
        QVERIFY(shows(*view, u"second"_s));
        QVERIFY(labels(*view).contains(u"localhost"_s));
        QVERIFY(labels(*view).contains(words));
        view->page()->load(QUrl(zone.origin));
        QVERIFY(shows(*view, u"first"_s));
        QVERIFY(labels(*view).contains(u"127.0.0.1"_s));
        QVERIFY(labels(*view).contains(words));
    }

    void asksBeforeItLeavesTheIdentityZone()
    {
        const auto keys = tls();
        Site zone(&keys);
        Site elsewhere(&keys);
        zone.pages = {{"/", Site::redirect((elsewhere.origin + u"/sso?q"_s).toLatin1())}};
        elsewhere.pages = {{"/sso", Site::page("<p>the other one")}};
        const auto view = open(zone, u"/"_s, m_authority.pem());
        QTRY_COMPARE_WITH_TIMEOUT(reportsOf(Kind::Held).size(), 1, patienceMs);
        QCOMPARE(reportsOf(Kind::Held)[0].text, elsewhere.origin);
        QVERIFY(elsewhere.seen.isEmpty());
        auto *button = banner(*view)->findChild<QPushButton *>();
        QVERIFY(button->isVisible());
        button->click();
        QVERIFY(shows(*view, u"the other one"_s));
        QVERIFY(!elsewhere.seen[0].headers.contains("X-Correlation-ID")); // ours is not theirs
    }

    void neverGoesOnUnencryptedOrOutOfTheWeb_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<bool>("byPage"); // else Chromium itself lets no page go there
        QTest::addColumn<QString>("held");
        QTest::newRow("http") << u"http://127.0.0.1:1/"_s << true << u"http://127.0.0.1:1"_s;
        QTest::newRow("a file") << u"file:///etc/passwd"_s << false << u"file"_s;
    }
    void neverGoesOnUnencryptedOrOutOfTheWeb()
    {
        QFETCH(QString, target);
        QFETCH(bool, byPage);
        QFETCH(QString, held);
        Site site;
        site.pages = {
            {"/", Site::page("<p>here<a id=a href=\"" + target.toLatin1() + "\">go</a>")}};
        const auto view = open(site, u"/"_s);
        QVERIFY(shows(*view, u"here"_s));
        if (byPage)
            view->page()->runJavaScript(u"document.getElementById('a').click()"_s);
        else
            view->page()->load(QUrl(target));
        QTRY_COMPARE_WITH_TIMEOUT(reportsOf(Kind::Held).size(), 1, patienceMs);
        QCOMPARE(reportsOf(Kind::Held)[0].text, held);
        QVERIFY(textOf(*view).contains(u"here"_s));
        QCOMPARE(view->page()->url().path(), u"/"_s);
        QVERIFY(banner(*view)->findChild<QPushButton *>()->isHidden());
    }

    void opensNoOtherProgram()
    {
        Opened opened;
        QDesktopServices::setUrlHandler(u"mailto"_s, &opened, "open");
        Site site;
        site.pages = {{"/", Site::page("<p>here")}};
        const auto view = open(site, u"/"_s);
        QVERIFY(shows(*view, u"here"_s));
        view->page()->load(QUrl(u"mailto:someone@example.com"_s));
        // Nothing tells that it was dropped; what is asked for after it comes when it is through.
        view->page()->runJavaScript(u"fetch('/after')"_s);
        QTRY_VERIFY_WITH_TIMEOUT(site.paths().contains("/after"), patienceMs);
        QDesktopServices::unsetUrlHandler(u"mailto"_s);
        QVERIFY(opened.urls.isEmpty());
        QVERIFY(textOf(*view).contains(u"here"_s));
        QCOMPARE(view->page()->url().path(), u"/"_s);
        QVERIFY(banner(*view)->findChild<QPushButton *>()->isHidden());
    }

    void loadsNothingFromElsewhere()
    {
        Site other;
        Site site;
        const auto from = other.origin.toLatin1();
        site.pages = {{"/",
                       Site::page("<img src=\"" + from + "/pixel\"><script src=\"" + from
                                  + "/script\"></script><iframe src=\"" + from
                                  + "/frame\"></iframe><script>fetch('" + from
                                  + "/fetch',{mode:'no-cors'})</script>"
                                    "<img src=\"/own\"><p>here")},
                      {"/own", {200, {}, {{"Content-Type", "image/gif"}}, "GIF89a"}}};
        const auto view = open(site, u"/"_s);
        QVERIFY(shows(*view, u"here"_s));
        QTRY_VERIFY_WITH_TIMEOUT(site.paths().contains("/own"), patienceMs);
        QTest::qWait(300);
        QVERIFY(other.seen.isEmpty());
    }

    void twoWindowsShareNoCookie()
    {
        Site site;
        site.pages = {{"/", Site::page("<p>here")}};
        const auto first = open(site, u"/"_s);
        const auto second = open(site, u"/"_s);
        QVERIFY(first->profile().isOffTheRecord() && second->profile().isOffTheRecord());
        QVERIFY(shows(*first, u"here"_s) && shows(*second, u"here"_s));
        first->page()->runJavaScript(u"document.cookie='who=alice'; location.reload()"_s);
        second->page()->runJavaScript(u"location.reload()"_s);
        QTRY_VERIFY_WITH_TIMEOUT(site.paths().size() >= 4, patienceMs);
        QList<QByteArray> cookies;
        for (const auto &request : site.seen) {
            if (request.path() == "/" && request.headers.contains("Cookie"))
                cookies << request.headers.value("Cookie");
        }
        QCOMPARE(cookies, QList<QByteArray>{"who=alice"});
    }

    void closingItIsTold()
    {
        Site site;
        site.pages = {{"/", Site::page("<p>here")}};
        const auto view = open(site, u"/"_s);
        QVERIFY(shows(*view, u"here"_s));
        for (auto *button : view->findChildren<QPushButton *>()) {
            if (button->text() == LoginView::tr("Cancel the login"))
                button->click();
        }
        QVERIFY(!view->isVisible());
        QCOMPARE(reportsOf(Kind::Closed).size(), 1);
    }
};

// Chromium does not start as root with its sandbox, and a container's tests are root.
int main(int argc, char **argv)
{
    if (geteuid() == 0)
        qputenv("QTWEBENGINE_DISABLE_SANDBOX", "1");
    QApplication app(argc, argv);
    TestLoginView test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_loginview.moc"
