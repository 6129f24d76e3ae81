// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/supportbundle.h"

#include "core/base/redactor.h"
#include "core/diagnosis/say.h"
#include "core/text/zip.h"
#include "core/trail/export.h"
#include "core/trail/redaction.h"

#include <QSysInfo>

namespace tokentrail::diagnosis {

using namespace Qt::StringLiterals;

namespace {

void addEvidence(QStringList &lines, const QString &title, const QList<Evidence> &list)
{
    if (list.isEmpty())
        return;
    lines << title << QString();
    for (const auto &one : list)
        lines << (one.hopId.isEmpty() ? u"- "_s + one.sentence
                                      : u"- %1 (%2)"_s.arg(one.sentence, one.hopId));
    lines << QString();
}

void addFinding(QStringList &lines, const Finding &finding)
{
    lines << u"## "_s + finding.title << QString() << finding.sentence << QString();
    addEvidence(lines, say(u"bundle.for"), finding.evidence);
    addEvidence(lines, say(u"bundle.against"), finding.counterEvidence);
    if (!finding.fix.text.isEmpty())
        lines << say(u"bundle.change", {{u"fix", finding.fix.text}}) << QString();
    if (!finding.fix.command.isEmpty())
        lines << u"    "_s + finding.fix.command << QString();
    if (!finding.fix.edit.isEmpty())
        lines << u"```diff"_s << finding.fix.edit << u"```"_s << QString();
    lines << u"(%1, %2, confidence %3)"_s.arg(finding.id, nameOf(finding.severity))
                 .arg(finding.confidence, 0, 'f', 2)
          << QString();
}

} // namespace

QString findingsAsText(const Diagnosis &diagnosis)
{
    QStringList lines{say(u"bundle.title"), {}};
    if (diagnosis.findings.isEmpty())
        lines << say(u"bundle.no-cause") << QString();
    for (const auto &finding : diagnosis.findings)
        addFinding(lines, finding);
    if (!diagnosis.ruledOut.isEmpty())
        lines << say(u"bundle.ruled-out") << QString();
    for (const auto &one : diagnosis.ruledOut)
        lines << u"- %1: %2"_s.arg(one.id, one.because);
    if (!diagnosis.notVisible.isEmpty())
        lines << QString() << say(u"bundle.not-visible") << QString();
    for (const auto &one : diagnosis.notVisible)
        lines << u"- "_s + one;
    return redactor::text(lines.join(u'\n')) + u'\n';
}

QStringList versionsHere()
{
    return {u"Tokentrail %1"_s.arg(QStringLiteral(TOKENTRAIL_VERSION)),
            u"Qt %1"_s.arg(QString::fromLatin1(qVersion())),
            QSysInfo::prettyProductName(),
            u"%1 %2, %3"_s.arg(QSysInfo::kernelType(),
                               QSysInfo::kernelVersion(),
                               QSysInfo::currentCpuArchitecture())};
}

QByteArray supportBundle(const Supported &supported)
{
    using trail::ExportFormat;
    const auto as = [&](ExportFormat format, trail::Scheme scheme = trail::Scheme::Light) {
        return trail::exportTrail(supported.trail, format, scheme);
    };
    const auto findings = trail::redactedStrings(toJson(supported.diagnosis));
    const auto folder = u"tokentrail-support/"_s;
    QList<text::ZipEntry> entries{
        {folder + u"README.txt"_s, say(u"bundle.note").toUtf8()},
        {folder + u"findings.json"_s, findings.toIndented() + '\n'},
        {folder + u"findings.md"_s, findingsAsText(supported.diagnosis).toUtf8()},
        {folder + u"versions.txt"_s, supported.versions.join(u'\n').toUtf8() + '\n'}};
    if (!supported.trail.hops.isEmpty()) // of a log alone there is none
        entries += {{folder + u"trail.json"_s, as(ExportFormat::Json)},
                    {folder + u"trail.har"_s, as(ExportFormat::Har)},
                    {folder + u"trail.md"_s, as(ExportFormat::Markdown)},
                    {folder + u"trail.mmd"_s, as(ExportFormat::Mermaid)},
                    {folder + u"trail.svg"_s, as(ExportFormat::Svg)},
                    {folder + u"trail-dark.svg"_s, as(ExportFormat::Svg, trail::Scheme::Dark)}};
    return text::zipOf(entries);
}

} // namespace tokentrail::diagnosis
