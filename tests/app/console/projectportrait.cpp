// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/translations.h"
#include "core/cap/env.h"
#include "core/xsuaa/keystore.h"
#include "tests/app/console/projectfixture.h"
#include "ui/project/measuredialog.h"
#include "ui/project/stepspanel.h"
#include "ui/project/trustdialog.h"
#include "ui/project/valuespanel.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>

using namespace tokentrail;
using namespace Qt::StringLiterals;
using test::OpenProject;

namespace {

// What the Project page does with a folder, in both sizes and appearances.
class Shooter
{
public:
    Shooter(QApplication &app, OpenProject &project, const QDir &dir)
        : m_app(app)
        , m_project(project)
        , m_dir(dir)
    { }

    void shoot(const QString &name, QWidget *what = nullptr)
    {
        for (const auto size : {QSize(1024, 640), QSize(1360, 860)}) {
            m_project.window->resize(size);
            for (const auto look : {ui::Appearance::Light, ui::Appearance::Dark}) {
                ui::applyAppearance(m_app, look);
                for (auto i = 0; i < 3; ++i)
                    QApplication::processEvents();
                const auto picture = (what ? what : m_project.window.get())->grab();
                picture.save(m_dir.filePath(
                    u"%1-%2-%3.png"_s.arg(name).arg(size.width()).arg(ui::nameOf(look))));
            }
            if (what)
                return; // a dialog has its own size
        }
    }

private:
    QApplication &m_app;
    OpenProject &m_project;
    QDir m_dir;
};

void keepKey(OpenProject &project)
{
    const auto credentials = text::Json::object({{u"clientid"_s, u"sb-shop!t1"_s},
                                                 {u"clientsecret"_s, u"geheim"_s},
                                                 {u"url"_s, u"https://shop.example"_s},
                                                 {u"xsappname"_s, u"shop!t1"_s}});
    xsuaa::KeptKey kept;
    kept.name = u"shop-dev"_s;
    kept.key = xsuaa::serviceKeyOf(credentials, u"xsuaa"_s, u"shop-auth"_s, {});
    if (xsuaa::saveKey(project.bench->vault().store(), kept))
        Q_EMIT project.bench->keysChanged();
}

void shootSteps(OpenProject &project, Shooter &shooter)
{
    project.page->findChild<ui::Panel *>()->setCurrentIndex(4);
    auto *steps = project.page->steps();
    steps->chooseStep(u"binding"_s);
    shooter.shoot(u"steps-binding"_s);
    Q_EMIT steps->sandboxWanted(u"cdsrc-private"_s);
    shooter.shoot(u"steps-gitignore"_s, project.dialog());
    project.dialog()->accept();
    shooter.shoot(u"steps-diff"_s, project.dialog());
    project.dialog()->accept();
    QApplication::processEvents();
    shooter.shoot(u"steps-bound"_s);
    steps->chooseStep(u"approuter"_s);
    shooter.shoot(u"steps-approuter"_s);
    Q_EMIT steps->approuterWanted();
    shooter.shoot(u"steps-approuter-files"_s, project.dialog());
    project.dialog()->reject();
    // gitformat-index(5): one entry, of which only the name counts here.
    const QByteArray name = ".cdsrc-private.json";
    project.write(u".git/index"_s,
                  QByteArray("DIRC\0\0\0\2\0\0\0\1", 12) + QByteArray(62, '\0') + name
                      + QByteArray(8, '\0'));
    Q_EMIT steps->keyWanted(u"shop-dev"_s, u"cdsrc-private"_s);
    shooter.shoot(u"steps-tracked"_s, project.dialog());
    project.dialog()->reject();
}

// A script that answers as cds with a plugin would.
void installCds(const OpenProject &project)
{
    const auto env = cap::effectiveEnv(
        {project.folder.path(), QDir::homePath(), cap::Environment::ofProcess(), {}, 10});
    auto document = env ? env->value({}).value_or(text::Json()) : text::Json();
    document.set(u"audit"_s, text::Json::object({{u"kind"_s, u"audit-log-to-console"_s}}));
    auto *auth = document.find(u"requires")->find(u"auth");
    auth->set(u"kind"_s, u"custom-auth"_s);
    auth->set(u"users"_s, text::Json::object({{u"zoe"_s, u"verborgen"_s}}));
    project.write(u"node_modules/answer.json"_s, document.toCompact());
    project.write(u"node_modules/.bin/cds"_s, "#!/bin/sh\ncat node_modules/answer.json\n");
    QFile::setPermissions(project.path(u"node_modules/.bin/cds"_s),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void shootOwnCds(OpenProject &project, Shooter &shooter)
{
    project.page->findChild<ui::Panel *>()->setCurrentIndex(0);
    shooter.shoot(u"values"_s);
    Q_EMIT project.page->values()->askWanted();
    auto *question = project.page->findChild<ui::TrustDialog *>();
    shooter.shoot(u"values-question"_s, question);
    Q_EMIT question->allowed(true);
    question->reject();
    for (int i = 0; i < 1'000 && !OpenProject::button(project.page, u"Ask the project"_s); ++i)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
    shooter.shoot(u"values-differences"_s);
}

void shootMeasuring(OpenProject &project, Shooter &shooter)
{
    Q_EMIT project.page->measureWanted();
    auto *question = project.page->findChild<ui::MeasureDialog *>();
    question->findChild<QLineEdit *>()->setText(u"http://localhost:4004"_s);
    shooter.shoot(u"measure"_s, question);
    question->findChild<QCheckBox *>()->click();
    shooter.shoot(u"measure-writes"_s, question);
    question->reject();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QDir dir(QApplication::arguments().value(1, u"."_s));
    console::installTranslations(app);
    ui::applyAppearance(app, ui::Appearance::Light);
    OpenProject project;
    project.write(u".git/HEAD"_s, "");
    project.write(u".gitignore"_s, "node_modules\ngen\n*.sqlite\n");
    QFile::copy(QStringLiteral(TOKENTRAIL_TEST_DATA "/cap/lint/model.json"),
                project.path(u"model.json"_s));
    project.write(u"gen/csn.json"_s, project.read(u"model.json"_s));
    project.write(
        u"package.json"_s,
        R"({"name":"shop","cds":{"requires":{"auth":{"kind":"mocked","users":{"zoe":"geheim"}}}}})");
    keepKey(project);
    installCds(project);
    if (!dir.mkpath(u"."_s) || !project.startSandbox() || !project.open())
        return 3;
    Shooter shooter(app, project, dir);
    shootOwnCds(project, shooter);
    shootMeasuring(project, shooter);
    shootSteps(project, shooter);
    return 0;
}
