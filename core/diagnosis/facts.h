// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnosis/diagnose.h"
#include "core/diagnosis/phrases.h"
#include "core/diagnosis/say.h"
#include "core/xsuaa/validation.h"

namespace tokentrail::diagnosis {

enum class Known { Yes, No, Unknown };

// What the rules ask again and again, found out once. Lives as long as its Case.
class Facts
{
public:
    explicit Facts(const Case &input);

    const Case &input;
    const trail::Trail &trail;
    const trail::Hop *root = nullptr; // the call on top
    const trail::Hop *call = nullptr; // into the CAP service: the root, or what the approuter sent
    const trail::TokenSeen *bearer = nullptr; // of the call
    text::Json claims; // of the bearer, or of the token that was given beside the trail
    text::Json header;
    int status = 0; // of the call
    int statusInLog = 0; // that a line of the log names, where nothing was recorded
    bool inBatch = false; // the status is that of an answer inside of a $batch
    bool requestSeen = false; // the call's headers are known, not only its answer
    bool userToken = false; // the call carried a token of a person
    bool technicalToken = false; // the call carried a token of a client
    std::optional<xsuaa::Validation> validation; // of the bearer, as xssec would judge it
    QList<Heard> heard; // in logs and bodies
    QList<Heard> overheard; // in lines about other calls, where those of this one tell something

    qint64 nowSeconds() const; // when the call came
    QString who() const; // "alice", "the client sb-app"; empty for nobody known
    bool refused() const; // 401, or a token without any call
    bool refusedForRoles() const; // 403, and not for want of a CSRF token
    bool failed() const; // the call did not succeed, as far as known
    const Heard *heardOf(QStringView findingId) const;
    const xsuaa::Check *failedCheck(xsuaa::CheckId id) const; // if it is the first that failed

    QList<const trail::Hop *> hops(trail::HopKind kind) const; // those that came
    const trail::Hop *firstExpected(trail::HopKind kind) const;
    // Lookups that want a person, answered, from which no call followed.
    QList<const trail::Hop *> silentLookups() const;
    Known hadJwt(const trail::Hop &lookup) const;
    const trail::Hop *backendCall() const; // what the backend itself answered, or through the proxy
    bool answeredByBackend(const trail::Hop &hop) const; // and not by the proxy in front
    bool answeredByApprouter(const trail::Hop &hop) const; // itself, in its own few words
    bool refusedBehindApprouter() const; // which had a session, and let the call pass
    // That the refusal names, "… is lacking required roles: [admin]", or the model of the service.
    QStringList rolesWanted() const;

private:
    void findCall();
    void lookIntoBatch();
    void readToken();
    void validate();
    void listen();
    void setOthersApart();
    void weighByStatus();
    QStringList idsOfCall() const; // by which the answer names it
};

} // namespace tokentrail::diagnosis
