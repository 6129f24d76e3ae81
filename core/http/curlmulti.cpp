// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/http/curlmulti.h"

#include "core/http/curllibrary.h"

namespace tokentrail::http {

CurlMulti::CurlMulti()
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { drive(CURL_SOCKET_TIMEOUT, 0); });
}

CurlMulti::~CurlMulti()
{
    const auto running = std::exchange(m_running, {});
    for (auto it = running.cbegin(); it != running.cend(); ++it) {
        curl().multi_remove_handle(m_multi, it.key());
        it.value().done(CURLE_ABORTED_BY_CALLBACK);
    }
    if (m_multi)
        curl().multi_cleanup(m_multi);
}

void CurlMulti::start()
{
    if (m_multi)
        return;
    m_multi = curl().multi_init();
    curl().multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, &CurlMulti::onSocket);
    curl().multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
    curl().multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, &CurlMulti::onTimer);
    curl().multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
}

void CurlMulti::add(CURL *easy, Done done)
{
    start();
    m_running.insert(easy, {std::move(done), ++m_lastSerial});
    curl().multi_add_handle(m_multi, easy); // asks for the timer, nothing more
}

void CurlMulti::remove(CURL *easy)
{
    if (m_running.remove(easy))
        curl().multi_remove_handle(m_multi, easy);
}

int CurlMulti::onSocket(CURL *, curl_socket_t socket, int what, void *self, void *)
{
    static_cast<CurlMulti *>(self)->watch(socket, what);
    return 0;
}

int CurlMulti::onTimer(CURLM *, long timeoutMs, void *self)
{
    auto &timer = static_cast<CurlMulti *>(self)->m_timer;
    if (timeoutMs < 0)
        timer.stop();
    else
        timer.start(int(std::min(timeoutMs, 3'600'000L)));
    return 0;
}

void CurlMulti::watch(curl_socket_t socket, int what)
{
    auto &watch = m_watches[socket];
    setNotifier(
        watch.read, socket, QSocketNotifier::Read, what == CURL_POLL_IN || what == CURL_POLL_INOUT);
    setNotifier(watch.write,
                socket,
                QSocketNotifier::Write,
                what == CURL_POLL_OUT || what == CURL_POLL_INOUT);
    if (what == CURL_POLL_REMOVE)
        m_watches.remove(socket);
}

void CurlMulti::setNotifier(QSocketNotifier *&notifier,
                            curl_socket_t socket,
                            QSocketNotifier::Type type,
                            bool wanted)
{
    if (wanted == (notifier != nullptr))
        return;
    if (!wanted) {
        // It may be the sender of what brought us here, and its number may be used again at once.
        notifier->setEnabled(false);
        notifier->deleteLater();
        notifier = nullptr;
        return;
    }
    notifier = new QSocketNotifier(qintptr(socket), type, this);
    const int events = type == QSocketNotifier::Read ? CURL_CSELECT_IN : CURL_CSELECT_OUT;
    connect(notifier, &QSocketNotifier::activated, this, [this, socket, events] {
        drive(socket, events);
    });
}

void CurlMulti::drive(curl_socket_t socket, int events)
{
    int running = 0;
    curl().multi_socket_action(m_multi, socket, events, &running);
    collect();
}

void CurlMulti::collect()
{
    int left = 0;
    while (const auto *message = curl().multi_info_read(m_multi, &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        auto *easy = message->easy_handle; // the message dies with remove_handle
        const auto code = message->data.result;
        curl().multi_remove_handle(m_multi, easy);
        const auto serial = m_running.value(easy).serial;
        // Queued, so that whoever is told may delete anything, this object too.
        QMetaObject::invokeMethod(
            this, [this, easy, serial, code] { tell(easy, serial, code); }, Qt::QueuedConnection);
    }
}

void CurlMulti::tell(CURL *easy, quint64 serial, CURLcode code)
{
    if (m_running.value(easy).serial == serial && serial != 0)
        m_running.take(easy).done(code);
}

} // namespace tokentrail::http
