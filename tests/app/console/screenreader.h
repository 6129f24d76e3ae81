// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusConnection>
#include <QDBusObjectPath>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace tokentrail::test {

// Where an accessible object lives on the accessibility bus.
struct Reference
{
    QString service;
    QDBusObjectPath path;
};

// One object as a screen reader gets it.
struct Heard
{
    Reference at;
    QString name;
    QString role; // "push button"
    bool showing = false;
    bool focusable = false;
    bool enabled = false;
};

// Speaks AT-SPI over the real bus, as a screen reader does: nothing is taken from our process.
class ScreenReader
{
public:
    // Says on the session bus that it is there, and finds the accessibility bus; why not.
    QString start();
    std::optional<Reference> application(const QString &name) const;
    // All objects below that are in sight, as far as the depth goes.
    QList<Heard> inSight(const Reference &root) const;
    QStringList actionsOf(const Reference &object) const;
    bool act(const Reference &object, const QString &action) const;

private:
    QList<Reference> children(const Reference &object) const;
    Heard hear(const Reference &object) const;
    QDBusMessage ask(const Reference &object,
                     const QString &interface,
                     const QString &method,
                     const QVariantList &arguments = {}) const;

    QDBusConnection m_bus = QDBusConnection(QString());
};

} // namespace tokentrail::test
