// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/bench.h"
#include "tests/ui/samples.h"
#include "ui/call/callpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/seams.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QFile>
#include <QProcess>
#include <QTimer>

// First frame of the Call page, and memory two seconds later, against an empty window of Qt
// Widgets. Each measurement is a process of its own; the median of seven counts.

using namespace tokentrail;
using namespace Qt::StringLiterals;

namespace {

constexpr int runs = 7;
constexpr int settleMs = 2000;

// Kilobytes of memory that only this process holds, plus its share of what others hold too.
double proportionalKilobytes()
{
    QFile file(u"/proc/self/smaps_rollup"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const auto &line : file.readAll().split('\n')) {
        if (line.startsWith("Pss:"))
            return line.mid(4).trimmed().split(' ').constFirst().toDouble();
    }
    return 0;
}

// Says how much CPU it took from the start of the process to the first painted frame.
class FirstFrame : public QObject
{
public:
    explicit FirstFrame(QWidget &window)
        : m_window(window)
    {
        window.installEventFilter(this);
        window.show();
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::UpdateRequest)
            return false;
        m_window.removeEventFilter(this);
        watched->event(event); // paints everything
        const auto cpu = bench::cpuMicroseconds();
        QTimer::singleShot(settleMs, this, [cpu] {
            std::printf("%.0f %.0f\n", cpu, proportionalKilobytes());
            QApplication::quit();
        });
        return true;
    }

private:
    QWidget &m_window;
};

int showEmpty(QApplication &)
{
    QWidget window;
    window.resize(1360, 860);
    const FirstFrame frame(window);
    return QApplication::exec();
}

int showCallPage(QApplication &app)
{
    ui::applyAppearance(app, ui::Appearance::Light);
    ui::Seams seams;
    ui::MainWindow window(seams);
    auto *page = window.callPage();
    page->setSessions(ui::samples::sessions());
    page->setTargets(ui::samples::targets());
    page->setVias(ui::samples::vias());
    page->setExamples(ui::samples::examples());
    page->setPlan(ui::samples::plan());
    page->setDraft(ui::samples::firstDraft());
    window.resize(1360, 860);
    const FirstFrame frame(window);
    return QApplication::exec();
}

struct Measured
{
    double cpu = 0;
    double kilobytes = 0;
};

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

Measured measure(const QString &program, const QString &what)
{
    std::vector<double> cpu;
    std::vector<double> kilobytes;
    for (auto i = 0; i < runs; ++i) {
        QProcess process;
        process.start(program, {what});
        if (!process.waitForFinished())
            continue;
        const auto words = process.readAllStandardOutput().trimmed().split(' ');
        if (words.size() != 2)
            continue;
        cpu.push_back(words.at(0).toDouble());
        kilobytes.push_back(words.at(1).toDouble());
    }
    return {median(cpu), median(kilobytes)};
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const auto what = QApplication::arguments().value(1);
    if (what == u"--empty")
        return showEmpty(app);
    if (what == u"--call")
        return showCallPage(app);
    const auto empty = measure(QApplication::applicationFilePath(), u"--empty"_s);
    const auto call = measure(QApplication::applicationFilePath(), u"--call"_s);
    const auto frame = bench::row("first frame of the Call page", call.cpu, empty.cpu, 2.0);
    std::printf("%-44s | %10.0f kB | %10.0f kB | %6.2f x | at most %5.2f x | %s\n",
                "memory after two seconds",
                call.kilobytes,
                empty.kilobytes,
                empty.kilobytes > 0 ? call.kilobytes / empty.kilobytes : 0,
                2.0,
                empty.kilobytes > 0 && call.kilobytes <= 2 * empty.kilobytes ? "ok" : "TOO MUCH");
    return frame && call.kilobytes <= 2 * empty.kilobytes ? 0 : 1;
}
