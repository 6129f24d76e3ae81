// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/browserwait.h"

#include "ui/widgets/fonts.h"
#include "ui/widgets/housestyle.h"
#include "ui/widgets/wrappedlabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

BrowserWait::BrowserWait(QWidget *parent)
    : QWidget(parent)
    , m_told(new WrappedLabel)
    , m_progress(new WrappedLabel)
    , m_row(new QWidget)
    , m_url(new QLineEdit)
{
    m_url->setReadOnly(true);
    m_url->setFont(codeFont());
    m_url->setAccessibleName(tr("URL of the login"));
    m_url->setTextMargins(6, 0, 6, 0);
    auto *copy = new QPushButton(tr("Copy the URL"));
    auto *open = new QPushButton(tr("Open again"));
    makeQuiet(open);
    auto *row = new QHBoxLayout(m_row);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_url, 1);
    row->addWidget(copy);
    row->addWidget(open);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_told);
    layout->addWidget(m_progress);
    layout->addWidget(m_row);
    m_progress->setMuted(true);
    connect(copy, &QPushButton::clicked, this, [this] { Q_EMIT copyRequested(m_url->text()); });
    connect(open, &QPushButton::clicked, this, [this] { Q_EMIT openRequested(m_target); });
}

void BrowserWait::begin(const QUrl &url, const QString &redirectUri)
{
    m_target = url;
    m_redirectUri = redirectUri;
    m_url->setText(QString::fromLatin1(url.toEncoded()));
    m_url->setCursorPosition(0);
    m_row->show();
    tell({});
    show();
    Q_EMIT begun();
}

void BrowserWait::beginWindow()
{
    m_target.clear();
    m_redirectUri.clear();
    m_url->clear();
    m_row->hide();
    tell({});
    show();
    Q_EMIT begun();
}

void BrowserWait::tell(const QString &progress)
{
    m_progress->setText(progress);
    m_progress->setVisible(!progress.isEmpty());
}

void BrowserWait::setSecondsLeft(int seconds)
{
    const auto left = u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
    if (m_redirectUri.isEmpty())
        return m_told->setText(tr("Log in in the window that opened. It keeps no cookie and is "
                                  "closed when the login is over; it is waited for another %1.")
                                   .arg(left));
    m_told->setText(tr("Log in with the browser that opened. Whoever logs in comes back to %1; "
                       "it is waited for another %2.")
                        .arg(m_redirectUri, left));
}

} // namespace tokentrail::ui
