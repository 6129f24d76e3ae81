// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/csn.h"

namespace tokentrail::cap {

// The built-in type behind an element, with what limits its values.
struct ValueType
{
    QString name; // "cds.String"; empty when it is structured or not known
    qint64 length = 0; // 0: any
    int precision = 0;
    int scale = 0;
    bool isList = false;
};

ValueType valueTypeOf(const Csn &csn, const text::Json &element);
// Whether CAP takes the value for one of this type; looser than OData ("5" is an Integer).
bool fitsType(const ValueType &type, const text::Json &value);
// @assert.format, .range and .enum
QString assertionProblem(const QString &name, const text::Json &element, const text::Json &value);

} // namespace tokentrail::cap
