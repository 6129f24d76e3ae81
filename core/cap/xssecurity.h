// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/text/json.h"

#include <QStringList>

namespace tokentrail::text {
class JsonEditor;
}

namespace tokentrail::cap {

class Csn;

// The xs-security.json of a model, as "cds compile --to xsuaa" makes it: scopes and role templates
// of every @requires and @restrict, attributes of every $user.x in a condition. Fails where cds
// does, with its words.
Result<text::Json> xsSecurityOf(const Csn &csn);

// What "cds add xsuaa" goes on with where the model does not compile: it says nothing of it.
text::Json xsSecurityWithoutModel();

enum class MergeStyle : quint8 {
    Repaired, // a new scope comes with a role template that can give it
    AsCds9, // as "cds add xsuaa": arrays that exist keep their entries, scopes aside
    AsCds10, // the same, but entries that do not contradict each other are united
};

struct MergedXsSecurity
{
    text::Json document;
    QStringList notes; // what was added beyond cds, or is missing because of cds
};

MergedXsSecurity
mergeXsSecurity(text::Json existing, const text::Json &generated, MergeStyle style);

// Puts what a merge added into the text; everything else stays byte for byte.
Result<void> mergeInto(text::JsonEditor &editor, const text::Json &merged);

} // namespace tokentrail::cap
