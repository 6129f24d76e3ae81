// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/error.h"
#include "core/text/json.h"

#include <QHash>
#include <QObject>
#include <QStringList>

#include <functional>

namespace tokentrail::ctl {

// Exit codes of the command line; fixed.
enum Exit { Ok = 0, DoesNotHold = 1, Usage = 2, Unreadable = 3, PeerFailure = 4 };

struct Option
{
    QString name; // "--key"
    QString value; // "FILE"; empty: a switch
    QString help;
};

class Invocation;

struct Command
{
    QString name; // "token decode"
    QString arguments; // "[TOKEN]"
    QString summary; // one line
    QList<Option> options;
    // Returns at once or later; ends with exactly one call of Invocation::finish().
    std::function<void(Invocation &)> run;
};

// All commands, in the order in which help lists them. One line a group in commandtable.cpp.
QList<Command> commandTable();

// One run of one command: its words, its input, its output.
class Invocation : public QObject
{
    Q_OBJECT

public:
    Invocation(QStringList positionals, QHash<QString, QStringList> options);

    const QStringList &positionals() const { return m_positionals; }
    QString positional(int index) const { return m_positionals.value(index); }
    bool has(const QString &option) const { return m_options.contains(option); }
    QString value(const QString &option, const QString &fallback = {}) const;
    QStringList values(const QString &option) const { return m_options.value(option); }

    bool wantsJson() const { return has(QStringLiteral("--json")); }
    bool reveals() const { return has(QStringLiteral("--reveal")); }

    // The one document on stdout under --json, otherwise the text.
    void answer(const text::Json &json, const QString &text);
    void printRaw(const QByteArray &bytes); // a document that is the answer itself
    void note(const QString &sentence); // stderr
    void finish(int exitCode);
    void fail(const Error &error); // stderr, and the exit code that its kind has
    void failUsage(const QString &sentence);

Q_SIGNALS:
    void finished(int exitCode);

private:
    QStringList m_positionals;
    QHash<QString, QStringList> m_options;
};

int exitCodeOf(ErrorCode code);

} // namespace tokentrail::ctl
