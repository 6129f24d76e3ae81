// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/rolesdesk.h"
#include "core/admin/words.h"
#include "core/jose/jwt.h"
#include "core/xsuaa/keystore.h"

namespace tokentrail::console {

using namespace Qt::StringLiterals;

// The half of the desk that is about one person.

void RolesDesk::choosePerson(const admin::UserName &user)
{
    if (user.name.isEmpty() || user == m_person)
        return;
    m_person = user;
    m_look.clear();
    showPerson();
}

// Where the users of a token service are administered: the place in sight before another key of it.
std::optional<QString> RolesDesk::placeOf(const QString &issuer) const
{
    if (m_bench.directories().isOfSandbox(issuer))
        return QString();
    const auto authority = QUrl(issuer).authority();
    std::optional<QString> place;
    for (const auto &kept : xsuaa::loadKeys(m_bench.vault().store()).value_or({})) {
        const bool isIt = !authority.isEmpty() && kept.key.credentials.contains(u"apiurl")
            && kept.key.client.url.authority() == authority;
        if (isIt && (!place || kept.name == m_place))
            place = kept.name;
    }
    return place;
}

// What a finding would change: looked at first, and then planned like any other change. Users and
// role collections of another subaccount may have the same names.
void RolesDesk::propose(const diagnosis::Assignment &assignment)
{
    m_bench.window().showPage(6);
    const auto place = placeOf(assignment.issuer);
    if (!place)
        return m_page->tell(
            tr("No key is kept with which the role collections of %1 could be read.")
                .arg(assignment.issuer.isEmpty() ? assignment.user
                                                 : QUrl(assignment.issuer).authority()),
            true);
    choosePlace(*place);
    if (m_place != *place)
        return; // where something is planned, it stays
    m_proposal = assignment;
    showProposal();
}

void RolesDesk::showProposal()
{
    if (!m_proposal || !m_shown)
        return;
    const auto wanted = *std::exchange(m_proposal, std::nullopt);
    const admin::UserName user{wanted.user, wanted.origin};
    const auto *known = m_shown->user(user.name, user.origin);
    if (!known)
        return m_page->tell(tr("%1 (%2) is not among the users here.").arg(user.name, user.origin),
                            true);
    m_page->chooseUser(user);
    choosePerson(user);
    if (known->roleCollections.contains(wanted.roleCollection))
        return m_page->tell(tr("%1 has %2 by now: log in again, and the token has it, too.")
                                .arg(user.name, wanted.roleCollection),
                            false);
    look(wanted.roleCollection);
    m_page->tell(tr("So it would be if %1 had %2. Plan it, apply the plan, and log in again.")
                     .arg(user.name, wanted.roleCollection),
                 false);
    m_page->focusPlan();
}

// One at a time: the next look takes the place of this one.
void RolesDesk::look(const QString &collection)
{
    m_look = collection;
    showPerson();
}

void RolesDesk::planLook()
{
    if (!m_shown || m_look.isEmpty())
        return;
    const auto *user = m_shown->user(m_person.name, m_person.origin);
    auto change = admin::assignUserChange(m_look, m_person);
    if (user != nullptr && user->roleCollections.contains(m_look))
        change.kind = admin::Change::Kind::UnassignUser;
    m_look.clear();
    plan({change});
}

// What the identity provider sends along is told by the sandbox alone: a real one tells it with
// a login.
xsuaa::User RolesDesk::personIn(const xsuaa::Directory &directory, bool *attributesKnown) const
{
    const auto *known = directory.user(m_person.name, m_person.origin);
    auto user = known == nullptr ? xsuaa::User() : *known;
    *attributesKnown = false;
    auto *sandbox = m_bench.sandbox();
    if (!sandbox || !m_place.isEmpty() || known == nullptr)
        return user;
    const auto list = sandbox->command(
        u"user.list"_s,
        text::Json::object({{u"name"_s, m_person.name}, {u"origin"_s, m_person.origin}}));
    if (!list || list->elements().empty())
        return user;
    const auto told = xsuaa::userFromJson(list->elements().front());
    if (!told)
        return user;
    user.attributes = told->attributes;
    user.groups = told->groups;
    *attributesKnown = true;
    return user;
}

xsuaa::LoginFrame RolesDesk::frameFor(const xsuaa::Application &app) const
{
    xsuaa::LoginFrame frame;
    frame.clientId = u"sb-"_s + app.appId;
    frame.nowSeconds = m_bench.clock().nowSeconds();
    if (auto *sandbox = m_bench.sandbox(); sandbox && m_place.isEmpty()) {
        const auto key = sandbox->bindings(sandbox::BindingFormat::ServiceKey, app.appId);
        if (key) {
            frame.zoneId = (*key)[u"zoneid"].toString();
            frame.issuer = (*key)[u"url"].toString() + u"/oauth/token"_s;
        }
    }
    return frame;
}

void RolesDesk::showPerson()
{
    if (!m_page || !m_shown || m_person.name.isEmpty() || m_shown->applications.isEmpty())
        return;
    ui::PersonView view;
    auto directory = *m_shown;
    auto user = personIn(directory, &view.attributesKnown);
    if (user.userName.isEmpty())
        return;
    if (!m_look.isEmpty()) {
        directory = xsuaa::withToggled(directory, user, m_look);
        user.roleCollections = directory.user(m_person.name, m_person.origin)->roleCollections;
    }
    const auto *app = directory.application(m_app);
    if (app == nullptr)
        app = &directory.applications.constFirst();
    view.effective = xsuaa::effectivePermission(directory, user, *app, view.attributesKnown);
    view.look = m_look;
    view.planned = !m_plan.isEmpty();
    const auto preview = xsuaa::previewClaims(directory, user, *app, frameFor(*app));
    view.preview = QString::fromUtf8(preview.toIndented());
    if (m_look.isEmpty() && m_plan.isEmpty())
        compareWithToken(view);
    m_page->showPerson(view);
}

text::Json RolesDesk::previewOf(const xsuaa::Directory &directory) const
{
    bool attributesKnown = false;
    const auto user = personIn(directory, &attributesKnown);
    if (user.userName.isEmpty() || directory.applications.isEmpty())
        return {};
    const auto *app = directory.application(m_app);
    if (app == nullptr)
        app = &directory.applications.constFirst();
    return xsuaa::previewClaims(directory, user, *app, frameFor(*app));
}

void RolesDesk::compareWithToken(ui::PersonView &view) const
{
    const auto *entry = m_bench.sessions().signedInAs(m_person.name);
    const auto preview = m_base ? previewOf(*m_base) : text::Json();
    if (!entry || preview.isNull())
        return;
    const auto claims = jose::decodeToken(entry->session.accessToken.reveal()).claims;
    if (claims[u"cid"].toString() != preview[u"cid"].toString()
        || claims[u"origin"].toString() != m_person.origin)
        return;
    view.differences = xsuaa::comparePreview(preview, claims);
    view.compared = view.differences.isEmpty()
        ? tr("The token of the running session says what this preview says.")
        : tr("A login now would give another token than the running session has.");
    if (auto trap = xsuaa::assignedAfterLogin(preview, claims)) {
        view.effective.traps.prepend(*trap);
        view.tokenIsOld = true;
    }
}

// A refresh token may bring what the login before it brought; a login asks anew.
void RolesDesk::signInAgain()
{
    const auto *entry = m_bench.sessions().signedInAs(m_person.name);
    if (!entry)
        return;
    if (!entry->keptAs.isEmpty() || entry->session.password.isEmpty())
        return Q_EMIT m_bench.logInWanted(entry->session.id);
    const auto id = entry->session.id;
    m_bench.sessions().forgetToken(id);
    auto *signIn = m_bench.signIn(id, this);
    connect(signIn, &SessionSignIn::finished, this, [this, who = m_person.name](auto *done) {
        done->deleteLater();
        if (done->error())
            m_page->tell(done->error()->toString(), true);
        else if (m_refused)
            m_page->offerCall(
                tr("%1 has a new token. The last call was refused with the one before.").arg(who));
        else
            m_page->tell(tr("%1 has a new token.").arg(who), false);
        Q_EMIT m_bench.sessionsChanged();
    });
    signIn->start();
}

} // namespace tokentrail::console
