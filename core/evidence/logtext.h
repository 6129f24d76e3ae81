// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/evidence/encoding.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <functional>

namespace tokentrail::evidence {

// The messages of a log as people paste it or as a file holds it: `cf logs` prefixes, colours and
// JSON envelopes taken off, stack frames and causes kept with the message above them, secrets
// taken out on reading. Takes the text in pieces of any size; memory does not grow with it where
// only some messages are wanted.
class LogReader
{
public:
    using Wanted = std::function<bool(QByteArrayView)>; // is asked once a message

    // What worked in the end is taken back: `may` is asked once a message, `mends` of it and those
    // kept shortly before.
    struct Mending
    {
        Wanted may;
        std::function<bool(const QByteArray &later, const QByteArray &earlier, bool nearest)> mends;
    };

    // None wanted: every message, however often it comes. What tells of success is not kept by it.
    explicit LogReader(Wanted wanted = {}, Wanted success = {}, Mending mending = {});

    void add(QByteArrayView piece); // UTF-8, or UTF-16 with its mark
    void finish(); // the last line may lack its end

    const QStringList &messages() const { return m_messages; }
    const QStringList &callIds() const { return m_callIds; } // one a message; empty: not said
    qint64 lastTimeMs() const { return m_lastTimeMs; } // of the kept messages; 0: none has one
    qint64 seen() const { return m_seen; } // messages in all
    bool endsWell() const { return m_endsWell; } // success came after the last wanted message
    qint64 left() const { return m_left; } // wanted, but said often enough before

private:
    void addDecoded(QByteArrayView piece);
    void addLine(QByteArrayView line);
    void flush();
    void takeBack(const QByteArray &later);
    bool isNew(const QByteArray &message);

    Wanted m_wanted;
    Wanted m_success;
    Mending m_mending;
    bool m_endsWell = false;
    Utf8Stream m_decoding;
    QByteArray m_line; // so far
    QByteArray m_message; // so far, line by line
    QByteArray m_messageTime;
    QStringList m_messages;
    QStringList m_callIds;
    QByteArrayList m_recent; // the last of the messages, as they came
    qint64 m_recentSeen = 0; // when the last of them came, counted in messages
    QHash<size_t, int> m_shapes;
    qint64 m_lastTimeMs = 0;
    qint64 m_seen = 0;
    qint64 m_left = 0;
};

QStringList readLog(const QByteArray &text); // all of it

} // namespace tokentrail::evidence
