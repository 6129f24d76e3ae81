// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/samlassertion.h"

#include "core/sandbox/randomtext.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QXmlStreamReader>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 leewaySeconds = 60;
const QByteArray signatureBegin = "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">";
const QByteArray signatureEnd = "</ds:Signature>";

QString moment(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(u"yyyy-MM-ddTHH:mm:ssZ"_s);
}

qint64 secondsOf(QStringView moment)
{
    return QDateTime::fromString(moment.toString(), Qt::ISODate).toSecsSinceEpoch();
}

// Text and attribute values in canonical form (Canonical XML §1.3.1).
QString escaped(const QString &text)
{
    QString out;
    for (const auto c : text) {
        if (c == u'&')
            out += u"&amp;"_s;
        else if (c == u'<')
            out += u"&lt;"_s;
        else if (c == u'>')
            out += u"&gt;"_s;
        else if (c == u'"')
            out += u"&quot;"_s;
        else if (c.unicode() >= 0x20)
            out += c;
    }
    return out;
}

QString inText(const QString &text)
{
    return escaped(text).replace("&quot;"_L1, "\""_L1);
}

QString conditions(const SamlAssertion &assertion)
{
    return u"<saml2:Conditions NotBefore=\"%1\" NotOnOrAfter=\"%2\"><saml2:AudienceRestriction>"
           u"<saml2:Audience>%3</saml2:Audience></saml2:AudienceRestriction></saml2:Conditions>"_s
               .arg(moment(assertion.notBeforeSeconds),
                    moment(assertion.notOnOrAfterSeconds),
                    inText(assertion.audience));
}

QString subject(const SamlAssertion &assertion)
{
    return u"<saml2:Subject><saml2:NameID Format=\"%1\">%2</saml2:NameID>"
           u"<saml2:SubjectConfirmation Method=\"urn:oasis:names:tc:SAML:2.0:cm:bearer\">"
           u"<saml2:SubjectConfirmationData NotOnOrAfter=\"%3\" Recipient=\"%4\">"
           u"</saml2:SubjectConfirmationData></saml2:SubjectConfirmation></saml2:Subject>"_s.arg(
               escaped(assertion.nameIdFormat),
               inText(assertion.nameId),
               moment(assertion.notOnOrAfterSeconds),
               escaped(assertion.recipient));
}

QString statements(const SamlAssertion &assertion)
{
    QString out = u"<saml2:AuthnStatement AuthnInstant=\"%1\"><saml2:AuthnContext>"
                  u"<saml2:AuthnContextClassRef>%2</saml2:AuthnContextClassRef>"
                  u"</saml2:AuthnContext></saml2:AuthnStatement>"_s.arg(
                      moment(assertion.notBeforeSeconds), inText(assertion.authnContext));
    if (assertion.attributes.isEmpty())
        return out;
    out += u"<saml2:AttributeStatement>"_s;
    for (const auto &[name, values] : assertion.attributes) {
        out += u"<saml2:Attribute Name=\"%1\">"_s.arg(escaped(name));
        for (const auto &value : values)
            out += u"<saml2:AttributeValue>%1</saml2:AttributeValue>"_s.arg(inText(value));
        out += u"</saml2:Attribute>"_s;
    }
    return out + u"</saml2:AttributeStatement>"_s;
}

// Exclusive canonical form puts the namespace on the element that is looked at alone.
QByteArray signedInfo(const QString &id, const QByteArray &digest)
{
    return ("<ds:SignedInfo xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">"
            "<ds:CanonicalizationMethod Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\">"
            "</ds:CanonicalizationMethod><ds:SignatureMethod "
            "Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#rsa-sha256\"></ds:SignatureMethod>"
            "<ds:Reference URI=\"#"
            + id.toUtf8()
            + "\"><ds:Transforms><ds:Transform "
              "Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signature\"></ds:Transform>"
              "<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"></ds:Transform>"
              "</ds:Transforms><ds:DigestMethod "
              "Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"></ds:DigestMethod>"
              "<ds:DigestValue>"
            + digest + "</ds:DigestValue></ds:Reference></ds:SignedInfo>");
}

QByteArray digestOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toBase64();
}

Error refused(const QString &sentence)
{
    return Error{ErrorCode::Refused, sentence};
}

// What the document says, and how many assertions and signatures it has.
struct Read
{
    SamlAssertion assertion;
    QString id;
    int assertions = 0;
    int signatures = 0;
};

void readElement(QXmlStreamReader &xml, Read &read)
{
    auto &assertion = read.assertion;
    const auto name = xml.name();
    const auto attributes = xml.attributes();
    if (name == u"Assertion") {
        ++read.assertions;
        read.id = attributes.value(u"ID"_s).toString();
    } else if (name == u"Signature") {
        ++read.signatures;
    } else if (name == u"Issuer") {
        assertion.issuer = xml.readElementText();
    } else if (name == u"NameID") {
        assertion.nameIdFormat = attributes.value(u"Format"_s).toString();
        assertion.nameId = xml.readElementText();
    } else if (name == u"SubjectConfirmationData") {
        assertion.recipient = attributes.value(u"Recipient"_s).toString();
    } else if (name == u"Conditions") {
        assertion.notBeforeSeconds = secondsOf(attributes.value(u"NotBefore"_s));
        assertion.notOnOrAfterSeconds = secondsOf(attributes.value(u"NotOnOrAfter"_s));
    } else if (name == u"Audience") {
        assertion.audience = xml.readElementText();
    } else if (name == u"Attribute") {
        assertion.attributes.append({attributes.value(u"Name"_s).toString(), {}});
    } else if (name == u"AttributeValue" && !assertion.attributes.isEmpty()) {
        assertion.attributes.last().second.append(xml.readElementText());
    }
}

Result<Read> readDocument(const QByteArray &document)
{
    if (document.contains("<!") || document.contains("<?"))
        return refused(u"Assertion is not in canonical form"_s);
    Read read;
    QXmlStreamReader xml(document);
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement)
            readElement(xml, read);
    }
    if (xml.hasError() || read.assertions != 1 || read.id.isEmpty())
        return refused(u"Unable to parse the SAML assertion"_s);
    return read;
}

} // namespace

Result<QByteArray> signedSaml(const SamlAssertion &assertion, const Landscape &landscape)
{
    const QString id = u"_"_s + randomHex(16);
    const QByteArray head =
        (u"<saml2:Assertion xmlns:saml2=\"urn:oasis:names:tc:SAML:2.0:assertion\" ID=\"%1\" "
         u"IssueInstant=\"%2\" Version=\"2.0\"><saml2:Issuer>%3</saml2:Issuer>"_s.arg(
             id, moment(assertion.notBeforeSeconds), inText(assertion.issuer)))
            .toUtf8();
    const QByteArray rest = (subject(assertion) + conditions(assertion) + statements(assertion)
                             + u"</saml2:Assertion>"_s)
                                .toUtf8();
    auto info = signedInfo(id, digestOf(head + rest));
    const auto signature = landscape.signBytes(info);
    if (!signature)
        return signature.error();
    info.replace("<ds:SignedInfo xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">",
                 "<ds:SignedInfo>");
    const QByteArray document = head + signatureBegin + info + "<ds:SignatureValue>"
        + signature->toBase64() + "</ds:SignatureValue>" + signatureEnd + rest;
    return document;
}

Result<SamlAssertion> verifiedSaml(const QByteArray &xml, const Landscape &landscape)
{
    const auto read = readDocument(xml);
    if (!read)
        return read.error();
    const auto begin = xml.indexOf(signatureBegin);
    const auto end = xml.indexOf(signatureEnd);
    if (read->signatures != 1 || begin < 0 || end < begin)
        return refused(u"The SAML assertion is not signed"_s);
    const QByteArray unsignedXml = xml.first(begin) + xml.sliced(end + signatureEnd.size());
    const auto inner =
        xml.sliced(begin + signatureBegin.size(), end - begin - signatureBegin.size());
    const auto valueAt = inner.indexOf("<ds:SignatureValue>");
    // Only this one form is accepted, so that nothing of it can mean something else.
    const auto info = signedInfo(read->id, digestOf(unsignedXml));
    auto withoutNamespace = info;
    withoutNamespace.replace("<ds:SignedInfo xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">",
                             "<ds:SignedInfo>");
    auto value = inner.sliced(std::max<qsizetype>(0, valueAt)).mid(qsizetype(19));
    value.truncate(value.indexOf("</ds:SignatureValue>"));
    if (valueAt < 0 || inner.first(valueAt) != withoutNamespace
        || !landscape.verifyBytes(info, QByteArray::fromBase64(value)))
        return refused(u"Invalid signature of the SAML assertion"_s);
    const auto now = landscape.clock().nowSeconds();
    if (read->assertion.issuer != SamlAssertion().issuer)
        return refused(u"No identity provider is trusted under the name "_s
                       + read->assertion.issuer);
    if (read->assertion.notBeforeSeconds - leewaySeconds > now
        || read->assertion.notOnOrAfterSeconds + leewaySeconds <= now)
        return refused(u"Assertion is not yet or no longer valid"_s);
    return read->assertion;
}

QByteArray decodedSaml(const QString &field)
{
    const auto text = field.toLatin1();
    const bool url = text.contains('-') || text.contains('_');
    return QByteArray::fromBase64(text,
                                  url ? QByteArray::Base64UrlEncoding : QByteArray::Base64Encoding);
}

} // namespace tokentrail::sandbox
