// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/message.h"

#include <QByteArrayView>

#include <optional>

namespace tokentrail::http {

bool isToken(QByteArrayView text); // RFC 9110 §5.6.2, not empty
bool isFieldValue(QByteArrayView text); // no control characters but tab
bool isTarget(QByteArrayView text); // visible ASCII, not empty

// A request head that two readers cannot take for different things.
struct RequestHead
{
    Request request; // without body
    bool isHttp11 = true;
    bool keepAlive = true;
    bool expectsContinue = false;
    bool isChunked = false;
    qint64 contentLength = 0;
};

struct Refusal
{
    int status = 400;
    QByteArray because; // one sentence, quotes nothing of the request
};

struct HeadVerdict
{
    std::optional<RequestHead> head;
    Refusal refusal; // when there is no head
};

// Whether a head that has begun so can still end well; saves a broken client the wait.
bool canBecomeHead(QByteArrayView bytes);

// Judges a head with its empty line at the end. Stricter than RFC 9112 allows a server to be:
// whatever some other reader might frame differently is refused, never repaired.
HeadVerdict judgeRequestHead(QByteArrayView bytes);

} // namespace tokentrail::http
