// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/revocationwords.h"

#include <QCoreApplication>

namespace tokentrail::console {

using call::Revoked;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tokentrail::console::SessionKeeper)
};

} // namespace

QString wordsOf(Revoked outcome)
{
    switch (outcome) {
    case Revoked::Proved:
        return Words::tr("Logged out: the token service revoked the refresh token, and refused it "
                         "when it was tried. Services take the access token until it ends.");
    case Revoked::Agreed:
        return Words::tr("Logged out: the token service says that it revoked the refresh token; "
                         "that was not shown. Services take the access token until it ends.");
    case Revoked::StillTaken:
        return Words::tr("Logged out here, but the token service still takes the refresh token, "
                         "although it said that it revoked it.");
    case Revoked::NotOffered:
        return Words::tr("Logged out here; the token service offers no revocation: the refresh "
                         "token lives until it ends.");
    case Revoked::Refused:
        return Words::tr("Logged out here; the token service did not let the session revoke its "
                         "refresh token, which lives until it ends.");
    case Revoked::NothingToRevoke:
        return Words::tr("Logged out. There was no refresh token to revoke; services take the "
                         "access token until it ends.");
    case Revoked::NoToken:
        return Words::tr("Logged out here; the refresh token was not revoked, since the access "
                         "token to ask with had ended.");
    case Revoked::NotReached:
        return Words::tr("Logged out here; the refresh token was not revoked, since the token "
                         "service gave no answer.");
    }
    return {};
}

} // namespace tokentrail::console
