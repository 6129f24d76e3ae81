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
    bool isEdited = true;
    const auto editing = bench::perCall(10, [&] {
        auto editor = text::JsonEditor::open(source);
        isEdited =
            isEdited && editor && editor->set({u"users"_s, u"user500"_s, u"roles"_s}, u"boss"_s);
    });
    const auto *name = "change one member of 1 MB of JSON";
    if (!isEdited) {
        std::printf("%-44s | THE EDIT FAILED\n", name);
        return 1;
    }
    return bench::row(name, editing, reading, 2) ? 0 : 1;
}
