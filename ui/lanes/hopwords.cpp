// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/lanes/hopwords.h"

#include "core/trail/lanes.h"
#include "core/xsuaa/capuser.h"

#include <QCoreApplication>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("tokentrail::ui::HopWords", text);
}

} // namespace

int numberOf(const trail::Trail &trail, const QString &hopId)
{
    for (qsizetype i = 0; i < trail.hops.size(); ++i) {
        if (trail.hops.at(i).id == hopId)
            return static_cast<int>(i) + 1;
    }
    return 0;
}

QString headlineOf(const trail::Hop &hop)
{
    //: from → to: what
    return say(QT_TRANSLATE_NOOP("tokentrail::ui::HopWords", "%1 → %2: %3"))
        .arg(trail::titleOf(hop.from), trail::titleOf(hop.to), trail::labelOf(hop));
}

QString subjectInWords(const trail::Hop &hop)
{
    if (!hop.subject.isUser)
        return say(QT_TRANSLATE_NOOP("tokentrail::ui::HopWords", "nobody"));
    return hop.subject.name;
}

QString actorInWords(const trail::Hop &hop)
{
    switch (hop.actor.kind) {
    case trail::ActorKind::Client:
        return say(QT_TRANSLATE_NOOP("tokentrail::ui::HopWords", "client %1")).arg(hop.actor.name);
    case trail::ActorKind::TechnicalUser:
        return say(QT_TRANSLATE_NOOP("tokentrail::ui::HopWords", "technical user %1"))
            .arg(hop.actor.name);
    case trail::ActorKind::User:
        return hop.actor.name;
    case trail::ActorKind::None:
        break;
    }
    return say(QT_TRANSLATE_NOOP("tokentrail::ui::HopWords", "nobody"));
}

QString hopInWords(const trail::Trail &trail, const trail::Hop &hop)
{
    auto text = say(QT_TRANSLATE_NOOP("tokentrail::ui::HopWords", "Hop %1 of %2: %3."))
                    .arg(numberOf(trail, hop.id))
                    .arg(trail.hops.size())
                    .arg(headlineOf(hop));
    if (hop.expected) {
        text += u' '
            + say(QT_TRANSLATE_NOOP("tokentrail::ui::HopWords",
                                    "Was expected and did not come: %1"))
                  .arg(hop.reason);
    } else {
        text += u' '
            + say(QT_TRANSLATE_NOOP("tokentrail::ui::HopWords", "For %1, answered %2."))
                  .arg(subjectInWords(hop), trail::answerOf(hop));
    }
    if (hop.id == trail.lossHopId && trail.loss != trail::LossPlace::NotLost)
        text += u' ' + say(QT_TRANSLATE_NOOP("tokentrail::ui::HopWords", "The user ends here."));
    return text;
}

QString roleInWords(trail::TokenRole role)
{
    switch (role) {
    case trail::TokenRole::Bearer:
        return say(QT_TRANSLATE_NOOP("tokentrail::ui::HopWords", "bearer token"));
    case trail::TokenRole::Assertion:
        return say(QT_TRANSLATE_NOOP("tokentrail::ui::HopWords", "assertion to be exchanged"));
    case trail::TokenRole::Code:
        return say(QT_TRANSLATE_NOOP("tokentrail::ui::HopWords", "authorization code"));
    case trail::TokenRole::Refresh:
        return say(QT_TRANSLATE_NOOP("tokentrail::ui::HopWords", "refresh token"));
    case trail::TokenRole::UserToken:
        return say(QT_TRANSLATE_NOOP("tokentrail::ui::HopWords", "user token for the destination"));
    case trail::TokenRole::ProxyAuthorization:
        return say(QT_TRANSLATE_NOOP("tokentrail::ui::HopWords", "token for the proxy"));
    case trail::TokenRole::ConnectivityAuthentication:
        return say(QT_TRANSLATE_NOOP("tokentrail::ui::HopWords", "user token for the backend"));
    case trail::TokenRole::TechnicalAuthentication:
        return say(
            QT_TRANSLATE_NOOP("tokentrail::ui::HopWords", "technical token for the backend"));
    case trail::TokenRole::ApprouterAuthorization:
        return say(QT_TRANSLATE_NOOP("tokentrail::ui::HopWords", "token for the approuter"));
    case trail::TokenRole::Saml:
        return say(QT_TRANSLATE_NOOP("tokentrail::ui::HopWords", "SAML assertion"));
    case trail::TokenRole::Issued:
        return say(QT_TRANSLATE_NOOP("tokentrail::ui::HopWords", "token that was issued"));
    }
    return {};
}

ChipLook lookOf(const trail::TokenSeen &token)
{
    const auto person = xsuaa::kindOf(token.claims) == xsuaa::TokenKind::User;
    return {trail::chipTextOf(token),
            person ? Tone::Person : Tone::Client,
            person ? ChipMark::Person : ChipMark::Client,
            0};
}

} // namespace tokentrail::ui
