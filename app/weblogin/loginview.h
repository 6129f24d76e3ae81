// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/weblogin/requestgate.h"
#include "app/weblogin/visitrecorder.h"
#include "core/call/loginwindowwire.h"

#include <QWebEngineProfile>
#include <QWidget>

class QLabel;
class QWebEngineLoadingInfo;
class QWebEngineView;

namespace tokentrail::ui {
class Banner;
}

namespace tokentrail::weblogin {

class LoginPage;

// The window of one login, with a profile of its own that is on no disk: whose page this is, the
// page, and what was held back.
class LoginView : public QWidget
{
    Q_OBJECT

public:
    explicit LoginView(const call::LoginWindowOrder &order, QWidget *parent = nullptr);
    ~LoginView() override;

    void begin();
    QWebEngineProfile &profile() { return m_profile; }
    LoginPage *page() const { return m_page.get(); }

Q_SIGNALS:
    void reported(const tokentrail::call::LoginWindowReport &report);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    QWidget *buildTop();
    void connectPage();
    void tellWhere();
    QString safetyOf(const QUrl &url) const;
    void ask(const QUrl &target);
    void goOn();
    void refuse(const QString &host, const QString &why);
    void loaded(const QWebEngineLoadingInfo &info);
    void gone();

    call::LoginWindowOrder m_order;
    QWebEngineProfile m_profile; // without a name: off the record
    RequestGate m_gate;
    VisitRecorder m_visits;
    std::unique_ptr<LoginPage> m_page;
    QWebEngineView *m_view = nullptr;
    QLabel *m_host = nullptr;
    QLabel *m_safety = nullptr;
    ui::Banner *m_banner = nullptr;
    QSet<QString> m_byOwnAuthority; // hosts
    QSet<QString> m_distrusted; // hosts
    bool m_isErrorPage = false; // the browser's own, of a host that did not answer
    QUrl m_held;
};

} // namespace tokentrail::weblogin
