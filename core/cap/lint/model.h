// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/lint/report.h"

namespace tokentrail::cap::lint {

// Findings in the compiled model; places are those in its JSON.
class ModelReport
{
public:
    explicit ModelReport(Report &report)
        : m_report(report)
    { }

    const Csn &csn() const { return *m_report.project().csn(); }
    void add(const QString &id,
             const Definition &definition,
             const text::Json *at,
             const QString &sentence,
             const QString &advice,
             std::optional<ProblemSeverity> severity = {});

private:
    Report &m_report;
};

QString nameOf(const Definition &definition); // fully qualified, bound operations too
bool isServed(const Definition &definition); // by a service of our own with a protocol
// Whether @requires of the service and of the definition let an anonymous caller through.
bool admitsAnonymous(const Definition &definition);
QStringList writtenGrants(const text::Json &privilege); // of one entry of @restrict
QString openToWhom(const Definition &definition); // "everybody, …", where nothing else is demanded

void checkGrants(ModelReport &report, const Definition &entity); // modelgrants.cpp
void checkExposure(ModelReport &report, const Definition &entity); // modelexposure.cpp
void checkUnrestricted(ModelReport &report); // modelunrestricted.cpp

} // namespace tokentrail::cap::lint
