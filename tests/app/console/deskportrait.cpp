// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/destinationsdesk.h"
#include "app/console/projectdesk.h"
#include "app/console/usersdesk.h"
#include "core/http/server.h"
#include "ui/project/accesspanel.h"
#include "ui/project/measuredialog.h"
#include "ui/users/userform.h"
#include "ui/users/userspage.h"
#include "ui/widgets/diffdialog.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/seams.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QPushButton>
#include <QTemporaryDir>

#include <cstdio>

// tokentrail-deskportrait DIR: the Users page empty and with an invented project, and the
// Destinations page with the sandbox, light and dark, wide and in the smallest window.

using namespace tokentrail;
using namespace Qt::StringLiterals;

namespace {

constexpr auto package = R"({
  "name": "shop",
  "cds": {
    "requires": {
      "[production]": { "auth": "xsuaa" },
      "auth": {
        "kind": "mocked",
        "users": {
          "zoe": { "password": "zoe", "roles": ["admin", "viewer"], "attr": { "level": ["2", "3"], "country": ["DE"] }, "tenant": "t1" },
          "otto": { "password": "a:b", "roles": ["viewer"] },
          "crash": { "password": "x", "roles": "admin" }
        }
      }
    }
  }
}
)";

class Shooter
{
public:
    Shooter(QApplication &app, ui::MainWindow &window, const QDir &dir)
        : m_app(app)
        , m_window(window)
        , m_dir(dir)
    { }

    void shoot(const QString &name, QWidget *what = nullptr)
    {
        for (const auto appearance : {ui::Appearance::Light, ui::Appearance::Dark}) {
            ui::applyAppearance(m_app, appearance);
            for (auto i = 0; i < 3; ++i)
                QApplication::processEvents();
            const auto picture = (what ? what : &m_window)->grab();
            picture.save(m_dir.filePath(name + u'-' + ui::nameOf(appearance) + u".png"_s));
        }
    }

private:
    QApplication &m_app;
    ui::MainWindow &m_window;
    QDir m_dir;
};

// The Access tab after a service was asked that lets everybody read.
void shootMeasured(ui::ProjectPage &page, const QString &folder, Shooter &shooter)
{
    http::Server server(
        [](const http::Request &, const http::Connection &, const http::Responder &respond) {
            http::Response response;
            response.status = 200;
            respond(response);
        });
    const auto port = server.listen({});
    const QTemporaryDir home;
    const QByteArray before = qgetenv("HOME");
    qputenv("HOME", home.path().toUtf8());
    QFile registry(home.filePath(u".cds-services.json"_s));
    if (!port || !registry.open(QIODevice::WriteOnly))
        return;
    registry.write("{\"cds\":{\"servers\":{\"1\":{\"root\":\"file://" + folder.toUtf8()
                   + "\",\"url\":\"http://127.0.0.1:" + QByteArray::number(*port) + "\"}}}}");
    registry.close();
    Q_EMIT page.measureWanted();
    if (auto *question = page.findChild<ui::MeasureDialog *>()) {
        for (auto *button : question->findChildren<QPushButton *>()) {
            if (button->isDefault())
                button->click();
        }
    }
    QPushButton *next = nullptr;
    for (auto *button : page.findChild<ui::AccessPanel *>()->findChildren<QPushButton *>()) {
        if (button->text() == "Next difference"_L1)
            next = button;
    }
    for (int i = 0; next && i < 10'000 && !next->isVisible(); ++i)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
    if (next)
        next->click();
    shooter.shoot(u"project-measured"_s);
    qputenv("HOME", before);
}

// The Project page empty and with the model that the tests of lint use, tab by tab.
void shootProject(ui::MainWindow &window,
                  console::Workbench &bench,
                  const QTemporaryDir &project,
                  Shooter &shooter)
{
    const QDir dir(project.path());
    const auto model = QStringLiteral(TOKENTRAIL_TEST_DATA "/cap/lint/model.json");
    dir.mkpath(u"gen"_s);
    QFile::copy(model, dir.filePath(u"gen/csn.json"_s));
    console::ProjectDesk desk(bench);
    window.resize(1360, 860);
    window.showPage(9);
    shooter.shoot(u"project-empty"_s);
    QEventLoop reading;
    QObject::connect(&desk, &console::ProjectDesk::shown, &reading, &QEventLoop::quit);
    desk.open(project.path());
    reading.exec();
    auto *page = window.findChild<ui::ProjectPage *>();
    auto *panel = page->findChild<ui::Panel *>();
    const QStringList tabs = {u"values"_s, u"access"_s, u"findings"_s, u"descriptor"_s, u"steps"_s};
    for (int tab = 0; tab < tabs.size(); ++tab) {
        panel->setCurrentIndex(tab);
        shooter.shoot(u"project-"_s + tabs[tab]);
    }
    panel->setCurrentIndex(1);
    shootMeasured(*page, project.path(), shooter);
    window.resize(1024, 640);
    shooter.shoot(u"project-narrow"_s);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QDir dir(QApplication::arguments().value(1, u"."_s));
    const QTemporaryDir project;
    QFile file(project.filePath(u"package.json"_s));
    if (!dir.mkpath(u"."_s) || !file.open(QIODevice::WriteOnly) || file.write(package) < 0)
        return 3;
    file.close();
    ui::applyAppearance(app, ui::Appearance::Light);
    ui::Seams seams;
    ui::MainWindow window(seams);
    console::Workbench bench(window, Clock::system());
    console::UsersDesk desk(bench);
    console::DestinationsDesk destinations(bench);
    window.resize(1360, 860);
    window.show();
    window.showPage(5);
    Shooter shooter(app, window, dir);
    shooter.shoot(u"users-empty"_s);
    desk.open(project.path());
    shooter.shoot(u"users"_s);
    auto *page = window.findChild<ui::UsersPage *>();
    page->showUser(u"otto"_s);
    window.resize(1024, 640);
    shooter.shoot(u"users-narrow"_s);
    auto draft = page->form()->draft();
    draft.roles = QStringList{u"admin"_s};
    draft.anyPassword = true;
    Q_EMIT page->saveRequested(draft);
    if (auto *dialog = page->findChild<ui::DiffDialog *>())
        shooter.shoot(u"users-diff"_s, dialog);
    shootProject(window, bench, project, shooter);
    bench.sessions().addNobody();
    auto &sandbox = bench.replaceSandbox();
    QObject::connect(&sandbox, &sandbox::Sandbox::started, &bench, [&] {
        for (const auto &user : sandbox.users())
            bench.sessions().addUser(user.userName, user.origin, Secret(user.userName));
        bench.setPlace(console::placeOf(sandbox).value());
        window.resize(1360, 860);
        window.showPage(8);
    });
    auto lists = 0;
    QObject::connect(&destinations, &console::DestinationsDesk::listed, &window, [&] {
        if (lists++ > 0)
            return;
        auto *list = window.findChild<ui::DestinationsPage *>();
        shooter.shoot(u"destinations"_s);
        list->select(u"S4_PP_HTTPS"_s);
        window.resize(1024, 640);
        shooter.shoot(u"destinations-narrow"_s);
        window.resize(1360, 860);
        list->select(u"S4_PP"_s);
        Q_EMIT list->checkRequested(
            u"S4_PP"_s,
            u"bob"_s,
            u"/sap/opu/odata/sap/API_FUNCTIONALLOCATION/FunctionalLocation?$top=1"_s);
    });
    QObject::connect(&destinations, &console::DestinationsDesk::checked, &window, [&] {
        for (auto *panel : window.findChildren<ui::Panel *>()) {
            if (panel->accessibleName() == "The destination"_L1)
                panel->setCurrentIndex(1);
        }
        shooter.shoot(u"destinations-checks"_s);
        QApplication::quit();
    });
    const QTemporaryDir state;
    sandbox.start({state.filePath(u"state"_s), 0, 0});
    return QApplication::exec();
}
