// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/app/ctl/sandboxprocess.h"

#include <QTest>
#include <QUrl>

#include <arpa/inet.h>
#include <poll.h>
#include <sys/resource.h>
#include <unistd.h>
#include <vector>

using namespace tokentrail;
using namespace tokentrail::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr rlim_t usualLimit = 1024; // of open files, where nobody has set another
constexpr int idleConnections = 2000;
constexpr int busyConnections = 200;
constexpr int patienceMs = 30'000;

// A connection of the plainest kind: two thousand of them are nothing.
class Wire
{
public:
    explicit Wire(quint16 port)
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_connected =
            ::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    }
    ~Wire()
    {
        if (m_socket >= 0)
            ::close(m_socket);
    }
    Wire(Wire &&other) noexcept
        : m_socket(std::exchange(other.m_socket, -1))
        , m_connected(other.m_connected)
    { }
    Wire(const Wire &) = delete;
    Wire &operator=(const Wire &) = delete;
    Wire &operator=(Wire &&) = delete;

    bool isConnected() const { return m_connected; }
    bool say(const QByteArray &text) const
    {
        return ::send(m_socket, text.constData(), size_t(text.size()), MSG_NOSIGNAL) == text.size();
    }
    // The status line; empty when there was none in time.
    QByteArray statusLine() const
    {
        QByteArray heard;
        while (!heard.contains("\r\n")) {
            pollfd waiting{m_socket, POLLIN, 0};
            char buffer[4096];
            if (::poll(&waiting, 1, patienceMs) != 1)
                return {};
            const auto size = ::recv(m_socket, buffer, sizeof buffer, 0);
            if (size <= 0)
                return {};
            heard.append(buffer, size);
        }
        return heard.first(heard.indexOf("\r\n"));
    }

private:
    int m_socket = -1;
    bool m_connected = false;
};

bool limitOpenFiles(rlim_t count)
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_max < count)
        return false;
    limit.rlim_cur = count;
    return ::setrlimit(RLIMIT_NOFILE, &limit) == 0;
}

} // namespace

// The sandbox under more connections than a process may have open where nobody asked for more.
class LimitsTest : public QObject
{
    Q_OBJECT

    SandboxProcess m_sandbox;
    quint16 m_port = 0;

    QByteArray tokenRequest()
    {
        const auto key = m_sandbox
                             .ctl({u"sandbox"_s,
                                   u"bindings"_s,
                                   u"--state"_s,
                                   m_sandbox.state(),
                                   u"--format"_s,
                                   u"service-key"_s,
                                   u"--http"_s})
                             .json();
        m_port = quint16(QUrl(key[u"url"].toString()).port());
        const QByteArray body = "grant_type=client_credentials&client_id="
            + QUrl::toPercentEncoding(key[u"clientid"].toString())
            + "&client_secret=" + QUrl::toPercentEncoding(key[u"clientsecret"].toString());
        return "POST /oauth/token HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_port)
            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }

private Q_SLOTS:
    void twoThousandMayWaitWhileTwoHundredWork()
    {
        QVERIFY(limitOpenFiles(usualLimit)); // which the sandbox inherits
        QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.failure()));
        QVERIFY2(limitOpenFiles(usualLimit + idleConnections + busyConnections),
                 "this machine does not let a test have that many files open");
        const auto request = tokenRequest();

        std::vector<Wire> idle;
        for (int i = 0; i < idleConnections; ++i) {
            idle.emplace_back(m_port);
            QVERIFY2(idle.back().isConnected(), qPrintable(QString::number(i)));
        }
        std::vector<Wire> busy;
        for (int i = 0; i < busyConnections; ++i) {
            busy.emplace_back(m_port);
            QVERIFY(busy.back().say(request));
        }
        for (const auto &wire : busy)
            QCOMPARE(wire.statusLine(), QByteArray("HTTP/1.1 200 OK"));
        for (const auto *wire : {&idle.front(), &idle[idle.size() / 2], &idle.back()}) {
            QVERIFY(wire->say(request));
            QCOMPARE(wire->statusLine(), QByteArray("HTTP/1.1 200 OK"));
        }
    }

    void headsBeyond64KilobytesAreRefused()
    {
        const Wire wire(m_port);
        QVERIFY(wire.say("GET / HTTP/1.1\r\nHost: h\r\nX: " + QByteArray(70'000, 'x')));
        QVERIFY(wire.statusLine().startsWith("HTTP/1.1 431 "));
    }
};

QTEST_GUILESS_MAIN(LimitsTest)
#include "tst_limits.moc"
