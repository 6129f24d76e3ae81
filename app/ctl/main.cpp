// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/command.h"
#include "app/ctl/parser.h"
#include "core/text/phrasebook.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimer>

#include <cstdio>

using namespace tokentrail;

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("tokentrail"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TOKENTRAIL_VERSION));

    text::setLanguage(QLocale().uiLanguages().value(0));
    const auto table = ctl::commandTable();
    const auto parsed = ctl::parseArguments(QCoreApplication::arguments().mid(1), table);
    if (!parsed) {
        std::fprintf(stderr, "tokentrailctl: %s\n", qUtf8Printable(parsed.error().sentence));
        return ctl::Usage;
    }
    if (parsed->options.contains(QStringLiteral("--help"))) {
        const auto help =
            parsed->command.name.isEmpty() ? ctl::overview(table) : ctl::helpOf(parsed->command);
        std::fputs(qUtf8Printable(help), stdout);
        return ctl::Ok;
    }
    if (parsed->options.contains(QStringLiteral("--version"))) {
        std::printf("tokentrailctl %s\n", TOKENTRAIL_VERSION);
        return ctl::Ok;
    }

    ctl::Invocation invocation(parsed->positionals, parsed->options);
    QObject::connect(
        &invocation,
        &ctl::Invocation::finished,
        &app,
        [](int code) { QCoreApplication::exit(code); },
        Qt::QueuedConnection);
    QTimer::singleShot(0, &invocation, [&] { parsed->command.run(invocation); });
    return QCoreApplication::exec();
}
