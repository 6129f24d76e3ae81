// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/console/projectdesk.h"
#include "tests/ui/fakeseams.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/diffdialog.h"

#include <QDir>
#include <QFile>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tokentrail::test {

// A project in a folder of its own, open on the Project page of a real window.
class OpenProject
{
public:
    OpenProject()
        : window(std::make_unique<ui::MainWindow>(seams))
        , bench(std::make_unique<console::Workbench>(*window, Clock::system()))
        , desk(std::make_unique<console::ProjectDesk>(
              *bench, settings.filePath(QStringLiteral("settings.ini"))))
    {
        window->show();
        window->showPage(9);
        page = window->findChild<ui::ProjectPage *>();
        write(QStringLiteral("package.json"), "{\"name\":\"shop\"}");
    }
    ~OpenProject()
    {
        desk.reset();
        bench.reset();
    }

    void write(const QString &name, const QByteArray &text) const
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
    }
    QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QString path(const QString &name) const { return folder.filePath(name); }
    bool has(const QString &name) const { return QFile::exists(path(name)); }

    bool open()
    {
        QSignalSpy shown(desk.get(), &console::ProjectDesk::shown);
        desk->open(folder.path());
        return QTest::qWaitFor([&shown] { return !shown.isEmpty(); }, 30'000);
    }
    bool startSandbox()
    {
        auto &sandbox = bench->replaceSandbox();
        QSignalSpy started(&sandbox, &sandbox::Sandbox::started);
        sandbox::StartOptions options;
        options.stateDir = settings.filePath(QStringLiteral("sandbox"));
        options.httpPort = 0;
        options.httpsPort = 0;
        sandbox.start(options);
        if (!QTest::qWaitFor([&started] { return !started.isEmpty(); }, 30'000))
            return false;
        Q_EMIT bench->landscapeChanged();
        return true;
    }

    ui::Banner *banner() const { return page->findChild<ui::Banner *>(); }
    QString said() const { return banner()->isVisible() ? banner()->sentence() : QString(); }
    // The dialog that is open, the newest where one followed another.
    ui::DiffDialog *dialog() const
    {
        ui::DiffDialog *open = nullptr;
        for (auto *one : page->findChildren<ui::DiffDialog *>()) {
            if (one->isVisible())
                open = one;
        }
        return open;
    }
    QString shownDiff() const { return dialog()->findChild<QPlainTextEdit *>()->toPlainText(); }
    template<typename T = QPushButton>
    static T *button(const QWidget *host, const QString &beginning)
    {
        for (auto *one : host->findChildren<T *>()) {
            if (one->text().startsWith(beginning) && one->isVisible())
                return one;
        }
        return nullptr;
    }

    QTemporaryDir settings;
    QTemporaryDir folder;
    ui::FakeSeams seams;
    std::unique_ptr<ui::MainWindow> window;
    std::unique_ptr<console::Workbench> bench;
    std::unique_ptr<console::ProjectDesk> desk;
    ui::ProjectPage *page = nullptr;
};

} // namespace tokentrail::test
