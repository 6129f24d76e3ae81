// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/weblogin/loginpage.h"

#include "app/weblogin/certificatejudge.h"
#include "app/weblogin/requestgate.h"

#include <QWebEngineSettings>

namespace tokentrail::weblogin {

namespace {

QString whyOf(const QWebEngineCertificateError &error)
{
    switch (error.type()) {
    case QWebEngineCertificateError::CertificateAuthorityInvalid:
        return LoginPage::tr("nobody whom this machine trusts vouches for it");
    case QWebEngineCertificateError::CertificateCommonNameInvalid:
        return LoginPage::tr("it was made out to another name");
    case QWebEngineCertificateError::CertificateDateInvalid:
        return LoginPage::tr("it has ended or has not begun yet");
    case QWebEngineCertificateError::CertificateRevoked:
        return LoginPage::tr("it was revoked");
    default:
        return error.description();
    }
}

} // namespace

LoginPage::LoginPage(QWebEngineProfile *profile, const RequestGate &gate, QObject *parent)
    : QWebEnginePage(profile, parent)
    , m_gate(gate)
{
    settings()->setAttribute(QWebEngineSettings::PluginsEnabled, false);
    settings()->setAttribute(QWebEngineSettings::PdfViewerEnabled, false);
    settings()->setAttribute(QWebEngineSettings::LocalContentCanAccessRemoteUrls, false);
    settings()->setUnknownUrlSchemePolicy(QWebEngineSettings::DisallowUnknownUrlSchemes);
    connect(this, &QWebEnginePage::certificateError, this, &LoginPage::judge);
}

bool LoginPage::acceptNavigationRequest(const QUrl &url, NavigationType type, bool ofWindow)
{
    if (!ofWindow)
        return m_gate.admits(url) || url == QUrl(QStringLiteral("about:blank"));
    if (type == NavigationTypeRedirect)
        Q_EMIT redirected(url);
    if (m_gate.admits(url))
        return true;
    Q_EMIT heldBack(url);
    return false;
}

void LoginPage::judge(QWebEngineCertificateError error)
{
    const auto host = error.url().host();
    if (error.type() == QWebEngineCertificateError::CertificateAuthorityInvalid
        && isIssuedBy(m_authorityPem, error.certificateChain(), host)) {
        error.acceptCertificate();
        Q_EMIT byOwnAuthority(host);
        return;
    }
    error.rejectCertificate();
    Q_EMIT distrusted(host, whyOf(error));
}

} // namespace tokentrail::weblogin
