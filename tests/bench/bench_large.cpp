// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/diagnose.h"
#include "core/evidence/har.h"
#include "core/text/reindent.h"
#include "core/trail/trailbuilder.h"
#include "tests/bench/bench.h"
#include "ui/widgets/largetextview.h"

#include <QApplication>
#include <QDateTime>
#include <QProcess>
#include <QTemporaryFile>

// What is large: a HAR of 50 MB read and diagnosed, a JSON answer of 50 MB shown. The answer is
// measured against node, which parses it and prints it indented.

using namespace tokentrail;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype fiftyMegabytes = 50'000'000;

QByteArray rows(qsizetype bytes)
{
    QByteArray json = "{\"@odata.context\":\"$metadata#Orders\",\"value\":[";
    for (auto i = 0; json.size() < bytes; ++i)
        json += "{\"ID\":" + QByteArray::number(i)
            + R"(,"title":"Order of a customer","price":12.50,"createdBy":"alice","open":true},)";
    json.chop(1);
    return json + "]}";
}

// As a browser writes it: calls one after the other, each with headers and a body of 10 kB.
QByteArray harOf(qsizetype bytes)
{
    auto body = rows(10'000);
    body.replace('"', "\\\"");
    QByteArray har = R"({"log":{"version":"1.2","entries":[)";
    for (auto i = 0; har.size() < bytes; ++i) {
        const auto time = QDateTime::fromMSecsSinceEpoch(1'750'000'000'000 + i * 500LL, Qt::UTC);
        har += R"({"startedDateTime":")" + time.toString(Qt::ISODateWithMs).toLatin1()
            + R"(","time":120.5,"request":{"method":"GET","url":"https://shop.example.com/odata/v4/orders/Orders?$top=)"
            + QByteArray::number(i)
            + R"(","httpVersion":"HTTP/2","headers":[{"name":"accept","value":"application/json"},{"name":"x-correlation-id","value":"c-)"
            + QByteArray::number(i)
            + R"("}],"queryString":[],"headersSize":-1,"bodySize":0},"response":{"status":200,"statusText":"OK","httpVersion":"HTTP/2","headers":[{"name":"content-type","value":"application/json"}],"content":{"size":10000,"mimeType":"application/json","text":")"
            + body
            + R"("},"redirectURL":"","headersSize":-1,"bodySize":-1},"cache":{},"timings":{"send":0.1,"wait":100,"receive":20}},)";
    }
    har.chop(1);
    return har + "]}}";
}

bool benchHar()
{
    const auto har = harOf(fiftyMegabytes);
    const auto start = bench::cpuMicroseconds();
    const auto read = evidence::readHar(har);
    const auto readDone = bench::cpuMicroseconds();
    const auto trails = trail::buildTrails(read->exchanges);
    const auto built = bench::cpuMicroseconds();
    auto findings = 0;
    for (const auto &trail : trails) {
        diagnosis::Case input;
        input.trail = trail;
        findings += int(diagnosis::diagnose(input).findings.size());
    }
    const auto end = bench::cpuMicroseconds();
    std::printf("  HAR: read %.0f ms, %d trails %.0f ms, diagnosed %.0f ms, %d findings\n",
                (readDone - start) / 1000,
                int(trails.size()),
                (built - readDone) / 1000,
                (end - built) / 1000,
                findings);
    return bench::rowAgainstLimit("a HAR of 50 MB read and diagnosed", end - start, 1e6);
}

// CPU microseconds of node for JSON.parse and for JSON.stringify; none without node.
double nodePrints(const QByteArray &json)
{
    QTemporaryFile file;
    if (!file.open())
        return 0;
    file.write(json);
    file.close();
    QProcess node;
    node.start(
        qEnvironmentVariable("PEER_NODE", u"node"_s),
        {u"-e"_s,
         u"const t=require('fs').readFileSync(process.argv[1],'utf8');const c=process.cpuUsage();"
         "JSON.stringify(JSON.parse(t),null,2);const d=process.cpuUsage(c);"
         "console.log(d.user+d.system)"_s,
         file.fileName()});
    if (!node.waitForFinished(60'000))
        return 0;
    return node.readAllStandardOutput().trimmed().toDouble();
}

bool benchAnswer()
{
    const auto json = rows(fiftyMegabytes);
    ui::LargeTextView view(u"Body"_s);
    view.resize(800, 600);
    const auto ours = bench::perCall(1, [&] {
        view.setText(text::reindented(json));
        view.grab();
    });
    const auto peer = nodePrints(json);
    if (peer > 0)
        return bench::row("a JSON answer of 50 MB shown, against node", ours, peer, 1);
    return bench::rowAgainstLimit("a JSON answer of 50 MB shown (no node)", ours, 941'000);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    const bool har = benchHar();
    return benchAnswer() && har ? 0 : 1;
}
