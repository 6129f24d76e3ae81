// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace tokentrail::sandbox {

// A way to misbehave on purpose.
struct FaultInfo
{
    enum class Value { Switch, Integer, Status, Text };

    QByteArray name; // "xsuaa.token-status"
    QByteArray meaning;
    Value value = Value::Switch;
    QByteArray byDefault; // value when it is set without one
    QByteArray choices = {}; // "a|b|c": the only values of a text; empty: any
};

std::span<const FaultInfo> knownFaults();
const FaultInfo *findFault(QStringView name);
// The value to store; an error when there is no such fault or it takes no such value.
Result<QString> checkedFaultValue(const QString &name, const QString &value);

} // namespace tokentrail::sandbox
