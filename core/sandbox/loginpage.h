// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/message.h"
#include "core/xsuaa/directory.h"

namespace tokentrail::sandbox {

struct LoginPage
{
    QList<xsuaa::User> users; // as cards
    QString csrfToken;
    QString problem; // shown above; empty: none
    bool canCancel = false; // an application waits for the answer
};

http::Response loginPageAnswer(int status, const LoginPage &page);
// What a browser is shown where it must not be sent on.
http::Response problemPage(int status, const QString &title, const QString &sentence);
http::Response passcodePage(const QString &passcode);
http::Response welcomePage(const QString &sentence);

} // namespace tokentrail::sandbox
