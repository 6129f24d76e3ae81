// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/xsuaa/effective.h"
#include "core/xsuaa/say.h"

#include <QSet>

namespace tokentrail::xsuaa {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

// Differ from token to token of one user.
bool isPassing(const QString &claim)
{
    static const QSet<QString> passing{u"jti"_s,
                                       u"iat"_s,
                                       u"exp"_s,
                                       u"auth_time"_s,
                                       u"rev_sig"_s,
                                       u"grant_type"_s,
                                       u"nonce"_s,
                                       u"az_attr"_s,
                                       u"ext_attr"_s,
                                       u"amr"_s,
                                       u"acr"_s};
    return passing.contains(claim);
}

QStringList valuesOf(const Json &value)
{
    if (value.isNull())
        return {};
    if (value.isString() || value.isArray())
        return value.toStringList();
    return {QString::fromUtf8(value.toCompact())};
}

QString sentenceFor(const QString &claim, const QStringList &missing, const QStringList &added)
{
    QStringList parts;
    if (!missing.isEmpty())
        parts << say(u"preview.lacks", {{u"names", missing.join(u", "_s)}});
    if (!added.isEmpty())
        parts << say(u"preview.has", {{u"names", added.join(u", "_s)}});
    return u"%1: %2."_s.arg(claim, parts.join(u"; "_s));
}

void compare(const QString &claim,
             const Json &expected,
             const Json &found,
             QList<ClaimDifference> &differences)
{
    if (expected.isObject() || found.isObject()) {
        QStringList names;
        for (const auto *side : {&expected, &found}) {
            for (const auto &member : side->members()) {
                if (!names.contains(member.name))
                    names.append(member.name);
            }
        }
        for (const auto &name : names)
            compare(claim + u'.' + name, expected[name], found[name], differences);
        return;
    }
    const auto before = valuesOf(expected);
    const auto after = valuesOf(found);
    const auto without = [](QStringList all, const QStringList &gone) {
        all.removeIf([&](const QString &value) { return gone.contains(value); });
        return all;
    };
    const auto missing = without(before, after);
    const auto added = without(after, before);
    if (missing.isEmpty() && added.isEmpty())
        return;
    differences.append({claim, before, after, sentenceFor(claim, missing, added)});
}

} // namespace

QList<ClaimDifference> comparePreview(const Json &preview, const Json &token)
{
    QList<ClaimDifference> differences;
    QStringList names;
    for (const auto *side : {&preview, &token}) {
        for (const auto &member : side->members()) {
            if (!names.contains(member.name) && !isPassing(member.name))
                names.append(member.name);
        }
    }
    for (const auto &name : names)
        compare(name, preview[name], token[name], differences);
    return differences;
}

std::optional<Trap> assignedAfterLogin(const Json &preview, const Json &token)
{
    auto missing = preview[u"scope"].toStringList();
    const auto held = token[u"scope"].toStringList();
    missing.removeIf([&](const QString &scope) { return held.contains(scope); });
    if (missing.isEmpty())
        return std::nullopt;
    return Trap{Trap::Kind::AssignedAfterLogin,
                missing.constFirst(),
                say(u"preview.assigned-later", {{u"names", missing.join(u", "_s)}})};
}

} // namespace tokentrail::xsuaa
