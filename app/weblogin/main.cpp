// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/weblogin/loginview.h"
#include "app/weblogin/orderlines.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QIcon>
#include <QLocale>
#include <QTranslator>

#include <cstdio>
#include <memory>
#include <unistd.h>

using namespace tokentrail;
using namespace Qt::StringLiterals;

namespace {

void tell(const call::LoginWindowReport &report)
{
    const auto line = toLine(report);
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    std::fflush(stdout);
}

// Chromium refuses to start there; without this sentence it would be a crash.
bool mayRun()
{
    if (geteuid() != 0 || qEnvironmentVariableIsSet("QTWEBENGINE_DISABLE_SANDBOX"))
        return true;
    tell({call::LoginWindowReport::Kind::Failed,
          u"As root the login window would run without its sandbox; it is not opened. Take the "
          u"system's browser, or run Tokentrail as another user."_s,
          {}});
    return false;
}

void translate(QApplication &app)
{
    auto *ours = new QTranslator(&app);
    if (ours->load(QLocale(), u"tokentrail"_s, u"_"_s, u":/i18n"_s))
        QApplication::installTranslator(ours);
}

} // namespace

int main(int argc, char **argv)
{
    if (!mayRun())
        return 1;
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"tokentrail-weblogin"_s);
    QApplication::setApplicationDisplayName(u"Tokentrail"_s);
    QGuiApplication::setDesktopFileName(u"io.github.tokentrail.tokentrail"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/io.github.tokentrail.tokentrail.svg"_s));
    translate(app);
    ui::applyAppearance(app, ui::Appearance::System);

    std::unique_ptr<weblogin::LoginView> view;
    weblogin::OrderLines lines;
    QObject::connect(&lines, &weblogin::OrderLines::ended, &app, &QApplication::quit);
    QObject::connect(&lines, &weblogin::OrderLines::came, &app, [&view](const QByteArray &line) {
        const auto order = call::orderFromLine(line);
        if (view || !order)
            return;
        view = std::make_unique<weblogin::LoginView>(*order);
        QObject::connect(view.get(), &weblogin::LoginView::reported, view.get(), &tell);
        view->begin();
    });
    const auto code = QApplication::exec();
    view.reset(); // its profile ends before the application
    return code;
}
