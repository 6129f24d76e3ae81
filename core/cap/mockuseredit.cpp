// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/mockuseredit.h"

#include "core/cap/envfiles.h"
#include "core/text/edit.h"
#include "core/text/edityaml.h"

#include <QDir>
#include <QFileInfo>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;
using text::JsonEditor;

namespace {

// Everywhere where `rest` leads to below a value, also through profile blocks on the way.
void findThroughProfiles(const Json &value,
                         const QStringList &rest,
                         const QStringList &path,
                         std::vector<QStringList> &found)
{
    if (rest.isEmpty()) {
        found.push_back(path);
        return;
    }
    if (const auto *next = value.find(rest.first()))
        findThroughProfiles(*next, rest.mid(1), path + QStringList{rest.first()}, found);
    for (const auto &member : value.members()) {
        if (member.name.startsWith(u'[') && member.name != rest.first())
            findThroughProfiles(member.value, rest, path + QStringList{member.name}, found);
    }
}

// Where the configuration begins: under "cds", which package.json must have and the others may.
QStringList rootPath(const Json &json, const QString &file)
{
    const bool wrapped = QFileInfo(file).fileName() == "package.json"_L1 || json[u"cds"].isObject();
    return wrapped ? QStringList{u"cds"_s} : QStringList();
}

template<typename Editor>
std::vector<QStringList> pathsOf(const Editor &editor, const QString &file, const QStringList &rest)
{
    std::vector<QStringList> found;
    const auto root = rootPath(editor.json(), file);
    if (const auto *config = editor.find(root))
        findThroughProfiles(*config, rest, root, found);
    return found;
}

QStringList userPath(const QString &login)
{
    return {u"requires"_s, u"auth"_s, u"users"_s, login};
}

// "auth": "mocked" has no place for users and becomes {"kind": "mocked"}.
template<typename Editor>
Result<void> makeRoomForUsers(Editor &editor, const QStringList &authPath)
{
    const auto *auth = editor.find(authPath);
    if (!auth || auth->isObject())
        return {};
    if (auth->isString())
        return editor.set(authPath, Json::object({{u"kind"_s, *auth}}));
    if (auth->toBool())
        return editor.set(authPath, Json::object());
    return Error{
        ErrorCode::InvalidInput,
        u"requires.auth is switched off or no object there; mock users would have no effect."_s};
}

template<typename Editor>
Result<void> change(Editor &editor, const QStringList &path, const MockUserChange &change)
{
    const auto set = [&](const QStringList &inner, const Json &value) {
        return editor.set(path + inner, value);
    };
    const auto drop = [&](const QStringList &inner) {
        return editor.find(path + inner) ? editor.remove(path + inner) : Result<void>();
    };
    std::vector<Result<void>> done;
    if (change.password)
        done.push_back(change.password->isEmpty()
                           ? drop({u"password"_s})
                           : set({u"password"_s}, QString::fromUtf8(change.password->reveal())));
    if (change.roles)
        done.push_back(set({u"roles"_s}, Json::array(*change.roles)));
    for (const auto &[name, values] : change.attributes)
        done.push_back(set({u"attr"_s, name}, Json::array(values)));
    if (change.tenant)
        done.push_back(change.tenant->isEmpty() ? drop({u"tenant"_s})
                                                : set({u"tenant"_s}, *change.tenant));
    for (const auto &result : done) {
        if (!result)
            return result;
    }
    return {};
}

// A new user is written at once, so that it takes the form of its neighbours.
Json newUser(const MockUserChange &change)
{
    auto user = Json::object();
    if (change.password && !change.password->isEmpty())
        user.set(u"password"_s, QString::fromUtf8(change.password->reveal()));
    if (change.roles)
        user.set(u"roles"_s, Json::array(*change.roles));
    for (const auto &[name, values] : change.attributes) {
        if (!user.contains(u"attr"))
            user.set(u"attr"_s, Json::object());
        user.find(u"attr")->set(name, Json::array(values));
    }
    if (change.tenant && !change.tenant->isEmpty())
        user.set(u"tenant"_s, *change.tenant);
    return user;
}

template<typename Editor>
Result<void> putUser(Editor &editor, const QString &file, const MockUserChange &wanted)
{
    const auto existing = pathsOf(editor, file, userPath(wanted.login));
    if (!existing.empty()) {
        const auto &path = existing.front();
        const auto entry = *editor.find(path);
        if (entry.isObject())
            return change(editor, path, wanted);
        auto user = newUser(wanted);
        if (entry.isString() && !wanted.password) // the entry was its password
            user.set(u"password"_s, entry);
        return editor.set(path, user);
    }
    const auto auths = pathsOf(editor, file, {u"requires"_s, u"auth"_s});
    const auto users = pathsOf(editor, file, {u"requires"_s, u"auth"_s, u"users"_s});
    const auto authPath = auths.empty()
        ? rootPath(editor.json(), file) + QStringList{u"requires"_s, u"auth"_s}
        : auths.front();
    if (users.empty()) {
        if (auto made = makeRoomForUsers(editor, authPath); !made)
            return made;
    }
    const auto usersPath = users.empty() ? authPath + QStringList{u"users"_s} : users.front();
    return editor.set(usersPath + QStringList{wanted.login}, newUser(wanted));
}

template<typename Editor>
Result<void> dropUser(Editor &editor, const QString &file, const QString &login)
{
    const auto paths = pathsOf(editor, file, userPath(login));
    if (paths.empty())
        return Error{
            ErrorCode::NotFound,
            u"%1 has no mock user %2 of its own."_s.arg(QFileInfo(file).fileName(), login)};
    for (auto path = paths.rbegin(); path != paths.rend(); ++path) {
        if (auto removed = editor.remove(*path); !removed)
            return removed;
    }
    return {};
}

// Opens the text with the editor that fits the file, and gives back what the edit made of it.
template<typename Edit>
Result<QByteArray> withEditor(const QByteArray &text, const QString &file, const Edit &edit)
{
    const auto apply = [&edit](auto editor) -> Result<QByteArray> {
        if (!editor)
            return editor.error();
        if (const Result<void> done = edit(*editor); !done)
            return done.error();
        return editor->text();
    };
    if (file.endsWith(".js"_L1))
        return Error{ErrorCode::Unsupported,
                     u"%1 is JavaScript and left to an editor."_s.arg(QFileInfo(file).fileName())};
    if (file.endsWith(".yaml"_L1))
        return apply(text::YamlEditor::open(text, file));
    return apply(JsonEditor::open(text.isEmpty() ? "{}\n"_ba : text, file));
}

} // namespace

Result<QByteArray>
withMockUser(const QByteArray &text, const QString &file, const MockUserChange &change)
{
    return withEditor(text, file, [&](auto &editor) { return putUser(editor, file, change); });
}

Result<QByteArray>
withoutMockUser(const QByteArray &text, const QString &file, const QString &login)
{
    return withEditor(text, file, [&](auto &editor) { return dropUser(editor, file, login); });
}

QString fileForMockUser(const QString &projectDir, const QString &login)
{
    const QDir project(projectDir);
    QString configuring;
    for (const auto &name :
         {u"package.json"_s, u".cdsrc-private.json"_s, u".cdsrc.json"_s, u".cdsrc.yaml"_s}) {
        const auto file = project.filePath(name);
        const auto text = EnvFiles::read(file);
        bool hasUser = false;
        bool hasAuth = false;
        const auto looked = withEditor(text.value_or(QByteArray()), file, [&](auto &editor) {
            hasUser = !pathsOf(editor, file, userPath(login)).empty();
            hasAuth = !pathsOf(editor, file, {u"requires"_s, u"auth"_s}).empty();
            return Result<void>();
        });
        if (looked && hasUser)
            return file;
        if (looked && hasAuth && configuring.isEmpty())
            configuring = file;
    }
    return configuring.isEmpty() ? project.filePath(u"package.json"_s) : configuring;
}

} // namespace tokentrail::cap
