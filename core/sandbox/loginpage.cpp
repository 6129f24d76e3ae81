// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/loginpage.h"

#include "core/sandbox/answers.h"

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto style = R"css(
:root { color-scheme: light dark; --back: #f4f6f9; --panel: #ffffff; --text: #1b2430;
  --quiet: #55606e; --line: #c9d1dc; --accent: #1d5fd1; --on-accent: #ffffff; --alert: #a3261b; }
@media (prefers-color-scheme: dark) { :root { --back: #14181e; --panel: #1d232b; --text: #e8ecf1;
  --quiet: #a4afbd; --line: #3a4552; --accent: #7fb0ff; --on-accent: #0d1a2e; --alert: #ff9d92; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text);
  font: 16px/1.5 Inter, system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 3rem 1.25rem; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; }
h2 { font-size: 1rem; margin: 2rem 0 .75rem; }
p { margin: 0 0 1rem; color: var(--quiet); }
.problem { color: var(--alert); border-left: 4px solid var(--alert); padding-left: .75rem; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: .75rem;
  list-style: none; margin: 0; padding: 0; }
.card { width: 100%; height: 100%; text-align: left; font: inherit; color: inherit; cursor: pointer;
  background: var(--panel); border: 1px solid var(--line); border-radius: .6rem; padding: .85rem 1rem; }
.card:hover { border-color: var(--accent); }
.card b, .card span { display: block; overflow-wrap: anywhere; }
.card span { color: var(--quiet); font-size: .875rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.fields { background: var(--panel); border: 1px solid var(--line); border-radius: .6rem;
  padding: 1rem; display: grid; gap: .75rem; max-width: 26rem; }
label { display: grid; gap: .25rem; font-size: .875rem; color: var(--quiet); }
input { font: inherit; color: var(--text); background: var(--back); border: 1px solid var(--line);
  border-radius: .4rem; padding: .45rem .6rem; }
.primary, .plain { font: inherit; border-radius: .4rem; padding: .5rem 1rem; cursor: pointer; }
.primary { background: var(--accent); color: var(--on-accent); border: 1px solid var(--accent); }
.plain { background: none; color: var(--text); border: 1px solid var(--line); margin-top: 1rem; }
)css";

QString frame(const QString &title, const QString &content)
{
    return u"<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"_s
        + title.toHtmlEscaped() + u"</title>\n<style>"_s + QString::fromLatin1(style)
        + u"</style>\n</head>\n<body>\n<main>\n"_s + content + u"</main>\n</body>\n</html>\n"_s;
}

http::Response pageAnswer(int status, const QString &title, const QString &content)
{
    auto response = htmlAnswer(status, frame(title, content).toUtf8());
    // No form-action: browsers apply it to the redirect after the login too.
    response.headers.set("Content-Security-Policy",
                         "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; "
                         "frame-ancestors 'none'");
    response.headers.set("X-Frame-Options", "DENY");
    response.headers.set("X-Content-Type-Options", "nosniff");
    // Not no-referrer: with that browsers post with "Origin: null", which nobody can trust.
    response.headers.set("Referrer-Policy", "same-origin");
    response.headers.set("Cache-Control", "no-store");
    return response;
}

QString line(const QString &text)
{
    return u"<span>"_s + text.toHtmlEscaped() + u"</span>"_s;
}

QString card(const xsuaa::User &user)
{
    QString name = user.givenName + u' ' + user.familyName;
    if (name.trimmed().isEmpty())
        name = user.userName;
    const auto collections = user.roleCollections.isEmpty() ? u"no role collection"_s
                                                            : user.roleCollections.join(u", "_s);
    return u"<li><button class=\"card\" name=\"card\" value=\""_s + user.id.toHtmlEscaped()
        + u"\"><b>"_s + name.toHtmlEscaped() + u"</b>"_s + line(user.userName) + line(collections)
        + u"</button></li>\n"_s;
}

QString csrfField(const LoginPage &page)
{
    return u"<input type=\"hidden\" name=\"X-Uaa-Csrf\" value=\""_s + page.csrfToken.toHtmlEscaped()
        + u"\">\n"_s;
}

QString cardsForm(const LoginPage &page)
{
    QString cards;
    for (const auto &user : page.users)
        cards += card(user);
    return u"<form method=\"post\" action=\"/login.do\">\n"_s + csrfField(page)
        + u"<ul class=\"cards\">\n"_s + cards + u"</ul>\n</form>\n"_s;
}

QString passwordForm(const LoginPage &page)
{
    return u"<h2 id=\"other\">With name and password</h2>\n"
           "<form class=\"fields\" method=\"post\" action=\"/login.do\" aria-labelledby=\"other\">\n"_s
        + csrfField(page)
        + u"<label>User name <input name=\"username\" autocomplete=\"off\" required></label>\n"
          "<label>Password <input name=\"password\" type=\"password\" autocomplete=\"off\" "
          "required></label>\n"
          "<button class=\"primary\">Sign in</button>\n</form>\n"_s;
}

QString cancelForm(const LoginPage &page)
{
    if (!page.canCancel)
        return {};
    return u"<form method=\"post\" action=\"/login.do\">\n"_s + csrfField(page)
        + u"<button class=\"plain\" name=\"cancel\" value=\"1\">Cancel</button>\n</form>\n"_s;
}

} // namespace

http::Response loginPageAnswer(int status, const LoginPage &page)
{
    QString content = u"<h1>Who signs in?</h1>\n"
                      "<p>This is the XSUAA of a Tokentrail sandbox on this machine. Its users are "
                      "invented; choose one.</p>\n"_s;
    if (!page.problem.isEmpty())
        content +=
            u"<p class=\"problem\" role=\"alert\">"_s + page.problem.toHtmlEscaped() + u"</p>\n"_s;
    content += cardsForm(page) + passwordForm(page) + cancelForm(page);
    return pageAnswer(status, u"Sign in – Tokentrail sandbox"_s, content);
}

http::Response problemPage(int status, const QString &title, const QString &sentence)
{
    const QString content = u"<h1>"_s + title.toHtmlEscaped() + u"</h1>\n<p class=\"problem\">"_s
        + sentence.toHtmlEscaped() + u"</p>\n"_s;
    return pageAnswer(status, title, content);
}

http::Response passcodePage(const QString &passcode)
{
    const QString content =
        u"<h1>Temporary Authentication Code</h1>\n<p>Good for one login within five minutes.</p>\n"
        u"<p><code id=\"passcode\">%1</code></p>\n"_s.arg(passcode.toHtmlEscaped());
    return pageAnswer(200, u"Temporary Authentication Code"_s, content);
}

http::Response welcomePage(const QString &sentence)
{
    const QString content =
        u"<h1>Tokentrail sandbox</h1>\n<p>"_s + sentence.toHtmlEscaped() + u"</p>\n"_s;
    return pageAnswer(200, u"Tokentrail sandbox"_s, content);
}

} // namespace tokentrail::sandbox
