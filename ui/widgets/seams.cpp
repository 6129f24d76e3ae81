// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/seams.h"

#include "core/base/redactor.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QDesktopServices>
#include <QFileDialog>
#include <QGuiApplication>
#include <QTimer>

namespace tokentrail::ui {

namespace {

QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

} // namespace

Seams::Seams(QObject *parent)
    : QObject(parent)
    , m_clearing(new QTimer(this))
{
    m_clearing->setSingleShot(true);
    m_clearing->setInterval(clearAfterMs);
    connect(m_clearing, &QTimer::timeout, this, &Seams::clearSecret);
}

void Seams::copyText(const QString &text)
{
    putText(redactor::text(text));
    Q_EMIT copied(false);
}

void Seams::copyUnchanged(const QString &text)
{
    putText(text);
    Q_EMIT copied(false);
}

void Seams::copySecret(const Secret &secret)
{
    putSecret(secret);
    Q_EMIT copied(true);
}

void Seams::putText(const QString &text)
{
    m_clearing->stop();
    QGuiApplication::clipboard()->setText(text);
}

void Seams::putSecret(const Secret &secret)
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(secret.reveal()));
    m_copied = hashOf(secret.reveal());
    m_clearing->start();
}

void Seams::openUrl(const QUrl &url)
{
    QDesktopServices::openUrl(url);
}

void Seams::clearSecret()
{
    auto *clipboard = QGuiApplication::clipboard();
    if (hashOf(clipboard->text().toUtf8()) == m_copied)
        clipboard->clear();
    m_copied.clear();
}

void Seams::askSaveFile(QWidget *parent,
                        const QString &title,
                        const QString &suggestion,
                        const QString &filter,
                        const std::function<void(const QString &)> &answer)
{
    auto *dialog = new QFileDialog(parent, title, {}, filter);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->selectFile(suggestion);
    connect(dialog, &QDialog::finished, dialog, [dialog, answer](int result) {
        const auto files = dialog->selectedFiles();
        answer(result == QDialog::Accepted && !files.isEmpty() ? files.constFirst() : QString());
    });
    dialog->open();
}

void Seams::askOpenFile(QWidget *parent,
                        const QString &title,
                        const QString &filter,
                        const std::function<void(const QString &)> &answer)
{
    auto *dialog = new QFileDialog(parent, title, {}, filter);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, dialog, [dialog, answer](int result) {
        const auto files = dialog->selectedFiles();
        answer(result == QDialog::Accepted && !files.isEmpty() ? files.constFirst() : QString());
    });
    dialog->open();
}

void Seams::askFolder(QWidget *parent,
                      const QString &title,
                      const QString &from,
                      const std::function<void(const QString &)> &answer)
{
    auto *dialog = new QFileDialog(parent, title, from);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, dialog, [dialog, answer](int result) {
        const auto folders = dialog->selectedFiles();
        answer(result == QDialog::Accepted && !folders.isEmpty() ? folders.constFirst()
                                                                 : QString());
    });
    dialog->open();
}

} // namespace tokentrail::ui
