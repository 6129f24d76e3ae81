// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/examples.h"

#include "core/sandbox/sampleroutes.h"

#include <QCoreApplication>

namespace tokentrail::console {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("tokentrail::console::Examples", text);
}

ui::CallDraft draftFor(const QString &path)
{
    ui::CallDraft draft;
    draft.session = u"alice"_s;
    draft.target = QString::fromLatin1(sampleTarget);
    draft.url = path + u"?$top=3"_s;
    return draft;
}

ui::ExampleCall exampleOf(const sandbox::SampleRoute &route)
{
    auto draft = draftFor(QString::fromLatin1(route.path));
    switch (route.login) {
    case sandbox::RouteLogin::CapRequired:
    case sandbox::RouteLogin::CapOptional:
    case sandbox::RouteLogin::None:
        break;
    case sandbox::RouteLogin::MockedBasic:
        draft.session.clear();
        // Mocked users have their name as password; this header holds no secret.
        draft.headers.add("Authorization", "Basic " + QByteArray("alice:alice").toBase64());
        break;
    case sandbox::RouteLogin::ApiKey:
        draft.session.clear();
        draft.headers.add("x-api-key", sandbox::sampleApiKey);
        break;
    }
    return {say(route.title), say(route.shows), route.losesUser, draft};
}

} // namespace

ui::CallDraft firstCall()
{
    return draftFor(u"/ext/FunctionalLocation"_s);
}

QList<ui::ExampleCall> exampleCalls()
{
    QList<ui::ExampleCall> examples;
    for (const auto &route : sandbox::sampleRoutes())
        examples.append(exampleOf(route));
    auto unmapped = draftFor(u"/api/FunctionalLocation"_s);
    unmapped.session = u"bob"_s;
    examples.append({say(QT_TRANSLATE_NOOP("tokentrail::console::Examples",
                                           "Healthy, but the backend does not know bob")),
                     say(QT_TRANSLATE_NOOP("tokentrail::console::Examples",
                                           "bob's token goes all the way; the mapping of users "
                                           "in the backend has no entry for him.")),
                     true,
                     unmapped});
    return examples;
}

} // namespace tokentrail::console
