// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/envfiles.h"

#include "core/cap/jsexport.h"
#include "core/cap/say.h"
#include "core/text/yaml.h"

#include <QFile>
#include <QFileInfo>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 64 * 1024 * 1024;

} // namespace

bool EnvFiles::exists(const QString &file)
{
    return QFileInfo(file).isFile();
}

std::optional<QByteArray> EnvFiles::read(const QString &path)
{
    if (!exists(path) || QFileInfo(path).size() > largestFile)
        return std::nullopt;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.readAll();
}

bool EnvFiles::leadsOutside(const QString &file) const
{
    const QFileInfo info(file);
    const auto root = QFileInfo(m_projectDir).canonicalFilePath();
    return info.isSymLink() && QFileInfo(info.path()).canonicalFilePath() == root
        && !info.canonicalFilePath().startsWith(root + u'/');
}

std::optional<QByteArray> EnvFiles::own(const QString &file)
{
    if (!exists(file))
        return std::nullopt;
    const auto name = QFileInfo(file).fileName();
    const bool isOutside = leadsOutside(file);
    auto text = isOutside ? std::nullopt : read(file);
    if (!text && !m_told.contains(file)) {
        m_told.insert(file);
        tell({ErrorCode::Io,
              isOutside ? say(u"note.link-outside", {{u"file", name}})
                        : say(u"env.unreadable", {{u"file", name}}),
              Place{file}});
    }
    return text;
}

int EnvFiles::add(const QString &name, const QString &file, const QByteArray &text)
{
    m_env.sources.push_back({name, file, text});
    return int(m_env.sources.size()) - 1;
}

EnvFiles::Content EnvFiles::json(const QString &file, const QString &name)
{
    const auto text = own(file);
    if (!text)
        return {};
    auto parsed = text::parseJson(*text, file);
    if (!parsed) {
        auto error = parsed.error();
        error.sentence += u' ' + say(u"env.goes-on");
        tell(error);
        return {};
    }
    return {*parsed, add(name, file, *text)};
}

EnvFiles::Content
EnvFiles::yaml(const QString &file, const QString &name, std::optional<Error> &fatal)
{
    const auto text = own(file);
    if (!text)
        return {};
    const auto parsed = text::parseYaml(*text, file);
    if (!parsed) {
        fatal = parsed.error();
        return {};
    }
    return {*parsed, add(name, file, *text)};
}

EnvFiles::Content EnvFiles::javascript(const QString &file, const QString &name)
{
    const auto text = own(file);
    if (!text)
        return {};
    const auto exported = readJsExport(*text);
    const auto source = add(name, file, *text);
    if (exported.kind == JsExport::Kind::Data)
        return {exported.json, source};
    if (exported.kind == JsExport::Kind::Unknown)
        tell({ErrorCode::Unsupported, say(u"env.javascript", {{u"file", name}}), Place{file}});
    return {text::Json::object(), source}; // cds counts it among the sources all the same
}

Result<text::Json> EnvFiles::required(const QString &file)
{
    if (leadsOutside(file)) { // as one that is not there
        own(file);
        return text::Json::object();
    }
    auto text = read(file);
    if (!text)
        return Error{ErrorCode::Io, say(u"env.file-unreadable"), Place{file}};
    if (text->startsWith("\xEF\xBB\xBF")) // require() forgives it
        text->replace(0, 3, "   ");
    return text::parseJson(*text, file);
}

} // namespace tokentrail::cap
