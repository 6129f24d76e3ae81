// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWebEngineCertificateError>
#include <QWebEnginePage>

namespace tokentrail::weblogin {

class RequestGate;

// The page of one login: goes only where the gate lets it, opens nothing beside itself, and asks
// about no certificate.
class LoginPage : public QWebEnginePage
{
    Q_OBJECT

public:
    LoginPage(QWebEngineProfile *profile, const RequestGate &gate, QObject *parent = nullptr);

    // Whose certificates pass besides the system's.
    void trust(const QByteArray &authorityPem) { m_authorityPem = authorityPem; }

Q_SIGNALS:
    void redirected(const QUrl &target);
    void heldBack(const QUrl &target); // the way leads out of the login
    void byOwnAuthority(const QString &host); // its certificate passed by the trusted authority
    void distrusted(const QString &host, const QString &why);

protected:
    bool acceptNavigationRequest(const QUrl &url, NavigationType type, bool ofWindow) override;
    QWebEnginePage *createWindow(WebWindowType) override { return nullptr; }
    QStringList chooseFiles(FileSelectionMode, const QStringList &, const QStringList &) override
    {
        return {};
    }
    void javaScriptAlert(const QUrl &, const QString &) override { }
    bool javaScriptConfirm(const QUrl &, const QString &) override { return false; }
    bool javaScriptPrompt(const QUrl &, const QString &, const QString &, QString *) override
    {
        return false;
    }
    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel,
                                  const QString &,
                                  int,
                                  const QString &) override
    { }

private:
    void judge(QWebEngineCertificateError error);

    const RequestGate &m_gate;
    QByteArray m_authorityPem;
};

} // namespace tokentrail::weblogin
