// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/console.h"
#include "ui/widgets/seams.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QIcon>
#include <QLibraryInfo>
#include <QTranslator>

using namespace tokentrail;
using namespace Qt::StringLiterals;

namespace {

// English is translated too: its file holds the plural forms.
void installTranslations(QTranslator &ours, QTranslator &qts)
{
    if (ours.load(QLocale(), u"tokentrail"_s, u"_"_s, u":/i18n"_s)
        || ours.load(u":/i18n/tokentrail_en.qm"_s))
        QApplication::installTranslator(&ours);
    if (qts.load(
            QLocale(), u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(&qts);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"tokentrail"_s);
    QApplication::setApplicationDisplayName(u"Tokentrail"_s);
    QApplication::setApplicationVersion(QStringLiteral(TOKENTRAIL_VERSION));
    QGuiApplication::setDesktopFileName(u"io.github.tokentrail.tokentrail"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/io.github.tokentrail.tokentrail.svg"_s));

    QTranslator ours;
    QTranslator qts;
    installTranslations(ours, qts);

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
