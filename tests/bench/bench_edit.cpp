// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
// One member changed in a JSON file of 1 MB, against reading the file.
#include "core/text/edit.h"
#include "tests/bench/bench.h"

using namespace tokentrail;
using namespace Qt::StringLiterals;

namespace {

QByteArray megabyte()
{
    QByteArray text = "{\n  \"users\": {\n";
    for (int i = 0; text.size() < 1'000'000; ++i)
        text += "    \"user" + QByteArray::number(i)
            + "\": { \"roles\": [\"admin\", \"viewer\"], \"attr\": { \"level\": [3] } },\n";
    return text + "    \"last\": { \"roles\": [] }\n  }\n}\n";
}

} // namespace

int main()
{
    const auto source = megabyte();
    const auto reading = bench::perCall(10, [&] { return text::parseJson(source).has_value(); });
    const auto editing = bench::perCall(10, [&] {
        auto editor = text::JsonEditor::open(source);
        return editor && editor->set({u"users"_s, u"user500"_s, u"roles"_s}, u"boss"_s);
    });
    return bench::row("change one member of 1 MB of JSON", editing, reading, 2) ? 0 : 1;
}
