// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/http/client.h"
#include "core/http/curllibrary.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

namespace {

bool isCurlLoaded()
{
    QFile maps(u"/proc/self/maps"_s);
    return maps.open(QIODevice::ReadOnly) && maps.readAll().contains("libcurl");
}

} // namespace

class TestCurlLibrary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isLoadedWithTheFirstCallOnly()
    {
        http::Client client;
        QVERIFY(!isCurlLoaded());
        http::ClientRequest request;
        request.method = "GET";
        request.url = QUrl(u"http://127.0.0.1:1/"_s);
        auto *job = client.send(request, &client);
        QVERIFY(!isCurlLoaded());
        QSignalSpy finished(job, &http::ClientJob::finished);
        job->start();
        QVERIFY(isCurlLoaded());
        QVERIFY(finished.wait());
        QVERIFY(job->exchange().failure);
    }

    void saysWhatIsMissing()
    {
        const auto missing = http::loadCurl(u"libnobody.so.4"_s);
        QVERIFY(missing.failure);
        QVERIFY(missing.failure->sentence.contains("libnobody.so.4"_L1));
        QVERIFY(missing.failure->sentence.contains("libcurl4"_L1));
    }

    void takesNoOtherLibraryForIt()
    {
        QVERIFY(http::loadCurl(u"libssl.so.3"_s).failure);
        QVERIFY(!http::loadCurl(u"libcurl.so.4"_s).failure);
    }
};

QTEST_GUILESS_MAIN(TestCurlLibrary)
#include "tst_curllibrary.moc"
