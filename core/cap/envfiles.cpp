// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/envfiles.h"

#include "core/text/yaml.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 64 * 1024 * 1024;

// `module.exports = {…}` with strict JSON is data in disguise: blanks take the place of the rest,
// so that offsets stay. Nothing: only JavaScript could tell.
std::optional<text::Json> literalExport(QByteArray source)
{
    static const QRegularExpression head(u"^\\s*module\\.exports\\s*=\\s*(?=[{])"_s);
    const auto match = head.match(QString::fromLatin1(source)); // a unit a byte
    if (!match.hasMatch())
        return std::nullopt;
    for (qsizetype i = 0; i < match.capturedLength(); ++i) {
        if (source[i] != '\n')
            source[i] = ' ';
    }
    auto end = source.size();
    while (end > 0
           && (isspace(static_cast<unsigned char>(source[end - 1])) || source[end - 1] == ';'))
        --end;
    auto parsed = text::parseJson(source.first(end));
    if (!parsed)
        return std::nullopt;
    return *parsed;
}

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

int EnvFiles::add(const QString &name, const QString &file, const QByteArray &text)
{
    m_env.sources.push_back({name, file, text});
    return int(m_env.sources.size()) - 1;
}

EnvFiles::Content EnvFiles::json(const QString &file, const QString &name)
{
    if (!exists(file))
        return {};
    const auto text = read(file);
    if (!text) {
        tell({ErrorCode::Io, u"%1 cannot be read; it is left out."_s.arg(name), Place{file}});
        return {};
    }
    auto parsed = text::parseJson(*text, file);
    if (!parsed) {
        auto error = parsed.error();
        error.sentence += u" cds tells this and goes on without the file."_s;
        tell(error);
        return {};
    }
    return {*parsed, add(name, file, *text)};
}

EnvFiles::Content
EnvFiles::yaml(const QString &file, const QString &name, std::optional<Error> &fatal)
{
    const auto text = read(file);
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
    const auto text = read(file);
    if (!text)
        return {};
    if (const auto json = literalExport(*text))
        return {*json, add(name, file, *text)};
    tell(
        {ErrorCode::Unsupported,
         u"%1 is JavaScript: what it exports is not part of this answer, as nothing of the project is run."_s
             .arg(name),
         Place{file}});
    return {};
}

Result<text::Json> EnvFiles::required(const QString &file)
{
    auto text = read(file);
    if (!text)
        return Error{ErrorCode::Io, u"The file cannot be read."_s, Place{file}};
    if (text->startsWith("\xEF\xBB\xBF")) // require() forgives it
        text->replace(0, 3, "   ");
    return text::parseJson(*text, file);
}

} // namespace tokentrail::cap
