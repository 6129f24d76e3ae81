// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/corpus.h"

#include <cstdio>

using namespace tokentrail;

namespace {

void list(const char *title, const QStringList &names)
{
    for (const auto &name : names)
        std::printf("  %s: %s\n", title, qPrintable(name));
}

} // namespace

// How often the true cause comes first, among the first three, and how often there is an alarm
// over a call that works. Folders of other cases may be given.
int main(int argc, char **argv)
{
    QStringList folders;
    for (int i = 1; i < argc; ++i)
        folders << QString::fromLocal8Bit(argv[i]) + u'/';
    if (folders.isEmpty())
        folders << QStringLiteral(TOKENTRAIL_TEST_DATA "/cases/")
                << QStringLiteral(TOKENTRAIL_TEST_DATA "/trails/");
    QList<test::CorpusCase> cases;
    for (const auto &folder : folders)
        cases += test::readCorpus(folder);
    const auto figures = test::figuresOf(cases);
    std::printf("corpus: %d broken, %d working\n", figures.broken, figures.working);
    std::printf("  true cause first           | %6.1f %% | at least  95 %%\n",
                figures.shareFirst() * 100);
    std::printf("  true cause among the first 3 | %4.1f %% | at least 100 %%\n",
                figures.shareAmongThree() * 100);
    std::printf("  false alarms               | %6lld   | at most     0\n",
                qint64(figures.falseAlarms.size()));
    list("not first", figures.notFirst);
    list("not among three", figures.notAmongThree);
    list("false alarm", figures.falseAlarms);
    const bool ok = figures.shareFirst() >= 0.95 && figures.notAmongThree.isEmpty()
        && figures.falseAlarms.isEmpty();
    return ok ? 0 : 1;
}
