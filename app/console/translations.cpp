// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/translations.h"

#include "core/text/phrasebook.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace tokentrail::console {

using namespace Qt::StringLiterals;

void installTranslations(QApplication &application)
{
    text::setLanguage(QLocale().uiLanguages().value(0));
    auto *ours = new QTranslator(&application);
    if (ours->load(QLocale(), u"tokentrail"_s, u"_"_s, u":/i18n"_s)
        || ours->load(u":/i18n/tokentrail_en.qm"_s))
        QApplication::installTranslator(ours);
    auto *qts = new QTranslator(&application);
    const auto path = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    if (qts->load(QLocale(), u"qtbase"_s, u"_"_s, path))
        QApplication::installTranslator(qts);
}

} // namespace tokentrail::console
