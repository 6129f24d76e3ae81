// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/mockuseredit.h"

#include "core/cap/envfiles.h"
#include "core/cap/mockuserplaces.h"
#include "core/cap/say.h"
#include "core/text/edit.h"
#include "core/text/edityaml.h"

#include <QDir>
#include <QFileInfo>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;
using text::JsonEditor;

namespace {

constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

// "auth": "mocked" has no place for users and becomes {"kind": "mocked"}.
template<typename Editor>
Result<void> makeRoom(Editor &editor, const QStringList &authPath)
{
    const auto *auth = editor.find(authPath);
    if (!auth || auth->isObject())
        return {};
    if (auth->isString())
        return editor.set(authPath, Json::object({{u"kind"_s, *auth}}));
    if (auth->toBool())
        return editor.set(authPath, Json::object());
    return Error{ErrorCode::InvalidInput, say(u"edit.auth-off")};
}

template<typename Editor>
Result<void> drop(Editor &editor, const QStringList &path)
{
    return editor.find(path) ? editor.remove(path) : Result<void>();
}

// The deprecated spelling wins in CAP, so that it is the one to change where it stands.
template<typename Editor>
Result<void> changeId(Editor &editor, const QStringList &path, const MockUserChange &wanted)
{
    const auto name = editor.find(path + QStringList{u"ID"_s}) ? u"ID"_s : u"id"_s;
    if (!wanted.id->isEmpty() && *wanted.id != wanted.login)
        return editor.set(path + QStringList{name}, *wanted.id);
    if (auto dropped = drop(editor, path + QStringList{u"ID"_s}); !dropped)
        return dropped;
    return drop(editor, path + QStringList{u"id"_s});
}

template<typename Editor>
Result<void> changeAttributes(Editor &editor, const QStringList &path, const MockUserChange &wanted)
{
    const auto attributes = path + QStringList{u"attr"_s};
    const auto old = path + QStringList{u"userAttributes"_s};
    for (const auto &name : wanted.attributesGone) {
        for (const auto &place : {attributes, old}) {
            if (auto dropped = drop(editor, place + QStringList{name}); !dropped)
                return dropped;
        }
    }
    for (const auto &[name, values] : wanted.attributes) {
        const auto inOld = old + QStringList{name};
        const auto place = editor.find(inOld) ? inOld : attributes + QStringList{name};
        const auto *now = editor.find(attributes);
        if (place != inOld && now && !now->isObject()) {
            if (auto made = editor.set(attributes, Json::object()); !made)
                return made;
        }
        if (auto set = editor.set(place, Json::array(values)); !set)
            return set;
    }
    return {};
}

template<typename Editor>
Result<void> change(Editor &editor, const QStringList &path, const MockUserChange &wanted)
{
    const auto put = [&](const QString &name, const Json &value, bool none) {
        const QStringList inner = path + QStringList{name};
        return none ? drop(editor, inner) : editor.set(inner, value);
    };
    Result<void> done;
    if (wanted.id)
        done = changeId(editor, path, wanted);
    if (done && wanted.password)
        done = put(u"password"_s,
                   QString::fromUtf8(wanted.password->reveal()),
                   wanted.password->isEmpty());
    if (done && wanted.roles)
        done = put(u"roles"_s, Json::array(*wanted.roles), false);
    if (done)
        done = changeAttributes(editor, path, wanted);
    if (done && wanted.tenant)
        done = put(u"tenant"_s, *wanted.tenant, wanted.tenant->isEmpty());
    if (done && wanted.features)
        done = put(u"features"_s, *wanted.features, wanted.features->isNull());
    if (done && !wanted.newLogin.isEmpty())
        done = editor.rename(path, wanted.newLogin);
    return done;
}

// A new user is written at once, so that it takes the form of its neighbours.
Json newUser(const MockUserChange &wanted)
{
    auto user = Json::object();
    if (wanted.id && !wanted.id->isEmpty() && *wanted.id != wanted.login)
        user.set(u"id"_s, *wanted.id);
    if (wanted.password && !wanted.password->isEmpty())
        user.set(u"password"_s, QString::fromUtf8(wanted.password->reveal()));
    if (wanted.roles)
        user.set(u"roles"_s, Json::array(*wanted.roles));
    for (const auto &[name, values] : wanted.attributes) {
        if (!user.contains(u"attr"))
            user.set(u"attr"_s, Json::object());
        user.find(u"attr")->set(name, Json::array(values));
    }
    if (wanted.tenant && !wanted.tenant->isEmpty())
        user.set(u"tenant"_s, *wanted.tenant);
    if (wanted.features && !wanted.features->isNull())
        user.set(u"features"_s, *wanted.features);
    return user;
}

QStringList authSteps(const QStringList &rest = {})
{
    return QStringList{u"requires"_s, u"auth"_s} + rest;
}

// Where requires.auth is, or would be.
template<typename Editor>
QStringList authPathOf(const Editor &editor, const ConfigText &config)
{
    const auto found =
        strongestPath(configPaths(editor.json(), config.file, authSteps()), config.profiles);
    return found.isEmpty() ? configRoot(editor.json(), config.file) + authSteps() : found;
}

// Where requires.auth.<rest> is, or would be beside what is there already of it.
template<typename Editor>
Result<QStringList> placeFor(Editor &editor, const ConfigText &config, const QStringList &rest)
{
    for (auto known = rest.size(); known > 0; --known) {
        const auto found = strongestPath(
            configPaths(editor.json(), config.file, authSteps(rest.first(known))), config.profiles);
        if (!found.isEmpty())
            return found + rest.sliced(known);
    }
    const auto auth = authPathOf(editor, config);
    if (auto made = makeRoom(editor, auth); !made)
        return made.error();
    return auth + rest;
}

template<typename Editor>
Result<void> putUser(Editor &editor, const ConfigText &config, const MockUserChange &wanted)
{
    const auto path = placeFor(editor, config, {u"users"_s, wanted.login});
    if (!path)
        return path.error();
    const auto *entry = editor.find(*path);
    if (entry && entry->isObject())
        return change(editor, *path, wanted);
    auto user = newUser(wanted);
    if (entry && entry->isString() && !wanted.password) // the entry was its password
        user.set(u"password"_s, *entry);
    if (auto set = editor.set(*path, user); !set)
        return set;
    return wanted.newLogin.isEmpty() ? Result<void>() : editor.rename(*path, wanted.newLogin);
}

template<typename Editor>
Result<void> dropUser(Editor &editor, const ConfigText &config, const QString &login)
{
    const auto paths = configPaths(editor.json(), config.file, authSteps({u"users"_s, login}));
    if (paths.empty())
        return Error{ErrorCode::NotFound,
                     say(u"edit.no-such-user",
                         {{u"file", QFileInfo(config.file).fileName()}, {u"user", login}})};
    for (auto path = paths.rbegin(); path != paths.rend(); ++path) {
        if (auto removed = editor.remove(*path); !removed)
            return removed;
    }
    return {};
}

template<typename Edit>
Result<QByteArray> editJson(const QByteArray &text, const QString &file, const Edit &edit)
{
    auto editor = JsonEditor::open(text.isEmpty() ? "{}\n"_ba : text, file);
    if (!editor)
        return editor.error();
    if (const Result<void> done = edit(*editor); !done)
        return done.error();
    return editor->text();
}

// Opens the text with the editor that fits the file, and gives back what the edit made of it.
template<typename Edit>
Result<QByteArray> withEditor(const QByteArray &text, const QString &file, const Edit &edit)
{
    const auto name = QFileInfo(file).fileName();
    if (file.endsWith(".js"_L1))
        return Error{ErrorCode::Unsupported, say(u"edit.javascript", {{u"file", name}})};
    if (file.endsWith(".yaml"_L1)) {
        auto editor = text::YamlEditor::open(text, file);
        if (!editor)
            return editor.error();
        if (const Result<void> done = edit(*editor); !done)
            return done.error();
        return editor->text();
    }
    if (!text.startsWith(byteOrderMark))
        return editJson(text, file, edit);
    if (name == ".cdsrc-private.json"_L1)
        return Error{ErrorCode::InvalidInput, say(u"edit.byte-order-mark"), Place{file, 1, 1}};
    const auto rest = editJson(text.sliced(byteOrderMark.size()), file, edit); // require() forgives
    return rest ? Result<QByteArray>(byteOrderMark.toByteArray() + *rest) : rest;
}

} // namespace

Result<QByteArray> withMockUser(const ConfigText &config, const MockUserChange &change)
{
    return withEditor(
        config.text, config.file, [&](auto &editor) { return putUser(editor, config, change); });
}

Result<QByteArray> withMockUsers(const ConfigText &config,
                                 const std::vector<MockUserChange> &changes)
{
    auto changed = config;
    for (const auto &change : changes) {
        const auto next = withMockUser(changed, change);
        if (!next)
            return next;
        changed.text = *next;
    }
    return changed.text;
}

Result<QByteArray> withoutMockUser(const ConfigText &config, const QString &login)
{
    return withEditor(
        config.text, config.file, [&](auto &editor) { return dropUser(editor, config, login); });
}

Result<QByteArray>
withAuthValue(const ConfigText &config, const QStringList &path, const Json &value)
{
    return withEditor(config.text, config.file, [&](auto &editor) -> Result<void> {
        const auto place = placeFor(editor, config, path);
        return place ? editor.set(*place, value) : Result<void>(place.error());
    });
}

Result<QByteArray> withoutAuthValue(const ConfigText &config, const QStringList &path)
{
    return withEditor(config.text, config.file, [&](auto &editor) -> Result<void> {
        const auto found = strongestPath(configPaths(editor.json(), config.file, authSteps(path)),
                                         config.profiles);
        if (!found.isEmpty())
            return editor.remove(found);
        return Error{
            ErrorCode::NotFound,
            say(u"edit.not-set",
                {{u"file", QFileInfo(config.file).fileName()}, {u"path", path.join(u'.')}})};
    });
}

Result<QByteArray> withAuthKind(const ConfigText &config, const QString &kind)
{
    return withEditor(config.text, config.file, [&](auto &editor) -> Result<void> {
        const auto path = authPathOf(editor, config);
        const auto *auth = editor.find(path);
        if (!auth || !auth->isObject())
            return editor.set(path, kind);
        return editor.set(path + QStringList{u"kind"_s}, kind);
    });
}

QString
fileForMockUser(const QString &projectDir, const QString &login, const QStringList &profiles)
{
    const QDir project(projectDir);
    QStringList configuring;
    for (const auto &name : mockUserFiles()) {
        const auto file = project.filePath(name);
        bool hasUser = false;
        bool hasAuth = false;
        const auto text = EnvFiles::read(file).value_or(QByteArray());
        const auto looked = withEditor(text, file, [&](auto &editor) {
            const auto has = [&](const QStringList &steps) {
                const auto paths = configPaths(editor.json(), file, steps);
                return !strongestPath(paths, profiles).isEmpty();
            };
            hasUser = has(authSteps({u"users"_s, login}));
            hasAuth = has(authSteps());
            return Result<void>();
        });
        if (looked && hasUser)
            return file;
        if (looked && hasAuth)
            configuring << file;
    }
    // A new user goes where everybody sees it, if there is such a place.
    if (configuring.size() > 1 && configuring.constFirst().endsWith(mockUserFiles().constFirst()))
        configuring.removeFirst();
    return configuring.isEmpty() ? project.filePath(u"package.json"_s) : configuring.constFirst();
}

} // namespace tokentrail::cap
