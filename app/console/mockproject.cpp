// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/mockproject.h"

#include "core/cap/mockuserplaces.h"
#include "core/cap/mockuserwarnings.h"
#include "core/cap/runningserver.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>

namespace tokentrail::console {

using namespace Qt::StringLiterals;
using text::Json;
using ui::MockUserRow;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tokentrail::console::MockProject)
};

QString featuresText(const Json &features)
{
    if (features.isNull())
        return {};
    return features.isString() ? features.toString() : features.toStringList().join(u", "_s);
}

// "level = 2, 3"; what is no list of texts stays JSON.
QString attributesText(const Json &attributes)
{
    QStringList lines;
    for (const auto &member : attributes.members()) {
        const auto &elements = member.value.elements();
        const auto isPlain = [](const Json &value) {
            return value.isString() && !value.toString().contains(u',')
                && value.toString() == value.toString().trimmed() && !value.toString().isEmpty();
        };
        const bool plain = member.value.isArray() && !elements.empty()
            && std::all_of(elements.begin(), elements.end(), isPlain);
        lines << member.name + u" = "_s
                + (plain ? member.value.toStringList().join(u", "_s)
                         : QString::fromUtf8(member.value.toCompact()));
    }
    return lines.join(u'\n');
}

QStringList valuesFromText(const QString &text)
{
    if (const auto json = text::parseJson(text.toUtf8()); json && json->isArray())
        return json->toStringList();
    QStringList values;
    for (const auto &part : text.split(u','))
        values << part.trimmed();
    return values;
}

// Names with their values as the form has them, in its order.
Result<std::vector<std::pair<QString, QString>>> attributesFromText(const QString &text)
{
    std::vector<std::pair<QString, QString>> list;
    for (const auto &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        if (line.trimmed().isEmpty())
            continue;
        const auto equals = line.indexOf(u'=');
        if (equals <= 0)
            return Error{
                ErrorCode::InvalidInput,
                Words::tr("“%1” is no attribute: write name = value.").arg(line.trimmed())};
        list.emplace_back(line.first(equals).trimmed(), line.sliced(equals + 1).trimmed());
    }
    return list;
}

QString sourceText(const cap::MockUser &user)
{
    return user.place && user.place->line > 0
        ? user.source + u':' + QString::number(user.place->line)
        : user.source;
}

QList<ui::UserWarning> shown(const std::vector<cap::MockWarning> &warnings)
{
    QList<ui::UserWarning> list;
    for (const auto &warning : warnings)
        list.append({warning.sentence, warning.stops});
    return list;
}

MockUserRow rowOf(const cap::MockUser &user)
{
    MockUserRow row;
    row.login = user.login;
    row.id = user.id && *user.id != user.login ? *user.id : QString();
    row.roles = user.roles;
    row.attributes = attributesText(user.attributes);
    row.tenant = user.configuredTenant;
    row.features = featuresText(user.ownFeatures);
    row.hasPassword = user.hasPassword;
    row.passwordNeverMatches = user.passwordNeverMatches;
    row.enabled = user.enabled;
    row.own = user.place && user.place->line > 0;
    row.source = row.own ? sourceText(user) : Words::tr("comes with cds");
    row.warnings = shown(warningsOf(user));
    return row;
}

} // namespace

Json featuresFromText(const QString &text)
{
    QStringList list;
    for (const auto &part : text.split(u',', Qt::SkipEmptyParts)) {
        if (!part.trimmed().isEmpty())
            list << part.trimmed();
    }
    if (list.isEmpty())
        return {};
    return list == QStringList{u"*"_s} ? Json(u"*"_s) : Json::array(list);
}

MockProject::MockProject(const QString &folder, const QString &profile)
    : m_folder(folder)
    , m_profile(profile)
{
    cap::EnvInput input;
    input.projectDir = folder;
    input.home = QDir::homePath();
    if (!profile.isEmpty())
        input.arguments = QStringList{u"--profile"_s, profile};
    if (const auto version = cap::cdsVersionOf(folder))
        input.cdsVersion = version < 10 ? 9 : 10;
    auto env = cap::effectiveEnv(input);
    if (!env) {
        m_problem = env.error();
        return;
    }
    m_env = std::move(*env);
    m_users = cap::MockUsers::of(m_env);
}

QStringList MockProject::profiles() const
{
    return m_env.profiles;
}

QStringList MockProject::profilesInFiles() const
{
    static const QRegularExpression block(u"\"?\\[([\\w.-]+)!?\\]\"?\\s*:"_s);
    QSet<QString> names{u"development"_s, u"production"_s};
    for (const auto &source : m_env.sources) {
        if (!source.file.startsWith(m_folder))
            continue;
        auto matches = block.globalMatch(QString::fromUtf8(source.text));
        while (matches.hasNext())
            names.insert(matches.next().captured(1));
    }
    auto list = names.values();
    list.sort();
    return list;
}

const cap::MockUser *MockProject::find(const QString &login) const
{
    for (const auto &user : m_users.users()) {
        if (user.login == login)
            return &user;
    }
    return nullptr;
}

ui::MockProjectView MockProject::view() const
{
    ui::MockProjectView view;
    view.folder = m_folder;
    view.profile = m_profile;
    if (!isOpen())
        return view;
    if (m_problem) {
        view.notes.append({m_problem->toString(), true});
        return view;
    }
    view.kind = m_users.kind();
    const auto kind = cap::findPath(m_env.root, u"requires.auth.kind"_s);
    const auto place = kind ? m_env.place(kind->origin()) : std::nullopt;
    view.kindSource = place && place->line > 0
        ? m_env.sourceName(kind->origin()) + u':' + QString::number(place->line)
        : Words::tr("what cds ships");
    view.usesMockUsers = m_users.usesMockUsers();
    view.serviceUrl = urlOfRunningServer();
    for (const auto &problem : m_env.problems)
        view.notes.append({problem.toString(), true});
    view.notes += shown(warningsOf(m_users, m_env));
    if (!view.usesMockUsers)
        view.notes.append(
            {Words::tr("Kind %1 does not look at mock users; what is edited here counts for kinds "
                       "mocked and basic.")
                 .arg(view.kind),
             false});
    for (const auto &user : m_users.users()) {
        view.users.append(rowOf(user));
        if (user.login != "*"_L1)
            continue;
        view.anybody = user.enabled;
        view.anybodySource = view.users.constLast().source;
    }
    if (const auto tenants = cap::findPath(m_env.root, u"requires.auth.tenants"_s)) {
        for (const auto &tenant : tenants->members())
            view.tenants.append({tenant.name, featuresText(tenant.value->toJson()[u"features"])});
    }
    return view;
}

QList<ui::UserWarning> MockProject::warningsFor(const ui::MockUserDraft &draft) const
{
    QList<ui::UserWarning> warnings;
    if (draft.login.startsWith(u'['))
        warnings.append(
            {Words::tr("A name in brackets is read as a profile, not as a user."), true});
    if (draft.login.contains(u':'))
        warnings.append(
            {Words::tr("Nobody can log in as a name with a colon: CAP cuts there."), true});
    if (draft.login != draft.before && find(draft.login))
        warnings.append({Words::tr("There is a user %1 already.").arg(draft.login), true});
    if (draft.password && draft.password->reveal().contains(':'))
        warnings.append({Words::tr("Nobody can log in with this password: CAP cuts what is sent at "
                                   "every colon."),
                         true});
    if (draft.anyPassword)
        warnings.append({Words::tr("Any password will do, none included."), false});
    if (const auto attributes = attributesFromText(draft.attributes); !attributes)
        warnings.append({attributes.error().sentence, true});
    return warnings;
}

Result<cap::MockUserChange> MockProject::changeFor(const ui::MockUserDraft &draft) const
{
    for (const auto &warning : warningsFor(draft)) {
        if (warning.severe)
            return Error{ErrorCode::InvalidInput, warning.sentence};
    }
    const auto *known = draft.before.isEmpty() ? nullptr : find(draft.before);
    const auto before = known ? rowOf(*known) : MockUserRow();
    cap::MockUserChange change;
    change.login = known ? draft.before : draft.login;
    if (known && draft.login != draft.before)
        change.newLogin = draft.login;
    if (draft.anyPassword != !before.hasPassword || draft.password)
        change.password = draft.anyPassword ? Secret() : draft.password;
    if (!draft.anyPassword && !before.hasPassword && !draft.password)
        return Error{ErrorCode::InvalidInput,
                     Words::tr("Type a password, or say that any password will do.")};
    if (!known || draft.roles != before.roles)
        change.roles = draft.roles;
    if (draft.id != before.id)
        change.id = draft.id;
    if (draft.tenant != before.tenant)
        change.tenant = draft.tenant;
    if (draft.features != before.features)
        change.features = featuresFromText(draft.features);
    const auto wanted = *attributesFromText(draft.attributes);
    const auto had = attributesFromText(before.attributes).value_or({});
    for (const auto &attribute : wanted) {
        if (std::find(had.begin(), had.end(), attribute) == had.end())
            change.attributes.emplace_back(attribute.first, valuesFromText(attribute.second));
    }
    for (const auto &[name, values] : had) {
        const auto named = [&name = name](const auto &attribute) {
            return attribute.first == name;
        };
        if (std::none_of(wanted.begin(), wanted.end(), named))
            change.attributesGone << name;
    }
    return change;
}

QString MockProject::xsappname() const
{
    QFile file(QDir(m_folder).filePath(u"xs-security.json"_s));
    if (!isOpen() || !file.open(QIODevice::ReadOnly))
        return {};
    return text::parseJson(file.readAll()).value_or(Json())[u"xsappname"].toString();
}

QString MockProject::fileFor(const QString &login) const
{
    return cap::fileForMockUser(m_folder, login, profiles());
}

Secret MockProject::passwordOf(const QString &login) const
{
    const auto &entry = m_users.entries()[login];
    const auto &password = entry.isString() ? entry : entry[u"password"];
    return Secret(password.toString());
}

QString MockProject::urlOfRunningServer() const
{
    const auto found = cap::findRunningServer(QDir::homePath(), m_folder);
    return found ? found->toString() : u"http://localhost:4004"_s;
}

} // namespace tokentrail::console
