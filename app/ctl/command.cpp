// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/command.h"

#include <cstdio>

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;

namespace {
void write(std::FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}
} // namespace

Invocation::Invocation(QStringList positionals, QHash<QString, QStringList> options)
    : m_positionals(std::move(positionals))
    , m_options(std::move(options))
{ }

QString Invocation::value(const QString &option, const QString &fallback) const
{
    const auto found = m_options.constFind(option);
    return found == m_options.constEnd() || found->isEmpty() ? fallback : found->constLast();
}

void Invocation::answer(const text::Json &json, const QString &text)
{
    auto bytes = wantsJson() ? json.toIndented() : text.toUtf8();
    if (!bytes.endsWith('\n'))
        bytes += '\n';
    write(stdout, bytes);
}

void Invocation::printRaw(const QByteArray &bytes)
{
    write(stdout, bytes);
}

void Invocation::note(const QString &sentence)
{
    write(stderr, "tokentrailctl: " + sentence.toUtf8() + '\n');
}

void Invocation::finish(int exitCode)
{
    Q_EMIT finished(exitCode);
}

void Invocation::fail(const Error &error)
{
    note(error.toString());
    finish(exitCodeOf(error.code));
}

void Invocation::failUsage(const QString &sentence)
{
    note(sentence);
    finish(Usage);
}

int exitCodeOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Usage:
    case ErrorCode::Unsupported:
        return Usage;
    case ErrorCode::InvalidInput:
    case ErrorCode::NotFound:
    case ErrorCode::Io:
    case ErrorCode::Crypto:
        return Unreadable;
    case ErrorCode::Refused:
        return DoesNotHold;
    case ErrorCode::Network:
    case ErrorCode::Conflict:
    case ErrorCode::Cancelled:
        return PeerFailure;
    }
    return PeerFailure;
}

} // namespace tokentrail::ctl
