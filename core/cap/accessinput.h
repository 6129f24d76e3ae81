// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/csn.h"

namespace tokentrail::cap {

// The element behind a column like "author_ID" or "address_city"; null when there is none.
const text::Json *elementOfColumn(const std::vector<Element> &elements, const QString &column);

// How a body is looked at before it is written.
struct InputRules
{
    bool isInsert = false; // what is mandatory must be there
    bool isOdata = true; // members like @odata.type are passed over
    bool isDraft = false; // drafts may be wrong in what only activation asks for
    int cds = 9;
};

// Why CAP answers 400 to this body: a member that is not there, a value of another type, out of its
// range or of none of its names, something mandatory that is missing. Empty: it takes the body.
QString inputProblem(const Csn &csn,
                     const Definition &entity,
                     const text::Json &body,
                     const InputRules &rules);
// The same for the parameters of an action; REST passes over all where there are none.
QString
parameterProblem(const Csn &csn, const Definition &operation, const text::Json &body, bool isRest);

} // namespace tokentrail::cap
