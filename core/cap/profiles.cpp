// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/profiles.h"

#include "core/text/jsvalue.h"

namespace tokentrail::cap {

using namespace Qt::StringLiterals;

namespace {

void addProfiles(Environment &environment, const QStringList &names)
{
    QStringList list;
    if (environment.contains(u"CDS_ENV"))
        list = environment.value(u"CDS_ENV").split(u',');
    list += names;
    list.removeDuplicates();
    environment.set(u"CDS_ENV"_s, list.join(u','));
}

} // namespace

void applyCommandLine(const QStringList &arguments, Environment &environment)
{
    QString replacement;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const auto &word = arguments[i];
        if (word == "--production"_L1)
            addProfiles(environment, {u"production"_s});
        else if (word == "--profile"_L1)
            addProfiles(environment, arguments.value(++i).split(u','));
        else if (word == "--for"_L1 || word == "-4"_L1)
            replacement = arguments.value(++i);
    }
    if (environment.value(u"NODE_ENV") == "production"_L1)
        addProfiles(environment, {u"production"_s});
    else if (environment.value(u"CDS_ENV").split(u',').contains("production"_L1))
        environment.set(u"NODE_ENV"_s, u"production"_s);
    // The cds command always logs in plain text, and says so as a user would.
    if (!environment.contains(u"CDS_CONFIG"))
        environment.set(u"CDS_CONFIG"_s, uR"({"log":{"format":"plain"}})"_s);
    if (!replacement.isEmpty())
        environment.set(u"CDS_ENV"_s, replacement);
}

QStringList
activeProfiles(const Environment &environment, const QStringList &staticProfiles, bool javaProject)
{
    QStringList profiles;
    if (const auto node = environment.value(u"NODE_ENV"); !node.isEmpty())
        profiles << node;
    if (const auto cds = environment.value(u"CDS_ENV"); !cds.isEmpty()) {
        // Blanks around the commas do not count, those at both ends do.
        const auto names = cds.split(u',');
        for (qsizetype i = 0; i < names.size(); ++i) {
            auto name = names[i];
            while (i > 0 && !name.isEmpty() && text::jsTrimmed(name.first(1)).isEmpty())
                name.remove(0, 1);
            while (i + 1 < names.size() && !name.isEmpty()
                   && text::jsTrimmed(name.last(1)).isEmpty())
                name.chop(1);
            profiles << name;
        }
    }
    profiles += staticProfiles;
    if (javaProject)
        profiles << u"java"_s;
    if (!profiles.contains("production"_L1))
        profiles << u"development"_s;
    profiles.removeDuplicates();
    return profiles;
}

} // namespace tokentrail::cap
