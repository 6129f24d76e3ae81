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

bool row(const char *name, const QByteArray &source, double reading, const QStringList &path)
{
    bool isEdited = true;
    const auto editing = bench::perCall(10, [&] {
        auto editor = text::JsonEditor::open(source);
        isEdited = isEdited && editor && editor->set(path, u"boss"_s);
    });
    if (!isEdited)
        std::printf("%-44s | THE EDIT FAILED\n", name);
    return isEdited && bench::row(name, editing, reading, 2);
}

} // namespace

int main()
{
    const auto source = megabyte();
    const auto reading = bench::perCall(10, [&] { return text::parseJson(source).has_value(); });
    const bool changes = row("change one member of 1 MB of JSON",
                             source,
                             reading,
                             {u"users"_s, u"user500"_s, u"roles"_s});
    const bool adds =
        row("add one to 10,000 in 1 MB of JSON", source, reading, {u"users"_s, u"bob"_s});
    return changes && adds ? 0 : 1;
}
