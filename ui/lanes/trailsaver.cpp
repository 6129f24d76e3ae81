// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/lanes/trailsaver.h"

#include "ui/widgets/colours.h"
#include "ui/widgets/seams.h"

#include <QBuffer>
#include <QImage>
#include <QSaveFile>
#include <QWidget>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

namespace {

struct ExportWords
{
    QString suffix;
    QString filter;
};

ExportWords wordsFor(trail::ExportFormat format)
{
    switch (format) {
    case trail::ExportFormat::Mermaid:
        return {u"mmd"_s, TrailSaver::tr("Mermaid (*.mmd)")};
    case trail::ExportFormat::Svg:
        return {u"svg"_s, TrailSaver::tr("SVG picture (*.svg)")};
    case trail::ExportFormat::Markdown:
        return {u"md"_s, TrailSaver::tr("Markdown (*.md)")};
    case trail::ExportFormat::Har:
        return {u"har"_s, TrailSaver::tr("HTTP archive (*.har)")};
    case trail::ExportFormat::Json:
        return {u"json"_s, TrailSaver::tr("JSON (*.json)")};
    }
    return {};
}

} // namespace

TrailSaver::TrailSaver(Seams &seams, QWidget *parent)
    : QObject(parent)
    , m_seams(seams)
    , m_window(parent)
{ }

void TrailSaver::saveTrail(const trail::Trail &trail, trail::ExportFormat format)
{
    const auto words = wordsFor(format);
    ask(u"trail."_s + words.suffix,
        words.filter,
        trail::exportTrail(trail,
                           format,
                           Colours::of(m_window->palette()).dark ? trail::Scheme::Dark
                                                                 : trail::Scheme::Light));
}

void TrailSaver::saveImage(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    ask(u"trail.png"_s, tr("PNG picture (*.png)"), bytes);
}

void TrailSaver::saveBundle(const trail::Trail &trail, const diagnosis::Diagnosis &diagnosis)
{
    ask(u"tokentrail-support.zip"_s,
        tr("Support bundle (*.zip)"),
        diagnosis::supportBundle({trail, diagnosis, diagnosis::versionsHere()}));
}

void TrailSaver::ask(const QString &suggestion, const QString &filter, const QByteArray &bytes)
{
    m_seams.askSaveFile(
        m_window, tr("Save the trail"), suggestion, filter, [this, bytes](const QString &file) {
            write(file, bytes);
        });
}

void TrailSaver::write(const QString &file, const QByteArray &bytes)
{
    if (file.isEmpty())
        return;
    QSaveFile out(file);
    if (out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() && out.commit())
        Q_EMIT saved(file);
    else
        Q_EMIT failed(tr("%1 could not be written: %2.").arg(file, out.errorString()));
}

} // namespace tokentrail::ui
