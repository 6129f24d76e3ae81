// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/weblogin/loginview.h"

#include "app/weblogin/loginpage.h"
#include "core/http/loopback.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/housestyle.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>
#include <QWebEngineLoadingInfo>
#include <QWebEngineView>

namespace tokentrail::weblogin {

using namespace Qt::StringLiterals;
using Kind = call::LoginWindowReport::Kind;

namespace {

constexpr QSize usualSize{560, 720};
constexpr QSize smallestSize{360, 420};

} // namespace

LoginView::LoginView(const call::LoginWindowOrder &order, QWidget *parent)
    : QWidget(parent)
    , m_order(order)
    , m_gate(order.origins, order.correlationId)
    , m_page(std::make_unique<LoginPage>(&m_profile, m_gate))
    , m_view(new QWebEngineView)
    , m_banner(new ui::Banner)
{
    m_gate.open(call::originOf(order.url));
    m_page->trust(order.authorityPem);
    m_profile.setUrlRequestInterceptor(&m_gate);
    m_profile.setHttpAcceptLanguage(QLocale().uiLanguages().join(u','));
    m_view->setPage(m_page.get());
    m_view->setContextMenuPolicy(Qt::NoContextMenu);
    m_view->setAccessibleName(tr("Login page"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildTop());
    layout->addWidget(m_banner);
    layout->addWidget(m_view, 1);
    setMinimumSize(smallestSize);
    resize(usualSize);
    connectPage();
    tellWhere();
}

LoginView::~LoginView()
{
    m_view->setPage(nullptr);
    m_page.reset(); // before its profile
}

QWidget *LoginView::buildTop()
{
    m_host = new QLabel;
    m_safety = new QLabel;
    auto font = m_host->font();
    font.setBold(true);
    m_host->setFont(font);
    for (auto *label : {m_host, m_safety})
        label->setTextFormat(Qt::PlainText);
    auto *cancel = new QPushButton(tr("Cancel the login"));
    ui::makeQuiet(cancel);
    connect(cancel, &QPushButton::clicked, this, &QWidget::close);
    connect(new QShortcut(QKeySequence::Close, this), &QShortcut::activated, this, &QWidget::close);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_host);
    words->addWidget(m_safety);
    auto *top = new QWidget;
    auto *layout = new QHBoxLayout(top);
    layout->setContentsMargins(12, 8, 8, 8);
    layout->addLayout(words, 1);
    layout->addWidget(cancel);
    return top;
}

void LoginView::connectPage()
{
    connect(&m_gate, &RequestGate::pageAsked, &m_visits, &VisitRecorder::asked);
    connect(m_page.get(), &LoginPage::redirected, &m_visits, &VisitRecorder::redirected);
    connect(m_page.get(), &LoginPage::heldBack, this, &LoginView::ask);
    connect(m_page.get(), &LoginPage::distrusted, this, &LoginView::refuse);
    connect(m_page.get(), &LoginPage::byOwnAuthority, this, [this](const QString &host) {
        m_byOwnAuthority.insert(host);
        m_distrusted.remove(host);
        tellWhere();
    });
    connect(m_page.get(), &QWebEnginePage::urlChanged, this, &LoginView::tellWhere);
    connect(m_page.get(), &QWebEnginePage::loadingChanged, this, &LoginView::loaded);
    connect(m_page.get(), &QWebEnginePage::windowCloseRequested, this, &QWidget::close);
    connect(m_page.get(), &QWebEnginePage::renderProcessTerminated, this, &LoginView::gone);
    connect(&m_visits, &VisitRecorder::visited, this, [this](const http::Exchange &visit) {
        Q_EMIT reported({Kind::Visited, {}, visit});
    });
    connect(m_banner, &ui::Banner::actionTriggered, this, &LoginView::goOn);
}

void LoginView::begin()
{
    m_page->load(m_order.url);
    show();
    m_view->setFocus();
    Q_EMIT reported({Kind::Shown, {}, {}});
}

// Who gets what is typed here; a page cannot write into this.
void LoginView::tellWhere()
{
    const auto url = m_page->url().isEmpty() ? m_order.url : m_page->url();
    const auto host = url.host();
    m_host->setText(host);
    m_safety->setText(safetyOf(url));
    setWindowTitle(tr("Log in at %1").arg(host));
}

// Nothing before there is a page of that host: the page's address changes once it answered.
QString LoginView::safetyOf(const QUrl &url) const
{
    const auto host = url.host();
    const bool encrypted = url.scheme() == "https"_L1;
    if (encrypted && m_distrusted.contains(host))
        return tr("certificate not accepted");
    if (m_page->url().isEmpty() || m_isErrorPage)
        return {};
    if (!encrypted)
        return http::isLoopbackHost(host) ? tr("on this machine, not encrypted")
                                          : tr("not encrypted");
    return m_byOwnAuthority.contains(host)
        ? tr("encrypted; certificate of %1").arg(m_order.authorityWords)
        : tr("encrypted, certificate checked");
}

void LoginView::ask(const QUrl &target)
{
    const auto origin = call::originOf(target);
    m_held = target;
    if (target.scheme() == "https"_L1) {
        m_banner->tell(ui::Tone::Accent,
                       tr("The login goes on at %1, which is not part of this identity zone. "
                          "Nothing was sent there yet.")
                           .arg(target.host()),
                       tr("Go on there"));
    } else {
        m_held.clear();
        m_banner->tell(ui::Tone::Error,
                       tr("The login leads to %1, which is not encrypted or no web page; it was "
                          "not followed.")
                           .arg(origin.isEmpty() ? QString(target.scheme() + u':') : origin));
    }
    Q_EMIT reported({Kind::Held, origin.isEmpty() ? target.scheme() : origin, {}});
}

void LoginView::goOn()
{
    m_banner->dismiss();
    if (m_held.isEmpty())
        return;
    m_gate.open(call::originOf(m_held));
    m_page->load(std::exchange(m_held, {}));
}

void LoginView::refuse(const QString &host, const QString &why)
{
    m_banner->tell(ui::Tone::Error,
                   tr("%1 shows a certificate that was not accepted: %2. Nothing was sent there.")
                       .arg(host, why));
    m_distrusted.insert(host);
    tellWhere();
    Q_EMIT reported({Kind::Distrusted, host, {}});
}

void LoginView::loaded(const QWebEngineLoadingInfo &info)
{
    if (info.status() == QWebEngineLoadingInfo::LoadStartedStatus)
        return;
    const bool answered = info.errorDomain() == QWebEngineLoadingInfo::HttpStatusCodeDomain;
    if (info.status() != QWebEngineLoadingInfo::LoadStoppedStatus) { // else what was there stays
        m_isErrorPage = info.status() == QWebEngineLoadingInfo::LoadFailedStatus && !answered;
        tellWhere();
    }
    if (answered)
        m_visits.answered(info.errorCode());
    else if (info.status() != QWebEngineLoadingInfo::LoadSucceededStatus)
        m_visits.failed(u"The page did not come: %1"_s.arg(info.errorString()));
}

void LoginView::gone()
{
    m_banner->tell(ui::Tone::Error, tr("The page broke down."), tr("Begin again"));
    m_held = m_order.url;
}

void LoginView::closeEvent(QCloseEvent *event)
{
    Q_EMIT reported({Kind::Closed, {}, {}});
    event->accept();
}

} // namespace tokentrail::weblogin
