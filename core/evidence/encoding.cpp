// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/evidence/encoding.h"

namespace tokentrail::evidence {

namespace {

constexpr QByteArrayView utf8Mark("\xEF\xBB\xBF");
constexpr QByteArrayView littleMark("\xFF\xFE");
constexpr QByteArrayView bigMark("\xFE\xFF");

} // namespace

QByteArray Utf8Stream::add(QByteArrayView piece)
{
    if (!m_begun) {
        m_head += piece;
        const bool mayBeMark = utf8Mark.startsWith(m_head) || littleMark.startsWith(m_head)
            || bigMark.startsWith(m_head);
        if (mayBeMark && m_head.size() < 2)
            return {};
        if (m_head.size() == 2 && utf8Mark.startsWith(m_head))
            return {};
        return finish();
    }
    if (!m_decoder)
        return piece.toByteArray();
    QString decoded = m_half;
    decoded += m_decoder->decode(piece);
    m_half.clear();
    if (!decoded.isEmpty() && decoded.back().isHighSurrogate()) {
        m_half = decoded.back();
        decoded.chop(1);
    }
    return decoded.toUtf8();
}

QByteArray Utf8Stream::finish()
{
    if (m_begun)
        return {};
    m_begun = true;
    const auto head = std::exchange(m_head, {});
    if (head.startsWith(utf8Mark))
        return head.sliced(utf8Mark.size());
    if (head.startsWith(littleMark))
        m_decoder.emplace(QStringDecoder::Utf16LE);
    else if (head.startsWith(bigMark))
        m_decoder.emplace(QStringDecoder::Utf16BE);
    else
        return head;
    return add(QByteArrayView(head).sliced(littleMark.size()));
}

QByteArray inUtf8(const QByteArray &text)
{
    Utf8Stream stream;
    auto out = stream.add(text);
    out += stream.finish();
    return out;
}

} // namespace tokentrail::evidence
