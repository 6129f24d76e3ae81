// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/capanswers.h"

#include "core/sandbox/answers.h"

using namespace Qt::StringLiterals;

namespace tokentrail::sandbox {

http::Response capError(int status, const QString &message)
{
    const auto error = text::Json::object({{u"message"_s, message},
                                           {u"code"_s, QString::number(status)},
                                           {u"@Common.numericSeverity"_s, 4}});
    return jsonAnswer(status, text::Json::object({{u"error"_s, error}}));
}

http::Response capUnauthorized()
{
    // No WWW-Authenticate: CAP sends none for kinds jwt and xsuaa.
    return capError(401, u"Unauthorized"_s);
}

http::Response capForbidden()
{
    return capError(403, u"Forbidden"_s);
}

http::Response capNotFound()
{
    return capError(404, u"Not Found"_s);
}

http::Response capInternalError()
{
    return capError(500, u"Internal Server Error"_s);
}

http::Response capBasicChallenge()
{
    auto response = textAnswer(401, "Unauthorized");
    response.headers.add("WWW-Authenticate", "Basic realm=\"Users\"");
    return response;
}

http::Response expressNotFound(const http::Request &request)
{
    const QString line =
        QString::fromUtf8(request.method) + u' ' + QString::fromUtf8(request.path());
    return htmlAnswer(404,
                      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                      "<title>Error</title>\n</head>\n<body>\n<pre>Cannot "
                          + line.toHtmlEscaped().toUtf8() + "</pre>\n</body>\n</html>\n");
}

} // namespace tokentrail::sandbox
