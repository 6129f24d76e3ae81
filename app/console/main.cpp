// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/console.h"
#include "app/console/translations.h"
#include "ui/widgets/seams.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QIcon>

using namespace tokentrail;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"tokentrail"_s);
    QApplication::setApplicationDisplayName(u"Tokentrail"_s);
    QApplication::setApplicationVersion(QStringLiteral(TOKENTRAIL_VERSION));
    QGuiApplication::setDesktopFileName(u"io.github.tokentrail.tokentrail"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/io.github.tokentrail.tokentrail.svg"_s));

    console::installTranslations(app);

    const auto options = console::readOptions(app);
    QDir().mkpath(options.configDir);

    ui::applyAppearance(app, ui::Appearance::System);
    ui::Seams seams;
    ui::MainWindow window(seams);
    window.rememberIn(QDir(options.configDir).filePath(u"tokentrail.ini"_s));
    ui::applyAppearance(app, window.appearance());
    window.show();

    console::Console console(window, options);
    console.start();
    return QApplication::exec();
}
