// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/lanes/tokenpane.h"

#include "core/xsuaa/tokenstory.h"
#include "ui/lanes/claimmodel.h"
#include "ui/lanes/hopwords.h"
#include "ui/widgets/quiettable.h"
#include "ui/widgets/wrappedlabel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace tokentrail::ui {

namespace {

QString firstOfItsLine(const trail::TokenSeen &token)
{
    if (!token.claims.isObject())
        return {};
    const auto whose = lookOf(token);
    const auto &claims = token.claims;
    if (whose.mark == ChipMark::Person)
        return TokenPane::tr("The first token of %1 in this trail: there is none to compare with.")
            .arg(claims[u"user_name"].toString(claims[u"sub"].toString()));
    return TokenPane::tr("The first token of the client %1 in this trail: there is none to "
                         "compare with.")
        .arg(claims[u"cid"].toString(claims[u"client_id"].toString()));
}

} // namespace

TokenPane::TokenPane(QWidget *parent)
    : QWidget(parent)
    , m_chip(new Chip(this))
    , m_role(new WrappedLabel({}, this))
    , m_story(new WrappedLabel({}, this))
    , m_before(new WrappedLabel({}, this))
    , m_claims(new QuietTable(tr("Claims of the token"), this))
    , m_model(new ClaimModel(this))
{
    m_claims->setModel(m_model);
    auto *header = m_claims->horizontalHeader();
    header->setStretchLastSection(true);
    header->resizeSection(ClaimModel::Name, 110);
    header->resizeSection(ClaimModel::Value, 230);
    header->resizeSection(ClaimModel::Before, 180);
    m_role->setMuted(true);
    m_before->setMuted(true);

    auto *heading = new QHBoxLayout;
    heading->setSpacing(8);
    heading->addWidget(m_chip);
    heading->addWidget(m_role, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(4);
    layout->addLayout(heading);
    layout->addWidget(m_story);
    layout->addWidget(m_before);
    layout->addWidget(m_claims, 1);
}

void TokenPane::setToken(const trail::Trail &trail, const trail::Hop &hop, int tokenIndex)
{
    const auto &token = hop.tokens.at(tokenIndex);
    m_chip->setLook(lookOf(token));
    m_role->setText(token.fingerprint.isEmpty()
                        ? roleInWords(token.role)
                        : tr("%1, fingerprint %2").arg(roleInWords(token.role), token.fingerprint));
    jose::DecodedToken decoded;
    decoded.header = token.header;
    decoded.claims = token.claims;
    m_story->setText(token.claims.isObject() ? xsuaa::tellToken(decoded).headline
                                             : tr("Its content cannot be read: it is no JWT."));
    tellBefore(trail, hop, tokenIndex);
    m_claims->setVisible(token.claims.isObject());
}

void TokenPane::tellBefore(const trail::Trail &trail, const trail::Hop &hop, int tokenIndex)
{
    const auto before = tokenBefore(trail, hop, tokenIndex);
    m_model->setTokens(hop.tokens.at(tokenIndex), before.token);
    m_claims->setColumnHidden(ClaimModel::Before, before.token == nullptr);
    if (before.same)
        m_before->setText(tr("The same token as in hop %1.").arg(before.hopNumber));
    else if (before.token)
        m_before->setText(
            tr("%n claim(s) differ from the token of hop %1.", nullptr, m_model->changes())
                .arg(before.hopNumber));
    else
        m_before->setText(firstOfItsLine(hop.tokens.at(tokenIndex)));
}

} // namespace tokentrail::ui
