// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace tokentrail::ui {

// A broken scenario of the library, as the page tells it.
struct ScenarioView
{
    QString id;
    QString group;
    QString title;
    QString symptom; // what people see and paste
    QStringList setUp; // what is made wrong, a line each
    QString call; // "GET /api/FunctionalLocation as alice"
    QString finding;
    QString learn;
    QString whyNotHere; // why the window cannot show it; empty: it can
};

struct FaultView
{
    QString name; // "proxy.cloud-connector-down"
    QString meaning;
    QString value; // empty: not in force
    QString byDefault;
};

// A line of what a program needs to find the landscape.
struct AddressView
{
    QString label;
    QString value;
    bool operator==(const AddressView &) const = default;
};

struct SandboxView
{
    bool running = false;
    QString state; // folder
    QList<FaultView> faults;
    QList<AddressView> addresses;
};

} // namespace tokentrail::ui
