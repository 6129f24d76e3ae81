// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <curl/curl.h>
#include <functional>
#include <memory>

namespace tokentrail::http {

// libcurl's multi handle, driven by Qt's event loop instead of one of its own.
class CurlMulti : public QObject
{
    Q_OBJECT

public:
    // Called once, from the event loop, unless remove() came first.
    using Done = std::function<void(CURLcode)>;

    CurlMulti();
    ~CurlMulti() override; // transfers that run end as CURLE_ABORTED_BY_CALLBACK

    void add(CURL *easy, Done done);
    void remove(CURL *easy);

private:
    struct Watch
    {
        QSocketNotifier *read = nullptr;
        QSocketNotifier *write = nullptr;
    };

    struct Running
    {
        Done done;
        quint64 serial = 0; // a handle's address may be used again
    };

    void start(); // with the first transfer: until then no libcurl is needed
    static int onSocket(CURL *easy, curl_socket_t socket, int what, void *self, void *);
    static int onTimer(CURLM *multi, long timeoutMs, void *self);
    void watch(curl_socket_t socket, int what);
    void drive(curl_socket_t socket, int events);
    void collect();
    void tell(CURL *easy, quint64 serial, CURLcode code);
    void setNotifier(QSocketNotifier *&notifier,
                     curl_socket_t socket,
                     QSocketNotifier::Type type,
                     bool wanted);

    CURLM *m_multi = nullptr;
    QTimer m_timer;
    QHash<curl_socket_t, Watch> m_watches;
    QHash<CURL *, Running> m_running; // until they are told
    quint64 m_lastSerial = 0;
};

} // namespace tokentrail::http
