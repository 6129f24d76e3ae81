// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/evidence/logtext.h"

#include "core/base/redactor.h"
#include "core/evidence/loglines.h"

#include <QDateTime>

#include <utility>

namespace tokentrail::evidence {

namespace {

// A line without an end, or a dump, is cut: what a message says it says at its beginning.
constexpr qsizetype longestLine = 1024 * 1024;
constexpr qsizetype longestMessage = 128 * 1024;
constexpr int sameShapeKept = 3;
constexpr qsizetype recentKept = 24; // an attempt and its end stand close together
constexpr qint64 messagesBetween = 1'000;
constexpr qsizetype shapesKept = 4'000;

// Numbers and ids are what differs between two messages that say the same.
size_t shapeOf(const QByteArray &message)
{
    size_t hash = 1469598103934665603ULL;
    for (const auto unit : message.first(std::min<qsizetype>(message.size(), 600))) {
        if (unit >= '0' && unit <= '9')
            continue;
        hash = (hash ^ size_t(uchar(unit))) * 1099511628211ULL;
    }
    return hash;
}

qint64 timeOf(const QByteArray &stamp)
{
    const auto time = QDateTime::fromString(QString::fromLatin1(stamp), Qt::ISODateWithMs);
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

} // namespace

LogReader::LogReader(Wanted wanted, Wanted success, Mending mending)
    : m_wanted(std::move(wanted))
    , m_success(std::move(success))
    , m_mending(std::move(mending))
{ }

void LogReader::add(QByteArrayView piece)
{
    addDecoded(m_decoding.add(piece));
}

void LogReader::addDecoded(QByteArrayView piece)
{
    qsizetype from = 0;
    while (from < piece.size()) {
        const auto end = piece.indexOf('\n', from);
        const auto part = piece.sliced(from, (end < 0 ? piece.size() : end) - from);
        if (end >= 0 && m_line.isEmpty()) {
            addLine(part.first(std::min(part.size(), longestLine)));
        } else {
            m_line.append(part.first(std::min(part.size(), longestLine - m_line.size())));
            if (end >= 0) {
                const auto line = std::exchange(m_line, {});
                addLine(line);
            }
        }
        if (end < 0)
            return;
        from = end + 1;
    }
}

void LogReader::finish()
{
    addDecoded(m_decoding.finish());
    if (!m_line.isEmpty()) {
        const auto line = std::exchange(m_line, {});
        addLine(line);
    }
    flush();
}

void LogReader::addLine(QByteArrayView whole)
{
    const auto line = bareLine(whole);
    if (line.text.trimmed().isEmpty())
        return;
    // "Original error messages:" and the like say it in the next line.
    const bool announced = m_message.endsWith("messages:") || m_message.endsWith("Caused by:");
    if (!m_message.isEmpty() && (announced || continuesMessage(line.text))) {
        if (m_message.size() < longestMessage)
            m_message.append('\n').append(line.text);
        return;
    }
    flush();
    m_message = line.text.toByteArray();
    m_messageTime = line.time.toByteArray();
}

void LogReader::flush()
{
    if (m_message.isEmpty())
        return;
    ++m_seen;
    const auto message = std::exchange(m_message, {});
    if (m_seen - m_recentSeen > messagesBetween)
        m_recent.clear();
    if (m_mending.may && !m_recent.isEmpty() && m_mending.may(message))
        takeBack(message);
    const bool wanted = !m_wanted || m_wanted(message);
    if (wanted || !m_endsWell)
        m_endsWell = m_success && m_success(message);
    if (!wanted)
        return;
    if (m_wanted && !isNew(message)) {
        ++m_left;
        return;
    }
    const auto said = unwrapped(message);
    m_messages << redactor::text(said.text);
    m_callIds << QString::fromUtf8(callIdIn(message));
    if (m_mending.may) {
        m_recent << message;
        m_recentSeen = m_seen;
        if (m_recent.size() > recentKept)
            m_recent.removeFirst();
    }
    const auto time = timeOf(said.time.isEmpty() ? m_messageTime : said.time);
    m_lastTimeMs = std::max(m_lastTimeMs, time);
}

void LogReader::takeBack(const QByteArray &later)
{
    bool nearest = true;
    for (auto i = m_recent.size() - 1; i >= 0; --i) {
        if (!m_mending.mends(later, m_recent[i], nearest)) {
            nearest = false;
            continue;
        }
        const auto at = m_messages.size() - m_recent.size() + i;
        m_messages.removeAt(at);
        m_callIds.removeAt(at);
        if (m_wanted)
            --m_shapes[shapeOf(m_recent[i])]; // leaves room for one that is not mended
        m_recent.removeAt(i);
        nearest = false;
    }
}

bool LogReader::isNew(const QByteArray &message)
{
    const auto shape = shapeOf(message);
    const auto known = m_shapes.find(shape);
    if (known != m_shapes.end())
        return ++known.value() <= sameShapeKept;
    if (m_shapes.size() >= shapesKept)
        return false;
    m_shapes.insert(shape, 1);
    return true;
}

QStringList readLog(const QByteArray &text)
{
    LogReader reader;
    reader.add(text);
    reader.finish();
    return reader.messages();
}

} // namespace tokentrail::evidence
