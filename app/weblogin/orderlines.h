// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QSocketNotifier;

namespace tokentrail::weblogin {

// Lines of stdin, as they come.
class OrderLines : public QObject
{
    Q_OBJECT

public:
    explicit OrderLines(QObject *parent = nullptr);

Q_SIGNALS:
    void came(const QByteArray &line);
    void ended(); // whoever opened the window is done with it, or gone

private:
    void read();

    QSocketNotifier *m_notifier = nullptr;
    QByteArray m_rest;
};

} // namespace tokentrail::weblogin
