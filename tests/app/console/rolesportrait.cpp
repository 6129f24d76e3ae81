// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/callplace.h"
#include "app/console/rolesdesk.h"
#include "ui/roles/rolepanel.h"
#include "ui/widgets/seams.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

// tokentrail-rolesportrait DIR [WIDTHxHEIGHT]: the Roles page with the sandbox behind it, light and
// dark: a collection, the form, a plan, a person.

using namespace tokentrail;
using namespace Qt::StringLiterals;

namespace {

void shoot(QApplication &app, ui::MainWindow &window, const QDir &dir, const QString &name)
{
    for (const auto appearance : {ui::Appearance::Light, ui::Appearance::Dark}) {
        ui::applyAppearance(app, appearance);
        QTest::qWait(30);
        window.grab().save(dir.filePath(name + u'-' + ui::nameOf(appearance) + u".png"_s));
    }
}

admin::Change addingRole()
{
    return admin::addRoleChange(u"Sample Viewers"_s,
                                {u"tokentrail-sample!t1"_s, u"editor"_s, u"Sample Editor"_s});
}

xsuaa::Role nordic()
{
    using Origin = xsuaa::RoleAttribute::Origin;
    return {u"tokentrail-sample!t1"_s,
            u"editor"_s,
            u"Nordic editor"_s,
            {},
            {{u"country"_s, Origin::Static, {u"SE"_s, u"NO"_s}},
             {u"level"_s, Origin::Unrestricted, {}}},
            false};
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QDir dir(QApplication::arguments().value(1, u"."_s));
    const auto size = QApplication::arguments().value(2, u"1360x860"_s).split(u'x');
    const QTemporaryDir state;
    if (!dir.mkpath(u"."_s) || !state.isValid())
        return 3;
    ui::applyAppearance(app, ui::Appearance::Light);
    ui::Seams seams;
    ui::MainWindow window(seams);
    console::Workbench bench(window, Clock::system());
    console::RolesDesk desk(bench);
    window.resize(size.value(0).toInt(), size.value(1).toInt());
    window.show();
    window.showPage(6);
    shoot(app, window, dir, u"roles-empty"_s);
    auto &sandbox = bench.replaceSandbox();
    sandbox::StartOptions options;
    options.stateDir = state.filePath(u"sandbox"_s);
    sandbox.start(options);
    auto shown = false;
    QObject::connect(&desk, &console::RolesDesk::directoryShown, &desk, [&] { shown = true; });
    QObject::connect(&sandbox, &sandbox::Sandbox::started, &desk, [&] {
        bench.setPlace(console::placeOf(sandbox).value_or({}));
    });
    if (!QTest::qWaitFor([&] { return shown; }, 30'000))
        return 4;
    shoot(app, window, dir, u"roles"_s);
    auto *page = window.findChild<ui::RolesPage *>();
    page->findChild<ui::RolePanel *>()->beginNew();
    shoot(app, window, dir, u"roles-new"_s);
    Q_EMIT page->changesWanted({admin::createCollectionChange(u"Nordic editors"_s, {})});
    page->chooseCollection(u"Nordic editors"_s);
    Q_EMIT page->roleWanted(nordic(), u"Nordic editors"_s);
    Q_EMIT page->changesWanted({admin::assignUserChange(u"Nordic editors"_s, {u"carol"_s})});
    Q_EMIT page->changesWanted({addingRole()});
    shoot(app, window, dir, u"roles-plan"_s);
    page->chooseUser({u"carol"_s});
    shoot(app, window, dir, u"roles-person"_s);
    return 0;
}
