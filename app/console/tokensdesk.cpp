// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/tokensdesk.h"

#include "core/jose/tokenfinder.h"
#include "core/sandbox/tokenforge.h"

#include <QFile>

#include <algorithm>

namespace tokentrail::console {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 largestFile = 16 * 1024 * 1024;
}

TokensDesk::TokensDesk(Workbench &bench, QObject *parent)
    : QObject(parent)
    , m_bench(bench)
{
    bench.window().addPage(tr("Tokens"), 4, [this] { return makePage(); });
    connect(&bench, &Workbench::landscapeChanged, this, &TokensDesk::takeKey);
    connect(&bench, &Workbench::outcomeTaken, this, &TokensDesk::takeOutcome);
    connect(&bench, &Workbench::tokensWanted, this, [this](const QList<Secret> &tokens) {
        m_bench.window().showPage(4);
        for (const auto &token : tokens)
            look(token.reveal());
    });
}

QWidget *TokensDesk::makePage()
{
    m_page = new ui::TokensPage(m_bench.seams());
    connect(m_page, &ui::TokensPage::entered, this, &TokensDesk::look);
    connect(m_page, &ui::TokensPage::filesDropped, this, &TokensDesk::readFiles);
    connect(m_page, &ui::TokensPage::keyChosen, this, &TokensDesk::choose);
    connect(m_page, &ui::TokensPage::defectRequested, this, &TokensDesk::make);
    connect(m_page, &ui::TokensPage::useRequested, this, &TokensDesk::use);
    connect(m_page, &ui::TokensPage::exchangeRequested, this, [this](const QByteArray &compact) {
        if (!compact.isEmpty())
            Q_EMIT m_bench.exchangeWanted(Secret(compact));
    });
    showKeys();
    showDefects();
    for (const auto &token : std::as_const(m_waiting))
        addAll(token.reveal(), tr("used in a call"));
    m_waiting.clear();
    return m_page;
}

void TokensDesk::takeKey()
{
    showDefects();
    const auto &place = m_bench.place();
    if (!place.appKey)
        return;
    const auto &name = place.appKey->xsappname;
    m_keys[name] = {*place.appKey, place.keys};
    if (m_current.isEmpty())
        m_current = name;
    showKeys();
}

void TokensDesk::showKeys()
{
    if (!m_page)
        return;
    QList<ui::Choice> choices;
    for (const auto &[known, entry] : m_keys)
        choices << ui::Choice{
            known, entry.key.xsappname.isEmpty() ? known : entry.key.xsappname, {}, {}};
    m_page->setKeys(choices, m_current);
}

void TokensDesk::takeOutcome(const ui::CallOutcome &outcome)
{
    const auto *entry = m_bench.sessions().find(outcome.draft.session);
    if (!entry || entry->session.accessToken.isEmpty())
        return;
    const auto &token = entry->session.accessToken;
    const auto known = std::any_of(m_waiting.cbegin(), m_waiting.cend(), [&token](const auto &one) {
        return one.equals(token);
    });
    if (m_page)
        addAll(token.reveal(), tr("used in a call"));
    else if (!known)
        m_waiting.append(token);
}

void TokensDesk::showDefects()
{
    if (!m_page)
        return;
    auto *sandbox = m_bench.sandbox();
    if (!sandbox)
        return m_page->setDefects({}, {});
    QList<ui::Choice> defects;
    for (const auto &defect : sandbox::knownDefects()) {
        auto name = QString::fromLatin1(defect.name);
        defects << ui::Choice{
            name, QString(name).replace(u'-', u' '), QString::fromLatin1(defect.meaning), {}};
    }
    QList<ui::Choice> users;
    for (const auto &user : sandbox->users())
        users << ui::Choice{user.userName, user.userName, {}, {}};
    users << ui::Choice{QString(), tr("the application"), {}, {}};
    m_page->setDefects(defects, users);
}

void TokensDesk::make(const QString &defect, const QString &user)
{
    auto *sandbox = m_bench.sandbox();
    if (!sandbox)
        return m_page->tell(tr("Only a sandbox that runs here signs tokens."));
    const auto made = sandbox->command(
        u"token.forge"_s, text::Json::object({{u"defect"_s, defect}, {u"user"_s, user}}));
    if (!made)
        return m_page->tell(made.error().toString());
    const auto compact = (*made)[u"access_token"].toString().toLatin1();
    m_page->add(viewOf(compact, tr("made: %1").arg(QString(defect).replace(u'-', u' '))));
    m_page->tell((*made)[u"meaning"].toString());
}

void TokensDesk::use(const QByteArray &compact)
{
    if (compact.isEmpty())
        return;
    const auto id = m_bench.sessions().addPasted(Secret(compact));
    Q_EMIT m_bench.sessionsChanged();
    m_bench.useSession(id);
    m_bench.window().showPage(1);
}

void TokensDesk::look(const QByteArray &text)
{
    addAll(text, {});
}

void TokensDesk::addAll(const QByteArray &text, const QString &source)
{
    auto tokens = jose::findTokens(text);
    if (tokens.isEmpty() && jose::decodeToken(text).isReadable())
        tokens << text; // e.g. broken by line breaks inside
    if (tokens.isEmpty())
        return m_page->tell(tr("No token was found in this text. A token has parts with dots "
                               "between them and begins with eyJ."));
    for (auto token = tokens.crbegin(); token != tokens.crend(); ++token)
        m_page->add(viewOf(*token, source));
}

void TokensDesk::readFiles(const QStringList &files)
{
    for (const auto &name : files) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly))
            m_page->tell(tr("%1 cannot be read: %2.").arg(name, file.errorString()));
        else if (file.size() > largestFile)
            m_page->tell(tr("%1 is larger than 16 MB.").arg(name));
        else
            look(file.readAll());
    }
}

void TokensDesk::choose(const QString &name, const QByteArray &compact)
{
    m_current = name;
    if (!compact.isEmpty())
        m_page->refresh(viewOf(compact));
}

ui::TokenView TokensDesk::viewOf(const QByteArray &compact, const QString &source) const
{
    ui::TokenView view;
    view.source = source;
    view.token = jose::decodeToken(compact);
    view.nowSeconds = m_bench.clock().nowSeconds();
    view.kind = xsuaa::kindOf(view.token.claims);
    const auto &claims = view.token.claims;
    view.grant = claims[u"grant_type"].toString().section(u':', -1);
    view.who = view.kind == xsuaa::TokenKind::User
        ? claims[u"user_name"].toString(claims[u"email"].toString(claims[u"sub"].toString()))
        : claims[u"cid"].toString(claims[u"client_id"].toString(tr("unknown")));

    const auto known = m_keys.find(m_current);
    view.story = xsuaa::tellToken(view.token,
                                  known == m_keys.end() ? QString() : known->second.key.xsappname);
    if (known != m_keys.end()) {
        const auto *keys = known->second.keys ? &*known->second.keys : nullptr;
        const xsuaa::ValidationInput input{view.token, known->second.key, keys, view.nowSeconds};
        view.validation = xsuaa::validateLikeXssec(input);
        view.strict = xsuaa::strictChecks(input);
    }
    return view;
}

} // namespace tokentrail::console
