// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/xsuaa/servicekeychecks.h"

#include "core/jose/jwk.h"

namespace tokentrail::xsuaa {

using namespace Qt::StringLiterals;

namespace {

Error told(const QString &sentence)
{
    return {ErrorCode::InvalidInput, sentence};
}

void checkUrls(ServiceKey &key)
{
    const auto &client = key.client;
    const auto absolute = [](const QUrl &url) {
        return url.isValid() && !url.host().isEmpty() && url.scheme().startsWith("http"_L1);
    };
    if (client.url.isEmpty() && client.certUrl.isEmpty())
        key.problems.push_back(told(u"The key names no token service (\"url\")."_s));
    else if (!client.url.isEmpty() && !absolute(client.url))
        key.problems.push_back(told(u"The \"url\" is no absolute http or https address."_s));
    if (client.uaaDomain.startsWith("http://"_L1))
        key.problems.push_back(
            told(u"The \"uaadomain\" begins with http://; services put https:// before it."_s));
    if (client.uaaDomain.endsWith(u'/'))
        key.problems.push_back(
            told(u"The \"uaadomain\" ends with a slash; the key set is then not found."_s));
    if (key.kind == ServiceKind::Xsuaa && client.uaaDomain.isEmpty())
        key.problems.push_back(
            told(u"The key has no \"uaadomain\"; xssec then asks \"url\" for the key set, or takes "
                 u"\"verificationkey\"."_s));
}

void checkClient(ServiceKey &key)
{
    const auto &client = key.client;
    if (client.clientId.isEmpty())
        key.problems.push_back(told(u"The key has no \"clientid\"."_s));
    switch (key.credentialType) {
    case CredentialType::X509:
        if (client.certificatePem.isEmpty() || client.keyPem.isEmpty())
            key.problems.push_back(told(u"The X.509 key lacks its certificate or private key."_s));
        else if (!jose::Jwk::fromPem(client.certificatePem))
            key.problems.push_back(told(u"The certificate of the key cannot be read."_s));
        else if (!jose::Jwk::fromPem(client.keyPem.reveal()))
            key.problems.push_back(told(u"The private key of the key cannot be read."_s));
        if (client.certUrl.isEmpty())
            key.problems.push_back(told(u"The X.509 key has no \"certurl\"."_s));
        break;
    case CredentialType::None:
        key.problems.push_back(told(
            u"The key has neither secret nor certificate; it can check tokens, but fetch none."_s));
        break;
    case CredentialType::BindingSecret:
    case CredentialType::InstanceSecret:
        if (client.clientSecret.isEmpty())
            key.problems.push_back(told(u"The key has no \"clientsecret\"."_s));
        break;
    }
}

void checkService(ServiceKey &key)
{
    if (key.kind == ServiceKind::Xsuaa && key.xsappname.isEmpty())
        key.problems.push_back(told(u"The key has no \"xsappname\"; no token can be checked."_s));
    if (key.kind == ServiceKind::Destination && key.destinationUri.isEmpty())
        key.problems.push_back(told(u"The key has no \"uri\" of the Destination service."_s));
    if (key.kind == ServiceKind::Connectivity && (key.proxyHost.isEmpty() || key.proxyPort == 0))
        key.problems.push_back(
            told(u"The key does not name host and port of the connectivity proxy."_s));
    if (key.verificationKeyPem.isEmpty())
        return;
    if (const auto read = jose::Jwk::fromPem(key.verificationKeyPem); !read)
        key.problems.push_back(
            told(u"The \"verificationkey\" cannot be read: %1"_s.arg(read.error().sentence)));
}

} // namespace

void checkServiceKey(ServiceKey &key)
{
    if (key.kind != ServiceKind::Other) {
        checkClient(key);
        checkUrls(key);
    }
    checkService(key);
}

} // namespace tokentrail::xsuaa
