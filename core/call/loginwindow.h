// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/call/loginwindowwire.h"

#include <QObject>

#include <memory>

namespace tokentrail::call {

// The program that shows a login in a window of its own, or why there is none to take.
struct LoginWindowProgram
{
    enum class Lack {
        None,
        NotBuilt, // Qt WebEngine was not there when Tokentrail was built
        Root, // as root its Chromium would run without its sandbox, and nobody asked for that
    };
    QString path;
    Lack lack = Lack::NotBuilt;
};

LoginWindowProgram findLoginWindow();
Error lackOf(LoginWindowProgram::Lack lack); // in a sentence, with what to do instead

// One login window: starts it, hears what it tells, and closes it when it goes itself.
class LoginWindow : public QObject
{
    Q_OBJECT

public:
    explicit LoginWindow(const QString &program, QObject *parent = nullptr);
    ~LoginWindow() override; // waits for nothing: the window closes with its stdin

    void start(const LoginWindowOrder &order);

Q_SIGNALS:
    void reported(const tokentrail::call::LoginWindowReport &report);
    // Once, unless it is deleted before: closed by the person, or gone in another way.
    void ended(const tokentrail::Error &why);

private:
    void readReports();
    void end(const Error &why);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace tokentrail::call
