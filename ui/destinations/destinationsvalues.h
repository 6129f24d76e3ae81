// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace tokentrail::ui {

struct DestinationRow
{
    QString name;
    QString authentication;
    QString proxyType;
    QString url;
    bool hasErrors = false; // lint says that it cannot work
};

struct PropertyRow
{
    QString name;
    QString value;
    bool secret = false; // shown as dots until it is edited
    bool operator==(const PropertyRow &) const = default;
};

enum class NoteKind { Good, Bad, Careful, Plain };

struct DestinationNote
{
    NoteKind kind = NoteKind::Plain;
    QString title;
    QString sentence;
};

// One destination, with what can be told of it before anything is sent.
struct DestinationView
{
    QString name; // empty: a new one
    QList<PropertyRow> properties;
    QString needs; // which token this authentication type needs, in a sentence
    QList<DestinationNote> notes; // from lint
    QMap<QString, QStringList> choices = {}; // words of properties whose words are a closed set
};

} // namespace tokentrail::ui
