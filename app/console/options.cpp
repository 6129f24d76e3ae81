// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/options.h"

#include "core/sandbox/control.h"
#include "core/vault/filevault.h"
#include "core/vault/keychain.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QStandardPaths>

namespace tokentrail::console {

using namespace Qt::StringLiterals;

Options readOptions(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("tokentrail::console::Options",
                                    "Shows which token goes where and why a call was refused."));
    parser.addHelpOption();
    parser.addVersionOption();
    const auto say = [](const char *text) {
        return QCoreApplication::translate("tokentrail::console::Options", text);
    };
    const QCommandLineOption state(
        u"state"_s,
        say(QT_TRANSLATE_NOOP("tokentrail::console::Options", "State folder of the sandbox.")),
        u"DIR"_s,
        sandbox::defaultStateDir());
    const QCommandLineOption config(
        u"config-dir"_s,
        say(QT_TRANSLATE_NOOP("tokentrail::console::Options",
                              "Where the window remembers itself.")),
        u"DIR"_s,
        QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation));
    const QCommandLineOption noSandbox(
        u"no-sandbox"_s,
        say(QT_TRANSLATE_NOOP("tokentrail::console::Options", "Start without the sandbox.")));
    const QCommandLineOption noKeychain(
        u"no-keychain"_s,
        say(QT_TRANSLATE_NOOP("tokentrail::console::Options",
                              "Do not use the desktop's keychain for the vault.")));
    parser.addOptions({state, config, noSandbox, noKeychain});
    parser.process(application);
    return {parser.value(state),
            parser.value(config),
            !parser.isSet(noSandbox),
            vault::FileVault::defaultFileName(),
            vault::isKeychainWanted() && !parser.isSet(noKeychain)};
}

} // namespace tokentrail::console
