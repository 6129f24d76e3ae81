// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/text/json.h"

#include <QLocalServer>
#include <QObject>

#include <functional>

namespace tokentrail::sandbox {

// Where the private socket of a state folder is: in it, or, where its path is too long for a
// socket's address, in the runtime folder, which control.path names then.
QString controlSocketPath(const QString &stateDir);

// The other end of callSandbox().
class ControlSocket : public QObject
{
    Q_OBJECT

public:
    using Handler =
        std::function<Result<text::Json>(const QString &verb, const text::Json &arguments)>;

    explicit ControlSocket(Handler handler, QObject *parent = nullptr);
    ~ControlSocket() override;

    // Also enters the folder into the list of running sandboxes.
    Result<void> listen(const QString &stateDir);

private:
    void accept();
    void read(QLocalSocket *socket);
    QByteArray answerTo(const QByteArray &line) const;

    Handler m_handler;
    QLocalServer m_server;
    QString m_stateDir;
};

} // namespace tokentrail::sandbox
