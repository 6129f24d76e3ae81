// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/principalhandover.h"

#include <QRandomGenerator>

#include <array>

using namespace Qt::StringLiterals;

namespace tokentrail::sandbox {

namespace {

constexpr qint64 lifetimeMs = 60'000;

QByteArray randomTicket()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->generate(words.begin(), words.end());
    QByteArray ticket;
    for (const auto word : words)
        ticket += QByteArray::number(word, 16).rightJustified(8, '0');
    return ticket;
}

// What has a meaning of its own in a distinguished name or a header is taken out (RFC 4514 §2.4).
QString escaped(const QString &userName)
{
    QString out;
    for (const auto c : userName) {
        if (c.unicode() < 0x20 || c.unicode() == 0x7f)
            continue;
        if (u",+\"\\<>;="_s.contains(c))
            out += u'\\';
        out += c;
    }
    return out;
}

} // namespace

QByteArray PrincipalHandover::headerFor(const QString &userName, qint64 nowMs)
{
    dropExpired(nowMs);
    const QString subject = u"CN="_s + escaped(userName) + u",O=Tokentrail Sandbox"_s;
    const auto ticket = randomTicket();
    m_tickets.insert(ticket, {{subject, userName}, nowMs + lifetimeMs});
    return subject.toUtf8() + ";" + ticket;
}

std::optional<PrincipalHandover::Principal> PrincipalHandover::redeem(const QByteArray &headerValue,
                                                                      qint64 nowMs)
{
    dropExpired(nowMs);
    const auto at = headerValue.lastIndexOf(';');
    const auto found = m_tickets.constFind(headerValue.mid(at + 1));
    if (at < 0 || found == m_tickets.constEnd())
        return {};
    const auto principal = found->principal;
    m_tickets.erase(found);
    if (principal.subject.toUtf8() != headerValue.left(at))
        return {};
    return principal;
}

void PrincipalHandover::dropExpired(qint64 nowMs)
{
    m_tickets.removeIf([nowMs](const auto &entry) { return entry.value().expiresMs <= nowMs; });
}

} // namespace tokentrail::sandbox
