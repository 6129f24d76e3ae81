// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/signinviews.h"

#include "core/call/loginwindow.h"
#include "core/jose/jwt.h"
#include "core/trail/redaction.h"

#include <QCoreApplication>

namespace tokentrail::console {

using namespace Qt::StringLiterals;
using ui::SignInKeyView;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tokentrail::console::SignInDesk)
};

QUrl passcodeUrlOf(const xsuaa::ServiceKey &key)
{
    auto url = key.client.url;
    url.setPath(u"/passcode"_s);
    return url;
}

} // namespace

QString windowLack()
{
    switch (call::findLoginWindow().lack) {
    case call::LoginWindowProgram::Lack::None:
        break;
    case call::LoginWindowProgram::Lack::NotBuilt:
        return Words::tr("Tokentrail has no login window of its own here: it was built "
                         "without Qt WebEngine.");
    case call::LoginWindowProgram::Lack::Root:
        return Words::tr("A login window of Tokentrail is not opened for root: its browser "
                         "would run without its sandbox.");
    }
    return {};
}

SignInKeyView signInViewOf(const xsuaa::KeptKey &kept, bool isHere)
{
    const auto &client = kept.key.client;
    SignInKeyView view;
    view.id = kept.name;
    view.name = kept.name;
    view.detail = xsuaa::tokenEndpoint(client).url.authority();
    if (!client.clientSecret.isEmpty())
        view.clientWords = Words::tr("its secret");
    else if (!client.certificatePem.isEmpty())
        view.clientWords = Words::tr("its certificate (mutual TLS)");
    view.passcodeUrl = passcodeUrlOf(kept.key);
    view.isHere = isHere;
    return view;
}

Secret withoutScheme(const Secret &token)
{
    const auto compact = jose::decodeToken(token.reveal()).compact;
    return compact.isEmpty() ? token : Secret(compact);
}

QString answerOf(const QList<http::Exchange> &exchanges)
{
    if (exchanges.isEmpty() || exchanges.constLast().callee != "xsuaa"_L1
        || exchanges.constLast().response.status == 0)
        return {};
    const auto response = trail::redacted(exchanges.constLast().response);
    QString text = u"HTTP %1\n"_s.arg(response.status);
    for (const auto &header : response.headers.fields())
        text += QString::fromUtf8(header.name + ": " + header.value + '\n');
    return text + u'\n' + QString::fromUtf8(response.body);
}

} // namespace tokentrail::console
