// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/jsoncommands.h"

#include "app/ctl/input.h"
#include "core/text/json.h"

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;

namespace {

void checkJson(Invocation &invocation)
{
    const auto name = invocation.positional(0);
    const auto source = readInput(name);
    if (!source)
        return invocation.fail(source.error());
    const auto file = name == "-"_L1 ? QString() : name;

    auto problems = text::Json::array();
    QString lines;
    const auto parsed = text::parseJson(*source, file);
    if (!parsed) {
        const auto &error = parsed.error();
        problems.append(text::Json::object({{u"line"_s, error.place->line},
                                            {u"column"_s, error.place->column},
                                            {u"sentence"_s, error.sentence}}));
        lines = error.toString();
    }
    invocation.answer(
        text::Json::object({{u"valid"_s, parsed.has_value()}, {u"problems"_s, problems}}),
        parsed ? u"valid JSON"_s : lines);
    invocation.finish(parsed ? Ok : DoesNotHold);
}

} // namespace

QList<Command> jsonCommands()
{
    return {{u"json check"_s,
             u"[FILE]"_s,
             u"Read a file as strictly as CAP does: no comments, no trailing comma"_s,
             {},
             checkJson}};
}

} // namespace tokentrail::ctl
