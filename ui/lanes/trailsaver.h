// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnosis/supportbundle.h"
#include "core/trail/export.h"

#include <QObject>

class QImage;
class QWidget;

namespace tokentrail::ui {

class Seams;

// Asks for a file and writes the trail there, redacted as it is.
class TrailSaver : public QObject
{
    Q_OBJECT

public:
    TrailSaver(Seams &seams, QWidget *parent);

    void saveTrail(const trail::Trail &trail, trail::ExportFormat format);
    void saveImage(const QImage &image);
    void saveBundle(const trail::Trail &trail, const diagnosis::Diagnosis &diagnosis);

Q_SIGNALS:
    void saved(const QString &file);
    void failed(const QString &sentence);

private:
    void ask(const QString &suggestion, const QString &filter, const QByteArray &bytes);
    void write(const QString &file, const QByteArray &bytes);

    Seams &m_seams;
    QWidget *m_window;
};

} // namespace tokentrail::ui
