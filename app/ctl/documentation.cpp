// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/documentation.h"

#include <QMap>

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;

namespace {

const QStringList generalOptions{u"--json"_s, u"--reveal"_s, u"--help"_s};

QString roff(QString text)
{
    text.replace(u'\\', "\\e"_L1).replace(u'-', "\\-"_L1);
    return text.startsWith(u'.') || text.startsWith(u'\'') ? QString("\\&"_L1 + text) : text;
}

QStringList optionNames(const Command &command)
{
    QStringList names;
    for (const auto &option : command.options)
        names << option.name;
    return names + generalOptions;
}

// What may follow each beginning of a command: {"": {sandbox, token, …}, "sandbox": {run, …}}.
QMap<QString, QStringList> nextWords(const QList<Command> &table)
{
    QMap<QString, QStringList> next;
    for (const auto &command : table) {
        const auto words = command.name.split(u' ');
        for (qsizetype i = 0; i < words.size(); ++i) {
            auto &known = next[words.mid(0, i).join(u' ')];
            if (!known.contains(words[i]))
                known << words[i];
        }
    }
    return next;
}

void printCompletion(Invocation &invocation)
{
    const auto shell = invocation.positional(0);
    const auto table = commandTable();
    if (shell == "bash"_L1)
        invocation.printRaw(bashCompletion(table));
    else if (shell == "zsh"_L1)
        invocation.printRaw(zshCompletion(table));
    else if (shell == "fish"_L1)
        invocation.printRaw(fishCompletion(table));
    else
        return invocation.failUsage(u"completion wants the shell: bash, zsh or fish"_s);
    invocation.finish(Ok);
}

void printManual(Invocation &invocation)
{
    invocation.printRaw(manualPage(commandTable()));
    invocation.finish(Ok);
}

} // namespace

QByteArray manualPage(const QList<Command> &table)
{
    QString out =
        u".TH TOKENTRAILCTL 1 \"\" \"tokentrailctl " TOKENTRAIL_VERSION "\" \"User Commands\"\n"
        ".SH NAME\ntokentrailctl \\- shows which token goes where and why a call was refused\n"
        ".SH SYNOPSIS\n.B tokentrailctl\n.I COMMAND\n[\\fIOPTION\\fR…] [\\fIARGUMENT\\fR…]\n"
        ".SH DESCRIPTION\nOptions may stand before or after the command. \\fB\\-\\fR or no file "
        "means standard input. Secrets come from files, standard input, the environment or the "
        "vault, never from arguments; output is redacted unless \\fB\\-\\-reveal\\fR is given.\n"
        ".SH COMMANDS\n"_s;
    for (const auto &command : table) {
        out += u".SS \"%1 %2\"\n%3.\n"_s.arg(
            roff(command.name), roff(command.arguments), roff(command.summary));
        for (const auto &option : command.options)
            out += u".TP\n\\fB%1\\fR \\fI%2\\fR\n%3\n"_s.arg(
                roff(option.name), roff(option.value), roff(option.help));
    }
    out += u".SH EXIT STATUS\n0 yes; 1 what was asked about does not hold; 2 usage; 3 input "
           u"unreadable; "
           "4 network or peer failure.\n"_s;
    return out.toUtf8();
}

QByteArray bashCompletion(const QList<Command> &table)
{
    QString cases;
    const auto next = nextWords(table);
    for (auto it = next.cbegin(); it != next.cend(); ++it)
        cases += u"    \"%1\") echo \"%2\" ;;\n"_s.arg(it.key(), it.value().join(u' '));
    for (const auto &command : table)
        cases +=
            u"    \"%1\") echo \"%2\" ;;\n"_s.arg(command.name, optionNames(command).join(u' '));
    QString out = uR"(# bash completion of tokentrailctl
_tokentrailctl_words() {
  case "$1" in
%1  esac
}
_tokentrailctl() {
  local current=${COMP_WORDS[COMP_CWORD]} path="" words i
  for ((i = 1; i < COMP_CWORD && i < 3; i++)); do
    [[ ${COMP_WORDS[i]} == -* ]] && break
    path="${path:+$path }${COMP_WORDS[i]}"
  done
  words=$(_tokentrailctl_words "$path")
  [[ -z $words ]] && words=$(_tokentrailctl_words "${path%% *}")
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  [[ ${#COMPREPLY[@]} -eq 0 ]] && COMPREPLY=($(compgen -f -- "$current"))
}
complete -F _tokentrailctl tokentrailctl
)"_s;
    return out.arg(cases).toUtf8();
}

QByteArray zshCompletion(const QList<Command> &table)
{
    return "autoload -U +X bashcompinit && bashcompinit\n" + bashCompletion(table);
}

QByteArray fishCompletion(const QList<Command> &table)
{
    QString out = u"# fish completion of tokentrailctl\n"_s;
    const auto next = nextWords(table);
    for (auto it = next.cbegin(); it != next.cend(); ++it) {
        const QString condition = it.key().isEmpty()
            ? u"__fish_use_subcommand"_s
            : u"__fish_seen_subcommand_from %1; and not __fish_seen_subcommand_from %2"_s.arg(
                it.key(), it.value().join(u' '));
        out += u"complete -c tokentrailctl -f -n '%1' -a '%2'\n"_s.arg(condition,
                                                                       it.value().join(u' '));
    }
    for (const auto &command : table) {
        const auto last = command.name.split(u' ').constLast();
        for (const auto &option : command.options)
            out +=
                u"complete -c tokentrailctl -n '__fish_seen_subcommand_from %1' -l %2 -d '%3'\n"_s
                    .arg(last, option.name.mid(2), QString(option.help).replace(u'\'', "\\'"_L1));
    }
    return out.toUtf8();
}

QList<Command> documentationCommands()
{
    return {{u"completion"_s,
             u"bash|zsh|fish"_s,
             u"Print the completions of a shell"_s,
             {},
             printCompletion},
            {u"manual"_s, {}, u"Print the manual page, for man -l -"_s, {}, printManual}};
}

} // namespace tokentrail::ctl
