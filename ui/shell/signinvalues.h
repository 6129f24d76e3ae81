// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/secret.h"
#include "core/call/session.h"
#include "ui/widgets/choicebutton.h"

#include <QUrl>

namespace tokentrail::ui {

// A user of the sandbox to sign in as with one click.
struct UserCardView
{
    QString name;
    QString detail; // "Administrator; known in the backend as ALICE"
};

// A service key to sign in with.
struct SignInKeyView
{
    QString id;
    QString name;
    QString detail; // "binding-secret · dev.authentication.…"
    QString clientWords; // how the client shows who it is: "its secret", "its certificate"
    QUrl passcodeUrl; // where a person gets a passcode
    bool isHere = false; // the token service is on this machine: its logins may be embedded
};

// What the form asks for. Secrets that the grant does not need are empty.
struct SignInDraft
{
    QString keyId;
    call::Grant grant = call::Grant::Password;
    QString userName;
    Secret password; // or the passcode
    QString fromSession; // whose token is exchanged or refreshed; empty: what was pasted
    Secret pasted; // a JWT, a SAML assertion, a refresh token
    QString origin;
    QString scope;
    QString name; // to keep the session under; empty: after who signed in
    quint16 port = 0; // of the callback; 0: any free
    bool embedded = false; // the browser is a window of Tokentrail
};

// A session as the list shows it.
struct SessionView
{
    QString id;
    QString name;
    QString who;
    QString how; // "password · shop-key"
    QString life; // "11 min left", "expired"
    bool active = false; // has a token that did not end
    bool kept = false; // in the vault: may be logged out and forgotten
    bool renewable = false;
    int tokens = 0; // that can be looked at, past ones included
};

} // namespace tokentrail::ui
