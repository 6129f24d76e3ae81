// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/json.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace tokentrail::diagnosis {

enum class Severity { Error, Warning, Hint };

// A role collection that a user of the directory should have.
struct Assignment
{
    QString roleCollection;
    QString user; // as the identity provider names it
    QString origin; // of the identity provider
    QString issuer = {}; // of the token: whose directory it is
};

struct Fix
{
    QString text;
    QString command; // to copy; empty when there is none
    QString edit; // a unified diff; empty when there is none
    std::optional<Assignment> assignment = {}; // where that is what to change
};

// Evidence points at what was seen: a hop, a line of a log, a place in a file.
struct Evidence
{
    QString sentence;
    QString hopId; // empty when it is not about a hop
};

struct Finding
{
    QString id; // stable, public
    Severity severity = Severity::Error;
    double confidence = 1.0; // 0…1
    QString title; // "The user was lost inside the CAP service"
    QString sentence; // cause in one sentence, with the names of this case
    QString hopId; // the place; empty when unknown
    QList<Evidence> evidence;
    QList<Evidence> counterEvidence;
    Fix fix;
};

struct RuledOut
{
    QString id;
    QString because;
};

struct Diagnosis
{
    QList<Finding> findings; // best first
    QList<RuledOut> ruledOut;
    QStringList notVisible;
};

QString nameOf(Severity severity);
text::Json toJson(const Finding &finding);
text::Json toJson(const Diagnosis &diagnosis); // {"findings":[…],"ruledOut":[…],"notVisible":[…]}

} // namespace tokentrail::diagnosis
