// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/keywords.h"

#include "core/base/redactor.h"
#include "core/xsuaa/keyhealth.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace tokentrail::console {

using namespace Qt::StringLiterals;
using ui::KeyView;
using ui::Tone;
using ui::VaultView;
using vault::Obstacle;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tokentrail::console::KeysDesk)
};

QString dayOf(qint64 seconds)
{
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(seconds).date(), QLocale::ShortFormat);
}

bool isSecretMember(const QString &name)
{
    return name == "clientsecret"_L1 || name == "client_secret"_L1 || name == "key"_L1
        || redactor::isSecretField(name);
}

// Nested objects ("uaa", "endpoints") may hold secrets anywhere; they are shown as a whole or not.
QList<ui::KeyMemberView> membersOf(const text::Json &credentials)
{
    QList<ui::KeyMemberView> members;
    for (const auto &member : credentials.members()) {
        const bool secret = isSecretMember(member.name) || member.value.isObject();
        auto value = member.value.isString() ? member.value.toString()
                                             : QString::fromUtf8(member.value.toCompact());
        if (value.size() > 120)
            value = value.left(100) + Words::tr(" … (%n characters)", nullptr, int(value.size()));
        members.append({member.name, secret ? QString() : value, secret});
    }
    return members;
}

Tone toneOf(xsuaa::KeyRemark::Severity severity)
{
    return severity == xsuaa::KeyRemark::Severity::Error ? Tone::Error : Tone::Client;
}

QList<ui::KeyNoteView> notesOf(const xsuaa::ServiceKey &key, qint64 now)
{
    QList<ui::KeyNoteView> notes;
    for (const auto &remark : xsuaa::keyRemarks(key, now)) {
        const bool bad = remark.severity == xsuaa::KeyRemark::Severity::Error;
        notes.append({toneOf(remark.severity),
                      bad ? Words::tr("✗ This key does not serve") : Words::tr("Mind this"),
                      remark.sentence});
    }
    for (const auto &repair : key.repairs)
        notes.append({Tone::Accent, Words::tr("Mended while reading"), repair});
    for (const auto &problem : key.problems) {
        if (!key.repairs.contains(problem.sentence))
            notes.append({Tone::Client, Words::tr("Odd in this key"), problem.sentence});
    }
    return notes;
}

QList<ui::KeyNoteView> proofsOf(const QList<call::Proof> &proofs)
{
    QList<ui::KeyNoteView> notes;
    for (const auto &proof : proofs) {
        switch (proof.outcome) {
        case call::Proof::Outcome::Proved:
            notes.append({Tone::Person, Words::tr("✓ Proved"), proof.sentence});
            break;
        case call::Proof::Outcome::Refuted:
            notes.append({Tone::Error, Words::tr("✗ Refuted"), proof.sentence});
            break;
        case call::Proof::Outcome::Open:
            notes.append({Tone::Neutral, Words::tr("Not proved"), proof.sentence});
            break;
        }
    }
    return notes;
}

QStringList chainOf(const xsuaa::ServiceKey &key)
{
    QStringList lines;
    for (const auto &certificate : xsuaa::certificateChain(key.client))
        lines << Words::tr("%1, issued by %2, from %3 until %4")
                     .arg(certificate.subject,
                          certificate.issuer,
                          dayOf(certificate.notBefore),
                          dayOf(certificate.notAfter));
    return lines;
}

QStringList usesOf(const QList<call::KeyUse> &uses)
{
    QStringList lines;
    for (const auto &use : uses)
        lines << (use.kind == call::KeyUse::Kind::Session
                      ? Words::tr("Session %1 (%2)").arg(use.name, use.detail)
                      : Words::tr("File %1 (%2)").arg(use.name, use.detail));
    return lines;
}

} // namespace

KeyView viewOf(const xsuaa::KeptKey &kept, const KeyFacts &facts, qint64 nowSeconds)
{
    const auto &key = kept.key;
    KeyView view;
    view.name = kept.name;
    view.service = key.label.isEmpty() ? nameOf(key.kind) : key.label;
    view.kind = nameOf(key.credentialType);
    if (const auto days = xsuaa::daysLeft(key, nowSeconds)) {
        view.life =
            *days < 0 ? Words::tr("expired") : Words::tr("%n days left", nullptr, int(*days));
        view.bad = *days < 0;
    }
    view.from = Words::tr("%1, kept since %2, from %3 (%4)")
                    .arg(view.service, dayOf(kept.addedAt), kept.source, key.shape);
    view.members = membersOf(key.credentials);
    view.notes = notesOf(key, nowSeconds);
    view.chain = chainOf(key);
    view.uses = usesOf(facts.uses);
    view.proofs = proofsOf(facts.proofs);
    return view;
}

VaultView viewOf(const VaultKeeper &keeper)
{
    if (keeper.isOpening())
        return {Words::tr("The vault is being opened."), Tone::Neutral, VaultView::Wish::None};
    const auto forNow = Words::tr("Keys and sessions are kept until you quit.");
    if (keeper.wasPassphraseWrong())
        return {Words::tr("The vault does not open with this passphrase; it was left as it is."),
                Tone::Error,
                VaultView::Wish::Passphrase};
    switch (keeper.obstacle()) {
    case Obstacle::None:
        return {};
    case Obstacle::NoKeychain:
        return {Words::tr("There is no keychain to use. %1 A passphrase keeps them longer.")
                    .arg(forNow),
                Tone::Client,
                VaultView::Wish::NewPassphrase};
    case Obstacle::KeychainClosed:
        return {u"%1 %2"_s.arg(keeper.reason(), forNow), Tone::Client, VaultView::Wish::TryAgain};
    case Obstacle::PassphraseWanted:
        return {Words::tr("The vault is closed with a passphrase. %1").arg(forNow),
                Tone::Client,
                VaultView::Wish::Passphrase};
    case Obstacle::KeyMissing:
    case Obstacle::KeyFileWanted:
    case Obstacle::DoesNotOpen:
        return {u"%1 %2"_s.arg(keeper.reason(), forNow), Tone::Error, VaultView::Wish::TryAgain};
    }
    return {};
}

} // namespace tokentrail::console
