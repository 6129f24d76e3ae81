// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/app/console/screenreader.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusReply>
#include <QDBusVariant>

Q_DECLARE_METATYPE(tokentrail::test::Reference)

namespace tokentrail::test {

using namespace Qt::StringLiterals;

namespace {

const auto accessible = u"org.a11y.atspi.Accessible"_s;
const auto action = u"org.a11y.atspi.Action"_s;
const auto properties = u"org.freedesktop.DBus.Properties"_s;
constexpr int deepest = 40;
constexpr int patienceMs = 10'000;

// Bits of the first word of GetState (atspi-constants.h).
constexpr quint32 enabledBit = 1U << 8;
constexpr quint32 focusableBit = 1U << 11;
constexpr quint32 showingBit = 1U << 25;

const QDBusArgument &operator>>(const QDBusArgument &argument, Reference &reference)
{
    argument.beginStructure();
    argument >> reference.service >> reference.path;
    argument.endStructure();
    return argument;
}

QList<Reference> referencesIn(const QDBusMessage &answer)
{
    QList<Reference> list;
    const auto first = answer.arguments().value(0);
    if (answer.type() != QDBusMessage::ReplyMessage || !first.canConvert<QDBusArgument>())
        return list; // the object went away; what is no array has no end either
    const auto argument = first.value<QDBusArgument>();
    argument.beginArray();
    while (!argument.atEnd()) {
        Reference reference;
        argument >> reference;
        list.append(reference);
    }
    argument.endArray();
    return list;
}

} // namespace

QString ScreenReader::start()
{
    auto session = QDBusConnection::sessionBus();
    const auto service = u"org.a11y.Bus"_s;
    const auto path = u"/org/a11y/bus"_s;
    for (const auto &name : {u"IsEnabled"_s, u"ScreenReaderEnabled"_s}) {
        auto set = QDBusMessage::createMethodCall(service, path, properties, u"Set"_s);
        set << u"org.a11y.Status"_s << name << QVariant::fromValue(QDBusVariant(true));
        const auto answer = session.call(set, QDBus::Block, patienceMs);
        if (answer.type() == QDBusMessage::ErrorMessage)
            return answer.errorMessage();
    }
    const auto where = QDBusMessage::createMethodCall(service, path, service, u"GetAddress"_s);
    const QDBusReply<QString> address = session.call(where, QDBus::Block, patienceMs);
    if (!address.isValid())
        return address.error().message();
    m_bus = QDBusConnection::connectToBus(address.value(), u"accessibility"_s);
    return m_bus.isConnected() ? QString() : m_bus.lastError().message();
}

QDBusMessage ScreenReader::ask(const Reference &object,
                               const QString &interface,
                               const QString &method,
                               const QVariantList &arguments) const
{
    auto call =
        QDBusMessage::createMethodCall(object.service, object.path.path(), interface, method);
    call.setArguments(arguments);
    const auto answer = m_bus.call(call, QDBus::Block, patienceMs);
    return answer.type() == QDBusMessage::ReplyMessage ? answer : QDBusMessage();
}

QList<Reference> ScreenReader::children(const Reference &object) const
{
    return referencesIn(ask(object, accessible, u"GetChildren"_s));
}

Heard ScreenReader::hear(const Reference &object) const
{
    Heard heard;
    heard.at = object;
    const auto name = ask(object, properties, u"Get"_s, {accessible, u"Name"_s});
    if (!name.arguments().isEmpty())
        heard.name = name.arguments().constFirst().value<QDBusVariant>().variant().toString();
    const auto role = ask(object, accessible, u"GetRoleName"_s);
    if (!role.arguments().isEmpty())
        heard.role = role.arguments().constFirst().toString();
    const auto state = ask(object, accessible, u"GetState"_s);
    if (!state.arguments().isEmpty()) {
        const auto words = qdbus_cast<QList<quint32>>(state.arguments().constFirst());
        const auto bits = words.value(0);
        heard.enabled = bits & enabledBit;
        heard.focusable = bits & focusableBit;
        heard.showing = bits & showingBit;
    }
    return heard;
}

std::optional<Reference> ScreenReader::application(const QString &name) const
{
    const Reference registry{u"org.a11y.atspi.Registry"_s,
                             QDBusObjectPath(u"/org/a11y/atspi/accessible/root"_s)};
    for (const auto &one : children(registry)) {
        if (hear(one).name.compare(name, Qt::CaseInsensitive) == 0)
            return one;
    }
    return std::nullopt;
}

QList<Heard> ScreenReader::inSight(const Reference &root) const
{
    QList<Heard> all;
    const std::function<void(const Reference &, int)> walk = [&](const Reference &object,
                                                                 int depth) {
        for (const auto &child : children(object)) {
            const auto heard = hear(child);
            if (!heard.showing)
                continue;
            all.append(heard);
            if (depth < deepest)
                walk(child, depth + 1);
        }
    };
    walk(root, 0);
    return all;
}

QStringList ScreenReader::actionsOf(const Reference &object) const
{
    QStringList names;
    const auto count = ask(object, properties, u"Get"_s, {action, u"NActions"_s});
    if (count.arguments().isEmpty())
        return names;
    const auto number = count.arguments().constFirst().value<QDBusVariant>().variant().toInt();
    for (int i = 0; i < number; ++i) {
        const auto name = ask(object, action, u"GetName"_s, {i});
        if (!name.arguments().isEmpty())
            names << name.arguments().constFirst().toString();
    }
    return names;
}

bool ScreenReader::act(const Reference &object, const QString &wanted) const
{
    const auto index = actionsOf(object).indexOf(wanted);
    if (index < 0)
        return false;
    const auto done = ask(object, action, u"DoAction"_s, {int(index)});
    return done.type() == QDBusMessage::ReplyMessage;
}

} // namespace tokentrail::test
