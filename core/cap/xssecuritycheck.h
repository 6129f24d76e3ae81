// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/error.h"
#include "core/text/json.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace tokentrail::cap {

enum class ProblemSeverity : quint8 { Error, Warning, Hint };
QString nameOf(ProblemSeverity severity); // "error", "warning", "hint"

// Something about an xs-security.json. Ids are stable.
struct XsSecurityProblem
{
    QString id;
    ProblemSeverity severity = ProblemSeverity::Error;
    Place place;
    QString sentence;
};
using XsSecurityProblems = std::vector<XsSecurityProblem>;

// Limits, names, references and values, as XSUAA demands them when it creates or updates a
// service instance; in the order of the file. Source: SAP help, "Application Security Descriptor
// Configuration Syntax".
XsSecurityProblems checkXsSecurity(const QByteArray &source, const QString &file = {});

// What an update of a deployed descriptor must not change, or loses. Both must be readable;
// places are those in the new one.
XsSecurityProblems
compareXsSecurity(const QByteArray &source, const text::Json &deployed, const QString &file = {});

// Roles that the model asks for and no role template gives, and those that it does not ask for;
// wanted is what xsSecurityOf() makes of the model. None where the text cannot be read.
XsSecurityProblems
checkAgainstModel(const QByteArray &source, const text::Json &wanted, const QString &file = {});

} // namespace tokentrail::cap
