// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/vault/keychain.h"

#include <QTimer>

namespace tokentrail::vault {

using namespace Qt::StringLiterals;

bool isKeychainWanted()
{
    return qEnvironmentVariableIsEmpty("TOKENTRAIL_NO_KEYCHAIN");
}

void KeychainJob::start()
{
    if (std::exchange(m_started, true))
        return;
    QTimer::singleShot(m_timeLimitMs, this, [this] {
        end(Error{
            ErrorCode::Cancelled,
            u"The desktop's keychain did not answer within %1 s."_s.arg(m_timeLimitMs / 1000.0)});
    });
    QMetaObject::invokeMethod(
        this, [this] { run(); }, Qt::QueuedConnection);
}

void KeychainJob::end(const Result<std::optional<Secret>> &result)
{
    if (std::exchange(m_ended, true))
        return;
    m_result = result;
    Q_EMIT finished(this);
}

} // namespace tokentrail::vault
