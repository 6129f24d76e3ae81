// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/tokensdesk.h"

#include "core/jose/tokenfinder.h"

#include <QFile>

namespace tokentrail::console {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 largestFile = 16 * 1024 * 1024;
}

TokensDesk::TokensDesk(ui::TokensPage &page, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_clock(clock)
{
    connect(&page, &ui::TokensPage::entered, this, &TokensDesk::look);
    connect(&page, &ui::TokensPage::filesDropped, this, &TokensDesk::readFiles);
    connect(&page, &ui::TokensPage::keyChosen, this, &TokensDesk::choose);
}

void TokensDesk::addKey(const QString &name,
                        const xsuaa::ServiceKey &key,
                        const std::optional<jose::JwkSet> &keys)
{
    m_keys[name] = {key, keys};
    if (m_current.isEmpty())
        m_current = name;
    QList<ui::Choice> choices;
    for (const auto &[known, entry] : m_keys)
        choices << ui::Choice{
            known, entry.key.xsappname.isEmpty() ? known : entry.key.xsappname, {}, {}};
    m_page.setKeys(choices, m_current);
}

void TokensDesk::look(const QByteArray &text)
{
    auto tokens = jose::findTokens(text);
    if (tokens.isEmpty() && jose::decodeToken(text).isReadable())
        tokens << text; // e.g. broken by line breaks inside
    if (tokens.isEmpty())
        return m_page.tell(tr("No token was found in this text. A token has parts with dots "
                              "between them and begins with eyJ."));
    for (auto token = tokens.crbegin(); token != tokens.crend(); ++token)
        m_page.add(viewOf(*token));
}

void TokensDesk::readFiles(const QStringList &files)
{
    for (const auto &name : files) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly))
            m_page.tell(tr("%1 cannot be read: %2.").arg(name, file.errorString()));
        else if (file.size() > largestFile)
            m_page.tell(tr("%1 is larger than 16 MB.").arg(name));
        else
            look(file.readAll());
    }
}

void TokensDesk::choose(const QString &name, const QByteArray &compact)
{
    m_current = name;
    if (!compact.isEmpty())
        m_page.refresh(viewOf(compact));
}

ui::TokenView TokensDesk::viewOf(const QByteArray &compact) const
{
    ui::TokenView view;
    view.token = jose::decodeToken(compact);
    view.nowSeconds = m_clock.nowSeconds();
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
        view.validation =
            xsuaa::validateLikeXssec({view.token, known->second.key, keys, view.nowSeconds});
    }
    return view;
}

} // namespace tokentrail::console
