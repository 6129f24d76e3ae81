// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/grantform.h"

#include "ui/shell/browserwait.h"
#include "ui/shell/grantwords.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/housestyle.h"
#include "ui/widgets/wrappedlabel.h"

#include <QFormLayout>
#include <QIntValidator>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;
using call::Grant;

namespace {
const auto inWindow = u"window"_s;
const auto inSystem = u"system"_s;
} // namespace

GrantForm::GrantForm(QWidget *parent)
    : QWidget(parent)
    , m_key(new ChoiceButton(tr("with"), tr("Service key")))
    , m_grant(new ChoiceButton(tr("by"), tr("Way to sign in")))
    , m_meaning(new WrappedLabel)
    , m_wait(new BrowserWait)
    , m_banner(new Banner)
    , m_response(new CodeView(tr("What the token service said")))
{
    m_meaning->setMuted(true);
    m_key->setDetailShown(false);
    QList<Choice> grants;
    for (const auto grant : grantsToSignInWith())
        grants.append({call::nameOf(grant), titleOf(grant), {}, {}});
    m_grant->setChoices(grants);
    m_grant->setCurrentId(call::nameOf(Grant::Password));
    auto *top = new QHBoxLayout;
    top->addWidget(m_key, 1);
    top->addWidget(m_grant);
    buildFields();
    m_response->setFixedHeight(96);
    m_response->makeFramed();
    m_response->hide();
    m_wait->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(top);
    layout->addWidget(m_meaning);
    layout->addWidget(m_fieldArea);
    layout->addWidget(m_wait);
    layout->addWidget(m_banner);
    layout->addWidget(m_response);
    layout->addWidget(buildButtons());
    layout->addStretch();
    connect(m_key, &ChoiceButton::chosen, this, &GrantForm::chooseBrowserOfKey);
    connect(m_key, &ChoiceButton::chosen, this, &GrantForm::retell);
    connect(m_where, &ChoiceButton::chosen, this, &GrantForm::retell);
    connect(m_grant, &ChoiceButton::chosen, this, &GrantForm::retell);
    connect(m_from, &ChoiceButton::chosen, this, &GrantForm::retell);
    // What was asked for does its work now; its room is needed.
    connect(m_wait, &BrowserWait::begun, m_fieldArea, &QWidget::hide);
    connect(m_wait, &BrowserWait::copyRequested, this, &GrantForm::copyRequested);
    connect(m_banner, &Banner::actionTriggered, this, [this] {
        m_response->setVisible(!m_response->isVisible());
        Q_EMIT resized();
    });
    retell();
}

void GrantForm::addRow(const QString &label, QWidget *field)
{
    m_fields->addRow(label, field);
    field->setAccessibleName(QString(label).remove(u'&'));
}

QLineEdit *GrantForm::addLine(const QString &label, const QString &placeholder)
{
    auto *line = new QLineEdit;
    line->setPlaceholderText(placeholder);
    line->setTextMargins(6, 0, 6, 0);
    addRow(label, line);
    m_lines.append(line);
    connect(line, &QLineEdit::returnPressed, this, &GrantForm::ask);
    return line;
}

void GrantForm::buildFields()
{
    m_fieldArea = new QWidget;
    m_fields = new QFormLayout(m_fieldArea);
    m_fields->setContentsMargins(0, 0, 0, 0);
    m_fields->setVerticalSpacing(6);
    m_fields->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_fields->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_user = addLine(tr("&User"), tr("name or mail address"));
    m_password = addLine(tr("&Password"), {});
    m_passcode = addLine(tr("P&asscode"), tr("the one-time code"));
    for (auto *line : {m_password, m_passcode})
        line->setEchoMode(QLineEdit::Password);
    m_passcodeUrl = new QPushButton;
    makeQuiet(m_passcodeUrl);
    m_fields->addRow(QString(), m_passcodeUrl);
    connect(m_passcodeUrl, &QPushButton::clicked, this, [this] {
        if (const auto *chosen = key())
            Q_EMIT copyRequested(chosen->passcodeUrl.toString());
    });
    m_from = new ChoiceButton({}, tr("Token of"));
    m_fields->addRow(tr("&Token of"), m_from);
    m_pasted = new CodeView(tr("What is exchanged"));
    m_pasted->setReadOnly(false);
    m_pasted->setTextInteractionFlags(Qt::TextEditorInteraction);
    m_pasted->setFixedHeight(72);
    m_pasted->makeFramed();
    m_fields->addRow(QString(), m_pasted);
    m_file = new QPushButton(tr("Take it from a file…"));
    m_file->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_fields->addRow(QString(), m_file);
    connect(m_file, &QPushButton::clicked, this, &GrantForm::fileWanted);
    m_origin = addLine(tr("&Origin"), tr("key of the identity provider, if there are several"));
    m_where = new ChoiceButton({}, tr("Browser"));
    m_fields->addRow(tr("&Browser"), m_where);
    offerBrowsers();
    m_port = addLine(tr("Po&rt on localhost"), tr("any free"));
    m_port->setValidator(new QIntValidator(1, 65535, m_port));
    m_scope = addLine(tr("&Scopes"), tr("all that there are"));
    m_name = addLine(tr("&Keep as"), tr("named after who signs in"));
}

QWidget *GrantForm::buildButtons()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 2, 0, 0);
    m_go = new QPushButton(tr("Sign in"));
    makePrimary(m_go);
    m_cancel = new QPushButton(tr("Cancel"));
    m_cancel->hide();
    layout->addStretch();
    layout->addWidget(m_cancel);
    layout->addWidget(m_go);
    connect(m_go, &QPushButton::clicked, this, &GrantForm::ask);
    connect(m_cancel, &QPushButton::clicked, this, &GrantForm::cancelled);
    return row;
}

Grant GrantForm::grant() const
{
    return call::grantFromName(m_grant->currentId()).value_or(Grant::Password);
}

const SignInKeyView *GrantForm::key() const
{
    const auto found = std::find_if(m_keys.cbegin(), m_keys.cend(), [this](const auto &one) {
        return one.id == m_key->currentId();
    });
    return found == m_keys.cend() ? nullptr : &*found;
}

void GrantForm::choose(Grant grant)
{
    m_grant->setCurrentId(call::nameOf(grant));
    retell();
}

void GrantForm::setKeys(const QList<SignInKeyView> &keys)
{
    m_keys = keys;
    QList<Choice> choices;
    for (const auto &one : keys)
        choices.append({one.id, one.name, one.detail, {}});
    m_key->setChoices(choices);
    if (!key() && !keys.isEmpty()) {
        m_key->setCurrentId(keys.constFirst().id);
        chooseBrowserOfKey();
    }
    retell();
}

void GrantForm::chooseKey(const QString &id)
{
    if (std::none_of(m_keys.cbegin(), m_keys.cend(), [&](const auto &one) { return one.id == id; }))
        return;
    m_key->setCurrentId(id);
    chooseBrowserOfKey();
    retell();
}

void GrantForm::prefill(const SignInDraft &draft)
{
    clear();
    chooseKey(draft.keyId);
    choose(draft.grant);
    m_user->setText(draft.userName);
    m_origin->setText(draft.origin);
    m_from->setCurrentId(draft.fromSession);
    m_pasted->setPlainText(QString::fromUtf8(draft.pasted.reveal()));
    retell();
    QWidget *needed = m_go;
    if (draft.grant == Grant::Password)
        needed = m_password;
    else if (draft.grant == Grant::Passcode)
        needed = m_passcode;
    needed->setFocus(Qt::OtherFocusReason);
}

void GrantForm::setWindowLack(const QString &sentence)
{
    if (sentence == m_windowLack)
        return; // who chose goes on with what was chosen
    m_windowLack = sentence;
    offerBrowsers();
    retell();
}

void GrantForm::offerBrowsers()
{
    QList<Choice> choices{{inSystem, tr("the system’s browser"), {}, {}}};
    if (m_windowLack.isEmpty())
        choices.prepend({inWindow, tr("a window of Tokentrail"), {}, {}});
    m_where->setChoices(choices);
    m_where->setEnabled(m_windowLack.isEmpty());
    chooseBrowserOfKey();
}

// The engine of our window is as old as the Qt of this machine: for a real subaccount the browser
// that the person keeps up to date is the better one, until somebody says otherwise.
void GrantForm::chooseBrowserOfKey()
{
    const auto *chosen = key();
    m_where->setCurrentId(chosen && chosen->isHere && m_windowLack.isEmpty() ? inWindow : inSystem);
}

void GrantForm::setSessions(const QList<Choice> &sessions)
{
    auto choices = sessions;
    choices.append({QString(), tr("what is pasted below"), {}, {}});
    m_from->setChoices(choices);
    retell();
}

// Shows the fields that the grant needs.
void GrantForm::retell()
{
    const auto chosen = grant();
    const bool exchanges = chosen == Grant::JwtBearer || chosen == Grant::RefreshToken;
    const bool pastes =
        chosen == Grant::Saml2Bearer || (exchanges && m_from->currentId().isEmpty());
    const bool person = chosen == Grant::Password || chosen == Grant::AuthorizationCode;
    const std::pair<QWidget *, bool> rows[] = {{m_user, chosen == Grant::Password},
                                               {m_password, chosen == Grant::Password},
                                               {m_passcode, chosen == Grant::Passcode},
                                               {m_passcodeUrl, chosen == Grant::Passcode},
                                               {m_from, exchanges},
                                               {m_pasted, pastes},
                                               {m_file, pastes},
                                               {m_origin, person},
                                               {m_where, chosen == Grant::AuthorizationCode},
                                               {m_port, chosen == Grant::AuthorizationCode},
                                               {m_scope, true},
                                               {m_name, true}};
    for (const auto &[field, shown] : rows)
        m_fields->setRowVisible(field, shown);
    m_pasted->setPlaceholderText(chosen == Grant::Saml2Bearer ? tr("the assertion, XML or Base64")
                                     : chosen == Grant::JwtBearer ? tr("eyJ…")
                                                                  : tr("the refresh token"));
    const auto *with = key();
    auto meaning = meaningOf(chosen);
    if (chosen == Grant::AuthorizationCode && !m_windowLack.isEmpty())
        meaning += u' ' + m_windowLack;
    if (!with)
        meaning = tr("No service key is at hand: keep one on the page Keys (Alt+7), or start the "
                     "sandbox.");
    else if (!with->clientWords.isEmpty())
        meaning += u' ' + tr("The client shows %1.").arg(with->clientWords);
    m_meaning->setText(meaning);
    m_passcodeUrl->setText(
        with ? tr("Copy %1, where the code is given out").arg(with->passcodeUrl.toString())
             : QString());
    m_go->setText(chosen == Grant::JwtBearer          ? tr("Exchange")
                      : chosen == Grant::RefreshToken ? tr("Refresh")
                                                      : tr("Sign in"));
    m_go->setEnabled(with != nullptr);
    Q_EMIT resized();
}

SignInDraft GrantForm::draft() const
{
    SignInDraft draft;
    draft.keyId = m_key->currentId();
    draft.grant = grant();
    if (draft.grant == Grant::Password) {
        draft.userName = m_user->text().trimmed();
        draft.password = Secret(m_password->text());
    } else if (draft.grant == Grant::Passcode) {
        draft.password = Secret(m_passcode->text().trimmed());
    } else if (draft.grant == Grant::JwtBearer || draft.grant == Grant::RefreshToken) {
        draft.fromSession = m_from->currentId();
    }
    if (draft.fromSession.isEmpty())
        draft.pasted = Secret(m_pasted->toPlainText().trimmed());
    if (draft.grant == Grant::Password || draft.grant == Grant::AuthorizationCode)
        draft.origin = m_origin->text().trimmed();
    draft.scope = m_scope->text().simplified();
    draft.name = m_name->text().trimmed();
    draft.port = m_port->text().toUShort();
    draft.embedded = draft.grant == Grant::AuthorizationCode && m_where->currentId() == inWindow;
    return draft;
}

void GrantForm::ask()
{
    if (!key() || !m_go->isEnabled())
        return;
    refuse({}, {});
    Q_EMIT wanted(draft());
}

void GrantForm::setRunning(bool running)
{
    for (auto *widget :
         {static_cast<QWidget *>(m_key), static_cast<QWidget *>(m_grant), m_fieldArea})
        widget->setEnabled(!running);
    const bool hadFocus = m_cancel->hasFocus();
    m_cancel->setVisible(running);
    m_go->setEnabled(!running && key());
    if (running)
        m_cancel->setFocus(Qt::OtherFocusReason); // a disabled field keeps no focus
    else if (hadFocus)
        m_grant->setFocus(Qt::OtherFocusReason);
    if (!running) {
        m_wait->hide();
        m_fieldArea->show();
    }
    Q_EMIT resized();
}

void GrantForm::refuse(const QString &sentence, const QString &response)
{
    m_response->setCode(response, CodeView::Language::Json);
    m_response->hide();
    if (sentence.isEmpty())
        m_banner->dismiss();
    else
        m_banner->tell(
            Tone::Error, sentence, response.isEmpty() ? QString() : tr("Show the answer"));
    Q_EMIT resized();
}

void GrantForm::setPasted(const QString &text)
{
    m_pasted->setPlainText(text);
}

void GrantForm::clear()
{
    for (auto *line : {m_password, m_passcode, m_name})
        line->clear();
    m_pasted->clear();
    refuse({}, {});
}

} // namespace tokentrail::ui
