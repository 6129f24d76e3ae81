// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/callinput.h"

#include "app/ctl/input.h"

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;

namespace {

Result<QByteArray> readCertificates(const QString &name)
{
    auto pem = readInput(name);
    if (pem && !pem->contains("-----BEGIN "))
        return Error{ErrorCode::InvalidInput, u"%1 holds no certificate in PEM form."_s.arg(name)};
    return pem;
}

} // namespace

QList<Option> trustOptions()
{
    return {{u"--ca"_s, u"FILE"_s, u"certificate authority to trust besides the system's"_s},
            {u"--insecure"_s, {}, u"do not check the server's certificate"_s}};
}

Result<http::TlsSettings> readTrust(const Invocation &invocation,
                                    const QList<QUrl> &urls,
                                    const QList<RunningSandbox> &sandboxes)
{
    http::TlsSettings tls;
    tls.verifyPeer = !invocation.has(u"--insecure"_s);
    if (invocation.has(u"--ca"_s)) {
        auto pem = readCertificates(invocation.value(u"--ca"_s));
        if (!pem)
            return pem.error();
        tls.extraCaPem = *pem;
    }
    const auto isHttps = [](const QUrl &url) {
        return url.scheme() == "https"_L1;
    };
    if (std::none_of(urls.cbegin(), urls.cend(), isHttps))
        return tls;
    if (!invocation.has(u"--ca"_s)) {
        for (const char *variable : {"NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE"}) {
            const auto name = qEnvironmentVariable(variable);
            if (name.isEmpty())
                continue;
            // As Node does: a file that cannot be read is passed over.
            if (const auto pem = readCertificates(name))
                tls.extraCaPem += *pem + '\n';
        }
    }
    for (const auto &sandbox : sandboxes) {
        const auto serves = [&sandbox](const QUrl &url) {
            return sandbox.serves(url);
        };
        if (std::any_of(urls.cbegin(), urls.cend(), serves)) {
            if (const auto pem = sandbox.caPem())
                tls.extraCaPem += *pem + '\n';
        }
    }
    return tls;
}

Result<xsuaa::ServiceKey> readClientKey(const QString &fileName, xsuaa::ServiceKind kind)
{
    const auto document = readInput(fileName);
    if (!document)
        return document.error();
    const auto keys = xsuaa::readServiceKeys(*document, fileName);
    if (!keys)
        return keys.error();
    for (const auto &key : *keys) {
        if (key.kind == kind)
            return key;
    }
    for (const auto &key : *keys) {
        if (!key.client.clientId.isEmpty())
            return key;
    }
    return Error{ErrorCode::InvalidInput,
                 u"%1 holds no key of kind %2."_s.arg(fileName, xsuaa::nameOf(kind))};
}

Result<Secret> readPassword(const Invocation &invocation, const QString &what)
{
    if (invocation.has(u"--password-file"_s)) {
        const auto content = readSecretFile(invocation.value(u"--password-file"_s));
        if (!content)
            return content.error();
        return Secret(*content);
    }
    const auto given = qgetenv("TOKENTRAIL_PASSWORD");
    if (!given.isEmpty())
        return Secret(given);
    return Error{
        ErrorCode::Usage,
        u"%1 is needed: --password-file FILE (- for stdin), or TOKENTRAIL_PASSWORD."_s.arg(what)};
}

} // namespace tokentrail::ctl
