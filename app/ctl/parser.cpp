// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/parser.h"

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;

namespace {

const QList<Option> &generalOptions()
{
    static const QList<Option> options{
        {u"--json"_s, {}, u"print exactly one JSON document"_s},
        {u"--reveal"_s, {}, u"show secrets instead of dots"_s},
        {u"--help"_s, {}, u"explain a command"_s},
        {u"--version"_s, {}, u"print the version"_s},
    };
    return options;
}

// An option by that name of any command: words can only be told from values that way while the
// command is not known yet.
const Option *findOption(const QString &name, const QList<Command> &table)
{
    for (const auto &option : generalOptions()) {
        if (option.name == name)
            return &option;
    }
    for (const auto &command : table) {
        for (const auto &option : command.options) {
            if (option.name == name)
                return &option;
        }
    }
    return nullptr;
}

// The command whose words the positionals begin with; the longest name wins.
const Command *findCommand(const QStringList &positionals, const QList<Command> &table)
{
    const Command *best = nullptr;
    for (const auto &command : table) {
        const auto words = command.name.split(u' ');
        if (positionals.mid(0, words.size()) == words
            && (!best || best->name.size() < command.name.size()))
            best = &command;
    }
    return best;
}

bool takes(const Command &command, const QString &option)
{
    const auto named = [&option](const Option &o) {
        return o.name == option;
    };
    return std::any_of(command.options.begin(), command.options.end(), named)
        || std::any_of(generalOptions().begin(), generalOptions().end(), named);
}

Error usage(const QString &sentence)
{
    return Error{ErrorCode::Usage, sentence};
}

} // namespace

Result<Parsed> parseArguments(const QStringList &words, const QList<Command> &table)
{
    Parsed parsed;
    bool optionsEnded = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const auto &word = words[i];
        if (optionsEnded || !word.startsWith(u'-') || word == "-"_L1) {
            parsed.positionals << word;
            continue;
        }
        if (word == "--"_L1) {
            optionsEnded = true;
            continue;
        }
        const auto equals = word.indexOf(u'=');
        const auto name = word == "-h"_L1 ? u"--help"_s : equals < 0 ? word : word.first(equals);
        const auto *option = findOption(name, table);
        if (!option)
            return usage(u"there is no option %1; --help lists what there is"_s.arg(name));
        if (option->value.isEmpty()) {
            if (equals >= 0)
                return usage(u"%1 takes no value"_s.arg(name));
            parsed.options[name];
        } else if (equals >= 0) {
            parsed.options[name] << word.sliced(equals + 1);
        } else if (i + 1 < words.size()) {
            parsed.options[name] << words[++i];
        } else {
            return usage(u"%1 wants a value: %2"_s.arg(name, option->value));
        }
    }

    const auto *command = findCommand(parsed.positionals, table);
    if (!command) {
        if (parsed.options.contains(u"--help"_s) || parsed.options.contains(u"--version"_s))
            return parsed;
        if (parsed.positionals.isEmpty())
            return usage(u"no command was given; --help lists them"_s);
        return usage(
            u"there is no command \"%1\"; --help lists them"_s.arg(parsed.positionals.join(u' ')));
    }
    parsed.command = *command;
    parsed.positionals.remove(0, command->name.count(u' ') + 1);
    for (auto it = parsed.options.cbegin(); it != parsed.options.cend(); ++it) {
        if (!takes(*command, it.key()))
            return usage(u"\"%1\" has no option %2"_s.arg(command->name, it.key()));
    }
    return parsed;
}

QString overview(const QList<Command> &table)
{
    auto out = u"tokentrailctl shows which token goes where and why a call was refused.\n\n"
               "Usage: tokentrailctl COMMAND [OPTION…] [ARGUMENT…]\n\nCommands:\n"_s;
    qsizetype width = 0;
    for (const auto &command : table)
        width = std::max(width, command.name.size() + 2);
    for (const auto &command : table)
        out += u"  "_s + command.name.leftJustified(width) + command.summary + u'\n';
    out += u"\nOptions of all commands:\n"_s;
    for (const auto &option : generalOptions())
        out += u"  "_s + option.name.leftJustified(width) + option.help + u'\n';
    out +=
        u"\nExit codes: 0 yes, 1 it does not hold, 2 usage, 3 input unreadable, 4 network or peer failure.\n"_s;
    return out;
}

QString helpOf(const Command &command)
{
    auto out = u"%1.\n\nUsage: tokentrailctl %2 %3\n"_s.arg(
        command.summary, command.name, command.arguments);
    const auto options = command.options + generalOptions();
    qsizetype width = 0;
    for (const auto &option : options)
        width = std::max(width, option.name.size() + option.value.size() + 3);
    out += u"\nOptions:\n"_s;
    for (const auto &option : options) {
        const QString name =
            option.value.isEmpty() ? option.name : option.name + u' ' + option.value;
        out += u"  "_s + name.leftJustified(width) + option.help + u'\n';
    }
    return out;
}

} // namespace tokentrail::ctl
