// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/base/secrettriggers.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace tokentrail::redactor {

namespace {

// Halves of a pair that a match needs together.
enum Half : unsigned {
    Type = 1U << 16,
    Value = 1U << 17,
    StoreName = 1U << 18,
    Content = 1U << 19,
    Scheme = 1U << 20,
    At = 1U << 21,
    Begin = 1U << 22,
    KeyWord = 1U << 23,
    Quote = 1U << 24,
    Colon = 1U << 25,
    Equals = 1U << 26,
};

unsigned halfOf(unsigned letter)
{
    switch (letter) {
    case '@':
        return At;
    case '"':
        return Quote;
    case ':':
        return Colon;
    case '=':
        return Equals;
    default:
        return 0;
    }
}

struct Trigger
{
    std::string_view word; // in small letters where case does not count
    std::size_t pair; // where in it the two letters stand that are looked for; rare ones
    unsigned meaning;
    bool anyCase = true;
};

constexpr std::array triggers{
    Trigger{"eyJ", 1, Jwt, false},
    Trigger{"/oauth/token/revoke/", 15, Jwt, false}, // which may hold an opaque token
    Trigger{"secret", 2, JsonMember | FormField},
    Trigger{"password", 3, JsonMember | FormField},
    Trigger{"passcode", 3, JsonMember | FormField},
    Trigger{"assertion", 1, JsonMember | FormField},
    Trigger{"code=", 3, FormField},
    Trigger{"code_verifier", 3, JsonMember | FormField},
    Trigger{"token", 1, JsonMember | NamedValue | FormField | HeaderLine},
    Trigger{"private", 2, JsonMember},
    Trigger{"samlresponse", 2, JsonMember | FormField},
    Trigger{"authorization", 6, JsonMember | NamedValue | HeaderLine},
    Trigger{"authentication", 1, NamedValue | HeaderLine},
    Trigger{"cookie", 3, JsonMember | NamedValue | HeaderLine},
    Trigger{"x-api-key", 5, NamedValue | HeaderLine},
    Trigger{"\"type\"", 2, Type, false},
    Trigger{"\"value\"", 4, Value, false},
    Trigger{".p12\"", 1, StoreName},
    Trigger{".pfx\"", 2, StoreName},
    Trigger{".pem\"", 0, StoreName},
    Trigger{".jks\"", 1, StoreName},
    Trigger{".keystore\"", 3, StoreName},
    Trigger{"\"content\"", 7, Content},
    Trigger{"Basic ", 0, BasicWord, false},
    Trigger{"-----BEGIN ", 4, Begin, false},
    Trigger{"PRIVATE KEY-----", 10, KeyWord, false},
    Trigger{"://", 1, Scheme, false},
};

constexpr unsigned char lower(unsigned char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<unsigned char>(c + 32) : c;
}

// By the pair of letters at hand: the first trigger that has it, and from there to the next.
class Pairs
{
public:
    Pairs()
    {
        m_first.fill(none);
        m_next.fill(none);
        for (std::size_t i = 0; i < triggers.size(); ++i) {
            const auto &trigger = triggers[i];
            auto &first =
                m_first[index(lower(static_cast<unsigned char>(trigger.word[trigger.pair])),
                              lower(static_cast<unsigned char>(trigger.word[trigger.pair + 1])))];
            m_next[i] = first;
            first = static_cast<std::uint8_t>(i);
        }
        // Looked up as the letters are written.
        for (unsigned a = 0; a < 128; ++a) {
            for (unsigned b = 0; b < 128; ++b) {
                const auto small = index(lower(static_cast<unsigned char>(a)),
                                         lower(static_cast<unsigned char>(b)));
                m_first[index(a, b)] = m_first[small];
            }
        }
    }

    static constexpr std::uint8_t none = 0xff;
    std::uint8_t first(unsigned a, unsigned b) const { return m_first[index(a, b)]; }
    std::uint8_t next(std::uint8_t trigger) const { return m_next[trigger]; }

private:
    static constexpr std::size_t index(unsigned a, unsigned b) { return a * 128U + b; }

    std::array<std::uint8_t, 128 * 128> m_first;
    std::array<std::uint8_t, triggers.size()> m_next;
};

template<typename Unit>
bool standsAt(std::span<const Unit> text, std::size_t pairAt, const Trigger &trigger)
{
    if (pairAt < trigger.pair || text.size() - (pairAt - trigger.pair) < trigger.word.size())
        return false;
    const auto *at = text.data() + (pairAt - trigger.pair);
    for (std::size_t i = 0; i < trigger.word.size(); ++i) {
        if (at[i] >= 128)
            return false;
        const auto c = static_cast<unsigned char>(at[i]);
        if ((trigger.anyCase ? lower(c) : c) != static_cast<unsigned char>(trigger.word[i]))
            return false;
    }
    return true;
}

// Where case does not count these two are letters of ASCII as well: ſ is s, the Kelvin sign is k.
bool isUnusualLetter(std::uint16_t unit, std::uint16_t)
{
    return unit == 0x017f || unit == 0x212a;
}

bool isUnusualLetter(std::uint8_t unit, std::uint8_t next)
{
    return (unit == 0xc5 && next == 0xbf) || (unit == 0xe2 && next == 0x84);
}

unsigned whole(unsigned found)
{
    auto patterns = found & EveryPattern;
    // A name alone gives no secret away, and settings are full of such names.
    if ((found & Quote) == 0 || (found & Colon) == 0)
        patterns &= ~unsigned(JsonMember | NamedValue);
    if ((found & Equals) == 0)
        patterns &= ~unsigned(FormField);
    if ((found & (Colon | Equals)) == 0)
        patterns &= ~unsigned(HeaderLine);
    const auto both = [found](unsigned one, unsigned other) {
        return (found & one) != 0 && (found & other) != 0;
    };
    if (both(Type, Value))
        patterns |= TypedValue;
    if (both(StoreName, Content))
        patterns |= KeyStore;
    if (both(Scheme, At))
        patterns |= UserInfo;
    if (both(Begin, KeyWord))
        patterns |= PrivateKey;
    return patterns;
}

template<typename Unit>
unsigned found(std::span<const Unit> text)
{
    static const Pairs pairs;
    unsigned out = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto a = text[i];
        const Unit b = i + 1 < text.size() ? text[i + 1] : Unit(0);
        if (a >= 128) {
            if (isUnusualLetter(a, b))
                return EveryPattern;
            continue;
        }
        out |= halfOf(a);
        if (b >= 128)
            continue;
        for (auto trigger = pairs.first(a, b); trigger != Pairs::none;
             trigger = pairs.next(trigger)) {
            const auto &one = triggers[trigger];
            if ((out & one.meaning) != one.meaning && standsAt(text, i, one))
                out |= one.meaning;
        }
    }
    return whole(out);
}

} // namespace

unsigned patternsFor(QStringView text)
{
    return found(std::span(reinterpret_cast<const std::uint16_t *>(text.utf16()),
                           static_cast<std::size_t>(text.size())));
}

unsigned patternsFor(QByteArrayView utf8)
{
    return found(std::span(reinterpret_cast<const std::uint8_t *>(utf8.data()),
                           static_cast<std::size_t>(utf8.size())));
}

} // namespace tokentrail::redactor
