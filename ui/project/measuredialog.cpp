// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/project/measuredialog.h"

#include "core/http/loopback.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/housestyle.h"
#include "ui/widgets/wrappedlabel.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

namespace {

bool isHttp(const QUrl &url)
{
    return (url.scheme() == "http"_L1 || url.scheme() == "https"_L1) && !url.host().isEmpty();
}

} // namespace

MeasureDialog::MeasureDialog(const MeasureOffer &offer, QWidget *parent)
    : QDialog(parent)
    , m_offer(offer)
    , m_url(new QLineEdit(offer.url))
    , m_urlNote(new WrappedLabel)
    , m_withWrites(new QCheckBox(tr("Ask for what writes, &too")))
    , m_warning(new WrappedLabel)
    , m_send(new QPushButton)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Ask the running service"));
    resize(620, 460);
    m_url->setPlaceholderText(u"http://localhost:4004"_s);
    m_urlNote->setMuted(true);
    m_urlNote->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum); // the list grows
    buildCallers();
    buildWrites();
    auto *cancel = new QPushButton(tr("Cancel"));
    makePrimary(m_send);
    m_send->setDefault(true);

    auto *form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->addRow(tr("&Service"), m_url);
    form->addRow({}, m_urlNote);
    form->addRow(tr("As &whom"), m_callers);
    form->addRow({}, m_withWrites);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_send);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 14);
    layout->setSpacing(10);
    layout->addLayout(form, 1);
    layout->addWidget(m_warning);
    layout->addWidget(m_writes, 1);
    layout->addLayout(buttons);

    connect(m_url, &QLineEdit::textChanged, this, &MeasureDialog::retell);
    connect(m_callers, &QListWidget::itemChanged, this, &MeasureDialog::retell);
    connect(m_withWrites, &QCheckBox::toggled, this, &MeasureDialog::retell);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_send, &QPushButton::clicked, this, [this] {
        const auto wanted = wish();
        accept();
        Q_EMIT this->wanted(wanted);
    });
    retell();
    (offer.url.isEmpty() ? static_cast<QWidget *>(m_url) : m_send)->setFocus();
}

void MeasureDialog::buildCallers()
{
    m_callers = new QListWidget;
    m_callers->setAccessibleName(tr("As whom the service is asked"));
    for (const auto &caller : m_offer.callers) {
        auto *item = new QListWidgetItem(caller.detail.isEmpty()
                                             ? caller.name
                                             : QString(caller.name + u" · "_s + caller.detail));
        item->setData(Qt::UserRole, caller.name);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(caller.isChosen ? Qt::Checked : Qt::Unchecked);
        m_callers->addItem(item);
    }
    if (m_offer.callers.isEmpty())
        m_callers->setEnabled(false);
}

void MeasureDialog::buildWrites()
{
    m_withWrites->setEnabled(!m_offer.writes.isEmpty());
    m_writes = new CodeView(tr("Writing requests, each for each caller"));
    m_writes->setCode(m_offer.writes.join(u'\n'), CodeView::Language::Plain);
    m_warning->setText(
        tr("These requests are sent as well, each for each caller. They carry a property that no "
           "model has, or name a row that is not there: CAP refuses them after it has decided on "
           "access, so that no row changes. A handler in code that runs before that could still "
           "act."));
}

MeasureWish MeasureDialog::wish() const
{
    MeasureWish wish;
    wish.url = m_url->text().trimmed();
    wish.withWrites = m_withWrites->isChecked();
    for (int row = 0; row < m_callers->count(); ++row) {
        const auto *item = m_callers->item(row);
        if (item->checkState() == Qt::Checked)
            wish.callers << item->data(Qt::UserRole).toString();
    }
    return wish;
}

void MeasureDialog::retell()
{
    const auto now = wish();
    const QUrl url(now.url, QUrl::StrictMode);
    const bool isClear = url.scheme() == "http"_L1 && !http::isLoopbackHost(url.host());
    m_urlNote->setText(
        now.url.isEmpty()
            ? tr("No running service of this project was found in ~/.cds-services.json, where cds "
                 "watch writes its address.")
            : !isHttp(url) ? tr("This is no address of a service: http://HOST:PORT.")
            : isClear && !now.callers.isEmpty()
            ? tr("Passwords and tokens would go there in clear: this is not this machine.")
            : tr("It is always asked without a login as well."));
    const int callers = int(now.callers.size()) + 1;
    const int writes = now.withWrites ? int(m_offer.writes.size()) * callers : 0;
    const int all = m_offer.reads * callers + writes;
    m_warning->setVisible(now.withWrites);
    m_writes->setVisible(now.withWrites);
    m_send->setText(writes > 0 ? tr("Send %1 requests, %2 of them writing").arg(all).arg(writes)
                               : tr("Send %n reading request(s)", nullptr, all));
    m_send->setEnabled(isHttp(url));
}

} // namespace tokentrail::ui
