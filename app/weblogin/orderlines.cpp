// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/weblogin/orderlines.h"

#include <QSocketNotifier>

#include <unistd.h>

namespace tokentrail::weblogin {

namespace {
constexpr qsizetype longest = 1024 * 1024;
}

OrderLines::OrderLines(QObject *parent)
    : QObject(parent)
    , m_notifier(new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, this))
{
    connect(m_notifier, &QSocketNotifier::activated, this, &OrderLines::read);
}

void OrderLines::read()
{
    QByteArray chunk(16 * 1024, Qt::Uninitialized);
    const auto count = ::read(STDIN_FILENO, chunk.data(), size_t(chunk.size()));
    if (count <= 0 || m_rest.size() > longest) {
        m_notifier->setEnabled(false);
        Q_EMIT ended();
        return;
    }
    m_rest += chunk.first(qsizetype(count));
    for (auto end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n')) {
        const auto line = m_rest.first(end + 1);
        m_rest.remove(0, end + 1);
        Q_EMIT came(line);
    }
}

} // namespace tokentrail::weblogin
