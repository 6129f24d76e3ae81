// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trail/claims.h"
#include "core/trail/lanebuilder.h"
#include "core/trail/need.h"
#include "core/trail/say.h"
#include "core/trail/tokens.h"
#include "core/trail/userline.h"

#include <algorithm>

namespace tokentrail::trail {

using namespace Qt::StringLiterals;

namespace {

constexpr double chipHeight = 20;
constexpr double chipPadding = 30; // sign on the left, air on both sides

QString suffixOf(TokenRole role)
{
    switch (role) {
    case TokenRole::Assertion:
        return u" · "_s + say(u"suffix.exchange");
    case TokenRole::UserToken:
        return u" · x-user-token"_s;
    case TokenRole::ProxyAuthorization:
        return u" · "_s + say(u"suffix.proxy");
    case TokenRole::ConnectivityAuthentication:
        return u" · "_s + say(u"suffix.propagated");
    case TokenRole::Bearer:
    case TokenRole::Code:
    case TokenRole::Refresh:
    case TokenRole::TechnicalAuthentication:
    case TokenRole::ApprouterAuthorization:
    case TokenRole::Saml:
    case TokenRole::Issued:
        return {};
    }
    return {};
}

bool worthAChip(const TokenSeen &token)
{
    return token.role != TokenRole::Refresh;
}

} // namespace

int LaneBuilder::hueOf(const QString &person)
{
    if (!m_persons.contains(person))
        m_persons << person;
    return int(m_persons.indexOf(person));
}

LaneChip LaneBuilder::chipOf(const Hop &hop, qsizetype index)
{
    const auto &token = hop.tokens[index];
    const auto subject = subjectOf(token.claims);
    LaneChip chip;
    chip.hopId = hop.id;
    chip.token = int(index);
    chip.person = subject.isUser;
    chip.tone = subject.isUser ? Tone::Person : Tone::Client;
    if (subject.isUser)
        chip.hue = hueOf(subject.name);
    const auto client = clientOf(token.claims);
    const auto name = subject.isUser ? subject.name : shortClientName(client.name);
    if (name.isEmpty() || token.role == TokenRole::Code)
        chip.text = chipTextOf(token);
    else if (m_seenTokens.contains(token.fingerprint))
        chip.text =
            name + u" · "_s + say(u"chip.same", {{u"fingerprint", token.fingerprint.left(4)}});
    else
        chip.text = chipTextOf(token);
    chip.text += suffixOf(token.role);
    chip.fullText =
        chip.text + u" · "_s + say(u"chip.fingerprint", {{u"fingerprint", token.fingerprint}});
    if (!subject.isUser && !client.name.isEmpty())
        chip.fullText += u" · "_s + client.name;
    if (!token.jti.isEmpty())
        chip.fullText += u" · jti "_s + token.jti;
    m_seenTokens << token.fingerprint;
    return chip;
}

// What stands in for a token: a password, a certificate, or nothing where a person was wanted.
QList<LaneChip> LaneBuilder::chipsWithoutTokens(const Hop &hop) const
{
    LaneChip chip;
    chip.hopId = hop.id;
    if (hop.kind == HopKind::Backend && hop.subject.isUser
        && !tokenWithRole(hop, TokenRole::Bearer)) {
        chip.person = true;
        chip.tone = Tone::Person;
        chip.text = say(u"chip.certificate", {{u"name", hop.subject.name}});
    } else if (isCallIntoService(hop) && hop.actor.kind == ActorKind::User) {
        chip.person = true;
        chip.tone = Tone::Person;
        chip.text = say(u"chip.password", {{u"name", hop.actor.name}});
    } else if (hop.actor.kind == ActorKind::TechnicalUser) {
        chip.text = say(u"chip.technical", {{u"name", hop.actor.name}});
    } else if (isCallIntoService(hop) && hop.tokens.isEmpty()) {
        chip.tone = Tone::Muted;
        chip.text = say(u"chip.none");
    } else {
        return {};
    }
    chip.fullText = chip.text;
    return {chip};
}

void LaneBuilder::placeChips(const Hop &hop, bool issued)
{
    if (!issued) {
        for (auto chip : chipsWithoutTokens(hop)) {
            if (chip.person)
                chip.hue = hueOf(hop.subject.name);
            placeChip(hop, chip);
        }
    }
    for (qsizetype i = 0; i < hop.tokens.size(); ++i) {
        const auto &token = hop.tokens[i];
        const bool isAnswer = token.role == TokenRole::Issued;
        if (isAnswer == issued && worthAChip(token))
            placeChip(hop, chipOf(hop, i));
    }
    if (issued && hop.kind == HopKind::DestinationLookup && wantsUser(hop)
        && m_trail.loss != LossPlace::NotLost && !callAfter(m_trail, hop)) {
        LaneChip chip;
        chip.hopId = hop.id;
        chip.tone = Tone::Error;
        chip.text = say(u"chip.needs-user", {{u"destination", hop.destination}});
        chip.fullText = chip.text;
        placeChip(hop, chip);
    }
}

void LaneBuilder::placeChip(const Hop &hop, LaneChip chip)
{
    const auto left = leftOf(hop);
    const auto available = std::max(60.0, rightLimit(left) - left);
    // The name counts most: what follows it goes first where there is no room.
    while (chip.text.contains(u" · "_s)
           && m_measure.width(chip.text, TextRole::Chip) > available - chipPadding)
        chip.text = chip.text.section(u" · "_s, 0, -2);
    chip.text = m_measure.elided(chip.text, TextRole::Chip, available - chipPadding);
    const auto chipWidth = m_measure.width(chip.text, TextRole::Chip) + chipPadding;
    chip.rect = QRectF(left, m_y, std::min(chipWidth, available), chipHeight);
    m_picture.chips.append(chip);
    m_y += chipHeight + 4;
}

} // namespace tokentrail::trail
